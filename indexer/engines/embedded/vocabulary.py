"""The words met so far, and the terms that each of them stands for, under numbers."""

from array import array

import numpy as np
from numpy.typing import NDArray

from indexer.engines.base import Analyser
from indexer.engines.embedded.runs import Counts, spread

MOST = 400_000  # words that are remembered, some 80 MB

Numbers = NDArray[np.uint32]


class Vocabulary(dict[str, int]):
    """Words, and the pieces inside them, numbered in the order in which they are first asked for.

    For a word that is known this is all that is done; its pieces were found when it was new.
    """

    def __init__(self, analyser: Analyser) -> None:
        super().__init__()
        self.words: list[str] = []
        self._within = analyser.within
        self._members, self._ends = array("I"), array("I", [0])

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        self.words.append(word)
        return number

    @property
    def is_full(self) -> bool:
        """Whether so many words are known that it is better to begin anew."""
        return len(self) > MOST

    def terms(self, words: Numbers, lengths: Counts) -> tuple[Numbers, Counts]:
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
        """Find the terms of all words of which they are not known, which may give other words."""
        while len(self._ends) <= len(self.words):
            within = self._within(self.words[len(self._ends) - 1])
            self._members.extend(map(self.__getitem__, within))
            self._ends.append(len(self._members))
