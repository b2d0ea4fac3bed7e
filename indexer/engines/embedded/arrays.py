"""Named arrays in one file, mapped into memory; what they are is told by the manifest.

seg-1f3a.bin   body_words.documents | body_words.frequencies | ... each at a multiple of 64 bytes
"""

import mmap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.errors import IndexDamaged

ALIGNED = 64
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


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> tuple[ArrayRecord, ...]:
    """Write the arrays into a new file, in the order of their names."""
    records = []
    with path.open("wb") as file:
        for name in sorted(arrays):
            array = np.ascontiguousarray(arrays[name])
            file.write(bytes(-file.tell() % ALIGNED))
            kind = array.dtype.newbyteorder("<").str.replace("|", "")
            records.append(ArrayRecord(name, kind, file.tell(), array.size))
            array.astype(kind, copy=False).tofile(file)
    return tuple(records)


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
