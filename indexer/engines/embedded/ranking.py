"""The hits of one page in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.engines.embedded.days import order, span
from indexer.engines.embedded.executor import Matched
from indexer.engines.embedded.lists import Mask
from indexer.engines.embedded.scoring import fresh
from indexer.engines.embedded.snapshot import Part, Snapshot
from indexer.models import Basis, Question, Ranked, Sort


@dataclass(frozen=True, slots=True)
class _Place:
    """One article among the best of its segment; smaller keys come first."""

    keys: tuple[float, float, float]
    id: str
    group: int
    score: float
    literal: bool


def count(snapshot: Snapshot, hits: Sequence[Mask], duplicates: bool) -> int:
    """How many hits there are; versions of one text are one, unless they are wanted apart."""
    if duplicates or not snapshot.has_groups:
        return sum(int(np.count_nonzero(mask)) for mask in hits)
    groups = [part.groups[mask] for part, mask in zip(snapshot.parts, hits, strict=True)]
    together = np.concatenate([np.zeros(0, np.int64), *groups])
    return int(np.count_nonzero(together < 0)) + len(np.unique(together[together >= 0]))


def rank(
    snapshot: Snapshot, matched: Sequence[Matched], hits: Sequence[Mask], question: Question
) -> list[Ranked]:
    """The hits from ``question.offset`` on.

    Word before literal, then score (a little more for what is new), date and id; sorted by date,
    undated articles come last in both directions. Ties end with the id. Of versions of one text
    only the first is a hit.
    """
    wanted = question.offset + question.limit
    if not question.limit:
        return []
    more, held = wanted, sum(int(np.count_nonzero(mask)) for mask in hits)
    while True:
        places = [
            place
            for part, one, mask in zip(snapshot.parts, matched, hits, strict=True)
            for place in _best(part, one, mask, question, more)
        ]
        places.sort(key=lambda place: (place.keys, place.id))
        first = list(_first_of_group(places[:more], question.duplicates))
        if len(first) >= wanted or more >= held:
            break
        more *= 2
    return [
        Ranked(place.id, place.score, place.literal) for place in first[question.offset : wanted]
    ]


def _first_of_group(places: Sequence[_Place], duplicates: bool) -> Iterator[_Place]:
    """The places without those whose text had another version before."""
    seen: set[int] = set()
    for place in places:
        if duplicates or place.group < 0 or place.group not in seen:
            seen.add(place.group)
            yield place


def _best(
    part: Part, matched: Matched, mask: Mask, question: Question, most: int
) -> Iterator[_Place]:
    """The first of one segment, at least ``most`` of them if there are so many."""
    documents = np.flatnonzero(mask)
    first, last = part.segment.days[Basis.EVENT.value]
    days = order(first[documents], last[documents])
    scores = matched.scores[documents]
    if question.sort is Sort.RELEVANCE:
        literal = ~matched.as_words[documents]
        if question.today is not None:
            scores = scores * fresh(first[documents], last[documents], span(question.today)[0])
        keys = (literal.astype(float), -np.round(scores, 9), -days.astype(float))
    else:
        signed = -days if question.sort is Sort.NEWEST else days
        keys = ((days == 0).astype(float), signed.astype(float), np.zeros(len(days)))
    for at in _smallest(keys, part.segment.ranks[documents], most).tolist():
        document = int(documents[at])
        yield _Place(
            (float(keys[0][at]), float(keys[1][at]), float(keys[2][at])),
            part.segment.ids[document].decode(),
            int(part.groups[document]),
            float(matched.scores[document]),
            not matched.as_words[document],
        )


def _smallest(keys: tuple[np.ndarray, ...], ranks: np.ndarray, most: int) -> np.ndarray:
    """The places of the first by all keys in turn; only what can be among them is sorted."""
    rest = np.arange(len(ranks))
    if len(rest) > 4 * most:
        for key in keys[:2]:
            limit = np.partition(key[rest], most - 1)[most - 1]
            below, equal = rest[key[rest] < limit], rest[key[rest] == limit]
            if len(below):
                rest = np.concatenate([below, equal])
                break
            rest = equal
            if len(rest) <= most:
                break
    order_of = np.lexsort((ranks[rest], *(key[rest] for key in reversed(keys))))
    return rest[order_of[:most]]
