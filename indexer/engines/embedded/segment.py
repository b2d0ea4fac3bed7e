"""One opened segment: its words, rows, values and days, read where they lie."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.arrays import ArrayFile, ArrayRecord
from indexer.engines.embedded.builder import NUMBERS
from indexer.engines.embedded.columns import Columns, read_column
from indexer.engines.embedded.documents import DocumentSet
from indexer.engines.embedded.lexicon import Texts
from indexer.engines.embedded.lists import Lists
from indexer.engines.embedded.runs import LEADING, MOST_FREQUENT
from indexer.engines.embedded.schema import TEXTS
from indexer.engines.embedded.standing import Occurrences, Several

Numbers = NDArray[np.integer]


class TextField:
    """One text of the articles: its words, its rows of signs, and how many terms each has."""

    def __init__(self, file: ArrayFile, name: str, size: int) -> None:
        self.words = Lists(file, f"{name}.words", size)
        self.pairs = Lists(file, f"{name}.pairs", size, frequencies=False)
        self.lengths = file[f"{name}.lengths"]
        self._signs, self._offsets = file[f"{name}.signs"], file[f"{name}.offsets"]
        self._bytes = memoryview(self._signs).cast("B")  # type: ignore[arg-type]  # a buffer

    def text(self, document: int) -> str:
        """The row of signs of one article."""
        low, high = self._offsets[document], self._offsets[document + 1]
        return self._signs[low : high - 1].tobytes().decode("utf-16-le", "surrogatepass")

    def rows(self) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        """The signs of all articles, each row with the 0 behind it, and how many each has."""
        sizes = self._offsets[1:].astype(np.int64) - self._offsets[:-1]
        return self._signs, sizes

    def holding(self, documents: Numbers, row: bytes) -> list[int]:
        """Those of some documents that have these UTF-16 signs in a row anywhere."""
        bounds = (self._offsets.take(documents + end).astype(np.int64) * 2 for end in (0, 1))
        signs, found = self._bytes, []
        for document, low, high in zip(documents.tolist(), *map(_list, bounds), strict=True):
            text = bytes(signs[low:high])
            at = text.find(row)
            while at > 0 and at % 2:  # the second half of a sign and the first of the next
                at = text.find(row, at + 1)
            if at >= 0:
                found.append(document)
        return found

    def occurrences(self, terms: Sequence[int]) -> Occurrences:
        """Where some terms of the segment stand, as if they were one; those below 0 nowhere."""
        places = [_place(self.words.keys, term) for term in terms if term >= 0]
        held = [self._occurrences(at) for at in places if at >= 0]
        return held[0] if len(held) == 1 else _united(held, len(self.lengths))

    def _occurrences(self, at: int) -> Occurrences:
        documents = self.words.documents(at)
        return Occurrences(documents, partial(self._several, at, documents))

    def _several(self, at: int, documents: DocumentSet) -> Several:
        several, flags = self.words.several(at, documents)
        return Several(several, flags & MOST_FREQUENT, flags >= LEADING)

    def pair(self, key: int) -> int:
        """The place of the list of two neighbouring signs; -1 where they stand nowhere."""
        return _place(self.pairs.keys, key)

    def beginning(self, sign: int) -> range:
        """The places of the lists of all pairs that begin with a sign."""
        keys = self.pairs.keys
        first, last = np.uint32(sign << 16), np.uint32(sign << 16 | 0xFFFF)
        return range(int(keys.searchsorted(first)), int(keys.searchsorted(last, "right")))


class Segment:
    """The arrays of a segment under the names of what they mean."""

    def __init__(self, path: Path, records: tuple[ArrayRecord, ...]) -> None:
        file = ArrayFile(path, records)
        self.ids = Texts(file, "ids")
        self.ranks = file["ids.ranks"]
        self.size = len(self.ids)
        self.terms = Texts(file, "terms")
        self.texts = {name: TextField(file, name, self.size) for name in TEXTS}
        self.columns = Columns(partial(read_column, file))
        self.numbers = {name: file[name] for name in NUMBERS}
        self.days = {
            name: (file[f"{name}.first"], file[f"{name}.last"]) for name in ("event", "issued")
        }
        # the revision and the day (0: not known) at which each article was first taken in
        self.entries = file["entry.revision"], file["entry.day"]

    def term_counts(self) -> NDArray[np.int64]:
        """How many articles hold each term, in the text that has more of them."""
        counts = np.zeros(len(self.terms), dtype=np.int64)
        for text in self.texts.values():
            keys = np.asarray(text.words.keys, dtype=np.int64)
            counts[keys] = np.maximum(counts[keys], text.words.counts)
        return counts


def _list(numbers: Numbers) -> list[int]:
    found: list[int] = numbers.tolist()
    return found


def _united(lists: Sequence[Occurrences], size: int) -> Occurrences:
    """Several lists as one: how often each document has any of the terms."""
    counts, leads = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool)
    for one in lists:
        counts[one.documents.numbers] += 1
        counts[one.several.documents] += one.several.counts.astype(np.int64) - 1
        leads[one.several.documents] |= one.several.leads
    several = np.flatnonzero((counts > 1) | leads)
    more = Several(several, counts[several], leads[several])
    return Occurrences(DocumentSet(size, np.flatnonzero(counts)), lambda: more)


def _place(keys: Numbers, key: int) -> int:
    at = int(keys.searchsorted(keys.dtype.type(key)))  # else all keys would be converted first
    return at if at < len(keys) and int(keys[at]) == key else -1
