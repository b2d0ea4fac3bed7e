"""The words met so far, and the terms that each of them stands for, under numbers."""

from array import array

import numpy as np
from numpy.typing import NDArray

from indexer.engines.base import Analyser
from indexer.engines.embedded.runs import Counts, spread

MOST = 400_000  # words that are remembered, some 80 MB
# Where short words are looked up: 2 ** BITS places; ODD spreads the words over them.
BITS, ODD = 17, 0x9E3779B1

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
        self._keys, self._numbers = (np.zeros(1 << BITS, dtype=np.uint32) for _ in range(2))

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        self.words.append(word)
        return number

    @property
    def is_full(self) -> bool:
        """Whether so many words are known that it is better to begin anew."""
        return len(self) > MOST

    def numbers(self, words: list[str]) -> Numbers:
        """The numbers of some words, in their order.

        Nineteen of twenty have one or two signs. These are found by numpy where they were put when
        they were met first: 32 bits say what they are, so that no other can be taken for them.
        """
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        signs = np.frombuffer("".join(words).encode("utf-16-le", "surrogatepass"), "<u2")
        if len(signs) != lengths.sum() or not signs.all():
            # Some have signs of twice 16 bits, or a 0, which here stands for no sign.
            return np.fromiter(map(self.__getitem__, words), np.uint32, len(words))
        starts = np.cumsum(lengths) - lengths
        signs = np.append(signs, np.zeros(2, np.uint16)).astype(np.uint32)
        keys = signs[starts] | np.where(lengths > 1, signs[starts + 1], 0) << np.uint32(16)
        places = (keys * np.uint32(ODD)) >> np.uint32(32 - BITS)
        found: Numbers = self._numbers[places]
        others = (self._keys[places] != keys) | (lengths < 1) | (lengths > 2)
        self._look_up(words, np.flatnonzero(others), found)
        short = others & (lengths > 0) & (lengths < 3)
        short &= self._keys[places] == 0
        self._keys[places[short]], self._numbers[places[short]] = keys[short], found[short]
        return found

    def _look_up(self, words: list[str], places: Counts, numbers: Numbers) -> None:
        """Put in the numbers of the words at some places."""
        wanted = map(words.__getitem__, places.tolist())
        numbers[places] = np.fromiter(map(self.__getitem__, wanted), np.uint32, len(places))

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
