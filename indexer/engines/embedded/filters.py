"""The facet choices of a question: alternatives within a facet, all facets together."""

from collections.abc import Mapping, Sequence

import numpy as np

from indexer.engines.embedded.columns import Column
from indexer.engines.embedded.days import span
from indexer.engines.embedded.documents import Mask
from indexer.engines.embedded.snapshot import Snapshot
from indexer.models import NONE, Basis, Filters

Masks = Mapping[str, Mask]


def masks(snapshot: Snapshot, filters: Filters) -> Masks:
    """For each facet with a choice, the documents that fit it."""
    columns = snapshot.columns
    found = {
        name: _chosen(columns[column_of(name, filters)], values)
        for name, values in choices(filters).items()
        if values
    }
    if filters.month_from or filters.month_to:
        low, high = filters.month_from or "", filters.month_to or "9999-99"
        within = columns[column_of("month", filters)].between(low, high)
        found["month"] = found["month"] | within if "month" in found else within
    return found


def without(snapshot: Snapshot, filters: Filters, found: Mask) -> Mask:
    """The documents of a mask with no value that no hit may have, and not taken in too early."""
    unwanted = {
        column_of("organization", filters): filters.without_organizations,
        "section": filters.without_sections,
        "person": filters.without_people,
    }
    for name, values in unwanted.items():
        if values:
            found = found & ~_chosen(snapshot.columns[name], values)
    revisions, days = snapshot.entries
    if filters.since_revision is not None:
        found = found & (revisions > filters.since_revision)
    if filters.since is not None:
        found = found & (days >= span(filters.since)[0])
    return found


def column_of(name: str, filters: Filters) -> str:
    """The column that holds the values of a facet as a question means it."""
    if name == "month" and filters.basis is Basis.ISSUED:
        return "issued_month"
    return "signer" if name == "organization" and filters.signed else name


def combine(mask: Mask, parts: Masks, without: str = "") -> Mask:
    """The documents of a mask that fit all facets, one of them left out on request."""
    for name, part in parts.items():
        if name != without:
            mask = mask & part
    return mask


def choices(filters: Filters) -> dict[str, tuple[str, ...]]:
    """The single values chosen of each facet."""
    return {
        "organization": filters.organizations,
        "month": filters.months,
        "section": filters.sections,
        "person": filters.people,
        "issue": filters.issues,
    }


def _chosen(column: Column, values: Sequence[str]) -> Mask:
    mask = column.having(values)
    return np.logical_or(mask, column.bare) if NONE in values else mask
