"""Where rows of signs stand: candidates by pairs of signs, proved in the texts themselves."""

from collections.abc import Iterable
from functools import partial
from string import digits

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.cache import Kept
from indexer.engines.embedded.documents import DocumentSet, Mask, Numbers
from indexer.engines.embedded.rows import pairs_of, places, row_of, standing
from indexer.engines.embedded.segment import Segment, TextField
from indexer.engines.embedded.snapshot import Snapshot
from indexer.errors import QuestionRejected

MOST_EXPANDED = 1_000


class Rows:
    """Looks rows of signs up in the segments of one snapshot."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser, kept: Kept) -> None:
        self._snapshot = snapshot
        self._segments = [part.segment for part in snapshot.parts]
        digests = snapshot.manifest.digests
        self._files = [digests[one.file] for one in snapshot.manifest.segments]
        self._analyser = analyser
        self._kept = kept

    def documents(self, name: str, normal: str, open_end: bool = False) -> DocumentSet:
        """The articles with these signs in a row in a text."""
        return self._snapshot.gathered(partial(self._standing, name, normal, open_end))

    def near(self, name: str, left: str, right: str, distance: int) -> DocumentSet:
        """The articles where two rows stand with at most so many signs between them."""

        def find(part: int) -> DocumentSet:
            key = self._files[part], name, left, right, distance
            return self._kept.get(key, partial(self._near, part, name, left, right, distance))

        return self._snapshot.gathered(find)

    def _standing(self, name: str, normal: str, open_end: bool, part: int) -> DocumentSet:
        """Those of one segment."""
        key = self._files[part], name, normal, open_end
        return self._kept.get(key, partial(self._documents, part, name, normal, open_end))

    def expanded(self, prefix: str) -> list[list[int]]:
        """The terms of each segment that begin with a prefix; QuestionRejected for too many."""
        found = [list(segment.terms.beginning(prefix.encode())) for segment in self._segments]
        if max(map(len, found), default=0) > MOST_EXPANDED:
            raise QuestionRejected(
                f"以“{prefix}”开头的词超过 {MOST_EXPANDED} 个；请在星号前多写几个字"
            )
        return found

    def _documents(self, part: int, name: str, normal: str, open_end: bool) -> DocumentSet:
        segment, row = self._segments[part], row_of(normal)
        field = segment.texts[name]
        candidates = _candidates(field, segment.size, row)
        if not len(candidates) or (_is_pair(row) and not _runs_on(row)):
            return candidates
        sure = None if open_end else _cut_so(segment, field, normal)
        if sure is None:
            proved = _proved(field, candidates.numbers, row, open_end)
            return DocumentSet(segment.size, np.array(proved, dtype=np.intp))
        sure &= ~_goes_on(field, segment.size, row)
        sure[_proved(field, candidates.within(~sure).numbers, row, open_end)] = True
        return DocumentSet(segment.size, np.flatnonzero(sure))

    def _near(self, part: int, name: str, left: str, right: str, distance: int) -> DocumentSet:
        lefts, rights = (self._standing(name, row, False, part) for row in (left, right))
        both = lefts.within(rights.mask).numbers
        field = self._segments[part].texts[name]
        rows = row_of(left), row_of(right)
        near = [at for at in both.tolist() if self._are_near(field.text(at), rows, distance)]
        return DocumentSet(self._segments[part].size, np.array(near, dtype=np.intp))

    def _are_near(self, text: str, rows: tuple[str, str], distance: int) -> bool:
        gaps = (
            text[min(a + len(rows[0]), b + len(rows[1])) : max(a, b)]
            for a in places(text, rows[0])
            for b in places(text, rows[1])
        )
        return any(len(self._analyser.characters(gap)) <= distance for gap in gaps)


def _proved(field: TextField, candidates: Numbers, row: str, open_end: bool) -> list[int]:
    """Those of some articles in which the row stands, never inside a longer number or word."""
    held = field.holding(candidates, row.encode("utf-16-le", "surrogatepass"))
    if not _runs_on(row):
        return held
    stands = standing(row, open_end).search
    return [at for at in held if stands(field.text(at))]


def _is_pair(row: str) -> bool:
    """Whether a row is one pair of UTF-16 signs or less; a rare sign like 𠮷 is two of them."""
    return len(row) + sum(sign > "\uffff" for sign in row) <= 2


def _runs_on(row: str) -> bool:
    """Whether a longer number or Latin word may reach over an end of the row."""
    return any(sign.isalnum() and sign < "\u2e80" for sign in (row[0], row[-1]))


def _candidates(field: TextField, size: int, row: str) -> DocumentSet:
    """The articles that have all pairs of neighbouring signs of a row."""
    keys = pairs_of(row)
    if not len(keys):
        return _single(field, size, row)
    lists = [field.pair(int(key)) for key in keys]
    if min(lists) < 0:
        return DocumentSet(size, np.zeros(0, dtype=np.intp))
    first, *rest = sorted(lists, key=field.pairs.count)
    documents = field.pairs.documents(first)
    for at in rest:
        if len(documents):
            documents = documents.within(field.pairs.documents(at).mask)
    return documents


def _single(field: TextField, size: int, row: str) -> DocumentSet:
    """The articles that have one sign."""
    mask = np.zeros(size, dtype=bool)
    field.pairs.add_all(field.beginning(ord(row)), mask)
    return DocumentSet(size, np.flatnonzero(mask))


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
    return field.occurrences((term,)).documents.mask.copy()
