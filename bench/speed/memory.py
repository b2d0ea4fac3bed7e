"""How much memory do a process and all its children hold? Looked at while they work."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Peak:
    """The most that was held at one time, in megabytes; zeros where the system does not tell."""

    anonymous: float = 0.0
    mapped: float = 0.0

    @property
    def together(self) -> float:
        """Both; a page of a file counts once for each process that has it."""
        return self.anonymous + self.mapped


class Watch:
    """Looks at a process and its children from a thread of its own, until it is stopped."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._done = threading.Event()
        self._peak = Peak()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> Peak:
        """The peak so far."""
        self._done.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._done.wait(EVERY):
            parts = [_held(process) for process in _family(self._process)]
            now = Peak(sum(part.anonymous for part in parts), sum(part.mapped for part in parts))
            self._peak = max(self._peak, now, key=lambda peak: peak.together)


def _family(process: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield process
    for tasks in (PROC / str(process) / "task").glob("*/children"):
        for child in _read(tasks).split():
            yield from _family(int(child))


def _held(process: int) -> Peak:
    rows = (line.split() for line in _read(PROC / str(process) / "status").splitlines())
    sizes = {row[0]: int(row[1]) / 1024 for row in rows if row[0].startswith("Rss")}
    mapped = sizes.get("RssFile:", 0.0) + sizes.get("RssShmem:", 0.0)
    return Peak(sizes.get("RssAnon:", 0.0), mapped)


def _read(path: Path) -> str:
    """A file of /proc; empty once its process has ended."""
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""
