"""How much a match is worth: BM25F for each text, and a little more for what is new."""

from math import log

import numpy as np
from numpy.typing import NDArray

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


def idf(size: int, documents: int) -> float:
    """How telling a term is that so many of ``size`` documents hold."""
    return log(max(size, 1) / (documents + 1)) + 1


def gain(frequencies: Floats, lengths: Floats, b: float) -> Floats:
    """The part of BM25 that a term's frequency gives; ``lengths`` are in units of the average.

    Robertson and Zaragoza 2009; as in Whoosh, each field is saturated for itself. ``b`` is how far
    long texts are held back.
    """
    value: Floats = frequencies * (K1 + 1) / (frequencies + K1 * (1 - b + b * lengths))
    return value


def fresh(first: NDArray[np.int32], last: NDArray[np.int32], today: int) -> Floats:
    """The factor by which an article's date raises its score; 1 for the undated (0)."""
    age = np.maximum(today - (first + last) / 2, 0.0)
    value: Floats = 1.0 + np.where(
        first > 0, RECENCY_WEIGHT * np.exp2(-age / RECENCY_HALF_LIFE), 0.0
    )
    return value
