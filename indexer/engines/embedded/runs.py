"""Postings on their way into a segment: lists of documents in ascending order of their keys."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.schema import LEAD_TERMS

Keys = NDArray[np.uint32]
Counts = NDArray[np.int64]
Documents = NDArray[np.uint16]
Flags = NDArray[np.uint16]
# A document number needs 16 bits, so that a segment is one tile of that many documents at most.
TILE = 1 << 16
MOST_FREQUENT = 0x7FFF  # a frequency is kept in fifteen bits
LEADING = 0x8000  # the sixteenth says that the term also stands at the beginning of the text
PLAIN = 1  # what is kept of a term that stands in a text once, and not at its beginning


@dataclass(frozen=True, slots=True)
class Run:
    """Lists of documents: ``counts[i]`` documents, ascending, for the key ``keys[i]``.

    ``flags`` are the frequency | LEADING of each document, empty where only documents are kept.
    """

    keys: Keys
    counts: Counts
    documents: Documents
    flags: Flags


def words_of(terms: NDArray[np.uint32], lengths: Counts, first: int, leading: bool) -> Run:
    """The postings of some texts: ``lengths`` say how many of the terms each of them has.

    The texts are numbered from ``first`` on; with ``leading`` their first terms are marked.
    """
    order = _order(terms)
    keys, documents = terms[order], _owners(lengths)[order]
    places = _changes(keys, documents)
    times = np.diff(places, append=len(keys))
    flags = np.minimum(times, MOST_FREQUENT).astype(np.uint16)
    keys, documents = keys[places], documents[places]
    if leading:
        # Equal keys stay in the order of the text, so that the first place is told.
        begins = np.cumsum(lengths) - lengths
        flags[order[places] - begins[documents] < LEAD_TERMS] |= np.uint16(LEADING)
    return _run(keys, documents + np.uint16(first), flags)


def pairs_of(signs: NDArray[np.uint16], sizes: Counts, first: int) -> Run:
    """The postings of all pairs of neighbouring signs of some rows, each of which ends with a 0."""
    inside = signs[:-1] > 0
    left, right = signs[:-1][inside], signs[1:][inside]
    # What follows a pair's first sign, and the row: both are moved in one.
    rest = (right.astype(np.uint32) << np.uint32(16)) | _owners(sizes)[:-1][inside]
    order = np.argsort(right, kind="stable")
    left, rest = left[order], rest[order]
    order = np.argsort(left, kind="stable")
    left, rest = left[order], rest[order]
    places = _changes(left, rest)
    left, rest = left[places], rest[places]
    keys = (left.astype(np.uint32) << np.uint32(16)) | (rest >> np.uint32(16))
    return _run(keys, rest.astype(np.uint16) + np.uint16(first), np.zeros(0, np.uint16))


def spread(starts: Counts, counts: Counts) -> Counts:
    """Places from each start on, as many as are counted: 5, 9 and 2, 1 -> 5, 6, 9."""
    shifts = starts - (np.cumsum(counts) - counts)
    return np.repeat(shifts, counts) + np.arange(int(counts.sum()))


def _order(keys: NDArray[np.uint32]) -> Counts:
    """The order of some keys, equal ones as they come; of 16 bits at a time, numpy counts them."""
    order = np.argsort(keys.astype(np.uint16), kind="stable")
    if len(keys) and int(keys.max()) >= 1 << 16:
        high = (keys >> np.uint32(16)).astype(np.uint16)
        order = order[np.argsort(high[order], kind="stable")]
    return order


def _owners(counts: Counts) -> Documents:
    """The number of the text that each place belongs to."""
    return np.repeat(np.arange(len(counts), dtype=np.uint16), counts)


def _changes(ones: NDArray[np.unsignedinteger], others: NDArray[np.unsignedinteger]) -> Counts:
    """The places where one or the other is not what it was before."""
    new = np.ones(len(ones), dtype=bool)
    np.not_equal(ones[1:], ones[:-1], out=new[1:])
    new[1:] |= others[1:] != others[:-1]
    return np.flatnonzero(new)


def _run(keys: Keys, documents: Documents, flags: Flags) -> Run:
    """The lists of postings that are in order."""
    starts = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
    return Run(keys[starts], np.diff(starts, append=len(keys)), documents, flags)
