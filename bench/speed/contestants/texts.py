"""The texts of the articles by id: what an index without texts needs beside it."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from indexer.models import IndexEntry


def write_texts(path: Path, entries: Iterable[IndexEntry]) -> None:
    """A table with the title and body of each article."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE texts (id TEXT PRIMARY KEY, title TEXT, body TEXT)")
    rows = ((one.id, one.title, one.body) for one in entries)
    base.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)
    base.commit()
    base.close()


class Texts:
    """An open table of texts."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path)

    def bodies(self, ids: Sequence[str]) -> list[str]:
        """The bodies of some articles, in the order asked, read by their keys at once."""
        marks = ",".join("?" * len(ids))
        rows = self._base.execute(f"SELECT id, title, body FROM texts WHERE id IN ({marks})", ids)
        found = {key: body for key, _, body in rows}
        return [found[key] for key in ids]

    def close(self) -> None:
        """Close the table."""
        self._base.close()
