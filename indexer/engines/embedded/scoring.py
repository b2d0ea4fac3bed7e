"""How much a match is worth: BM25F for each text, and a little more for what is new."""

from math import log

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.schema import LEAD_WEIGHT, TextRule

# Chosen on a development collection; bench/README.md has the figures of the variants.
K1 = 1.2
# What neighbours of a question that stand in a row give beside the words themselves.
ROW_WEIGHT = 1.5
# A body found by its own name as it was typed gives at least this; by another name, in a text
# of weight 1, this; and the least where the article is about it without naming it so. Times idf.
OWN_NAME_WEIGHT = 0.8
ALIAS_WEIGHT = 0.5
SUBJECT_WEIGHT = 0.35
# An article of today gets this share more, one of two years ago half of it, and so on.
RECENCY_WEIGHT = 0.05
RECENCY_HALF_LIFE = 730.0

Floats = NDArray[np.float64]
Numbers = NDArray[np.integer]


def idf(size: int, documents: int) -> float:
    """How telling a term is that so many of ``size`` documents hold."""
    return log(max(size, 1) / (documents + 1)) + 1


class Weighing:
    """What occurrences of a term give in one text of each article, before its idf.

    Robertson and Zaragoza 2009; as in Whoosh, each field is saturated for itself. ``lengths`` are
    the numbers of terms of all articles, the deleted ones included.
    """

    def __init__(self, rule: TextRule, lengths: Numbers) -> None:
        average = int(lengths.sum()) / max(len(lengths), 1) or 1.0
        self._weight = rule.weight
        self._norms = K1 * (1 - rule.b + rule.b * (lengths / average))
        self.once = self._saturated(np.ones(1, dtype=np.int64), self._norms)

    def gains(self, documents: Numbers, counts: Numbers, leads: NDArray[np.bool_]) -> Floats:
        """What so many occurrences in some documents give; more where one leads the text."""
        return self._saturated(counts, self._norms.take(documents)) + LEAD_WEIGHT * leads

    def _saturated(self, counts: Numbers, norms: Floats) -> Floats:
        value: Floats = self._weight * (counts * (K1 + 1) / (counts + norms))
        return value


def fresh(first: NDArray[np.int32], last: NDArray[np.int32], today: int) -> Floats:
    """The factor by which an article's date raises its score; 1 for the undated (0)."""
    age = np.maximum(today - (first + last) / 2, 0.0)
    value: Floats = 1.0 + np.where(
        first > 0, RECENCY_WEIGHT * np.exp2(-age / RECENCY_HALF_LIFE), 0.0
    )
    return value
