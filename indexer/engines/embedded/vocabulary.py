"""The words met so far, and the terms each of them stands for, under numbers."""

from array import array

import numpy as np
from numpy.typing import NDArray

from indexer.engines.base import Analyser
from indexer.engines.embedded.runs import Counts, spread

MOST = 400_000  # words that are remembered, some 60 MB

Numbers = NDArray[np.uint32]


class _Words(dict[str, int]):
    """Words, numbered in the order of their first appearance; the fresh ones are to be learned."""

    def __init__(self) -> None:
        super().__init__()
        self.fresh: list[str] = []

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        self.fresh.append(word)
        return number


class Vocabulary:
    """Turns words into numbers, and these into the numbers of terms, without a loop over terms.

    A word that is known costs one look into a dictionary; its pieces were found when it was new.
    """

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self.terms: list[str] = []
        self._words = _Words()
        self.number = self._words.__getitem__
        self._numbers: dict[str, int] = {}
        self._members, self._ends = array("I"), array("I", [0])

    @property
    def is_full(self) -> bool:
        """Whether it knows so many words that it is better to begin anew."""
        return len(self._words) > MOST

    def expand(self, words: Numbers, lengths: Counts) -> tuple[Numbers, Counts]:
        """The numbers of the terms of some texts, and how many each text has.

        ``lengths`` say the same of the words.
        """
        self._learn()
        ends = np.array(self._ends, dtype=np.int64)
        starts, counts = ends[words], ends[words + 1] - ends[words]
        before = np.concatenate([[0], np.cumsum(counts)])
        bounds = before[np.concatenate([[0], np.cumsum(lengths)])]
        return np.array(self._members, dtype=np.uint32)[spread(starts, counts)], np.diff(bounds)

    def _learn(self) -> None:
        """Find the terms of the words that are fresh."""
        for word in self._words.fresh:
            for term in self._analyser.within(word):
                number = self._numbers.setdefault(term, len(self.terms))
                if number == len(self.terms):
                    self.terms.append(term)
                self._members.append(number)
            self._ends.append(len(self._members))
        self._words.fresh.clear()
