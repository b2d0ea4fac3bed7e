"""Any number of articles -> segments, in memory that does not grow with them.

Blocks of articles lie in files until the segment they belong to is full; then they are joined.
"""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from itertools import chain, islice
from pathlib import Path

from indexer.engines.base import Analyser
from indexer.engines.embedded.crew import Alone, Crew, Hands
from indexer.engines.embedded.runs import TILE
from indexer.engines.embedded.storage import SegmentRecord
from indexer.engines.embedded.tasks import Take
from indexer.models import IndexEntry

# A block is full with so many articles, or so many characters.
ARTICLES, CHARACTERS = 2048, 4_000_000
# Up to so many articles are done here before other processes have started.
FEW = 4096
# Each process holds the dictionary and a block: with two and this one we stay below 600 MB.
MOST_PROCESSES = 2


def write_new(
    folder: Path, entries: Iterable[IndexEntry], analyser: Analyser
) -> tuple[SegmentRecord, ...]:
    """Write all articles as segments into a folder; what is left of blocks goes with the folder.

    Raises OSError where there is no room, BuildFailed where a process that helped has died.
    """
    rest = iter(entries)
    some = list(islice(rest, FEW + 1))
    processes = min(_processors(), MOST_PROCESSES)
    everything = chain(_emptied(some), rest)
    if len(some) <= FEW or processes < 2:
        return _written(folder, everything, Alone(analyser))
    with Crew(analyser, processes) as crew:
        return _written(folder, everything, crew)


def _written(
    folder: Path, entries: Iterable[IndexEntry], hands: Hands
) -> tuple[SegmentRecord, ...]:
    segments: list[Future[SegmentRecord]] = []
    rest = iter(entries)
    while True:
        number = len(segments)
        blocks = []
        for first, block in _blocks(islice(rest, TILE)):
            path = folder / f"block-{number:04d}-{first:05d}.tmp"
            blocks.append(hands.take(Take.of(block, first, path)))
        if not blocks:
            return tuple(segment.result() for segment in segments)
        segments.append(hands.join(blocks, segment_path(folder, number)))


def segment_path(folder: Path, number: int) -> Path:
    """The file of a segment of a generation."""
    return folder / f"seg-{folder.name[4:]}-{number:04d}.bin"


def _blocks(entries: Iterable[IndexEntry]) -> Iterator[tuple[int, list[IndexEntry]]]:
    """Articles in blocks, each with the number of its first one."""
    block: list[IndexEntry] = []
    first = characters = 0
    for entry in entries:
        block.append(entry)
        characters += len(entry.title) + len(entry.body)
        if len(block) == ARTICLES or characters >= CHARACTERS:
            yield first, block
            first, characters, block = first + len(block), 0, []
    if block:
        yield first, block


def _emptied(held: list[IndexEntry]) -> Iterator[IndexEntry]:
    """The elements of a list, which lets go of them."""
    held.reverse()
    while held:
        yield held.pop()


def _processors() -> int:
    """How many processors we may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
