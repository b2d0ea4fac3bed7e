"""One writer at a time: a file lock that dies with its process."""

import os
import sys
from pathlib import Path
from types import TracebackType

from indexer.errors import WriterBusy

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class WriterLock:
    """Held by whoever writes catalogue and index; WriterBusy at once if somebody else does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def __enter__(self) -> "WriterLock":
        """Take the lock and note our process number in the file."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(handle)
        except OSError as error:
            holder = os.read(handle, 32).decode("ascii", "replace").strip()
            os.close(handle)
            raise WriterBusy(
                f"另一个进程（{holder or '未知'}）正在写入资料库；请等它结束后再运行"
            ) from error
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        self._handle = handle
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the lock back."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _take(handle: int) -> None:
    if sys.platform == "win32":
        # Beyond the process number, which others may read while the range is locked.
        os.lseek(handle, 1024, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
