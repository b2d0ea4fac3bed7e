"""Lists of documents, read where they lie: as numbers, as gaps between them, or as bits.

A list of more than a sixteenth of all documents is one bit for each of them. One of more than a
255th is gaps in a byte each: 255 says that the next document is 255 farther on. All others are
numbers. So no list is longer than its numbers would be.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import numpy as np

from indexer.engines.embedded.arrays import ArrayFile
from indexer.engines.embedded.documents import DocumentSet, Mask, Numbers
from indexer.engines.embedded.runs import PLAIN, Counts, Flags, Run, spread

SKIP = 255
FEWEST = 64  # documents of a list of gaps: below, the bytes saved are not worth the reading
SATURATED = 127  # a frequency from here on is kept apart
AT_ONCE = 1 << 20  # postings of a run


def long(counts: Counts, size: int) -> Mask:
    """Which of the lists are bits."""
    return counts * 16 > size


def near(counts: Counts, size: int) -> Mask:
    """Which of the lists are gaps."""
    return (counts >= FEWEST) & (counts * SKIP >= size) & (counts * 16 <= size)


class Lists:
    """The lists of one kind in one segment, by their places in the order of their keys."""

    def __init__(self, file: ArrayFile, name: str, size: int, frequencies: bool = True) -> None:
        self.keys, self.counts = file[f"{name}.keys"], file[f"{name}.counts"]
        self._starts, self._documents = file[f"{name}.starts"], file[f"{name}.documents"]
        self._size, self._has_frequencies = size, frequencies
        if frequencies:
            self._marks, self._odd = file[f"{name}.marks"], file[f"{name}.odd"]
            self._flags = file[f"{name}.flags"]
            self._frequent = file[f"{name}.frequent.at"], file[f"{name}.frequent.flags"]

    def __len__(self) -> int:
        return len(self.counts)

    def count(self, at: int) -> int:
        """How many documents a list has."""
        return int(self.counts[at])

    def documents(self, at: int) -> DocumentSet:
        """The documents of a list."""
        count = int(self.counts[at])
        held = self._documents[int(self._starts[at]) : int(self._starts[at + 1])]
        if count * 16 > self._size:
            mask = np.unpackbits(held.view(np.uint8), count=self._size).view(bool)
            return DocumentSet(self._size, mask=mask, count=count)
        if count < FEWEST or count * SKIP < self._size:
            return DocumentSet(self._size, held)
        gaps = held.view(np.uint8)
        numbers = np.cumsum(gaps, dtype=np.uint16)
        return DocumentSet(self._size, numbers if len(gaps) == count else numbers[gaps != SKIP])

    def add(self, at: int, mask: Mask) -> None:
        """Set the documents of a list in a mask."""
        held = self.documents(at)
        if held.is_dense:
            np.logical_or(mask, held.mask, out=mask)
        else:
            mask[held.numbers] = True

    def add_all(self, places: range, mask: Mask) -> None:
        """Set the documents of neighbouring lists in a mask."""
        counts = self.counts[places.start : places.stop].astype(np.int64)
        packed = long(counts, self._size) | near(counts, self._size)
        for at in np.flatnonzero(packed).tolist():
            self.add(places.start + at, mask)
        starts = self._starts[places.start : places.stop].astype(np.int64)
        mask[self._documents[spread(starts[~packed], counts[~packed])]] = True

    def several(self, at: int, documents: DocumentSet) -> tuple[Numbers, Flags]:
        """Those of the documents of a list that are not PLAIN, and their frequency | LEADING."""
        positions = np.flatnonzero(self._marked(at, at + 1))
        return documents.numbers.take(positions), self._flags_of(at, at + 1)

    def frequencies(self, at: int) -> Flags:
        """The frequency | LEADING of each document of a list."""
        return self._all_flags(at, at + 1)

    def run(self) -> Run:
        """All lists as one run."""
        return self._run(0, len(self))

    def runs(self) -> Iterator[Run]:
        """All lists in runs of no more postings than fit into memory."""
        groups = (self._firsts[1:] - 1) // AT_ONCE
        edges = [0, *(np.flatnonzero(np.diff(groups)) + 1).tolist(), len(self)]
        for low, high in pairwise(edges):
            yield self._run(low, high)

    def _run(self, low: int, high: int) -> Run:
        """The lists from one place to another."""
        counts = self.counts[low:high].astype(np.int64)
        places = self._starts[low:high].astype(np.int64)
        packed = long(counts, self._size) | near(counts, self._size)
        documents = np.zeros(int(counts.sum()), dtype=np.uint16)
        plain = self._documents[spread(places[~packed], counts[~packed])]
        documents[np.repeat(~packed, counts)] = plain
        ends = np.cumsum(counts)
        for at in np.flatnonzero(packed).tolist():
            documents[ends[at] - counts[at] : ends[at]] = self.documents(low + at).numbers
        none = np.zeros(0, np.uint16)
        flags = self._all_flags(low, high) if self._has_frequencies else none
        return Run(self.keys[low:high], counts, documents, flags)

    @cached_property
    def _firsts(self) -> Counts:
        """The number of the first posting of each list, and of one more."""
        return np.concatenate([[0], np.cumsum(self.counts, dtype=np.int64)])

    def _all_flags(self, low: int, high: int) -> Flags:
        """The flags of all postings of some lists."""
        marked = self._marked(low, high)
        flags = np.full(len(marked), PLAIN, dtype=np.uint16)
        flags[marked] = self._flags_of(low, high)
        return flags

    def _marked(self, low: int, high: int) -> Mask:
        """Which postings of some lists are not plain."""
        first, last = int(self._firsts[low]), int(self._firsts[high])
        bits = np.unpackbits(self._marks[first >> 3 : (last + 7) >> 3])
        return bits[first & 7 : (first & 7) + last - first].view(bool)

    def _flags_of(self, low: int, high: int) -> Flags:
        """The flags of the postings of some lists that are not plain."""
        first, last = int(self._odd[low]), int(self._odd[high])
        held = self._flags[first:last].astype(np.uint16)
        flags: Flags = (held & np.uint16(0x7F)) | (held & np.uint16(0x80)) << np.uint16(8)
        places, frequent = self._frequent
        if len(places):
            here = slice(*places.searchsorted(np.array([first, last], places.dtype)).tolist())
            flags[places[here] - first] = frequent[here]
        return flags
