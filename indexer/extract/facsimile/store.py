"""Files that can be made again, kept while there is room for them."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock

# Room is made when so large a part of it was written since the last time, and so much is left.
_BATCH = 1 / 16
_LEFT = 0.9


class Store:
    """A folder of at most so many bytes, or a sixteenth more; what was not used longest goes first.

    A disk that is full or cannot be written to costs time, and nothing else.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._most = most_bytes
        self._written = most_bytes  # how much is there is not known yet
        self._lock = Lock()

    def get(self, name: str) -> bytes | None:
        """What is kept under a name; None where that is nothing."""
        path = self._folder / name
        with suppress(OSError):
            data = path.read_bytes()
            with suppress(OSError):
                os.utime(path)
            return data
        return None

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name: all of it, or nothing."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._folder, delete=False) as file:
                try:
                    file.write(data)
                    file.close()
                    Path(file.name).replace(self._folder / name)
                except OSError:
                    Path(file.name).unlink()
                    raise
            self._make_room(len(data))

    def _make_room(self, more: int) -> None:
        """Takes away the oldest files, now and then."""
        with self._lock:
            self._written += more
            if self._written < self._most * _BATCH:
                return
            self._written = 0
        files = sorted((entry.stat().st_mtime_ns, entry) for entry in self._folder.iterdir())
        sizes = [path.stat().st_size for _, path in files]
        total = sum(sizes)
        if total <= self._most:
            return
        for (_, path), size in zip(files, sizes, strict=True):
            if total <= self._most * _LEFT:
                return
            path.unlink(missing_ok=True)
            total -= size
