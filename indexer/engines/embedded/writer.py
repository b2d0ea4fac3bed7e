"""The segments of a generation: those of the one before without what is gone, and new ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded import apart
from indexer.engines.embedded.arrays import ArrayFile
from indexer.engines.embedded.bulk import segment_path, write_new
from indexer.engines.embedded.documents import Mask
from indexer.engines.embedded.lexicon import Texts
from indexer.engines.embedded.runs import TILE
from indexer.engines.embedded.segment import Segment
from indexer.engines.embedded.storage import SegmentRecord
from indexer.engines.embedded.superseded import superseded
from indexer.engines.embedded.tasks import BlockFile, joined
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
    fresh = write_new(folder, entries, analyser)
    gone = superseded(
        [(_ids(folder, one), _alive(one)) for one in kept],
        [_ids(folder, one) for one in fresh],
        [one.encode() for one in removed],
    )
    records = [
        replace(one, deleted=tuple(sorted({*one.deleted, *numbers})))
        for one, numbers in zip((*kept, *fresh), gone, strict=True)
    ]
    return tuple(_tidied(folder, [one for one in records if one.size > len(one.deleted)]))


def _tidied(folder: Path, records: list[SegmentRecord]) -> Iterator[SegmentRecord]:
    """The segments, small ones as one if there are many; so is one with many deleted articles."""
    small = [one for one in records if one.size - len(one.deleted) <= SMALL]
    worn = [one for one in records if len(one.deleted) * WORN > one.size and one not in small]
    chosen = (small if len(small) > MOST_SMALL else []) + worn
    yield from (one for one in records if one not in chosen)
    for number, group in enumerate(_groups(chosen)):
        yield _merged(folder, group, MERGED + number)


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


def _merged(folder: Path, group: list[SegmentRecord], number: int) -> SegmentRecord:
    """One segment with the articles of some that are alive; their files go."""
    blocks: list[BlockFile] = []
    first = 0
    for one in group:
        path = folder / f"block-{number:04d}-{first:05d}.tmp"
        alive = _alive(one)
        arrays = apart.write_block(path, _opened(folder, one), alive, first)
        blocks.append(BlockFile(path, arrays))
        (folder / one.file).unlink()
        first += int(alive.sum())
    return joined(blocks, segment_path(folder, number))


def _opened(folder: Path, record: SegmentRecord) -> Segment:
    return Segment(folder / record.file, record.arrays)


def _ids(folder: Path, record: SegmentRecord) -> Texts:
    """The ids of a segment, of which nothing else is opened."""
    return Texts(ArrayFile(folder / record.file, record.arrays), "ids")


def _alive(record: SegmentRecord) -> Mask:
    mask = np.ones(record.size, dtype=bool)
    mask[list(record.deleted)] = False
    return mask
