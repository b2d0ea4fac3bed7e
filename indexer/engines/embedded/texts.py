"""Where words and rows of characters stand in the texts of one generation."""

from functools import lru_cache

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.postings import (
    Integers,
    Postings,
    close_to,
    counted,
    in_a_row,
    merged,
)
from indexer.engines.embedded.snapshot import Snapshot
from indexer.errors import QuestionRejected

MOST_EXPANDED = 1_000
_KEPT = 256


class Texts:
    """Looks things up in one snapshot; what was found is kept for the next question."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser) -> None:
        self._snapshot = snapshot
        self._analyser = analyser
        self.words = lru_cache(_KEPT)(snapshot.words)
        self.starts = lru_cache(_KEPT)(self._starts)
        self.row = lru_cache(_KEPT)(self._row)

    def beginning(self, field: str, prefix: str) -> Postings:
        """The words that begin with a prefix, as if they were one word."""
        return merged([self.words(field, word) for word in self._expanded(field, prefix)])

    def row_beginning(self, field: str, prefix: str) -> Postings:
        """Where characters stand in a row, the last of them perhaps the beginning of a longer one.

        Only numbers and Latin words are longer than one sign: 第5* is found in 第52号.
        """
        *first, last = self._analyser.characters(prefix) or ("",)
        signs = self._expanded(field, last) if last.isalnum() and last.isascii() else [last]
        places = [self._snapshot.places(field, sign) for sign in signs]
        ends = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *places]))
        return counted(in_a_row([*(self._snapshot.places(field, sign) for sign in first), ends]))

    def near(self, field: str, left: str, right: str, distance: int) -> Postings:
        """Where two rows stand with at most ``distance`` characters between, in any order."""
        length = {row: len(self._analyser.characters(row)) for row in (left, right)}
        reach = (length[right] + distance, length[left] + distance)
        return counted(close_to(self.starts(field, left), self.starts(field, right), reach))

    def _starts(self, field: str, text: str) -> Integers:
        signs = self._analyser.characters(text)
        return in_a_row([self._snapshot.places(field, sign) for sign in signs])

    def _row(self, field: str, text: str) -> Postings:
        return counted(self.starts(field, text))

    def _expanded(self, field: str, prefix: str) -> list[str]:
        words = list(self._snapshot.beginning(field, prefix, MOST_EXPANDED + 1))
        if len(words) > MOST_EXPANDED:
            raise QuestionRejected(
                f"以“{prefix}”开头的词超过 {MOST_EXPANDED} 个；请在星号前多写几个字"
            )
        return words
