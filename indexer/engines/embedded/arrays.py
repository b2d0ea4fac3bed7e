"""Named arrays in one file, mapped into memory; what they are is told by the manifest.

seg-1f3a.bin   body.words.keys | body.words.counts | ... each at a multiple of 64 bytes
"""

import mmap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from os import SEEK_CUR
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from indexer.errors import IndexDamaged

ALIGNED = 64
PIECE = 1 << 20  # elements that are read at a time
KINDS = ("u1", "<u2", "<u4", "<u8", "<i4", "<f8")

# Of whatever element type the record tells.
Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class ArrayRecord:
    """One array of a file: its name, element type, place in bytes, and number of elements."""

    name: str
    kind: str
    offset: int
    count: int


class ArrayWriter:
    """A new file that is filled with arrays one behind the other."""

    def __init__(self, path: Path) -> None:
        self.records: list[ArrayRecord] = []
        self._file = path.open("wb")

    def __enter__(self) -> "ArrayWriter":
        """The writer itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._file.close()

    def add(self, name: str, array: Array) -> None:
        """Write an array."""
        self.stream(name, array.dtype, (array,))

    def stream(self, name: str, kind: DTypeLike, pieces: Iterable[Array]) -> None:
        """Write an array that comes in pieces."""
        little = np.dtype(kind).newbyteorder("<")
        start = self._file.seek(-self._file.tell() % ALIGNED, SEEK_CUR)
        for piece in pieces:
            np.ascontiguousarray(piece, dtype=little).tofile(self._file)
        count = (self._file.tell() - start) // little.itemsize
        self.records.append(ArrayRecord(name, little.str.replace("|", ""), start, count))


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> tuple[ArrayRecord, ...]:
    """Write the arrays into a new file, in the order of their names."""
    with ArrayWriter(path) as writer:
        for name in sorted(arrays):
            writer.add(name, arrays[name])
    return tuple(writer.records)


class ArrayParts:
    """The arrays of one file, of which no more is in memory than was asked for."""

    def __init__(self, path: Path, records: Iterable[ArrayRecord]) -> None:
        self._file = path.open("rb")
        self._records = {record.name: record for record in records}

    def __enter__(self) -> "ArrayParts":
        """The arrays themselves."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._file.close()

    def read(self, name: str, start: int = 0, stop: int | None = None) -> Array:
        """The elements [start, stop) of an array, as many of them as there are."""
        record = self._records[name]
        width = np.dtype(record.kind).itemsize
        start, stop, _ = slice(start, stop).indices(record.count)
        self._file.seek(record.offset + start * width)
        return np.frombuffer(self._file.read((stop - start) * width), record.kind)

    def pieces(self, name: str) -> Iterator[Array]:
        """An array in pieces."""
        count = self._records[name].count
        for start in range(0, count, PIECE):
            yield self.read(name, start, min(start + PIECE, count))


class ArrayFile:
    """The arrays of one file, read-only; safe to be shared by threads."""

    def __init__(self, path: Path, records: tuple[ArrayRecord, ...]) -> None:
        """Raises IndexDamaged where the file does not hold what the records say."""
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._arrays = {record.name: self._array(record) for record in records}
        except (OSError, ValueError, TypeError) as error:
            raise IndexDamaged(
                f"索引文件 {path.name} 打不开：{error}；请运行 bulletin reindex"
            ) from error

    def __getitem__(self, name: str) -> Array:
        """The array of this name; IndexDamaged where the records have none."""
        try:
            return self._arrays[name]
        except KeyError as error:
            raise IndexDamaged(f"索引文件缺少 {name}；请运行 bulletin reindex") from error

    def _array(self, record: ArrayRecord) -> Array:
        if record.kind not in KINDS or record.count < 0 or record.offset < 0:
            raise ValueError(f"{record.name}: {record.kind}")
        if not record.count:
            return np.zeros(0, dtype=record.kind)
        return np.frombuffer(self._map, record.kind, record.count, record.offset)
