"""The state of the archive as programs get it."""

from collections import Counter
from dataclasses import dataclass

from indexer.models import EngineStats, LibraryStatus, Status
from webui.answers.version import VERSION
from webui.sayings import told

MOST_FAILURES = 100


@dataclass(frozen=True, slots=True)
class IndexAnswer:
    """The index an answer came from."""

    generation: str
    built_at: str


@dataclass(frozen=True, slots=True)
class FailureAnswer:
    """A file that gave no text, by its path below the corpus."""

    source: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class FilesAnswer:
    """How the files of the corpus were read; the first failures only."""

    total: int
    by_status: dict[str, int]
    failures: tuple[FailureAnswer, ...]


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """The archive in figures; ``index`` is null before the first build."""

    ok: bool
    version: int
    issues: int
    articles: int
    indexed: int
    index: IndexAnswer | None
    last_run: str | None
    files: FilesAnswer
    notices: tuple[str, ...]


def index_answer(index: EngineStats | None) -> IndexAnswer | None:
    """The index in force."""
    return IndexAnswer(index.generation, index.built_at) if index else None


def status_answer(status: LibraryStatus) -> StatusAnswer:
    """The state of an archive."""
    return StatusAnswer(
        ok=True,
        version=VERSION,
        issues=status.issues,
        articles=status.articles,
        indexed=status.index.articles if status.index else 0,
        index=index_answer(status.index),
        last_run=status.last_run,
        files=_files(status),
        notices=tuple(map(told, status.notices)),
    )


def _files(status: LibraryStatus) -> FilesAnswer:
    tally = Counter(source.status for source in status.sources)
    failed = (source for source in status.sources if source.status is not Status.OK)
    failures = [FailureAnswer(one.source, str(one.status), told(one.reason)) for one in failed]
    by_status = {str(kind): tally[kind] for kind in Status if tally[kind]}
    return FilesAnswer(len(status.sources), by_status, tuple(failures[:MOST_FAILURES]))
