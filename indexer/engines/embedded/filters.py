"""The facet choices of a question: alternatives within a facet, all facets together."""

import numpy as np

from indexer.engines.embedded.postings import Integers, Mask
from indexer.engines.embedded.snapshot import Snapshot
from indexer.models import NONE, FacetCounts, Filters


def masks(snapshot: Snapshot, filters: Filters) -> dict[str, Mask]:
    """For each facet with a choice, the documents that fit it."""
    found = {}
    for name, chosen in _choices(filters).items():
        if chosen:
            wanted = set(chosen)
            found[name] = snapshot.columns[name].mask(wanted.__contains__, NONE in wanted)
    if filters.month_from or filters.month_to:
        low, high = filters.month_from or "", filters.month_to or "9999-99"
        span = snapshot.columns["month"].mask(lambda month: low <= month <= high)
        found["month"] = found["month"] | span if "month" in found else span
    return found


def excluded(snapshot: Snapshot, filters: Filters) -> Mask:
    """The documents with a value that no hit may have."""
    unwanted = {
        "organization": filters.without_organizations,
        "section": filters.without_sections,
        "person": filters.without_people,
    }
    mask = np.zeros(snapshot.size, dtype=bool)
    for name, values in unwanted.items():
        if values:
            wanted = frozenset(values)
            mask |= snapshot.columns[name].mask(wanted.__contains__, NONE in wanted)
    return mask


def combine(mask: Mask, parts: dict[str, Mask], without: str = "") -> Mask:
    """The documents of a mask that fit all facets, one of them left out on request."""
    for name, part in parts.items():
        if name != without:
            mask = mask & part
    return mask


def count(
    snapshot: Snapshot,
    mask: Mask,
    parts: dict[str, Mask],
    filters: Filters,
    clusters: Integers,
) -> tuple[FacetCounts, ...]:
    """Each facet counted under all other facets' choices, so that its own never lowers it."""
    choices = _choices(filters)
    return tuple(
        column.counts(combine(mask, parts, without=name), choices[name], clusters)
        for name, column in snapshot.columns.items()
    )


def _choices(filters: Filters) -> dict[str, tuple[str, ...]]:
    return {
        "organization": filters.organizations,
        "month": filters.months,
        "section": filters.sections,
        "person": filters.people,
    }
