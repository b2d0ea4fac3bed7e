"""What lies on the disk: how much is used and left, and whether files came after the last run."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes that catalogue and index take and that are left; files newer than the last run."""

    used: int
    free: int
    has_newer_files: bool


def look_at(data: Path, corpus: Path, last_run: str | None) -> Disk:
    """The disk under the folders of an archive; ``last_run`` begins with its end (ISO)."""
    used = sum(_sizes(data))
    free = shutil.disk_usage(data if data.exists() else data.parent).free
    return Disk(used, free, bool(last_run) and _has_newer(corpus, last_run or ""))


def _has_newer(corpus: Path, last_run: str) -> bool:
    """Whether a file is from after the second in which the last run ended."""
    finished = datetime.fromisoformat(last_run.partition(" ")[0]).timestamp() + 1
    return any(moment >= finished for moment in _moments(corpus))


def _sizes(folder: Path) -> Iterator[int]:
    return (path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _moments(folder: Path) -> Iterator[float]:
    return (path.stat().st_mtime for path in folder.rglob("*") if path.is_file())
