"""The facets of a result: what can be chosen, how many articles it leaves, what is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.models import NONE, Facets, FacetValue
from webui import urls
from webui.choices import EXCLUDED
from webui.language import _, counted
from webui.patterns import Address, pattern
from webui.presenters.conditions import NAMES, value_label
from webui.presenters.pager import Link
from webui.state import SearchState

SHOWN_VALUES = 8
PANELS = ("org", "person", "section", "issue")
# The parameter of a facet -> its name in Facets.
FIELDS = {"org": "organization", "person": "person", "section": "section", "month": "month"}
FIELDS |= {"issue": "issue"}


@dataclass(frozen=True, slots=True)
class FacetItem:
    """One value; ``href`` leads to the search with it added, or given up where it is chosen.

    ``exclude_href`` leads to the search without its articles; empty where there is no such search.
    """

    facet: str
    value: str
    label: str
    count: int
    selected: bool
    href: str
    exclude_href: str


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """The first values of one facet, how many there are, and where they all stand.

    ``more_href`` is empty where none is left out. ``roles`` are the ways in which the values may be
    meant, the one in force marked. One that is not ``open`` is folded until something is chosen.
    """

    facet: str
    legend: str
    kinds: str
    items: tuple[FacetItem, ...]
    total: int
    more_href: str
    roles: tuple[Link, ...]
    open: bool


def panels(facets: Facets, state: SearchState) -> tuple[FacetPanel, ...]:
    """The facets with something to choose, months apart: chosen values first, then as they came."""
    found = (_panel(facet, facets, state) for facet in PANELS)
    return tuple(
        panel
        for panel in found
        if any(item.value != NONE or item.selected for item in panel.items)
        or any(role.current for role in panel.roles[1:])
    )


def chosen_first(
    facet: str, values: tuple[FacetValue, ...], state: SearchState
) -> tuple[FacetValue, ...]:
    """The values with articles, the chosen ones before them; those never vanish, even at 0."""
    known = {value.value: value for value in values}
    chosen = state.values(facet)
    first = [known.get(one) or FacetValue(one, value_label(facet, one), 0) for one in chosen]
    return (*first, *(v for v in values if v.count and v.value not in chosen))


def facet_items(
    facet: str, values: Iterable[FacetValue], state: SearchState
) -> tuple[FacetItem, ...]:
    """Values with their links."""
    toggle, exclude = _links(facet, state)
    chosen = state.values(facet)
    return tuple(
        FacetItem(
            facet=facet,
            value=one.value,
            label=_label(facet, one),
            count=one.count,
            selected=one.value in chosen,
            href=toggle(one.value),
            exclude_href=exclude(one.value) if facet in EXCLUDED else "",
        )
        for one in values
    )


def how_many(facet: str, number: int) -> str:
    """So many values of a facet: 12 个单位, 12 organisations."""
    told = {
        "org": counted("%(num)s 个单位", number),
        "person": counted("%(num)s 个人物", number),
        "section": counted("%(num)s 个栏目", number),
        "month": counted("%(num)s 个月份", number),
        "issue": counted("%(num)s 个期号", number),
    }
    return told[facet]


def _label(facet: str, value: FacetValue) -> str:
    """A value in words: months, and what is not known, in the language of this answer."""
    is_word = value.value != NONE and facet != "month"
    return value.label if is_word else value_label(facet, value.value)


def facet_item(facet: str, value: FacetValue, state: SearchState) -> FacetItem:
    """One value with its links."""
    (item,) = facet_items(facet, (value,), state)
    return item


def _links(facet: str, state: SearchState) -> tuple[Address, Address]:
    """The addresses that add a value or give it up, and those that leave its articles out."""
    chosen = state.values(facet)

    def toggle(value: str) -> str:
        in_force = value in chosen
        return urls.search(
            state.without(facet, value) if in_force else state.with_facet(facet, value)
        )

    def exclude(value: str) -> str:
        return urls.search(state.excluding(facet, value))

    excluded = state.values(EXCLUDED[facet]) if facet in EXCLUDED else ()
    if chosen or excluded:  # their order in the address depends on the value
        return toggle, exclude
    return pattern(toggle), pattern(exclude) if facet in EXCLUDED else exclude


def undated(facets: Facets, state: SearchState) -> FacetItem | None:
    """The bucket of articles without a date, where there are any."""
    values = chosen_first("month", facets.month, state)
    found = (facet_item("month", value, state) for value in values if value.value == NONE)
    return next(found, None)


def _panel(facet: str, facets: Facets, state: SearchState) -> FacetPanel:
    values = chosen_first(facet, facets[FIELDS[facet]], state)
    total = len(values) + facets.more(FIELDS[facet])
    shown = values[: max(SHOWN_VALUES, len(state.values(facet)))]
    return FacetPanel(
        facet=facet,
        legend=_(NAMES[facet]),
        kinds=how_many(facet, total),
        items=facet_items(facet, shown, state),
        total=total,
        more_href=urls.facet(facet, state) if total > len(shown) else "",
        roles=roles(state) if facet == "org" else (),
        open=facet != "issue" or bool(state.values(facet)),
    )


def roles(state: SearchState) -> tuple[Link, ...]:
    """How organisations may be meant: named, or sending articles in; with those below them."""
    return (
        Link(_("提及"), urls.search(state.by_role(False)), not state.by),
        Link(_("报送"), urls.search(state.by_role(True)), state.by),
        Link(_("含下级单位"), urls.search(state.with_subordinates(not state.sub)), state.sub),
    )
