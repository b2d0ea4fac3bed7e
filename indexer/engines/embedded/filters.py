"""The facet choices of a question: alternatives within a facet, all facets together."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.lists import Mask
from indexer.engines.embedded.segment import Column
from indexer.engines.embedded.snapshot import Part, Snapshot
from indexer.models import NONE, FacetCounts, Filters

COUNTED = ("organization", "month", "section", "person")
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
    snapshot: Snapshot,
    found: Sequence[Mask],
    chosen: Sequence[Masks],
    filters: Filters,
    duplicates: bool,
) -> tuple[FacetCounts, ...]:
    """Each facet counted under all other facets' choices, so that its own never lowers it."""
    counts = []
    for name, values in _choices(filters).items():
        hits = [
            combine(mask, parts, without=name) for mask, parts in zip(found, chosen, strict=True)
        ]
        counts.append(_count(snapshot, name, hits, values, duplicates))
    return tuple(counts)


def _count(
    snapshot: Snapshot, name: str, hits: Sequence[Mask], selected: Sequence[str], duplicates: bool
) -> FacetCounts:
    """How many of the hits have each value; chosen values stay, even at 0.

    Versions of one text count once for each value, unless ``duplicates`` are wanted.
    """
    numbers = np.zeros(len(snapshot.values[name]), dtype=np.int64)
    grouped, bare, missing = [], [], 0
    for part, mask in zip(snapshot.parts, hits, strict=True):
        column = part.segment.columns[name]
        single = mask if duplicates or not snapshot.has_groups else mask & (part.groups < 0)
        codes = part.codes[name][column.codes[single[column.documents]]]
        numbers += np.bincount(codes, minlength=len(numbers))
        missing += int((single & ~column.present).sum())
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
    return FacetCounts(name, _ordered(snapshot.values[name], numbers, selected), missing)


def _ordered(
    values: Sequence[str], numbers: NDArray[np.int64], selected: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    """The values that were counted, the most frequent first, then by name; the chosen even at 0."""
    present = np.flatnonzero(numbers)
    order = present[np.argsort(-numbers[present], kind="stable")]
    counted = [(values[at], count) for at, count in zip(order, numbers[order], strict=True)]
    held = {value for value, _ in counted} if selected else set()
    absent = sorted(value for value in set(selected) - held if value != NONE)
    pairs = [*((value, int(count)) for value, count in counted), *((one, 0) for one in absent)]
    return tuple(pairs)


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
