"""Lists of documents -> the arrays that ``lists`` reads."""

from collections.abc import Iterable, Iterator

import numpy as np

from indexer.engines.embedded.arrays import Array, ArrayWriter
from indexer.engines.embedded.lists import SATURATED, SKIP, long, near
from indexer.engines.embedded.runs import (
    LEADING,
    MOST_FREQUENT,
    PLAIN,
    Counts,
    Documents,
    Flags,
    Run,
    spread,
)


def write_lists(
    writer: ArrayWriter, name: str, runs: Iterable[Run], size: int, frequencies: bool = True
) -> None:
    """Write all lists of some runs, whose keys ascend, for a segment of ``size`` documents."""
    packer = _Packer(size)
    writer.stream(f"{name}.documents", np.uint16, map(packer.take, runs))
    for part, array in packer.directory():
        writer.add(f"{name}.{part}", array)
    if frequencies:
        for part, array in packer.frequencies():
            writer.add(f"{name}.{part}", array)


class _Packer:
    """Packs run after run, and remembers what is written when all documents are."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._keys, self._counts = [np.zeros(0, np.uint32)], [np.zeros(0, np.int64)]
        self._units = [np.zeros(0, np.int64)]
        self._odd, self._marks = [np.zeros(0, np.int64)], [np.zeros(0, np.uint8)]
        self._flags, self._frequent = [np.zeros(0, np.uint8)], [np.zeros(0, np.uint16)]
        self._frequent_at = [np.zeros(0, np.int64)]
        self._unpacked, self._held = np.zeros(0, bool), 0

    def take(self, run: Run) -> Documents:
        """The documents of a run, packed."""
        if not len(run.keys):
            return run.documents
        starts = np.cumsum(run.counts) - run.counts
        packed, units = self._documents(run, starts)
        self._keys.append(run.keys)
        self._counts.append(run.counts)
        self._units.append(units)
        if len(run.flags):
            self._take_flags(run.flags, starts)
        return packed

    def directory(self) -> Iterator[tuple[str, Array]]:
        """What tells where each list lies."""
        yield "keys", np.concatenate(self._keys)
        yield "counts", np.concatenate(self._counts).astype(np.uint32)
        yield "starts", _starts(self._units)

    def frequencies(self) -> Iterator[tuple[str, Array]]:
        """The frequencies of the postings that are not plain, and which these are."""
        yield "odd", _starts(self._odd)
        yield "marks", np.concatenate([*self._marks, np.packbits(self._unpacked)])
        yield "flags", np.concatenate(self._flags)
        yield "frequent.at", np.concatenate(self._frequent_at).astype(np.uint32)
        yield "frequent.flags", np.concatenate(self._frequent)

    def _take_flags(self, flags: Flags, starts: Counts) -> None:
        """Keep the flags that are not plain, a byte each, and mark whose they are, a bit each."""
        odd = flags != PLAIN
        self._odd.append(np.add.reduceat(odd, starts, dtype=np.int64))
        marks = np.concatenate([self._unpacked, odd])
        whole = len(marks) & ~7
        self._marks.append(np.packbits(marks[:whole]))
        self._unpacked = marks[whole:]
        kept = flags[odd]
        frequencies = kept & np.uint16(MOST_FREQUENT)
        leading = (kept & np.uint16(LEADING)) >> np.uint16(8)
        self._flags.append((np.minimum(frequencies, SATURATED) | leading).astype(np.uint8))
        frequent = np.flatnonzero(frequencies >= SATURATED)
        self._frequent_at.append(frequent + self._held)
        self._frequent.append(kept[frequent])
        self._held += len(kept)

    def _documents(self, run: Run, starts: Counts) -> tuple[Documents, Counts]:
        """The documents of all lists in units of 16 bits, and how many units each list has."""
        counts, size = run.counts, self._size
        far, close = long(counts, size), near(counts, size)
        short = ~(far | close)
        gaps, widths = _gaps(run.documents[np.repeat(close, counts)], counts[close])
        units = np.where(far, -(-size // 16), counts)
        units[close] = widths
        places = np.cumsum(units) - units
        packed = np.zeros(int(units.sum()), dtype=np.uint16)
        packed[spread(places[short], counts[short])] = run.documents[np.repeat(short, counts)]
        packed[spread(places[close], widths)] = gaps
        for at in np.flatnonzero(far).tolist():
            documents = run.documents[starts[at] : starts[at] + counts[at]]
            packed[places[at] : places[at] + units[at]] = _bits(documents, size)
        return packed, units


def _gaps(documents: Documents, counts: Counts) -> tuple[Documents, Counts]:
    """The gaps of some lists, each filled up to whole units, and how many units each has."""
    if not len(counts):
        return np.zeros(0, np.uint16), counts
    starts = np.cumsum(counts) - counts
    gaps = np.diff(documents.astype(np.int64), prepend=0)
    gaps[starts] = documents[starts]
    skips = gaps // SKIP
    widths = counts + np.add.reduceat(skips, starts)
    odd = widths & 1
    places = np.cumsum(skips + 1) - 1 + np.repeat(np.cumsum(odd) - odd, counts)
    packed = np.full(int((widths + odd).sum()), SKIP, dtype=np.uint8)
    packed[places] = gaps - skips * SKIP
    return packed.view(np.uint16), (widths + odd) // 2


def _bits(documents: Documents, size: int) -> Documents:
    mask = np.zeros(-(-size // 16) * 16, dtype=bool)
    mask[documents] = True
    bits: Documents = np.packbits(mask).view(np.uint16)
    return bits


def _starts(sizes: list[Counts]) -> Array:
    """Where each of some parts begins, and one more."""
    return np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.uint32)
