"""Where rows of signs stand: candidates by pairs of signs, proved in the texts themselves."""

from collections.abc import Iterable
from functools import lru_cache
from string import digits

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.lists import Mask, Numbers
from indexer.engines.embedded.rows import pairs_of, places, row_of
from indexer.engines.embedded.segment import Segment, TextField
from indexer.engines.embedded.snapshot import Snapshot
from indexer.errors import QuestionRejected

MOST_EXPANDED = 1_000
_KEPT = 512


class Rows:
    """Looks rows of signs up in the segments of one snapshot; the latest answers are kept."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser) -> None:
        self._segments = [part.segment for part in snapshot.parts]
        self._analyser = analyser
        self.documents = lru_cache(_KEPT)(self._documents)
        self.near = lru_cache(_KEPT)(self._near)

    def expanded(self, prefix: str) -> list[list[int]]:
        """The terms of each segment that begin with a prefix; QuestionRejected for too many."""
        found = [list(segment.terms.beginning(prefix.encode())) for segment in self._segments]
        if max(map(len, found), default=0) > MOST_EXPANDED:
            raise QuestionRejected(
                f"以“{prefix}”开头的词超过 {MOST_EXPANDED} 个；请在星号前多写几个字"
            )
        return found

    def _documents(self, part: int, name: str, normal: str, open_end: bool = False) -> Numbers:
        """The articles of a segment with these signs in a row in a text, ascending."""
        segment, row = self._segments[part], row_of(normal)
        field = segment.texts[name]
        candidates = _candidates(field, segment.size, row)
        if not len(candidates) or (_is_pair(row) and not _runs_on(row)):
            return candidates
        sure = None if open_end else _cut_so(segment, field, normal)
        if sure is not None:
            sure &= ~_goes_on(field, segment.size, row)
        rest = candidates if sure is None else candidates[~sure[candidates]]
        proved = [at for at in rest.tolist() if places(field.text(at), row, open_end)]
        if sure is None:
            return np.array(proved, dtype=np.int64)
        mask = sure.copy()
        mask[proved] = True
        return np.flatnonzero(mask)

    def _near(self, part: int, name: str, left: str, right: str, distance: int) -> Numbers:
        """The articles where two rows stand with at most so many signs between them."""
        lefts, rights = (self.documents(part, name, row) for row in (left, right))
        both = np.intersect1d(lefts, rights, assume_unique=True)
        field = self._segments[part].texts[name]
        rows = row_of(left), row_of(right)
        near = [at for at in both.tolist() if self._are_near(field.text(at), rows, distance)]
        return np.array(near, dtype=np.int64)

    def _are_near(self, text: str, rows: tuple[str, str], distance: int) -> bool:
        gaps = (
            text[min(a + len(rows[0]), b + len(rows[1])) : max(a, b)]
            for a in places(text, rows[0])
            for b in places(text, rows[1])
        )
        return any(len(self._analyser.characters(gap)) <= distance for gap in gaps)


def _is_pair(row: str) -> bool:
    """Whether a row is one pair of UTF-16 signs or less; a rare sign like 𠮷 is two of them."""
    return len(row) + sum(sign > "\uffff" for sign in row) <= 2


def _runs_on(row: str) -> bool:
    """Whether a longer number or Latin word may reach over an end of the row."""
    return any(sign.isalnum() and sign < "\u2e80" for sign in (row[0], row[-1]))


def _candidates(field: TextField, size: int, row: str) -> Numbers:
    """The articles that have all pairs of neighbouring signs of a row."""
    keys = pairs_of(row)
    if not len(keys):
        return _single(field, size, row)
    lists = [field.pair(int(key)) for key in keys]
    if min(lists) < 0:
        return np.zeros(0, dtype=np.int64)
    first, *rest = sorted(lists, key=field.pairs.count)
    documents = field.pairs.documents(first).astype(np.int64)
    for at in rest:
        mask = np.zeros(size, dtype=bool)
        field.pairs.add(at, mask)
        documents = documents[mask[documents]]
        if not len(documents):
            break
    return documents


def _single(field: TextField, size: int, row: str) -> Numbers:
    """The articles that have one sign."""
    mask = np.zeros(size, dtype=bool)
    for at in field.beginning(ord(row)):
        field.pairs.add(at, mask)
    return np.flatnonzero(mask)


def _goes_on(field: TextField, size: int, row: str) -> Mask:
    """The articles in which a number at an end of the row may go on behind a point: 2 in v1.2.3."""
    mask = np.zeros(size, dtype=bool)
    if row[0] in digits:
        mask |= _any_pair(field, size, [f".{row[0]}"])
    if row[-1] in digits:
        # Most points behind a number are those of lists, 3.组织, with no number behind them.
        further = [f".{digit}" for digit in digits]
        mask |= _any_pair(field, size, [f"{row[-1]}."]) & _any_pair(field, size, further)
    return mask


def _any_pair(field: TextField, size: int, pairs: Iterable[str]) -> Mask:
    """The articles that have any of some pairs of neighbouring signs."""
    mask = np.zeros(size, dtype=bool)
    for pair in pairs:
        at = field.pair(int(pairs_of(pair)[0]))
        if at >= 0:
            field.pairs.add(at, mask)
    return mask


def _cut_so(segment: Segment, field: TextField, normal: str) -> Mask | None:
    """The articles in which the row was cut as a word; None for no such word.

    That proves it, except for numbers that go on: v1.2.3 is cut into v1, 2 and 3.
    """
    term = segment.terms.find(normal.encode())
    if term < 0:
        return None
    mask = np.zeros(segment.size, dtype=bool)
    mask[field.word(term)[0]] = True
    return mask
