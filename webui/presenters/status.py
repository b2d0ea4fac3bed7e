"""The state of the archive: how much it holds, the last run, and what somebody should look at."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import groupby

from indexer.config import Config
from indexer.library import KIND_WORDS
from indexer.models import BuildState, Concern, Finding, LibraryStatus, Overview, Status
from webui.disk import Disk
from webui.language import N_, _, counted
from webui.months import date_label, moment_label, range_label
from webui.presenters.archive import STATUS_LABELS, SourceItem, StatusCount
from webui.presenters.hit import dated
from webui.sayings import told

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
        notices=(*_run_notices(status.run), *map(told, status.notices), *_disk_notices(disk)),
        facts=tuple(_facts(status, overview)),
        files=len(status.sources),
        counts=tuple(
            StatusCount(_(label), tally[kind])
            for kind, label in STATUS_LABELS.items()
            if tally[kind]
        ),
        failures=failed[:SHOWN],
        more_failures=max(0, len(failed) - SHOWN),
        concerns=tuple(_concerns(overview.findings)),
        silent=tuple(
            dated(name, date_label(last) or _("日期不详")) for name, last in overview.silent
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
        SourceItem(
            one.source,
            _(STATUS_LABELS[one.status]),
            told(one.reason),
            told(remedies.get(one.source, "")),
        )
        for one in failed
    )


def _facts(status: LibraryStatus, overview: Overview) -> Iterator[Fact]:
    yield Fact(_("期数"), f"{status.issues:,}")
    yield Fact(_("文章"), f"{status.articles:,}")
    yield Fact(_("单位数"), f"{overview.organizations:,}")
    yield Fact(_("人物数"), f"{overview.people:,}")
    if overview.first:
        yield Fact(_("日期"), range_label(overview.first, overview.last))
    yield Fact(_("没有日期的文章"), f"{overview.undated:,}")
    yield Fact(_("没有单位的文章"), f"{overview.unsigned:,}")
    guessed = sum(any(RECOGNISED in text for text in one.warnings) for one in status.sources)
    if guessed:
        yield Fact(_("文字由识别得到的文件"), f"{guessed:,}")
    if status.last_started:
        yield Fact(_("上次运行开始"), moment_label(status.last_started))
    finished, __, summary = (status.last_run or "").partition(" ")
    ended = _("，").join((moment_label(finished), told(summary))) if finished else _("尚未运行")
    yield Fact(_("上次运行结束"), ended)
    index = status.index
    if index is None:
        yield Fact(_("索引"), _("尚未建立，请运行 bulletin index"))
        return
    yield Fact(_("索引"), counted("%(name)s，%(num)s 篇", index.articles, name=index.generation))
    yield Fact(_("索引建立时间"), moment_label(index.built_at))


def _run_notices(run: BuildState | None) -> Iterator[str]:
    """A run under way, or one that failed while the index before it still answers."""
    if run is None:
        return
    if run.failed:
        began = moment_label(run.started)
        form = N_("%(began)s开始的%(phase)s没有完成：%(fault)s。原来的索引仍在使用；请重新运行")
        yield _(form, began=began, phase=told(run.phase), fault=told(run.failed))
        return
    done = f"{run.done:,}/{run.total:,}" if run.total else _("刚开始")
    form, noted = N_("正在%(phase)s（进程 %(pid)s，%(done)s，%(moment)s）"), moment_label(run.noted)
    yield _(form, phase=told(run.phase), pid=run.pid, done=done, moment=noted)


def _disk_notices(disk: Disk) -> Iterator[str]:
    if disk.free < LITTLE * MEGABYTE:
        form = N_("磁盘只剩 %(size)s MB，可能不够重建索引；请清理磁盘")
        yield _(form, size=f"{disk.free // MEGABYTE:,}")
    if disk.has_newer_files:
        yield _("资料文件夹里有上次运行以后的文件；请运行 bulletin index")


def _concerns(findings: tuple[Finding, ...]) -> Iterator[ConcernItem]:
    """The findings by kind; files that gave no text are told apart."""
    order = list(Concern)
    others = [one for one in findings if one.kind is not Concern.UNREADABLE]
    others.sort(key=lambda finding: order.index(finding.kind))
    for kind, group in groupby(others, key=lambda finding: finding.kind):
        own = tuple(group)
        remedies = tuple(dict.fromkeys(told(finding.remedy) for finding in own))
        shown = tuple(replace(one, message=told(one.message)) for one in own[:SHOWN_OF_A_KIND])
        yield ConcernItem(f"concern-{kind}", told(KIND_WORDS[kind]), len(own), shown, remedies)


def _settings(status: LibraryStatus, config: Config, disk: Disk) -> Iterator[Fact]:
    """What a report of a fault should say; nothing that is secret."""
    yield Fact(_("程序版本"), version(PACKAGE))
    yield Fact(_("词典指纹"), status.index.fingerprint if status.index else _("无"))
    yield Fact(_("目录库与索引占用"), f"{disk.used / MEGABYTE:,.1f} MB")
    yield Fact(_("磁盘剩余"), f"{disk.free // MEGABYTE:,} MB")
    yield Fact(_("每页篇数"), f"{config.search.page_size}")
    yield Fact(_("单位表"), f"{len(config.knowledge.organizations):,}")
    yield Fact(_("补充的词"), f"{len(config.knowledge.words):,}")
    yield Fact(_("识别扫描页"), _("开") if config.reading.ocr else _("关"))
