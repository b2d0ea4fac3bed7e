"""The hits of one page in their order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from indexer.engines.embedded.days import span
from indexer.engines.embedded.documents import Numbers
from indexer.engines.embedded.matches import Match
from indexer.engines.embedded.scoring import RECENCY_WEIGHT, Floats, fresh
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.standing import Asked
from indexer.models import Basis, Question, Ranked, Sort

DIGITS = 9  # scores that differ less are equal
ROUNDED = 1e-8
GROUP = 64
FEW = 64  # so many are sorted by their ids as they are


class _Place(NamedTuple):
    """One article among the best; smaller ones come first."""

    keys: tuple[float, ...]
    id: bytes
    group: int
    score: float
    literal: bool


def count(snapshot: Snapshot, hits: Asked, duplicates: bool) -> int:
    """How many hits there are; versions of one text are one, unless they are wanted apart."""
    if duplicates or not snapshot.has_groups:
        return len(hits)
    groups = snapshot.groups.take(hits.documents)
    versions = groups[groups >= 0]
    return len(groups) - len(versions) + len(np.unique(versions))


def rank(snapshot: Snapshot, match: Match, hits: Asked, question: Question) -> list[Ranked]:
    """The hits from ``question.offset`` on.

    Word before literal, then score (a little more for what is new), date and id; sorted by date,
    undated articles come last in both directions; sorted by entry, what was taken in last comes
    first, then the newest. Ties end with the id. Of versions of one text only the first is a hit.
    """
    wanted = question.offset + question.limit
    if not question.limit or not len(hits):
        return []
    more = wanted
    while True:
        places = sorted(_best(snapshot, match, hits, question, more))
        first = list(_first_of_group(places[:more], question.duplicates))
        if len(first) >= wanted or more >= len(hits):
            break
        more *= 2
    return [
        Ranked(place.id.decode(), place.score, place.literal)
        for place in first[question.offset : wanted]
    ]


def _first_of_group(places: Sequence[_Place], duplicates: bool) -> Iterator[_Place]:
    """The places without those whose text had another version before."""
    seen: set[int] = set()
    for place in places:
        if duplicates or place.group < 0 or place.group not in seen:
            seen.add(place.group)
            yield place


def _best(
    snapshot: Snapshot, match: Match, hits: Asked, question: Question, most: int
) -> Iterator[_Place]:
    """The first, at least ``most`` of them if there are so many."""
    if question.sort is Sort.RELEVANCE:
        documents, scores = _highest(match, hits, most)
        literal = (~match.as_words.take(documents)).astype(float)
        keys: tuple[Floats, ...] = literal, *_by_score(snapshot, documents, scores, question.today)
        first = _smallest(snapshot, documents, keys, most)
        documents, scores = documents.take(first), scores.take(first)
    else:
        keys = _by_date(snapshot, hits.documents, question.sort)
        first = _smallest(snapshot, hits.documents, keys, most)
        documents = hits.documents.take(first)
        scores = _scores_of(match, documents, len(hits.mask))
    columns = (
        zip(*(key.take(first).tolist() for key in keys), strict=True),
        map(snapshot.id, documents.tolist()),
        snapshot.groups.take(documents).tolist(),
        scores.tolist(),
        (~match.as_words.take(documents)).tolist(),
    )
    return map(_Place, *columns)


def _highest(match: Match, hits: Asked, most: int) -> tuple[Numbers, Floats]:
    """The documents that can be among the first by their scores, and these.

    Where enough were found as words, no others can; and recency raises a score by a known share
    at most.
    """
    words = hits.mask if match.as_words is match.found else hits.mask & match.as_words
    held = len(hits) if words is hits.mask else int(np.count_nonzero(words))
    asked = hits if held in (0, len(hits)) or held < most else Asked(words)
    scores = match.scores(asked)
    if len(asked) <= 4 * most or 0 < held < most:
        return asked.documents, scores
    high = np.flatnonzero(scores >= _reached(scores, most) / (1 + RECENCY_WEIGHT) - ROUNDED)
    return asked.documents.take(high), scores.take(high)


def _reached(scores: Floats, most: int) -> float:
    """A score that at least so many reach, and few more: so many groups have one that high."""
    group = max(1, min(GROUP, len(scores) // (2 * most)))
    highest = scores[: len(scores) // group * group].reshape(-1, group).max(axis=1)
    return float(np.partition(highest, len(highest) - most)[-most])


def _by_score(
    snapshot: Snapshot, documents: Numbers, scores: Floats, today: str | None
) -> tuple[Floats, Floats]:
    """Keys by which the highest score, then the newest comes first."""
    if today is not None:
        first, last = (days.take(documents) for days in snapshot.days[Basis.EVENT.value])
        scores = scores * fresh(first, last, span(today)[0])
    return -np.round(scores, DIGITS), -snapshot.chronology.take(documents)


def _by_date(snapshot: Snapshot, documents: Numbers, sort: Sort) -> tuple[Floats, Floats]:
    """Keys by which the newest, the oldest or the latest entry comes first, the undated last."""
    days = snapshot.chronology.take(documents)
    if sort is Sort.ADDED:
        revisions, _ = snapshot.entries
        return -revisions.take(documents).astype(float), -days
    return (days == 0).astype(float), -days if sort is Sort.NEWEST else days


def _scores_of(match: Match, documents: Numbers, size: int) -> Floats:
    """The scores of some documents in any order."""
    mask = np.zeros(size, dtype=bool)
    mask[documents] = True
    asked = Asked(mask)
    return match.scores(asked)[asked.places(documents)]


def _smallest(snapshot: Snapshot, documents: Numbers, keys: Sequence[Floats], most: int) -> Numbers:
    """The places of the first by all keys in turn, then id, in any order, and maybe a few more."""
    sure, rest = np.zeros(0, dtype=np.intp), np.arange(len(documents))
    for key in keys:
        need = most - len(sure)
        if len(rest) <= need:
            break
        values = key.take(rest)
        limit = np.partition(values, need - 1)[need - 1]
        sure = np.concatenate([sure, rest[values < limit]])
        rest = rest[values == limit]
    if len(rest) > max(most - len(sure), FEW):
        rest = rest[_first_ids(snapshot, documents.take(rest), most - len(sure))]
    return np.concatenate([sure, rest])


def _first_ids(snapshot: Snapshot, documents: Numbers, most: int) -> Numbers:
    """The places of so many documents of each segment whose ids come first there."""
    found = []
    for part in snapshot.parts:
        low, high = np.searchsorted(documents, (part.base, part.base + part.segment.size))
        ranks = part.segment.ranks.take(documents[low:high] - part.base)
        found.append(low + np.argsort(ranks)[:most])
    return np.concatenate(found)
