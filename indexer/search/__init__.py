"""The read corridor: typed text -> tree -> engine -> catalogue and snippets -> Results."""

from dataclasses import dataclass

from indexer.analysis import Analyser
from indexer.catalog import CatalogReader
from indexer.engines.base import Engine
from indexer.errors import ArticleMissing, QuestionRejected
from indexer.models import (
    ArticlePage,
    Everything,
    Hit,
    Knowledge,
    Query,
    Question,
    Ranked,
    Results,
    Sort,
)
from indexer.search.facets import make_facets, make_filters
from indexer.search.shown import make_hit, make_page
from indexer.search.understanding import describe, needles, understand

MOST_PAGED = 10_000
LARGEST_PAGE = 100


@dataclass(frozen=True, slots=True)
class SearchParts:
    """What answering takes: the record, an engine, the analyser, and what is known of names."""

    catalog: CatalogReader
    engine: Engine
    analyser: Analyser
    knowledge: Knowledge


def search(parts: SearchParts, query: Query) -> Results:
    """One page of what a query finds; QuestionRejected for one that cannot be asked."""
    _check_page(query)
    root, notices = understand(parts.analyser, query)
    filters = make_filters(query, parts.knowledge)
    browsing = isinstance(root, Everything) and query.sort is Sort.RELEVANCE
    sort = Sort.NEWEST if browsing else query.sort
    offset = (query.page - 1) * query.page_size
    answer = parts.engine.search(
        Question(root, filters, sort, offset, query.page_size, query.duplicates)
    )
    return Results(
        query=query,
        total=answer.total,
        pages=-(-answer.total // query.page_size),
        hits=_hits(parts.catalog, answer.hits, needles(root)),
        facets=make_facets(answer.facets, filters),
        reading=describe(root, notices),
    )


def show(parts: SearchParts, article_id: str, query: Query | None) -> ArticlePage:
    """One article to be read, with the marks of a query; ArticleMissing for an unknown id."""
    stored = parts.catalog.article(article_id)
    if stored is None:
        raise ArticleMissing(f"没有编号为 {article_id} 的文章；它可能已被移走，请重新检索")
    looked_for: tuple[str, ...] = ()
    if query is not None and query.text.strip():
        root, _ = understand(parts.analyser, query)
        looked_for = needles(root)
    siblings = parts.catalog.siblings(stored.issue_id)
    return make_page(stored, looked_for, siblings, parts.catalog.versions(stored.cluster))


def _hits(
    catalog: CatalogReader, ranked: tuple[Ranked, ...], looked_for: tuple[str, ...]
) -> tuple[Hit, ...]:
    """The hits of a page, without those that the catalogue lost since the index was built."""
    found = ((catalog.article(one.article_id), one) for one in ranked)
    return tuple(
        make_hit(stored, one, looked_for, catalog.versions(stored.cluster))
        for stored, one in found
        if stored
    )


def _check_page(query: Query) -> None:
    if query.page < 1 or not 1 <= query.page_size <= LARGEST_PAGE:
        raise QuestionRejected(f"页码从 1 起，每页 1 到 {LARGEST_PAGE} 篇；请改正后再试")
    if query.page > 1 and query.page * query.page_size > MOST_PAGED:
        raise QuestionRejected(f"只能翻到前 {MOST_PAGED} 条；请缩小范围")
