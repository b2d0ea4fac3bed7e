"""The corpus folder -> its files in order, and what changed since they were last read."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import CorpusMissing
from indexer.models import SourceFile

# Not bulletins: notes for people, and corrections that belong to the file beside them.
_IGNORED_NAMES = ("readme",)
_IGNORED_SUFFIXES = (".toml",)
_IGNORED_STARTS = (".", "~$")


@dataclass(frozen=True, slots=True)
class Changes:
    """The files of the corpus against those known: no path stands in two of these.

    ``touched`` have a new time and the old content; ``removed`` are paths that are gone.
    """

    added: tuple[SourceFile, ...] = ()
    changed: tuple[SourceFile, ...] = ()
    moved: tuple[tuple[str, SourceFile], ...] = ()
    touched: tuple[SourceFile, ...] = ()
    unchanged: tuple[SourceFile, ...] = ()
    removed: tuple[str, ...] = ()


def path_of(source: str, corpus: Path) -> Path:
    """Where a source lies on the disk; sources from elsewhere are known by their whole path."""
    return corpus / source


def is_unchanged(path: Path, known: SourceFile) -> bool:
    """Whether a file is there and holds what it held when it was read."""
    try:
        stat = path.stat()
        same = (stat.st_size, stat.st_mtime_ns) == (known.size, known.mtime_ns)
        return same or (stat.st_size == known.size and _digest(path) == known.sha256)
    except OSError:
        return False


def corrections_of(path: Path) -> Path:
    """Where the corrections of a file lie, if there are any: a.pdf -> a.pdf.toml beside it."""
    return path.with_name(f"{path.name}.toml")


def name_of(path: Path, corpus: Path) -> str:
    """What a file is called in the catalogue: its path below the corpus, or its whole path."""
    resolved = path.resolve()
    if resolved.is_relative_to(corpus):
        return resolved.relative_to(corpus).as_posix()
    return resolved.as_posix()


def scan(
    places: Sequence[Path], corpus: Path, known: Iterable[SourceFile]
) -> tuple[SourceFile, ...]:
    """All files in some folders (or the files themselves), sorted by name.

    A file whose size and time are as known is not read again; of the others the SHA-256 is taken.
    CorpusMissing names a place that does not exist.
    """
    before = {source.path: source for source in known}
    found = {}
    for place in places:
        if not place.exists():
            raise CorpusMissing(f"找不到 {place}；请检查路径，或在 config.toml 的 corpus 中改正")
        for path in _files(place):
            source = _describe(path, corpus, before)
            found[source.path] = source
    return tuple(found[name] for name in sorted(found))


def compare(known: Iterable[SourceFile], found: Iterable[SourceFile]) -> Changes:
    """What must be read, moved or forgotten so that the record agrees with the files."""
    before = {source.path: source for source in known}
    after = {source.path: source for source in found}
    gone = {path: source for path, source in before.items() if path not in after}
    fresh = [source for path, source in after.items() if path not in before]
    moved = _moves(gone, fresh)
    sources = {source.path for _, source in moved}
    both = [(before[path], source) for path, source in after.items() if path in before]
    return Changes(
        added=tuple(source for source in fresh if source.path not in sources),
        changed=tuple(new for old, new in both if old.content != new.content),
        moved=moved,
        touched=tuple(new for old, new in both if old.content == new.content and old != new),
        unchanged=tuple(new for old, new in both if old == new),
        removed=tuple(sorted(gone.keys() - {old for old, _ in moved})),
    )


def _moves(
    gone: Mapping[str, SourceFile], fresh: Iterable[SourceFile]
) -> tuple[tuple[str, SourceFile], ...]:
    """New paths that hold what a vanished path held, each vanished path used once."""
    by_content: dict[tuple[str, str], list[str]] = {}
    for path in sorted(gone):
        by_content.setdefault(gone[path].content, []).append(path)
    moves = []
    for source in fresh:
        if by_content.get(source.content):
            moves.append((by_content[source.content].pop(0), source))
    return tuple(moves)


def _files(place: Path) -> Iterable[Path]:
    """The files in a folder and below it that may be bulletins; a file named outright always."""
    if place.is_file():
        return (place,)
    below = (path.relative_to(place) for path in place.rglob("*") if path.is_file())
    return (place / path for path in sorted(below) if not _ignored(path))


def _ignored(path: Path) -> bool:
    hidden = any(part.startswith(_IGNORED_STARTS) for part in path.parts)
    note = path.stem.lower() in _IGNORED_NAMES
    return hidden or note or path.suffix.lower() in _IGNORED_SUFFIXES


def _describe(path: Path, corpus: Path, known: Mapping[str, SourceFile]) -> SourceFile:
    name = name_of(path, corpus)
    stat = path.stat()
    before = known.get(name)
    if before and (before.size, before.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
        digest = before.sha256
    else:
        digest = _digest(path)
    beside = corrections_of(path)
    correction = _digest(beside) if beside.is_file() else ""
    return SourceFile(name, stat.st_size, stat.st_mtime_ns, digest, correction)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
