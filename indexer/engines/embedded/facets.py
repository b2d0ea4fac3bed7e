"""The values of each facet among the hits, each facet without its own choice."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import Column
from indexer.engines.embedded.documents import Numbers
from indexer.engines.embedded.filters import choices, column_of
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.standing import Asked
from indexer.models import NONE, FacetCounts, Question

# Of months and sections there are never too many to tell.
ENDLESS = ("organization", "person", "issue")

Counts = NDArray[np.int64]


def count(
    snapshot: Snapshot, hits: Asked, unchosen: Mapping[str, Asked], question: Question
) -> tuple[FacetCounts, ...]:
    """Each facet counted under all other facets' choices, so that its own never lowers it.

    ``unchosen`` are the hits that a facet would have without its own choice, where it has one.
    """
    counts = []
    for name, selected in choices(question.filters).items():
        if name in question.facets:
            column = column_of(name, question.filters)
            numbers = _numbers(snapshot, column, unchosen.get(name, hits), question.duplicates)
            most = question.facet_values if name in ENDLESS else None
            values = _ordered(snapshot.columns[column].values, numbers[:-1], selected, most)
            different = int(np.count_nonzero(numbers[:-1]))
            counts.append(FacetCounts(name, values, int(numbers[-1]), different))
    return tuple(counts)


def _numbers(snapshot: Snapshot, name: str, hits: Asked, duplicates: bool) -> Counts:
    """How many of the hits have each value of a facet, and, behind them, how many have none.

    Versions of one text count once for each value, unless ``duplicates`` are wanted.
    """
    tally = snapshot.tally(name, duplicates)
    if duplicates or not snapshot.has_groups:
        return tally.count(hits)
    versions = np.flatnonzero(hits.mask & ~snapshot.single)
    if not len(versions):
        return tally.count(hits)
    alone = tally.count(Asked(hits.mask & snapshot.single))
    return alone + _grouped(snapshot, snapshot.columns[name], versions)


def _grouped(snapshot: Snapshot, column: Column, versions: Numbers) -> Counts:
    """The same for hits that are versions of texts."""
    none, groups = len(column.values), snapshot.groups
    articles, codes = column.pairs(versions)
    bare = groups[versions[column.bare[versions]]]
    held = np.stack([groups[articles], codes.astype(np.int64)])
    empty = np.stack([bare, np.full(len(bare), none)])
    distinct = np.unique(np.concatenate([held, empty], axis=1), axis=1)
    return np.bincount(distinct[1], minlength=none + 1)


def _ordered(
    values: Sequence[str], numbers: Counts, selected: Sequence[str], most: int | None
) -> tuple[tuple[str, int], ...]:
    """The values that were counted, the most frequent first, then by name; the chosen even at 0."""
    present = np.flatnonzero(numbers)
    if most is not None and len(present) > most > 0:
        present = present[numbers[present] >= _least(numbers[present], most)]
    order = present[np.argsort(-numbers[present], kind="stable")][:most]
    listed = tuple(zip([values[at] for at in order.tolist()], numbers[order].tolist(), strict=True))
    return listed + tuple(_unlisted(values, numbers, selected, order))


def _unlisted(
    values: Sequence[str], numbers: Counts, selected: Sequence[str], listed: Numbers
) -> Iterator[tuple[str, int]]:
    """Chosen values that are not listed, in order."""
    told = {values[at] for at in listed.tolist()} | {NONE}
    for value in sorted(set(selected) - told):
        at = bisect_left(values, value)
        held = at < len(values) and values[at] == value
        yield value, int(numbers[at]) if held else 0


def _least(counts: Counts, most: int) -> int:
    """The count that the first ``most`` values reach; many are equal, which partitions badly."""
    reached = np.cumsum(np.bincount(counts)[::-1])
    return len(reached) - 1 - int(np.searchsorted(reached, most))
