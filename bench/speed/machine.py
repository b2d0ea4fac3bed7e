"""What a run was made on: figures mean nothing without it."""

import os
import platform
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.speed.contestants.fts5 import SQLITE
from bench.speed.reading import ROOT

PACKAGES = ("Whoosh", "jieba", "rjieba", "numpy", "tantivy")
BUSY = 0.5


@dataclass(frozen=True, slots=True)
class Machine:
    """Processor, memory, versions, commit, and how busy the machine was at the beginning."""

    processor: str
    cores: int
    memory_mb: int
    system: str
    python: str
    versions: tuple[tuple[str, str], ...]
    commit: str
    load: float


def describe_machine() -> Machine:
    """The machine as it is now."""
    return Machine(
        processor=_line(Path("/proc/cpuinfo"), "model name") or platform.machine(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _cores(),
        memory_mb=int((_line(Path("/proc/meminfo"), "MemTotal") or "0").split()[0]) // 1024,
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        versions=(*_versions(), ("SQLite", SQLITE)),
        commit=_commit(),
        load=os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    )


def _cores() -> int:
    return os.cpu_count() or 1


def _versions() -> list[tuple[str, str]]:
    found = []
    for name in PACKAGES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            found.append((name, "not installed"))
    return found


def _commit() -> str:
    """The commit of the checkout, with a + where files have changed since; empty without git."""
    try:
        commit = _git("rev-parse", "--short", "HEAD")
        return commit + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _line(path: Path, label: str) -> str:
    """What stands behind a label of a file: model name : AMD EPYC -> AMD EPYC."""
    if not path.is_file():
        return ""
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for name, _, value in lines if name.strip() == label), "")
