"""One opened segment: its words, rows, values and days, read where they lie."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.arrays import ArrayFile, ArrayRecord
from indexer.engines.embedded.builder import FACETS, NUMBERS
from indexer.engines.embedded.lexicon import Texts
from indexer.engines.embedded.lists import Lists, Mask
from indexer.engines.embedded.runs import LEADING, MOST_FREQUENT
from indexer.engines.embedded.schema import TEXTS

Numbers = NDArray[np.integer]


class Column:
    """The values of one facet: pair i says that article ``documents[i]`` has ``codes[i]``."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.values = [value.decode() for value in Texts(file, name)]
        self.codes, self.starts = file[f"{name}.codes"], file[f"{name}.starts"]

    @cached_property
    def documents(self) -> Numbers:
        """The article of each pair."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.uint16), np.diff(self.starts))

    @cached_property
    def present(self) -> Mask:
        """The articles that have any value."""
        return np.diff(self.starts) > 0

    def mask(self, wanted: Callable[[str], bool]) -> Mask:
        """The articles with a value that is wanted."""
        mask = np.zeros(len(self.starts) - 1, dtype=bool)
        chosen = np.fromiter(map(wanted, self.values), dtype=bool, count=len(self.values))
        if chosen.any():
            mask[self.documents[chosen[self.codes]]] = True
        return mask


class TextField:
    """One text of the articles: its words, its rows of signs, and how many terms each has."""

    def __init__(self, file: ArrayFile, name: str, size: int) -> None:
        self.words = Lists(file, f"{name}.words", size)
        self.pairs = Lists(file, f"{name}.pairs", size, frequencies=False)
        self.lengths = file[f"{name}.lengths"]
        self._signs, self._offsets = file[f"{name}.signs"], file[f"{name}.offsets"]

    def text(self, document: int) -> str:
        """The row of signs of one article."""
        low, high = self._offsets[document], self._offsets[document + 1]
        return self._signs[low : high - 1].tobytes().decode("utf-16-le", "surrogatepass")

    def rows(self) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        """The signs of all articles, each row with the 0 behind it, and how many each has."""
        sizes = self._offsets[1:].astype(np.int64) - self._offsets[:-1]
        return self._signs, sizes

    def word(self, term: int) -> tuple[Numbers, Numbers, Mask]:
        """The documents of a term, its frequencies, and whether it stands at the beginning."""
        at = _place(self.words.keys, term)
        if at < 0:
            return np.zeros(0, np.int64), np.zeros(0, np.uint8), np.zeros(0, bool)
        flags = self.words.frequencies(at)
        return self.words.documents(at), flags & MOST_FREQUENT, flags >= LEADING

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
        self.columns = {name: Column(file, name) for name in FACETS}
        self.numbers = {name: file[name] for name in NUMBERS}
        self.days = {
            name: (file[f"{name}.first"], file[f"{name}.last"]) for name in ("event", "issued")
        }

    def term_counts(self) -> NDArray[np.int64]:
        """How many articles hold each term, in the text that has more of them."""
        counts = np.zeros(len(self.terms), dtype=np.int64)
        for text in self.texts.values():
            keys = np.asarray(text.words.keys, dtype=np.int64)
            counts[keys] = np.maximum(counts[keys], text.words.counts)
        return counts


def _place(keys: Numbers, key: int) -> int:
    at = int(keys.searchsorted(keys.dtype.type(key)))  # else all keys would be converted first
    return at if at < len(keys) and int(keys[at]) == key else -1
