"""One opened generation: its postings through Whoosh, its facet columns and dates as arrays."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import cast

import numpy as np
from whoosh import index
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import TermNotFound
from whoosh.searching import Searcher

from indexer.engines.embedded.columns import Column
from indexer.engines.embedded.days import Days
from indexer.engines.embedded.postings import SPAN, Floats, Integers, Postings
from indexer.engines.embedded.schema import ID, ROW, make_schema
from indexer.engines.embedded.storage import Manifest
from indexer.errors import IndexDamaged
from indexer.models import Basis, Term

# date, section, organisations, persons, cluster, issue, its date
Row = tuple[str | None, str | None, tuple[str, ...], tuple[str, ...], str, str, str | None]
_NO_ROW: Row = (None, None, (), (), "", "", None)


class Snapshot:
    """A generation that does not change; safe to be shared by threads, since it is memory-mapped.

    Documents are numbered from 0 to ``size`` - 1; numbers of deleted ones stay unused.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.name = folder.name
        self.manifest = manifest
        self._searcher = _open(folder)
        self.size = self._searcher.doc_count_all()
        self.ids: list[str] = [""] * self.size
        self.alive = np.zeros(self.size, dtype=bool)
        self.dates: list[str] = [""] * self.size
        self.columns, self.tags, self.days = self._read_rows()

    def words(self, field: str, term: str) -> Postings:
        """The documents in which a term was cut as a word."""
        documents, frequencies = [], []
        matcher = self._matcher(field, term)
        while matcher is not None and matcher.is_active():
            documents.append(matcher.id())
            frequencies.append(matcher.weight())
            matcher.next()
        return Postings(np.array(documents, dtype=np.int64), np.array(frequencies, dtype=float))

    def places(self, field: str, term: str) -> Integers:
        """The posting keys of a character: document * SPAN + position, ascending."""
        keys: list[int] = []
        matcher = self._matcher(field, term)
        while matcher is not None and matcher.is_active():
            base = matcher.id() * SPAN
            keys += (base + position for position in matcher.value_as("positions"))
            matcher.next()
        return np.array(keys, dtype=np.int64)

    def beginning(self, field: str, prefix: str, most: int) -> Iterator[str]:
        """The terms of a field that begin with a prefix, up to so many, in their order."""
        reader = self._searcher.reader()
        return (term.decode() for term in islice(reader.expand_prefix(field, prefix), most))

    def terms(self, field: str) -> Iterator[Term]:
        """The terms of a field, and how many documents hold each."""
        for term, info in self._searcher.reader().iter_field(field):
            yield Term(term.decode(), int(info.doc_frequency()))

    def lengths(self, field: str) -> Floats:
        """How many terms each document has in a field."""
        reader = self._searcher.reader()
        return np.array(
            [reader.doc_field_length(at, field, 0) or 0 for at in range(self.size)], dtype=float
        )

    @cached_property
    def id_rank(self) -> Integers:
        """The place of each document when all are sorted by id."""
        return np.argsort(np.argsort(np.array(self.ids)))

    @cached_property
    def day(self) -> Integers:
        """The date of each document as a number, 20231221 or 20231200; 0 where there is none."""
        digits = (date.replace("-", "").ljust(8, "0") for date in self.dates)
        return np.array([int(number) for number in digits], dtype=np.int64)

    def close(self) -> None:
        """Give back the files."""
        self._searcher.close()

    def _matcher(self, field: str, term: str):  # type: ignore[no-untyped-def]
        try:
            return self._searcher.postings(field, term)
        except TermNotFound:
            return None

    def _read_rows(self) -> tuple[dict[str, Column], dict[str, Column], dict[Basis, Days]]:
        """Facet columns; the same with the issue, which is not counted; days."""
        rows = [_NO_ROW] * self.size
        reader = self._searcher.reader()
        for at in reader.all_doc_ids():
            stored = reader.stored_fields(at)
            self.ids[at], rows[at] = cast(str, stored[ID]), cast(Row, stored[ROW])
            self.alive[at] = True
            self.dates[at] = rows[at][0] or ""
        _, self.clusters = np.unique([row[4] for row in rows], return_inverse=True)
        facets: dict[str, list[tuple[str, ...]]] = {
            "organization": [row[2] for row in rows],
            "month": [(row[0][:7],) if row[0] else () for row in rows],
            "section": [(row[1],) if row[1] else () for row in rows],
            "person": [row[3] for row in rows],
        }
        columns = {name: Column.build(name, values) for name, values in facets.items()}
        issue = Column.build("issue", [(row[5],) if row[5] else () for row in rows])
        days = {
            Basis.EVENT: Days.build(row[0] for row in rows),
            Basis.ISSUED: Days.build(row[6] for row in rows),
        }
        return columns, {**columns, "issue": issue}, days


def _open(folder: Path) -> Searcher:
    try:
        storage = FileStorage(str(folder), supports_mmap=True, readonly=True)
        return index.FileIndex(storage, schema=make_schema()).searcher()
    except (index.IndexError, OSError, ValueError, EOFError) as error:
        raise IndexDamaged(f"打不开索引 {folder.name}：{error}；请运行 bulletin reindex") from error
