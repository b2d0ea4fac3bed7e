"""Sorted texts in two arrays: all their bytes in a row, and where each begins."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from indexer.engines.embedded.arrays import Array, ArrayFile

STEP = 64


def pack_texts(texts: Iterable[bytes], name: str) -> Mapping[str, Array]:
    """The arrays of some texts, in the order given."""
    held = list(texts)
    offsets = np.zeros(len(held) + 1, dtype=np.uint32)
    np.cumsum([len(text) for text in held], out=offsets[1:])
    return {
        f"{name}.bytes": np.frombuffer(b"".join(held), np.uint8),
        f"{name}.offsets": offsets,
    }


def unpack_texts(whole: Array, offsets: Array) -> list[bytes]:
    """The texts of the two arrays."""
    held = whole.tobytes()
    return [held[low:high] for low, high in pairwise(offsets.tolist())]


class Texts(Sequence[bytes]):
    """Texts of a file, read where they lie."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._bytes = memoryview(file[f"{name}.bytes"])  # type: ignore[arg-type]  # a buffer
        self._offsets = file[f"{name}.offsets"]

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]  # never a slice
        return bytes(self._bytes[self._offsets[at] : self._offsets[at + 1]])

    def __iter__(self) -> Iterator[bytes]:
        whole, offsets = bytes(self._bytes), self._offsets.tolist()
        return (whole[low:high] for low, high in pairwise(offsets))

    def find(self, text: bytes) -> int:
        """The place of a text among sorted ones; -1 where it is not."""
        at = self._place(text)
        return at if at < len(self) and self[at] == text else -1

    def beginning(self, prefix: bytes) -> range:
        """The places of the sorted texts that begin with a prefix."""
        return range(self._place(prefix), self._place(prefix + b"\xff\xff\xff\xff"))

    def _place(self, text: bytes) -> int:
        """Where a text stands among sorted ones, or would stand."""
        step = bisect_left(self._steps, text)
        low = max(step - 1, 0) * STEP
        return bisect_left(self, text, low, min(step * STEP + 1, len(self)))

    @cached_property
    def _steps(self) -> list[bytes]:
        """Every 64th text, so that most of a search does not touch the file."""
        return [self[at] for at in range(0, len(self), STEP)]
