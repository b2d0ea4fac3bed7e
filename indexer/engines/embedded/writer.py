"""The segments of a generation: those of the one before without what is gone, and new ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.arrays import write_arrays
from indexer.engines.embedded.builder import Builder, Draft
from indexer.engines.embedded.lists import Mask
from indexer.engines.embedded.merging import merged
from indexer.engines.embedded.runs import TILE
from indexer.engines.embedded.segment import Segment
from indexer.engines.embedded.storage import SegmentRecord
from indexer.models import IndexEntry

# Segments of at most SMALL articles are joined when there are more than MOST_SMALL of them; one of
# which more than a share of 1 / WORN was deleted is written anew.
SMALL = 4096
MOST_SMALL = 4
WORN = 5
MERGED = 9000  # where the numbers of joined segments begin


def write_segments(
    folder: Path,
    kept: Sequence[SegmentRecord],
    entries: Iterable[IndexEntry],
    removed: frozenset[str],
    analyser: Analyser,
) -> tuple[SegmentRecord, ...]:
    """Write new articles as segments into the folder of a generation that has the kept ones."""
    fresh = list(_new_segments(folder, entries, analyser))
    gone = removed | {one for _, ids in fresh for one in ids}
    old = [_without(folder, record, gone) for record in kept]
    records = [record for record in old if record.size > len(record.deleted)]
    return tuple(_tidied(folder, [*records, *(record for record, _ in fresh)]))


def _new_segments(
    folder: Path, entries: Iterable[IndexEntry], analyser: Analyser
) -> Iterator[tuple[SegmentRecord, frozenset[str]]]:
    """Segments of new articles as they are written, and the ids in each."""
    rest = iter(entries)
    for number in count():
        tile = {entry.id: entry for entry in islice(rest, TILE)}
        if not tile:
            return
        builder = Builder(analyser)
        builder.add(tile.values())
        yield _written(folder, number, builder.draft), frozenset(tile)


def _tidied(folder: Path, records: list[SegmentRecord]) -> Iterator[SegmentRecord]:
    """The segments, small ones as one if there are many; so is one with many deleted articles."""
    small = [one for one in records if one.size - len(one.deleted) <= SMALL]
    worn = [one for one in records if len(one.deleted) * WORN > one.size and one not in small]
    joined = (small if len(small) > MOST_SMALL else []) + worn
    yield from (one for one in records if one not in joined)
    for number, group in enumerate(_groups(joined)):
        parts = [(_opened(folder, one), _alive(one)) for one in group]
        yield _written(folder, MERGED + number, merged(parts))
        for one in group:
            (folder / one.file).unlink()


def _groups(records: list[SegmentRecord]) -> Iterator[list[SegmentRecord]]:
    """Segments to be joined, as many at a time as fit into one."""
    group: list[SegmentRecord] = []
    room = TILE
    for one in records:
        alive = one.size - len(one.deleted)
        if group and alive > room:
            yield group
            group, room = [], TILE
        group.append(one)
        room -= alive
    if group:
        yield group


def _written(folder: Path, number: int, draft: Draft) -> SegmentRecord:
    path = folder / f"seg-{folder.name[4:]}-{number:04d}.bin"
    return SegmentRecord(path.name, len(draft.ids), write_arrays(path, draft.arrays()))


def _opened(folder: Path, record: SegmentRecord) -> Segment:
    return Segment(folder / record.file, record.arrays)


def _alive(record: SegmentRecord) -> Mask:
    mask = np.ones(record.size, dtype=bool)
    mask[list(record.deleted)] = False
    return mask


def _without(folder: Path, record: SegmentRecord, gone: frozenset[str]) -> SegmentRecord:
    """A segment with some articles marked as deleted."""
    ids = _opened(folder, record).ids
    here = {at for at, one in enumerate(ids) if one.decode() in gone}
    return replace(record, deleted=tuple(sorted(here | set(record.deleted))))
