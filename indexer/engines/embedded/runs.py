"""Postings on their way into a segment: sorted runs of (key, document, frequency)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]
Documents = NDArray[np.uint16]
Bytes = NDArray[np.uint8]
# A document number needs 16 bits, so that a segment is one tile of that many documents at most.
TILE = 1 << 16
MOST_FREQUENT = 127  # a frequency is kept in seven bits
LEADING = 128  # the eighth says that the term also stands at the beginning of the text


@dataclass(frozen=True, slots=True)
class Run:
    """Postings in ascending order of key, then document; each pair once.

    ``frequencies`` are empty where only the documents are kept.
    """

    keys: Keys
    documents: Documents
    frequencies: Bytes


def counted(keys: NDArray[np.uint64], leading: NDArray[np.uint64] | None = None) -> Run:
    """The run of a block: ``keys`` are term << 16 | document, one for each place of a term.

    ``leading`` are the same for places at the beginning of a text.
    """
    found, counts = distinct(keys)
    frequencies = np.minimum(counts, MOST_FREQUENT).astype(np.uint8)
    if leading is not None and len(leading):
        frequencies[np.searchsorted(found, distinct(leading)[0])] |= LEADING
    return Run(*split(found), frequencies)


def distinct(keys: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Each key once, ascending, and how often it was there; sorting beats numpy's hashing here."""
    ordered = np.sort(keys)
    starts = np.flatnonzero(np.diff(ordered, prepend=~ordered[:1]))
    return ordered[starts], np.diff(starts, append=len(ordered))


def split(keys: NDArray[np.uint64]) -> tuple[Keys, Documents]:
    """The two parts of term << 16 | document."""
    return (keys >> np.uint64(16)).astype(np.uint32), keys.astype(np.uint16)


def merge(runs: list[Run]) -> Run:
    """One run of several whose documents ascend from run to run."""
    if not runs:
        return Run(np.zeros(0, np.uint32), np.zeros(0, np.uint16), np.zeros(0, np.uint8))
    keys = np.concatenate([run.keys for run in runs])
    order = np.argsort(keys, kind="stable")
    documents = np.concatenate([run.documents for run in runs])[order]
    frequencies = np.concatenate([run.frequencies for run in runs])
    return Run(keys[order], documents, frequencies[order] if len(frequencies) else frequencies)
