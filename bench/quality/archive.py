"""An archive for one measurement: a folder that is thrown away, its texts, and its library."""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from indexer.library import Library, open_library

ROOT = Path(__file__).parents[2]
OWN = (ROOT / "corpus", ROOT / "tests" / "golden")


@dataclass(frozen=True, slots=True)
class Paper:
    """One text of a collection."""

    id: str
    title: str
    text: str


@contextmanager
def archive_of(papers: Iterable[Paper]) -> Iterator[Library]:
    """A library that holds these texts as ready articles."""
    with TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        rows = ({"id": p.id, "title": p.title, "text": p.text} for p in papers)
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        (corpus / "papers.jsonl").write_text("\n".join(lines), encoding="utf-8")
        with _opened(Path(name)) as library:
            yield library


@contextmanager
def own_archive() -> Iterator[Library]:
    """A library of the project's own bulletins: the shipped ones and the golden ones."""
    with TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        for folder in OWN:
            for path in sorted(folder.glob("*.txt")):
                shutil.copy(path, corpus / path.name)
        with _opened(Path(name)) as library:
            yield library


@contextmanager
def _opened(folder: Path) -> Iterator[Library]:
    """The library of a folder, everything in it indexed, under the project's own settings."""
    shutil.copy(ROOT / "config.toml", folder / "config.toml")
    with open_library(folder / "config.toml") as library:
        library.update()
        yield library
