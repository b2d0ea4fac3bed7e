"""How much a match is worth: BM25 for each field, and a little more for what is new."""

from functools import lru_cache
from math import log

import numpy as np

from indexer.engines.embedded.postings import Floats, Postings
from indexer.engines.embedded.schema import TextField
from indexer.engines.embedded.snapshot import Snapshot

# Chosen on a development collection; bench/quality.py prints the figures of the variants.
K1 = 1.2
# What neighbours of a question that stand in a row give beside the words themselves.
ROW_WEIGHT = 1.5
# A body found by its own name as it was typed gives at least this; by another name, in a text field
# of weight 1, this; and the least where the article is about it without naming it so. Times idf.
OWN_NAME_WEIGHT = 0.8
ALIAS_WEIGHT = 0.5
SUBJECT_WEIGHT = 0.35
# An article of today gets this share more, one of two years ago half of it, and so on.
RECENCY_WEIGHT = 0.05
RECENCY_HALF_LIFE = 730.0


class Scorer:
    """The scores of postings over one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._lengths = lru_cache(maxsize=None)(snapshot.lengths)
        self._live = max(int(snapshot.alive.sum()), 1)

    def score(self, field: TextField, name: str, postings: Postings, documents: int) -> Floats:
        """BM25F of each posting: the field's weight, its length normalisation, the term's idf.

        ``name`` is the field of the index, ``documents`` how many hold the term at all (Robertson
        and Zaragoza 2009; as in Whoosh, each field is saturated for itself).
        """
        lengths = self._lengths(name)
        average = float(lengths.sum()) / self._live or 1.0
        length = lengths[postings.documents] / average
        frequency = postings.frequencies
        gain: Floats = frequency * (K1 + 1) / (frequency + K1 * (1 - field.b + field.b * length))
        return field.weight * self.idf(documents) * gain

    def idf(self, documents: int) -> float:
        """How telling a term is that so many documents hold."""
        return log(self._live / (documents + 1)) + 1


def fresh(days: Floats, today: float) -> Floats:
    """The factor by which each article's date raises its score; 1 for the undated (NaN)."""
    age = np.maximum(today - days, 0.0)
    gain = RECENCY_WEIGHT * np.exp2(-age / RECENCY_HALF_LIFE)
    return 1.0 + np.nan_to_num(gain, nan=0.0)
