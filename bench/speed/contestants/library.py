"""The whole product by its facade: reading, catalogue, aliases, engine, snippets, help."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from bench.speed.cases import Case
from bench.speed.contestant import FACETS, Meaning, Reply
from bench.speed.reading import HITS, MOST_VALUES, ROOT
from bench.speed.stock import Stock
from indexer.config import load_config
from indexer.library import Library, open_library
from indexer.models import IndexEntry, Query

LINES = 5_000  # of one .jsonl file, which may not be longer than 20 MB
CHANGED = "changed.jsonl"


class Whole:
    """A library of ready articles, under the project's own settings."""

    @property
    def meaning(self) -> Meaning:
        """Aliases and versions as the product sees them."""
        return Meaning.OWN

    def build(self, stock: Stock, folder: Path) -> int:
        """All articles read from .jsonl files into catalogue and index."""
        corpus = folder / "corpus"
        corpus.mkdir(parents=True)
        entries = stock.entries()
        for number, first in enumerate(entries):
            part = chain([first], islice(entries, LINES - 1))
            _write(corpus / f"{number:04}.jsonl", part)
        with _open(folder) as library:
            return library.update().articles

    def open(self, folder: Path) -> None:
        """Open the library."""
        self._folder = folder
        self._library = _open(folder)

    def ask(self, case: Case) -> Reply:
        """One page of ten hits as the web pages get it."""
        filters = case.filters
        query = Query(
            text=case.typed,
            organizations=filters.organizations,
            month_from=filters.month_from,
            month_to=filters.month_to,
            page_size=HITS,
        )
        results = self._library.search(query, MOST_VALUES)
        facets = tuple(
            (name, tuple((one.value, one.count) for one in results.facets[name])) for name in FACETS
        )
        snippets = tuple("…".join(one.text for one in hit.snippets) for hit in results.hits)
        return Reply(results.total, tuple(hit.article_id for hit in results.hits), facets, snippets)

    def change(self, entries: Iterable[IndexEntry]) -> None:
        """A file with articles that were not there before, taken in by an update."""
        _write(self._folder / "corpus" / CHANGED, (_renamed(entry) for entry in entries))
        self._library.update()

    def close(self) -> None:
        """Close the library."""
        self._library.close()


def facade() -> Whole:
    """The only way it is asked."""
    return Whole()


def _open(folder: Path) -> Library:
    config = load_config(ROOT / "config.toml")
    return open_library(replace(config, corpus=folder / "corpus", data=folder / "index"))


def _renamed(entry: IndexEntry) -> IndexEntry:
    return replace(entry, id=f"changed {entry.id}", title=f"{entry.title}（续）")


def _write(path: Path, entries: Iterable[IndexEntry]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_lines(entries))


def _lines(entries: Iterable[IndexEntry]) -> Iterator[str]:
    """The articles as the product reads them; a month alone is a date as well."""
    for one in entries:
        row = {
            "id": one.id,
            "title": one.title,
            "text": one.body,
            "date": one.date,
            "section": one.section,
            "organizations": one.organizations,
            "persons": one.persons,
        }
        yield json.dumps(row, ensure_ascii=False) + "\n"
