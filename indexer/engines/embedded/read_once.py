"""What is in a file that is replaced and never changed: read once, and again after that."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


class ReadOnce(Generic[T]):
    """What is in a file, read again only when the file is another one than before."""

    def __init__(self, read: Callable[[Path], T]) -> None:
        self._read = read
        self._held: tuple[Path, tuple[int, int, int], T] | None = None

    def get(self, path: Path) -> T:
        """What the file holds now; raises what reading it raises."""
        stat, held = path.stat(), self._held
        state = stat.st_ino, stat.st_mtime_ns, stat.st_size
        if held is None or held[:2] != (path, state):
            self._held = held = path, state, self._read(path)
        return held[2]
