"""The write corridor: sources -> pages -> articles -> catalogue -> engine, only what changed."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from indexer import sources
from indexer.build.indexing import bring_index_up, make_entry
from indexer.build.progress import NotedRun, noted_run
from indexer.build.reading import BuildSettings, read_source, read_sources
from indexer.build.versions import cluster_articles
from indexer.catalog import Catalog
from indexer.engines.base import Engine
from indexer.errors import CorpusMissing
from indexer.models import (
    IndexEntry,
    Listener,
    Progress,
    RunReport,
    SourceFile,
    SourceReading,
    SourceReport,
    StoredArticle,
)
from indexer.sources import Changes

__all__ = ["BuildSettings", "NotedRun", "noted_run", "read_source", "rebuild", "update"]


def update(
    catalog: Catalog,
    engine: Engine,
    settings: BuildSettings,
    places: Sequence[Path],
    listener: Listener,
) -> RunReport:
    """Bring catalogue and index in step with the corpus, or with the places given alone."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    changes = _changes(catalog, settings.corpus, places)
    outdated = _outdated(catalog, settings, (*changes.unchanged, *changes.touched))
    for source in changes.touched:
        catalog.touch(source)
    for old, source in changes.moved:
        catalog.move(old, source)
    if changes.removed:
        catalog.forget(changes.removed)
    due = (*changes.changed, *changes.added, *outdated)
    reports = tuple(_take_in(catalog, settings, due, listener))
    cluster_articles(catalog)
    stats, notices = bring_index_up(catalog, engine)
    report = RunReport(
        added=tuple(source.path for source in changes.added),
        changed=tuple(source.path for source in changes.changed),
        moved=tuple((old, source.path) for old, source in changes.moved),
        removed=changes.removed,
        reread=tuple(source.path for source in outdated),
        unchanged=len(changes.unchanged) + len(changes.touched) - len(outdated),
        sources=reports,
        articles=stats.articles,
        generation=stats.generation,
        notices=notices,
    )
    catalog.note_run("update", _summary(report), started)
    return report


def rebuild(catalog: Catalog, engine: Engine, listener: Listener) -> RunReport:
    """A new index of all catalogued articles beside the old one, then the swap."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    _, articles = catalog.counts()
    stats = engine.replace(_told(catalog.articles(), articles, listener), catalog.state())
    report = RunReport(
        unchanged=len(catalog.sources()), articles=stats.articles, generation=stats.generation
    )
    catalog.note_run("rebuild", f"重建索引，共 {stats.articles} 篇", started)
    return report


def _changes(catalog: Catalog, corpus: Path, places: Sequence[Path]) -> Changes:
    """What changed in the corpus and among files taken in from elsewhere, or in ``places``."""
    known = catalog.sources()
    if places:
        known = tuple(source for source in known if _within(source, corpus, places))
        return sources.compare(known, sources.scan(places, corpus, known))
    elsewhere = [sources.path_of(source.path, corpus) for source in known]
    extra = [path for path in elsewhere if not path.is_relative_to(corpus) and path.exists()]
    found = sources.scan((corpus, *extra), corpus, known)
    if known and not found:
        raise CorpusMissing(
            f"{corpus} 是空的，而目录库记着 {len(known)} 个文件；请检查文件夹是否挂载。"
            "若确要清空资料库，请删去 config.toml 中 data 所指的文件夹"
        )
    return sources.compare(known, found)


def _outdated(
    catalog: Catalog, settings: BuildSettings, found: Sequence[SourceFile]
) -> tuple[SourceFile, ...]:
    """The files that are as they were but would be read differently now."""
    readers = catalog.readers()
    wanted = {report.source: settings.reader(report.status) for report in catalog.reports()}
    return tuple(source for source in found if readers[source.path] != wanted[source.path])


def _within(source: SourceFile, corpus: Path, places: Sequence[Path]) -> bool:
    path = sources.path_of(source.path, corpus)
    return any(path.is_relative_to(place.resolve()) for place in places)


def _take_in(
    catalog: Catalog, settings: BuildSettings, found: Sequence[SourceFile], listener: Listener
) -> Iterator[SourceReport]:
    files = ((sources.path_of(source.path, settings.corpus), source.path) for source in found)
    # an interrupt that meets us between two readings must end those under way, too
    with closing(read_sources(files, settings)) as readings:
        for done, (source, read) in enumerate(zip(found, readings, strict=True), 1):
            reading = _without_foreign_ids(catalog, read)
            catalog.store(source, reading, settings.reader(reading.report.status))
            listener(Progress(done, len(found), source.path))
            yield reading.report


def _without_foreign_ids(catalog: Catalog, reading: SourceReading) -> SourceReading:
    """The reading without ready articles whose id another source holds; a warning names each."""
    owners = catalog.owners(article.id for article in reading.ready)
    theirs = {key: owner for key, owner in owners.items() if owner != reading.report.source}
    if not theirs:
        return reading
    pairs = zip(reading.ready, reading.bulletin.articles, strict=True)
    kept = [(ready, article) for ready, article in pairs if ready.id not in theirs]
    warnings = tuple(f"编号 {key} 已用于 {owner}，未收入" for key, owner in theirs.items())
    report = replace(
        reading.report, warnings=reading.report.warnings + warnings, articles=len(kept)
    )
    bulletin = replace(reading.bulletin, articles=tuple(article for _, article in kept))
    return SourceReading(report, bulletin, tuple(ready for ready, _ in kept))


def _told(
    articles: Iterator[StoredArticle], total: int, listener: Listener
) -> Iterator[IndexEntry]:
    for done, stored in enumerate(articles, 1):
        yield make_entry(stored)
        listener(Progress(done, total, stored.article.title))


def _summary(report: RunReport) -> str:
    return (
        f"新增 {len(report.added)}，变更 {len(report.changed)}，移动 {len(report.moved)}，"
        f"删除 {len(report.removed)}，重读 {len(report.reread)}，未变 {report.unchanged}，"
        f"未能读出 {len(report.failed)}；共 {report.articles} 篇"
    )
