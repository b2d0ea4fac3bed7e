"""Postings as arrays: in which documents something stands, how often, and where."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
# A key is document * SPAN + position: one number to intersect two lists by.
SPAN = 1 << 32


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of a term in ascending order, and how often each holds it."""

    documents: Integers
    frequencies: Floats

    def at(self, document: int) -> int:
        """How often one document holds the term."""
        return int(self.frequencies[self.documents == document].sum())


def nowhere() -> Postings:
    """The postings of what no document holds."""
    return Postings(np.zeros(0, dtype=np.int64), np.zeros(0))


def counted(keys: Integers) -> Postings:
    """The documents of some keys, and how many keys lie in each."""
    documents, counts = np.unique(keys // SPAN, return_counts=True)
    return Postings(documents, counts.astype(float))


def merged(lists: list[Postings]) -> Postings:
    """Several terms as if they were one: their documents, the frequencies added up."""
    if len(lists) == 1:
        return lists[0]
    lists = [nowhere(), *lists]
    documents = np.concatenate([one.documents for one in lists])
    frequencies = np.concatenate([one.frequencies for one in lists])
    found, place = np.unique(documents, return_inverse=True)
    return Postings(found, np.bincount(place, frequencies, len(found)).astype(float))


def in_a_row(lists: list[Integers]) -> Integers:
    """The keys where the first sign of a row stands, given the keys of each sign in order."""
    shifted = sorted((keys - at for at, keys in enumerate(lists)), key=len)
    starts = nowhere().documents
    for at, keys in enumerate(shifted):
        starts = keys if at == 0 else np.intersect1d(starts, keys, assume_unique=True)
        if not len(starts):
            break
    return starts


def close_to(left: Integers, right: Integers, reach: tuple[int, int]) -> Integers:
    """The keys of ``left`` that have one of ``right`` in the same document within reach.

    ``reach`` is how far the right one may begin before and behind the left one's key. Both lists
    ascend.
    """
    before, behind = reach
    base = left - left % SPAN
    low = np.searchsorted(right, np.maximum(left - before, base), side="left")
    high = np.searchsorted(right, left + behind, side="right")
    close: Integers = left[high > low]
    return close
