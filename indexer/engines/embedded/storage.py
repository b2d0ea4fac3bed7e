"""Index generations: folders that never change once published, and one pointer to the newest.

    var/index/CURRENT                  gen-00000042 and the SHA-256 of its manifest
    var/index/gen-00000042/MANIFEST.json
    var/index/gen-00000042/...         the files of the index, hard links where unchanged

A generation is built beside the others, every file is flushed, and then the pointer is replaced:
a reader sees the old generation or the new one, nothing between.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from indexer.engines.embedded.arrays import ArrayRecord
from indexer.engines.embedded.read_once import ReadOnce
from indexer.errors import IndexDamaged, IndexMissing
from indexer.models import CatalogState, Problem

POINTER = "CURRENT"
MANIFEST = "MANIFEST.json"
KEPT = 2
_REBUILD = "请运行 bulletin reindex"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of a generation: size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    """One segment: its file, what lies in it, and the numbers of its deleted documents."""

    file: str
    size: int
    arrays: tuple[ArrayRecord, ...]
    deleted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is: its format, what it was built from and when, and its files."""

    format: int
    fingerprint: str
    state: CatalogState
    articles: int
    built_at: str
    segments: tuple[SegmentRecord, ...] = ()
    files: tuple[FileRecord, ...] = ()

    @staticmethod
    def load(text: str) -> "Manifest":
        """The manifest in a JSON text; ValueError, KeyError or TypeError where it is none."""
        row = json.loads(text)
        row["state"] = CatalogState(**row["state"])
        row["files"] = tuple(FileRecord(**record) for record in row["files"])
        row["segments"] = tuple(_segment(record) for record in row.get("segments", ()))
        manifest = Manifest(**row)
        if not {one.file for one in manifest.segments} <= manifest.digests.keys():
            raise ValueError("a segment has no file")
        return manifest

    @property
    def digests(self) -> Mapping[str, str]:
        """The SHA-256 of each file."""
        return {one.name: one.sha256 for one in self.files}


class Generations:
    """The folder that holds all generations of one index."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pointer = ReadOnce(_pointed)
        self._manifest = ReadOnce(_described)

    def current(self) -> str:
        """The name of the generation in force; IndexMissing where there is none."""
        return self.pointer().split()[0]

    def pointer(self) -> str:
        """What the pointer says: the name of the generation and the digest of its manifest."""
        try:
            return self._pointer.get(self.root / POINTER)
        except FileNotFoundError as error:
            raise IndexMissing("还没有索引；请先运行 bulletin index") from error
        except (OSError, ValueError, IndexError) as error:
            raise IndexDamaged(f"读不了索引指针 {self.root / POINTER}；{_REBUILD}") from error

    def manifest(self, name: str) -> Manifest:
        """The manifest of a generation; IndexDamaged where it is missing or does not fit."""
        try:
            return self._manifest.get(self.root / name / MANIFEST)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"索引 {name} 的清单损坏或缺失；{_REBUILD}") from error

    def begin(self, base: str | None = None) -> Path:
        """A new folder for the next generation, with hard links to the files of ``base``."""
        self.root.mkdir(parents=True, exist_ok=True)
        folder = self.root / f"gen-{max(self._numbers(), default=0) + 1:08d}"
        folder.mkdir()
        if base is not None:
            for record in self.manifest(base).files:
                _link(self.root / base / record.name, folder / record.name)
        return folder

    def publish(self, folder: Path, manifest: Manifest) -> str:
        """Make a finished folder the generation in force and forget those before the last."""
        names = sorted(path.name for path in folder.iterdir() if not path.name.endswith("LOCK"))
        known = self._known(folder)
        records = tuple(known.get(name) or _record(folder / name) for name in names)
        full = replace(manifest, files=records)
        text = json.dumps(asdict(full), ensure_ascii=False, indent=1)
        _write(folder / MANIFEST, text)
        for name in names:
            if name not in known:
                _flush(folder / name)
        _flush(folder)
        _flush(self.root)
        fresh = self.root / f"{POINTER}.new"
        _write(fresh, f"{folder.name} {hashlib.sha256(text.encode()).hexdigest()}\n")
        fresh.replace(self.root / POINTER)
        _flush(self.root)
        self._prune(folder.name)
        return folder.name

    def discard(self, folder: Path) -> None:
        """Remove an unfinished generation."""
        shutil.rmtree(folder, ignore_errors=True)

    def verify(self) -> tuple[Problem, ...]:
        """Every file of the generation in force that is missing or differs from its manifest."""
        name = self.current()
        found = []
        for record in self.manifest(name).files:
            path = self.root / name / record.name
            if not path.is_file():
                found.append(Problem(f"{name}/{record.name}", "文件缺失", _REBUILD))
            elif _record(path) != record:
                found.append(Problem(f"{name}/{record.name}", "内容与清单不符", _REBUILD))
        return tuple(found)

    def _known(self, folder: Path) -> dict[str, FileRecord]:
        """What is told already of the files that are the same as in the generation in force.

        Were they read again, damage done meanwhile would be taken for what was written.
        """
        try:
            name = self.current()
        except IndexMissing:
            return {}
        return {
            record.name: record
            for record in self.manifest(name).files
            if _is_same(self.root / name / record.name, folder / record.name)
        }

    def _numbers(self) -> list[int]:
        names = (path.name for path in self.root.glob("gen-*"))
        return [int(name[4:]) for name in names if name[4:].isdigit()]

    def _prune(self, newest: str) -> None:
        """Delete all but the newest generations and whatever an interrupted build left behind."""
        last = int(newest[4:])
        kept = sorted(number for number in self._numbers() if number <= last)[-KEPT:]
        for number in self._numbers():
            if number not in kept:
                shutil.rmtree(self.root / f"gen-{number:08d}", ignore_errors=True)


def _pointed(path: Path) -> str:
    name, *digest = path.read_text(encoding="ascii").split()
    return " ".join((name, *digest))


def _described(path: Path) -> Manifest:
    return Manifest.load(path.read_text(encoding="utf-8"))


def _segment(row: dict[str, Any]) -> SegmentRecord:
    arrays = tuple(ArrayRecord(*record.values()) for record in row["arrays"])
    size, deleted = row["size"], tuple(row["deleted"])
    if deleted and not 0 <= min(deleted) <= max(deleted) < size:
        raise ValueError(f"deleted: {min(deleted)} to {max(deleted)} of {size}")
    return SegmentRecord(row["file"], size, arrays, deleted)


def _record(path: Path) -> FileRecord:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileRecord(path.name, path.stat().st_size, digest)


def _is_same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.samefile(other)


def _link(source: Path, target: Path) -> None:
    """A second name for a file; a copy where the file system has no hard links."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _flush(path: Path) -> None:
    """Put a file's content, or a folder's entries, on the disk; Windows has no folder flush."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
