"""Whoosh as its manual and jieba's say: ChineseAnalyzer, groupedby, highlights; few articles."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jieba
from jieba.analyse import ChineseAnalyzer
from whoosh import index
from whoosh.fields import ID, KEYWORD, TEXT, Schema
from whoosh.qparser import MultifieldParser, QueryParser
from whoosh.query import And, Query, Term, TermRange

from bench.speed.cases import Case
from bench.speed.contestant import FACETS, Counts, Meaning, Reply, in_order, top
from bench.speed.reading import HITS
from bench.speed.stock import Stock
from indexer.models import Filters, IndexEntry

MOST = 1_000  # it writes some hundred and fifty articles a second


class NaiveWhoosh:
    """Stored texts, everything left to the library."""

    @property
    def meaning(self) -> Meaning:
        """Other words than the product's, so other totals."""
        return Meaning.OWN

    def build(self, stock: Stock, folder: Path) -> int:
        """The first articles of the stock, in one commit."""
        folder.mkdir(parents=True)
        writer: Any = index.create_in(str(folder), _schema()).writer()
        held = 0
        for entry in stock.entries(MOST):
            writer.add_document(**_document(entry))
            held += 1
        writer.commit()
        return held

    def open(self, folder: Path) -> None:
        """Open index and searcher."""
        self._index = index.open_dir(str(folder))
        self._searcher: Any = self._index.searcher()
        self._parser: QueryParser = MultifieldParser(["title", "body"], self._index.schema)

    def ask(self, case: Case) -> Reply:
        """The first ten of all hits, which groupedby has found anyway, with their highlights."""
        typed = case.typed.replace("“", '"').replace("”", '"').replace(" -", " NOT ")
        query = self._parser.parse(typed)
        hits = self._searcher.search(
            query, limit=HITS, filter=_filter(case.filters), groupedby=list(FACETS)
        )
        facets = tuple((name, _counts(name, hits.groups(name))) for name in FACETS)
        first = [hits[at] for at in range(min(HITS, hits.scored_length()))]
        snippets = tuple(hit.highlights("body") for hit in first)
        return Reply(len(hits), tuple(hit["id"] for hit in first), facets, snippets)

    def change(self, entries: Iterable[IndexEntry]) -> None:
        """One commit, which may merge segments."""
        writer: Any = self._index.writer()
        for entry in entries:
            writer.update_document(**_document(entry))
        writer.commit()
        self._searcher = self._searcher.refresh()

    def close(self) -> None:
        """Close searcher and index."""
        self._searcher.close()
        self._index.close()


def naive() -> NaiveWhoosh:
    """The only way it is asked; jieba tells of its dictionary otherwise."""
    jieba.setLogLevel(logging.WARNING)
    return NaiveWhoosh()


def _schema() -> Schema:
    text = TEXT(analyzer=ChineseAnalyzer(), stored=True)
    return Schema(
        id=ID(stored=True, unique=True),
        title=text,
        body=text,
        month=ID(stored=True, sortable=True),
        section=ID(stored=True, sortable=True),
        organization=KEYWORD(commas=True, stored=True, sortable=True),
    )


def _document(entry: IndexEntry) -> dict[str, str]:
    return {
        "id": entry.id,
        "title": entry.title,
        "body": entry.body,
        "month": (entry.date or "")[:7],
        "section": entry.section or "",
        "organization": ",".join(entry.organizations),
    }


def _filter(filters: Filters) -> Query | None:
    parts: list[Query] = [Term("organization", name) for name in filters.organizations]
    if filters.month_from and filters.month_to:
        parts.append(TermRange("month", filters.month_from, filters.month_to))
    return And(parts) if parts else None


def _counts(name: str, groups: dict[str, list[int]]) -> Counts:
    counts = ((value, len(documents)) for value, documents in groups.items() if value)
    return top(counts) if name == "organization" else in_order(counts)
