"""The sample bulletins as a running site, beside one with nothing in it and one that is broken."""

import json
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from indexer.library import Library, open_library
from tools.states import LONG_NAME, LONG_TITLE, Site
from webui import create_app
from webui.server import listen

SAMPLES = Path(__file__).resolve().parent.parent / "corpus"
CONFIG = """
[archive]
name = "科协工作动态检索"

[[organizations]]
name = "云州市科协"
aliases = ["云州市科学技术协会"]
short = ["市科协"]

[[organizations]]
name = "延庆区科协"

[[saved]]
slug = "popular-science"
title = "科普活动"
query = "q=科普"

[[saved]]
slug = "wrong"
title = "写错的一条"
query = "month=2023-13"
"""
LONG = {
    "id": "long",
    "title": LONG_TITLE,
    "text": "加长标题和加长的单位名称，用来看版面是否撑得住。",
    "date": "2023-11-20",
    "organizations": [LONG_NAME],
}
GONE = {"id": "gone", "title": "后来移除的文章", "text": "这一篇后来从资料中移除了。"}


@contextmanager
def running_sites(folder: Path) -> Iterator[Mapping[Site, str]]:
    """The addresses of the sites, which run over copies in an empty folder."""
    with ExitStack() as opened:
        sample = opened.enter_context(open_library(_sample_archive(folder / "sample")))
        fresh = opened.enter_context(open_library(_archive(folder / "fresh")))
        sample.update()
        yield {
            Site.SAMPLE: _start(opened, sample),
            Site.FRESH: _start(opened, fresh),
            Site.BROKEN: _start(opened, sample, broken=True),
        }


def _archive(folder: Path) -> Path:
    (folder / "corpus").mkdir(parents=True)
    config = folder / "config.toml"
    config.write_text(CONFIG, encoding="utf-8")
    return config


def _sample_archive(folder: Path) -> Path:
    """The sample bulletins, not indexed yet; one article was, and is gone, and one is very long."""
    config = _archive(folder)
    corpus = folder / "corpus"
    for name, article in (("gone", GONE), ("long", LONG)):
        line = json.dumps(article, ensure_ascii=False)
        (corpus / f"{name}.jsonl").write_text(line, encoding="utf-8")
    with open_library(config) as library:
        library.update()
    (corpus / "gone.jsonl").unlink()
    (corpus / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing after it")
    shutil.copytree(SAMPLES, corpus, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md"))
    return config


def _start(opened: ExitStack, library: Library, broken: bool = False) -> str:
    app = create_app(library)
    if broken:
        app.jinja_env.loader = None  # whatever it renders fails
    server = listen(app, "127.0.0.1", 0, threads=4)
    opened.callback(server.close)
    threading.Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"
