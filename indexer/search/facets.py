"""The facets of a result: which choices were made, and how each value reads."""

from collections.abc import Mapping
from functools import lru_cache, partial

from indexer.models import NONE, FacetCounts, Facets, FacetValue, Filters, Query
from indexer.search.parts import SearchParts

_MISSING_LABELS = {
    "organization": "未标单位",
    "month": "日期不详",
    "section": "未标栏目",
    "person": "未标人物",
    "issue": "未标期号",
}


def make_filters(parts: SearchParts, query: Query) -> Filters:
    """The facet choices of a query, bodies under their preferred names, a range in order.

    Where those below a body count as it, they are chosen with it.
    """
    preferred = parts.knowledge.preferred
    organizations = tuple(map(preferred, query.organizations))
    if query.subordinates:
        families = map(parts.families.of, organizations)
        organizations = tuple(dict.fromkeys(name for family in families for name in family))
    low, high = query.month_from, query.month_to
    if low and high and low > high:
        low, high = high, low
    return Filters(
        organizations=organizations,
        people=query.people,
        sections=query.sections,
        months=query.months,
        month_from=low,
        month_to=high,
        without_organizations=tuple(map(preferred, query.without_organizations)),
        without_people=query.without_people,
        without_sections=query.without_sections,
        issues=query.issues,
        basis=query.basis,
        signed=query.signed,
        since=query.since,
        since_revision=query.since_revision,
    )


def make_facets(parts: SearchParts, counts: tuple[FacetCounts, ...], query: Query) -> Facets:
    """The counted values as they are shown, those of the query marked as chosen."""
    chosen = {
        "organization": tuple(map(parts.knowledge.preferred, query.organizations)),
        "month": query.months,
        "section": query.sections,
        "person": query.people,
        "issue": query.issues,
    }
    labels = {"issue": parts.issue_labels}
    values = {
        facet.name: _values(facet, chosen[facet.name], labels.get(facet.name, {}))
        for facet in counts
    }
    more = {facet.name: _untold(facet) for facet in counts}
    return Facets(
        values["organization"],
        values["month"],
        values["section"],
        values["person"],
        _histogram(values["month"]),
        values["issue"],
        more["organization"],
        more["person"],
        more["issue"],
    )


def _untold(facet: FacetCounts) -> int:
    """How many values with articles an engine left out; a chosen one may be told with none."""
    return max(0, facet.distinct - sum(count > 0 for _, count in facet.values))


def _histogram(months: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
    """The months between the first and the last, those without articles at 0."""
    known = {value.value: value for value in months if len(value.value) == len("2023-05")}
    if not known:
        return ()
    span = _months(min(known), max(known))
    return tuple([known.get(one) or FacetValue(one, _month_label(one), 0) for one in span])


@lru_cache(maxsize=256)
def _months(first: str, last: str) -> tuple[str, ...]:
    """All months from the first to the last: 2023-11, 2024-01 -> 2023-11, 2023-12, 2024-01."""
    span = range(_number(first), _number(last) + 1)
    return tuple(f"{at // 12:04d}-{at % 12 + 1:02d}" for at in span)


def _number(month: str) -> int:
    """How many months have passed since the year 0: 2023-05 -> 24280."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _values(
    facet: FacetCounts, chosen: tuple[str, ...], labels: Mapping[str, str]
) -> tuple[FacetValue, ...]:
    """Values by count, months newest first; the articles without a value come last."""
    pairs = sorted(facet.values, reverse=True) if facet.name == "month" else facet.values
    told = _month_label if facet.name == "month" else partial(_told, labels)
    values = [FacetValue(value, told(value), count, value in chosen) for value, count in pairs]
    if facet.missing or NONE in chosen:
        label = _MISSING_LABELS[facet.name]
        values.append(FacetValue(NONE, label, facet.missing, NONE in chosen))
    return tuple(values)


def _told(labels: Mapping[str, str], value: str) -> str:
    return labels.get(value) or value


@lru_cache(maxsize=4096)
def _month_label(month: str) -> str:
    """What people read: 2023-05 -> 2023年5月."""
    return f"{month[:4]}年{int(month[5:])}月" if len(month) == len("2023-05") else month
