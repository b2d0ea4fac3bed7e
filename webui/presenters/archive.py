"""The archive as a whole: its organisations, and how its files were read."""

from collections import Counter
from dataclasses import dataclass

from indexer.models import NONE, Facets, LibraryStatus, SourceReport, Status
from webui.months import moment_label
from webui.presenters.facets import FacetItem, facet_item
from webui.state import SearchState

SHOWN_ORGANIZATIONS = 20
SHOWN_FAILURES = 100
STATUS_LABELS = {
    Status.OK: "已收录",
    Status.DAMAGED: "文件损坏",
    Status.ENCRYPTED: "已加密",
    Status.EMPTY: "没有内容",
    Status.SCANNED: "扫描件，没有文字",
    Status.GARBLED: "文字乱码",
    Status.TOO_COSTLY: "超出读取限额",
    Status.UNSUPPORTED: "不支持的文件类型",
}


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many files ended in one way."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A file that was not read, or only with doubts, and why."""

    source: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """The status page: files by outcome, and the files somebody should look at."""

    status: LibraryStatus
    built_at: str
    last_run: str
    counts: tuple[StatusCount, ...]
    failures: tuple[SourceItem, ...]
    more_failures: int
    warnings: tuple[SourceItem, ...]
    more_warnings: int


def top_organizations(facets: Facets) -> tuple[FacetItem, ...]:
    """The organisations with most articles."""
    values = (value for value in facets.organization if value.value != NONE)
    shown = tuple(values)[:SHOWN_ORGANIZATIONS]
    return tuple(facet_item("org", value, SearchState()) for value in shown)


def status_view(status: LibraryStatus) -> StatusView:
    """The status page of an archive."""
    tally = Counter(source.status for source in status.sources)
    failed = [_failure(source) for source in status.sources if source.status is not Status.OK]
    doubtful = [
        SourceItem(source.source, STATUS_LABELS[source.status], warning)
        for source in status.sources
        for warning in source.warnings
    ]
    return StatusView(
        status=status,
        built_at=moment_label(status.index.built_at) if status.index else "",
        last_run=_run_label(status.last_run or ""),
        counts=tuple(
            StatusCount(label, tally[kind]) for kind, label in STATUS_LABELS.items() if tally[kind]
        ),
        failures=tuple(failed[:SHOWN_FAILURES]),
        more_failures=max(0, len(failed) - SHOWN_FAILURES),
        warnings=tuple(doubtful[:SHOWN_FAILURES]),
        more_warnings=max(0, len(doubtful) - SHOWN_FAILURES),
    )


def _run_label(run: str) -> str:
    """2024-01-10T08:00:00+00:00 新增 1 -> 2024年1月10日 16:00，新增 1 (in Beijing)."""
    finished, _, summary = run.partition(" ")
    return f"{moment_label(finished)}，{summary}" if finished else ""


def _failure(source: SourceReport) -> SourceItem:
    return SourceItem(source.source, STATUS_LABELS[source.status], source.reason)
