"""The hits of one page in their order."""

import numpy as np

from indexer.engines.embedded.days import span
from indexer.engines.embedded.executor import Matched
from indexer.engines.embedded.postings import Integers, Mask
from indexer.engines.embedded.scoring import fresh
from indexer.engines.embedded.snapshot import Snapshot
from indexer.models import Basis, Question, Ranked, Sort


def rank(
    snapshot: Snapshot, matched: Matched, mask: Mask, question: Question, clusters: Integers
) -> tuple[int, list[Ranked]]:
    """How many hits there are, and those from ``question.offset`` on.

    Word before literal, then score (a little more for what is new), date and id; sorted by date,
    undated articles come last in both directions. Ties end with the id. Of one number in
    ``clusters`` only the first is a hit.
    """
    documents = np.flatnonzero(mask)
    if question.sort is Sort.RELEVANCE:
        keys = _by_relevance(snapshot, matched, documents, question.today)
    else:
        keys = _by_date(snapshot, documents, newest=question.sort is Sort.NEWEST)
    order = documents[np.lexsort(keys)]
    _, first = np.unique(clusters[order], return_index=True)
    page = order[np.sort(first)][question.offset : question.offset + question.limit]
    return len(first), [
        Ranked(snapshot.ids[at], float(matched.scores[at]), not matched.as_words[at])
        for at in page.tolist()
    ]


def _by_relevance(
    snapshot: Snapshot, matched: Matched, documents: Integers, today: str | None
) -> tuple[np.ndarray, ...]:
    """Sort keys, the least important first, as numpy.lexsort wants them."""
    scores = matched.scores[documents]
    if today is not None:
        days = snapshot.days[Basis.EVENT].middle()[documents]
        scores = scores * fresh(days, span(today)[0])
    return (
        snapshot.id_rank[documents],
        -snapshot.day[documents],
        -np.round(scores, 9),
        ~matched.as_words[documents],
    )


def _by_date(snapshot: Snapshot, documents: Integers, newest: bool) -> tuple[np.ndarray, ...]:
    day = snapshot.day[documents]
    return (snapshot.id_rank[documents], -day if newest else day, day == 0)
