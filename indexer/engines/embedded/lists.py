"""Lists of documents: short ones as numbers, long ones as one bit a document.

A list of more than a sixteenth of all documents is shorter as bits than as 16-bit numbers.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.arrays import Array, ArrayFile
from indexer.engines.embedded.runs import Run

Numbers = NDArray[np.integer]
Mask = NDArray[np.bool_]


class Documents:
    """Documents of a segment, known as a mask or as ascending numbers; the other on demand."""

    def __init__(
        self, size: int, numbers: Numbers | None = None, mask: Mask | None = None, count: int = -1
    ) -> None:
        """One of the two; with a mask also how many they are."""
        self._size, self._numbers, self._mask = size, numbers, mask
        self._count = count if numbers is None else len(numbers)

    def __len__(self) -> int:
        return self._count

    @property
    def is_dense(self) -> bool:
        """Whether they are known as a mask."""
        return self._mask is not None

    @property
    def nbytes(self) -> int:
        """The memory it may take."""
        return self._size + 8 * self._count

    @property
    def numbers(self) -> Numbers:
        """Their numbers, as wide as numpy wants an index."""
        if self._numbers is None:
            self._numbers = np.flatnonzero(self.mask)
        if self._numbers.dtype != np.intp:
            self._numbers = self._numbers.astype(np.intp)
        return self._numbers

    @property
    def mask(self) -> Mask:
        """The documents as a mask."""
        if self._mask is None:
            self._mask = np.zeros(self._size, dtype=bool)
            self._mask[self.numbers] = True
        return self._mask

    def within(self, mask: Mask) -> "Documents":
        """Those that are in a mask, too."""
        numbers = self.numbers
        return Documents(self._size, numbers[mask.take(numbers)])


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

    def documents(self, at: int) -> Documents:
        """The documents of a list."""
        count, place = int(self.counts[at]), int(self._places[at])
        if count * 16 > self._size:
            row = self._bits[place * self._width : (place + 1) * self._width]
            mask = np.unpackbits(row, count=self._size).view(bool)
            return Documents(self._size, mask=mask, count=count)
        return Documents(self._size, self._numbers[place : place + count])

    def add(self, at: int, mask: Mask) -> None:
        """Set the documents of a list in a mask."""
        held = self.documents(at)
        if len(held) * 16 > self._size:
            np.logical_or(mask, held.mask, out=mask)
        else:
            mask[held.numbers] = True

    def frequencies(self, at: int) -> NDArray[np.uint8]:
        """The frequency bytes of a list, in the order of its documents."""
        first = int(self._firsts[at])
        return self._frequencies[first : first + int(self.counts[at])]

    def several(self, at: int, documents: Documents) -> tuple[Numbers, NDArray[np.uint8]]:
        """Those of the documents of a list with more than one plain occurrence; their bytes."""
        flags = self.frequencies(at)
        positions = np.flatnonzero(flags != 1)
        return documents.numbers.take(positions), flags.take(positions)

    def run(self) -> Run:
        """All lists as one run, to be merged into another segment."""
        keys = np.repeat(np.asarray(self.keys, dtype=np.uint32), self.counts)
        lists = [self.documents(at).numbers.astype(np.uint16) for at in range(len(self))]
        documents = np.concatenate(lists) if lists else np.zeros(0, np.uint16)
        return Run(keys, documents, self._frequencies)
