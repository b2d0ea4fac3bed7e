"""The facet choices of a question: alternatives within a facet, all facets together."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.lists import Mask
from indexer.engines.embedded.segment import Column
from indexer.engines.embedded.snapshot import Part, Snapshot
from indexer.models import NONE, FacetCounts, Filters, Question

ENDLESS = ("organization", "person")  # of months and sections there are never too many to tell
Masks = Mapping[str, Mask]


def masks(part: Part, filters: Filters) -> Masks:
    """For each facet with a choice, the documents of a segment that fit it."""
    columns = part.segment.columns
    found = {
        name: _chosen(columns[name], chosen) for name, chosen in _choices(filters).items() if chosen
    }
    if filters.month_from or filters.month_to:
        low, high = filters.month_from or "", filters.month_to or "9999-99"
        span = columns["month"].mask(lambda month: low <= month <= high)
        found["month"] = found["month"] | span if "month" in found else span
    return found


def excluded(part: Part, filters: Filters) -> Mask:
    """The documents of a segment with a value that no hit may have."""
    unwanted = {
        "organization": filters.without_organizations,
        "section": filters.without_sections,
        "person": filters.without_people,
    }
    mask = np.zeros(part.segment.size, dtype=bool)
    for name, values in unwanted.items():
        if values:
            mask |= _chosen(part.segment.columns[name], values)
    return mask


def combine(mask: Mask, parts: Masks, without: str = "") -> Mask:
    """The documents of a mask that fit all facets, one of them left out on request."""
    for name, part in parts.items():
        if name != without:
            mask = mask & part
    return mask


def count(
    snapshot: Snapshot, found: Sequence[Mask], chosen: Sequence[Masks], question: Question
) -> tuple[FacetCounts, ...]:
    """Each facet counted under all other facets' choices, so that its own never lowers it."""
    counts = []
    for name, selected in _choices(question.filters).items():
        hits = [
            combine(mask, parts, without=name) for mask, parts in zip(found, chosen, strict=True)
        ]
        numbers, missing = _numbers(snapshot, name, hits, question.duplicates)
        most = question.facet_values if name in ENDLESS else None
        values = _ordered(snapshot.values[name], numbers, selected, most)
        counts.append(FacetCounts(name, values, missing, int(np.count_nonzero(numbers))))
    return tuple(counts)


def _numbers(
    snapshot: Snapshot, name: str, hits: Sequence[Mask], duplicates: bool
) -> tuple[NDArray[np.int64], int]:
    """How many of the hits have each value of a facet, and how many have none.

    Versions of one text count once for each value, unless ``duplicates`` are wanted.
    """
    numbers = np.zeros(len(snapshot.values[name]), dtype=np.int64)
    grouped, bare, missing = [], [], 0
    for part, mask in zip(snapshot.parts, hits, strict=True):
        column = part.segment.columns[name]
        single = mask if duplicates or not snapshot.has_groups else mask & (part.groups < 0)
        codes = part.codes[name][column.codes[single[column.documents]]]
        numbers += np.bincount(codes, minlength=len(numbers))
        missing += int(np.count_nonzero(single & ~column.present))
        if single is not mask:
            versions = mask & (part.groups >= 0)
            pairs = versions[column.documents]
            both = part.groups[column.documents[pairs]], part.codes[name][column.codes[pairs]]
            grouped.append(np.stack(both))
            bare.append(part.groups[versions & ~column.present])
    if grouped:
        distinct = np.unique(np.concatenate(grouped, axis=1), axis=1)
        numbers += np.bincount(distinct[1], minlength=len(numbers))
        missing += len(np.unique(np.concatenate(bare)))
    return numbers, missing


def _ordered(
    values: Sequence[str],
    numbers: NDArray[np.int64],
    selected: Sequence[str],
    most: int | None,
) -> tuple[tuple[str, int], ...]:
    """The values that were counted, the most frequent first, then by name; the chosen even at 0."""
    present = np.flatnonzero(numbers)
    if most is not None and len(present) > most > 0:
        present = present[numbers[present] >= _least(numbers[present], most)]
    order = present[np.argsort(-numbers[present], kind="stable")][:most].tolist()
    listed = {values[at]: int(numbers[at]) for at in order}
    for value in sorted(set(selected) - listed.keys() - {NONE}):
        at = bisect_left(values, value)
        held = at < len(values) and values[at] == value
        listed[value] = int(numbers[at]) if held else 0
    return tuple(listed.items())


def _least(counts: NDArray[np.int64], most: int) -> int:
    """The count that the first ``most`` values reach; many are equal, which partitions badly."""
    reached = np.cumsum(np.bincount(counts)[::-1])
    return len(reached) - 1 - int(np.searchsorted(reached, most))


def _chosen(column: Column, values: Sequence[str]) -> Mask:
    wanted = frozenset(values)
    mask = column.mask(cast(Callable[[str], bool], wanted.__contains__))
    return mask | ~column.present if NONE in wanted else mask


def _choices(filters: Filters) -> dict[str, tuple[str, ...]]:
    return {
        "organization": filters.organizations,
        "month": filters.months,
        "section": filters.sections,
        "person": filters.people,
    }
