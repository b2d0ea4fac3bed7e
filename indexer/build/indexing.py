"""The catalogue's articles -> the index: by what changed since, or all of them."""

from datetime import datetime

from indexer.catalog import Catalog
from indexer.engines.base import Engine
from indexer.errors import IndexUnavailable
from indexer.models import EngineStats, IndexEntry, StoredArticle


def bring_index_up(catalog: Catalog, engine: Engine) -> tuple[EngineStats, tuple[str, ...]]:
    """The index at the catalogue's revision: by the changes since, or built anew where it must."""
    state = catalog.state()
    try:
        stats = engine.stats()
    except IndexUnavailable:
        return engine.replace(map(make_entry, catalog.articles()), state), ()
    reason = _unusable(stats, state.catalog_id, state.revision, engine.fingerprint)
    if reason:
        stats = engine.replace(map(make_entry, catalog.articles()), state)
        return stats, (f"{reason}，已重建索引",)
    since = stats.state.revision
    if since < state.revision:
        changed = map(make_entry, catalog.articles(since))
        stats = engine.update(changed, catalog.removed(since), state)
    return stats, ()


def _unusable(stats: EngineStats, catalog_id: str, revision: int, fingerprint: str) -> str:
    """Why an index cannot be updated but must be built anew; empty when it can."""
    if stats.state.catalog_id != catalog_id or stats.state.revision > revision:
        return "原索引不是由这个目录库建的"
    if stats.fingerprint != fingerprint:
        return "词典或规则已改变"
    return ""


def make_entry(stored: StoredArticle) -> IndexEntry:
    """What the engine is told of an article of the catalogue."""
    article = stored.article
    return IndexEntry(
        id=stored.id,
        title=article.title,
        body=article.body.text,
        date=article.date,
        section=article.section,
        organizations=article.organizations,
        persons=tuple(dict.fromkeys(person.name for person in article.persons)),
        cluster=stored.cluster,
        issue=stored.issue_id,
        issued=stored.issue.date,
        signers=article.signers,
        added=stored.added,
        entered=_day(stored.entered),
    )


def _day(moment: str) -> str | None:
    """The day of a moment on the clock of this machine; None for an empty one."""
    return datetime.fromisoformat(moment).astimezone().date().isoformat() if moment else None
