"""The two steps of building a segment, each done wherever there is somebody to do it.

articles ── Take ──► block | block | block ── Join ──► segment
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from indexer.engines.embedded.arrays import ArrayParts, ArrayRecord, write_arrays
from indexer.engines.embedded.builder import Builder
from indexer.engines.embedded.merging import write_segment
from indexer.engines.embedded.storage import SegmentRecord
from indexer.models import IndexEntry


@dataclass(frozen=True, slots=True)
class BlockFile:
    """A block that waits in a file to be joined with others."""

    path: Path
    arrays: tuple[ArrayRecord, ...]


@dataclass(frozen=True, slots=True)
class Take:
    """Make a block of some articles, numbered from ``first`` on.

    They are told by their values alone, which reach another process in half the time.
    """

    rows: Sequence[tuple[Any, ...]]
    first: int
    path: Path

    @staticmethod
    def of(entries: Sequence[IndexEntry], first: int, path: Path) -> "Take":
        """The task for these articles."""
        values = attrgetter(*(one.name for one in fields(IndexEntry)))
        return Take(list(map(values, entries)), first, path)

    def do(self, builder: Builder) -> BlockFile:
        """The block in its file."""
        entries = [IndexEntry(*row) for row in self.rows]
        return BlockFile(self.path, write_arrays(self.path, builder.block(entries, self.first)))


@dataclass(frozen=True, slots=True)
class Join:
    """Make one segment of some blocks."""

    blocks: Sequence[BlockFile]
    path: Path

    def do(self, _: Builder) -> SegmentRecord:
        """The segment in its file."""
        return joined(self.blocks, self.path)


def joined(blocks: Sequence[BlockFile], path: Path) -> SegmentRecord:
    """The segment of some blocks in its file; theirs go."""
    with ExitStack() as stack:
        parts = [stack.enter_context(ArrayParts(one.path, one.arrays)) for one in blocks]
        size, arrays = write_segment(path, parts)
    for one in blocks:
        one.path.unlink()
    return SegmentRecord(path.name, size, arrays)
