"""A query that was understood -> the question an engine is asked."""

from indexer.models import Query, Question, Sort
from indexer.search.facets import make_filters
from indexer.search.leaves import ranks
from indexer.search.parts import SearchParts
from indexer.search.understanding import Understood


def make_question(parts: SearchParts, query: Query, understood: Understood) -> Question:
    """The question for one page of a query; newest first where nothing can be ranked."""
    browsing = query.sort is Sort.RELEVANCE and not ranks(understood.root)
    return Question(
        root=understood.root,
        filters=make_filters(parts, query),
        sort=Sort.NEWEST if browsing else query.sort,
        offset=(query.page - 1) * query.page_size,
        limit=query.page_size,
        duplicates=query.duplicates,
        today=parts.today().isoformat() if query.recency else None,
    )
