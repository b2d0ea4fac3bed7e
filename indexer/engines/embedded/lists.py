"""Lists of documents: short ones as numbers, long ones as one bit a document.

A list of more than a sixteenth of all documents is shorter as bits than as 16-bit numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.arrays import Array, ArrayFile
from indexer.engines.embedded.runs import Run

Numbers = NDArray[np.integer]
Mask = NDArray[np.bool_]
PLAIN = 1  # what is kept of a word that stands in a text once, and not at its beginning


@dataclass(frozen=True, slots=True)
class Postings:
    """A list of documents, and what is kept of those where the word is not merely there once.

    ``positions`` are places in ``documents``, ascending; ``flags`` their frequency | LEADING. All
    others are PLAIN.
    """

    documents: Numbers
    positions: Numbers
    flags: Numbers


def pack(run: Run, size: int, name: str, frequencies: bool = True) -> Mapping[str, Array]:
    """The arrays of all lists of a run, under ``name``, for a segment of ``size`` documents."""
    starts = np.flatnonzero(np.diff(run.keys, prepend=~run.keys[:1]))
    counts = np.diff(starts, append=len(run.keys))
    long = counts * 16 > size
    short = np.repeat(~long, counts)
    rows = [
        np.packbits(_bits(run.documents[start : start + count], size))
        for start, count in zip(starts[long], counts[long], strict=True)
    ]
    places = np.where(long, np.cumsum(long) - 1, np.cumsum(np.where(long, 0, counts)))
    places[~long] -= counts[~long]
    arrays: dict[str, Array] = {
        f"{name}.keys": run.keys[starts],
        f"{name}.counts": counts.astype(np.uint32),
        f"{name}.places": places.astype(np.uint32),
        f"{name}.numbers": run.documents[short],
        f"{name}.bits": np.concatenate(rows) if rows else np.zeros(0, np.uint8),
    }
    if frequencies:
        arrays[f"{name}.frequencies"] = run.frequencies
        arrays[f"{name}.firsts"] = starts.astype(np.uint32)
    return arrays


def _bits(documents: Numbers, size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[documents] = True
    return mask


class Lists:
    """The lists of one kind in one segment, by their places in the order of their keys."""

    def __init__(self, file: ArrayFile, name: str, size: int, frequencies: bool = True) -> None:
        self.keys = file[f"{name}.keys"]
        self.counts, self._places = file[f"{name}.counts"], file[f"{name}.places"]
        self._numbers, self._bits = file[f"{name}.numbers"], file[f"{name}.bits"]
        self._size, self._width = size, (size + 7) // 8
        self._frequencies = file[f"{name}.frequencies"] if frequencies else np.zeros(0, np.uint8)
        self._firsts = file[f"{name}.firsts"] if frequencies else np.zeros(0, np.uint32)

    def __len__(self) -> int:
        return len(self.counts)

    def count(self, at: int) -> int:
        """How many documents a list has."""
        return int(self.counts[at])

    def documents(self, at: int) -> Numbers:
        """The documents of a list, ascending."""
        count, place = int(self.counts[at]), int(self._places[at])
        if count * 16 > self._size:
            return np.flatnonzero(self._row(place))
        return self._numbers[place : place + count]

    def add(self, at: int, mask: Mask) -> None:
        """Set the documents of a list in a mask."""
        count, place = int(self.counts[at]), int(self._places[at])
        if count * 16 > self._size:
            np.logical_or(mask, self._row(place), out=mask)
        else:
            mask[self._numbers[place : place + count]] = True

    def frequencies(self, at: int) -> NDArray[np.uint8]:
        """The frequency bytes of a list, in the order of its documents."""
        first = int(self._firsts[at])
        return self._frequencies[first : first + int(self.counts[at])]

    def postings(self, at: int) -> Postings:
        """The documents of a list and the frequencies of those that are not plain."""
        flags = self.frequencies(at)
        positions = np.flatnonzero(flags != PLAIN)
        return Postings(self.documents(at), positions, flags[positions])

    def run(self) -> Run:
        """All lists as one run, to be merged into another segment."""
        keys = np.repeat(np.asarray(self.keys, dtype=np.uint32), self.counts)
        lists = [self.documents(at).astype(np.uint16) for at in range(len(self))]
        documents = np.concatenate(lists) if lists else np.zeros(0, np.uint16)
        return Run(keys, documents, self._frequencies)

    def _row(self, place: int) -> Mask:
        row = self._bits[place * self._width : (place + 1) * self._width]
        return np.unpackbits(row, count=self._size).view(bool)
