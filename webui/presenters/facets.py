"""The facets of a result: what can be chosen, how many articles it leaves, what is chosen."""

from dataclasses import dataclass, replace

from indexer.models import NONE, Facets, FacetValue
from webui import urls
from webui.presenters.conditions import value_label
from webui.state import SearchState

SHOWN_VALUES = 8
MOST_VALUES = 100
OPEN_YEARS = 2
PANELS = (
    ("org", "organization", "单位"),
    ("person", "person", "人物"),
    ("section", "section", "栏目"),
)


@dataclass(frozen=True, slots=True)
class FacetItem:
    """One value; ``href`` leads to the search with it added, or given up where it is chosen.

    ``before`` belongs before the label where that says too little alone: 2023年 before 5月.
    """

    facet: str
    value: str
    label: str
    count: int
    selected: bool
    href: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """The values of one facet: those shown at once, the others, and how many are left out."""

    facet: str
    legend: str
    shown: tuple[FacetItem, ...]
    others: tuple[FacetItem, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class YearItem:
    """The months of one year that have articles or are chosen, earliest first."""

    label: str
    count: int
    open: bool
    months: tuple[FacetItem, ...]


def panels(facets: Facets, state: SearchState) -> tuple[FacetPanel, ...]:
    """The facets with something to choose, months apart: chosen values first, then as they came."""
    found = []
    for facet, field, legend in PANELS:
        items = items_of(facet, facets[field], state)
        items = tuple(sorted(items, key=lambda item: not item.selected))
        if any(item.value != NONE or item.selected for item in items):
            least = max(SHOWN_VALUES, sum(item.selected for item in items))
            others = items[least:MOST_VALUES]
            left_out = max(0, len(items) - max(MOST_VALUES, least))
            found.append(FacetPanel(facet, legend, items[:least], others, left_out))
    return tuple(found)


def items_of(
    facet: str, values: tuple[FacetValue, ...], state: SearchState
) -> tuple[FacetItem, ...]:
    """The values of a facet in the order they came; a chosen one never vanishes, even at 0."""
    chosen = state.values(facet)
    known = {value.value for value in values}
    lost = tuple(
        FacetValue(value, value_label(facet, value), 0, True)
        for value in chosen
        if value not in known
    )
    return tuple(
        FacetItem(
            facet=facet,
            value=value.value,
            label=value.label,
            count=value.count,
            selected=value.value in chosen,
            href=_toggle(facet, value.value, state),
        )
        for value in (*values, *lost)
        if value.count or value.value in chosen
    )


def years(facets: Facets, state: SearchState) -> tuple[YearItem, ...]:
    """The months by year, the last year first; chosen months and the last years stand open."""
    months = items_of("month", facets.month, state)
    of_year: dict[str, list[FacetItem]] = {}
    for item in sorted(months, key=lambda item: item.value):
        if item.value != NONE:
            of_year.setdefault(item.value[:4], []).append(_without_year(item))
    found = []
    for number, year in enumerate(sorted(of_year, reverse=True)):
        own = tuple(of_year[year])
        is_open = number < OPEN_YEARS or any(item.selected for item in own)
        found.append(YearItem(f"{year}年", sum(item.count for item in own), is_open, own))
    return tuple(found)


def undated(facets: Facets, state: SearchState) -> FacetItem | None:
    """The bucket of articles without a date, where there are any."""
    items = items_of("month", facets.month, state)
    return next((item for item in items if item.value == NONE), None)


def _without_year(item: FacetItem) -> FacetItem:
    year, month = item.value.split("-")
    return replace(item, label=f"{int(month)}月", before=f"{year}年")


def _toggle(facet: str, value: str, state: SearchState) -> str:
    chosen = value in state.values(facet)
    return urls.search(state.without(facet, value) if chosen else state.with_facet(facet, value))
