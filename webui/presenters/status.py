"""The state of the archive: how much it holds, the last run, and what somebody should look at."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby

from indexer.config import Config
from indexer.library import KIND_WORDS
from indexer.models import BuildState, Concern, Finding, LibraryStatus, Overview, Status
from webui.disk import Disk
from webui.months import date_label, moment_label, range_label
from webui.presenters.archive import STATUS_LABELS, SourceItem, StatusCount

SHOWN = 100
SHOWN_OF_A_KIND = 20
PACKAGE = "bulletin-search"
MEGABYTE = 1024 * 1024
LITTLE = 500  # MB that should be left
RECOGNISED = "（OCR）"  # is in the warning of a file whose text was guessed


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list: 文章, 2,846 篇."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ConcernItem:
    """The findings of one kind, the first ones, and what to do about them."""

    id: str
    label: str
    total: int
    findings: tuple[Finding, ...]
    remedies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusView:
    """The status page."""

    notices: tuple[str, ...]
    facts: tuple[Fact, ...]
    files: int
    counts: tuple[StatusCount, ...]
    failures: tuple[SourceItem, ...]
    more_failures: int
    concerns: tuple[ConcernItem, ...]
    silent: tuple[str, ...]
    unseen: tuple[str, ...]
    settings: tuple[Fact, ...]


def status_view(
    status: LibraryStatus, overview: Overview, config: Config, disk: Disk
) -> StatusView:
    """The status page of an archive."""
    tally = Counter(source.status for source in status.sources)
    failed = failures(status, overview)
    return StatusView(
        notices=(*_run_notices(status.run), *status.notices, *_disk_notices(disk)),
        facts=tuple(_facts(status, overview)),
        files=len(status.sources),
        counts=tuple(
            StatusCount(label, tally[kind]) for kind, label in STATUS_LABELS.items() if tally[kind]
        ),
        failures=failed[:SHOWN],
        more_failures=max(0, len(failed) - SHOWN),
        concerns=tuple(_concerns(overview.findings)),
        silent=tuple(
            f"{name}（{date_label(last) or '日期不详'}）" for name, last in overview.silent
        ),
        unseen=overview.unseen,
        settings=tuple(_settings(status, config, disk)),
    )


def failures(status: LibraryStatus, overview: Overview) -> tuple[SourceItem, ...]:
    """The files that gave no text by reason, each with what to do."""
    remedies = {
        finding.subject: finding.remedy
        for finding in overview.findings
        if finding.kind is Concern.UNREADABLE
    }
    failed = [source for source in status.sources if source.status is not Status.OK]
    order = list(Status)
    failed.sort(key=lambda source: (order.index(source.status), source.source))
    return tuple(
        SourceItem(one.source, STATUS_LABELS[one.status], one.reason, remedies.get(one.source, ""))
        for one in failed
    )


def _facts(status: LibraryStatus, overview: Overview) -> Iterator[Fact]:
    yield Fact("期数", f"{status.issues:,}")
    yield Fact("文章", f"{status.articles:,}")
    yield Fact("单位", f"{overview.organizations:,}")
    yield Fact("人物", f"{overview.people:,}")
    if overview.first:
        yield Fact("日期", range_label(overview.first, overview.last))
    yield Fact("没有日期的文章", f"{overview.undated:,}")
    yield Fact("没有单位的文章", f"{overview.unsigned:,}")
    guessed = sum(any(RECOGNISED in text for text in one.warnings) for one in status.sources)
    if guessed:
        yield Fact("文字由识别得到的文件", f"{guessed:,}")
    if status.last_started:
        yield Fact("上次运行开始", moment_label(status.last_started))
    finished, _, summary = (status.last_run or "").partition(" ")
    ended = f"{moment_label(finished)}，{summary}" if finished else "尚未运行"
    yield Fact("上次运行结束", ended)
    index = status.index
    if index is None:
        yield Fact("索引", "尚未建立，请运行 bulletin index")
        return
    yield Fact("索引", f"{index.generation}，{index.articles:,} 篇")
    yield Fact("索引建立时间", moment_label(index.built_at))


def _run_notices(run: BuildState | None) -> Iterator[str]:
    """A run under way, or one that failed while the index before it still answers."""
    if run is None:
        return
    if run.failed:
        began = moment_label(run.started)
        yield f"{began}开始的{run.phase}没有完成：{run.failed}。原来的索引仍在使用；请重新运行"
        return
    done = f"{run.done:,}/{run.total:,}" if run.total else "刚开始"
    yield f"正在{run.phase}（进程 {run.pid}，{done}，{moment_label(run.noted)}）"


def _disk_notices(disk: Disk) -> Iterator[str]:
    if disk.free < LITTLE * MEGABYTE:
        yield f"磁盘只剩 {disk.free // MEGABYTE:,} MB，可能不够重建索引；请清理磁盘"
    if disk.has_newer_files:
        yield "资料文件夹里有上次运行以后的文件；请运行 bulletin index"


def _concerns(findings: tuple[Finding, ...]) -> Iterator[ConcernItem]:
    """The findings by kind; files that gave no text are told apart."""
    order = list(Concern)
    others = [one for one in findings if one.kind is not Concern.UNREADABLE]
    others.sort(key=lambda finding: order.index(finding.kind))
    for kind, group in groupby(others, key=lambda finding: finding.kind):
        own = tuple(group)
        remedies = tuple(dict.fromkeys(finding.remedy for finding in own))
        shown = own[:SHOWN_OF_A_KIND]
        yield ConcernItem(f"concern-{kind}", KIND_WORDS[kind], len(own), shown, remedies)


def _settings(status: LibraryStatus, config: Config, disk: Disk) -> Iterator[Fact]:
    """What a report of a fault should say; nothing that is secret."""
    yield Fact("程序版本", version(PACKAGE))
    yield Fact("词典指纹", status.index.fingerprint if status.index else "无")
    yield Fact("目录库与索引占用", f"{disk.used / MEGABYTE:,.1f} MB")
    yield Fact("磁盘剩余", f"{disk.free // MEGABYTE:,} MB")
    yield Fact("每页篇数", f"{config.search.page_size}")
    yield Fact("单位表", f"{len(config.knowledge.organizations):,} 个")
    yield Fact("补充的词", f"{len(config.knowledge.words):,} 个")
    yield Fact("识别扫描页", "开" if config.reading.ocr else "关")
