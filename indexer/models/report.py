"""What was read, how it went, and what the archive holds now."""

from collections.abc import Callable
from dataclasses import dataclass

from indexer.models.bulletin import Bulletin, Concern, Cut, Issue, Notice
from indexer.models.source import ReadyArticle, Status


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source after reading: its path below the corpus, how it ended, and how many articles.

    ``warnings`` are all that was noticed, in words; ``notices`` those of the bulletin, by kind.
    """

    source: str
    status: Status
    reason: str = ""
    warnings: tuple[str, ...] = ()
    articles: int = 0
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceReading:
    """All that came of reading one source; ``ready`` as in Extraction, one for each article."""

    report: SourceReport
    bulletin: Bulletin
    ready: tuple[ReadyArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: ``done`` of ``total`` sources (or articles), and the one just finished."""

    done: int
    total: int
    subject: str


Listener = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one run of ``update`` or ``rebuild`` did; the sets of paths do not overlap.

    ``reread`` are files that are as they were, read again because rules or settings changed.
    ``sources`` are those that were read in this run, failed ones included. Files seen = added +
    changed + moved + reread + unchanged. ``articles`` is the number now indexed.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    unchanged: int = 0
    sources: tuple[SourceReport, ...] = ()
    articles: int = 0
    generation: str | None = None
    notices: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[SourceReport, ...]:
        """The sources of this run that could not be read."""
        return tuple(source for source in self.sources if source.status is not Status.OK)


@dataclass(frozen=True, slots=True)
class CatalogState:
    """Which catalogue an index was made from, and how far: its revision when it was read."""

    catalog_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class EngineStats:
    """The index as it stands: its generation, when it was built (ISO, UTC), and its articles.

    ``fingerprint`` is that of the analyser it was built with.
    """

    generation: str
    built_at: str
    articles: int
    fingerprint: str
    state: CatalogState


@dataclass(frozen=True, slots=True)
class Problem:
    """Something ``verify`` found: what it is about, what is wrong, and what to do."""

    subject: str
    fault: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ArticleOutline:
    """An article of the catalogue without its text."""

    id: str
    source: str
    issue: Issue
    title: str
    date: str | None
    organizations: tuple[str, ...]
    cut: Cut


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a series of which no issue is there: 第 36 至 38 期, between two that are.

    ``date`` is that of the issue after them, ISO as far as it is told.
    """

    series: str
    numbers: str
    before: int
    after: int
    date: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What ``doctor`` found: of what kind, what it is about, what is wrong, what to do."""

    kind: Concern
    subject: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class BuildState:
    """A run under way, or one that ended badly: ``failed`` says how. Moments are ISO, UTC."""

    pid: int
    phase: str
    started: str
    noted: str
    done: int = 0
    total: int = 0
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The archive beyond its files: how much there is of what, and what somebody should look at.

    ``silent`` are (organisation of the table, last date) of those not reported on for long.
    ``unseen`` are words of the settings that no article has.
    """

    organizations: int
    people: int
    first: str | None
    last: str | None
    undated: int
    unsigned: int
    silent: tuple[tuple[str, str], ...]
    unseen: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """The archive in figures; ``index`` is None before the first build.

    ``notices`` say what the administrator should know: an index behind the catalogue, say. The last
    run began at ``last_started`` (ISO, UTC; empty if not known); ``run`` is one under way, or one
    that failed.
    """

    sources: tuple[SourceReport, ...]
    issues: int
    articles: int
    index: EngineStats | None
    last_run: str | None = None
    notices: tuple[str, ...] = ()
    last_started: str = ""
    run: BuildState | None = None
