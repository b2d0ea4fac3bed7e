"""A real server over a small archive, and a real browser to look at it, without script if asked."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from indexer.library import open_library
from tests.web.archive import make_archive, write_notes
from webui import create_app
from webui.server import listen

LONG_NAME = (
    "云州市青少年科技教育与科学普及志愿服务促进会秘书处暨科技辅导员培训中心联合工作办公室筹备组"
)

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running site; beside the small archive it holds thirty talks."""
    folder = tmp_path_factory.mktemp("archive")
    config = make_archive(folder)
    write_notes(folder / "corpus" / "talks.jsonl", map(talk, range(30)))
    with open_library(config) as library:
        library.update()
        server = listen(create_app(library), "127.0.0.1", 0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()


def talk(number: int) -> dict[str, object]:
    """A ready article about a talk; one organisation's name and one title are very long."""
    organizations = ("青湖区科协", "石桥区科协", LONG_NAME)
    return {
        "id": f"talk-{number}",
        "title": "科普讲座" * 100 if number == 2 else f"科普讲座第{number}讲举行",
        "text": f"各区开展科普讲座。第{number}讲介绍人工智能，听众提问踊跃。\n讲座由学会承办。",
        "date": f"2023-{number % 6 + 1:02d}-10",
        "section": "区科协动态",
        "organizations": [organizations[number % 3]],
    }


@pytest.fixture
def open_page(chromium: Browser, site: str) -> Iterator[Open]:
    """Opens an address of the site in a window of its own; what the browser complains of fails."""
    complaints: list[str] = []
    contexts = []

    def complain(message: ConsoleMessage, page: Page) -> None:
        # That an error page has an error status is reported too, and is no fault.
        if message.location["url"] != page.url:
            complaints.append(message.text)

    def opened(path: str, width: int = 1280, script: bool = False) -> Page:
        context = chromium.new_context(
            base_url=site,
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complain(message, page))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def shoot() -> Callable[[Page, str], None]:
    """Keeps a picture of a page in the folder that BULLETIN_SHOTS names, if it names one."""
    folder = os.environ.get("BULLETIN_SHOTS")

    def shot(page: Page, name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return shot
