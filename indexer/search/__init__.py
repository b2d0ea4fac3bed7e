"""The read corridor: typed text -> tree -> engine -> catalogue and snippets -> Results."""

from dataclasses import replace

from indexer.errors import ArticleGone, ArticleMissing, QuestionRejected
from indexer.models import ArticlePage, Help, Query, Results
from indexer.search.asking import make_question
from indexer.search.facets import make_facets
from indexer.search.helping import ENOUGH, make_help
from indexer.search.hits import make_hits
from indexer.search.issue_pages import show_issue, source_of
from indexer.search.kept import Kept
from indexer.search.leaves import Needles, make_needles
from indexer.search.parts import SearchParts
from indexer.search.rollup import with_subordinates
from indexer.search.shown import make_page
from indexer.search.similar import similar
from indexer.search.suggesting import suggest, syllables_of
from indexer.search.understanding import describe, understand
from indexer.search.unseen import unseen_words
from indexer.search.why import why

__all__ = [
    "Kept",
    "SearchParts",
    "count",
    "search",
    "show",
    "show_issue",
    "similar",
    "source_of",
    "suggest",
    "syllables_of",
    "unseen_words",
    "why",
]

MOST_PAGED = 10_000
LARGEST_PAGE = 100


def search(parts: SearchParts, query: Query, facet_values: int | None = None) -> Results:
    """One page of what a query finds; QuestionRejected for one that cannot be asked.

    Of organisations and people the ``facet_values`` most frequent are told, the chosen ones
    besides; all of them where none is given.
    """
    _check_page(query)
    understood = understand(parts, query)
    question = make_question(parts, query, understood)
    most = None if query.subordinates else facet_values  # a family counts all its members
    question = replace(question, facet_values=most)
    answer = parts.engine.search(question)
    counts = answer.facets
    if query.subordinates:
        counts = with_subordinates(parts, question, query, counts)
    little = query.page == 1 and answer.total < ENOUGH
    return Results(
        query=query,
        total=answer.total,
        versions=answer.versions,
        pages=-(-answer.total // query.page_size),
        hits=make_hits(parts, answer.hits, make_needles(understood.root)),
        facets=make_facets(parts, counts, query),
        reading=describe(understood),
        help=make_help(parts, query, understood, answer.total) if little else Help(),
    )


def count(parts: SearchParts, query: Query) -> int:
    """How many articles a query finds; QuestionRejected for one that cannot be asked."""
    question = make_question(parts, query, understand(parts, query))
    return parts.engine.search(replace(question, offset=0, limit=0, facets=())).total


def show(parts: SearchParts, article_id: str, query: Query | None) -> ArticlePage:
    """One article to be read, with the marks of a query; ArticleMissing for an unknown id."""
    stored = parts.catalog.article(article_id)
    if stored is None:
        raise _missing(parts, article_id)
    needles = Needles()
    if query is not None and any(text.strip() for text in (query.text, *query.within)):
        needles = make_needles(understand(parts, query).root)
    siblings = parts.catalog.siblings(stored.issue_id)
    versions = parts.catalog.printings([stored.cluster]).get(stored.cluster, ())
    return make_page(stored, needles, siblings, versions)


def _missing(parts: SearchParts, article_id: str) -> ArticleMissing:
    """The error for an id that no article has, or has any more."""
    successor = parts.catalog.successor(article_id)
    if successor is not None:
        message = f"编号为 {article_id} 的文章已从资料中移除；请重新检索"
        return ArticleGone(message, successor)
    return ArticleMissing(f"没有编号为 {article_id} 的文章；它可能已被移走，请重新检索")


def _check_page(query: Query) -> None:
    if query.page < 1 or not 1 <= query.page_size <= LARGEST_PAGE:
        raise QuestionRejected(f"页码从 1 起，每页 1 到 {LARGEST_PAGE} 篇；请改正后再试")
    if query.page > 1 and query.page * query.page_size > MOST_PAGED:
        raise QuestionRejected(f"只能翻到前 {MOST_PAGED} 条；请缩小范围")
