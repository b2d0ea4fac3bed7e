"""Every value of one facet under a search, filtered, in order of counts or of sounds."""

from dataclasses import dataclass, replace

from indexer.models import FacetValue, Results
from webui import urls
from webui.archive import the_library
from webui.choices import EXCLUDED
from webui.facet_asked import ORDERS, FacetAsked
from webui.presenters.conditions import NAMES, summary
from webui.presenters.facets import FIELDS, FacetItem, chosen_first, facet_item
from webui.presenters.pager import Link
from webui.state import SearchState, parameters

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one initial letter; the letter is empty where they stand by counts."""

    letter: str
    items: tuple[FacetItem, ...]


@dataclass(frozen=True, slots=True)
class FacetListView:
    """The page of one facet.

    ``hidden`` are the parameters of the search that its form keeps, ``kept`` those that the filter
    box keeps. ``previous`` and ``next`` are None where nothing is left out on that side.
    """

    facet: str
    legend: str
    title: str
    filter: str
    order: str
    orders: tuple[Link, ...]
    groups: tuple[Group, ...]
    total: int
    previous: Link | None
    next: Link | None
    hidden: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, str], ...]
    back_href: str
    can_exclude: bool


def facet_list_view(
    facet: str, results: Results, state: SearchState, asked: FacetAsked
) -> FacetListView:
    """The page of one facet."""
    values = chosen_first(facet, results.facets[FIELDS[facet]], state)
    wanted = _filtered(facet, values, asked.filter)
    if asked.order == "name":
        wanted = sorted(wanted, key=lambda value: (_sound(facet, value), value.label))
    start = (asked.part - 1) * MOST_SHOWN
    shown = wanted[start : start + MOST_SHOWN]
    return FacetListView(
        facet=facet,
        legend=NAMES[facet],
        title=f"全部{NAMES[facet]}：{summary(state)}" if state.asks else f"全部{NAMES[facet]}",
        filter=asked.filter,
        order=asked.order,
        orders=_orders(facet, state, asked),
        groups=_groups(facet, shown, state, asked.order),
        total=len(wanted),
        previous=_part(facet, state, asked, -1) if start else None,
        next=_part(facet, state, asked, 1) if start + MOST_SHOWN < len(wanted) else None,
        hidden=_hidden(facet, shown, state),
        kept=(*parameters(state), ("order", asked.order)),
        back_href=urls.search(state),
        can_exclude=facet in EXCLUDED,
    )


def _filtered(facet: str, values: tuple[FacetValue, ...], text: str) -> list[FacetValue]:
    """The values that hold a text, or whose initials begin so: 北京 or bj."""
    typed = "".join(text.casefold().split())
    return [
        value
        for value in values
        if typed in value.label.casefold()
        or (typed.isascii() and "".join(s[0] for s in _sound(facet, value)).startswith(typed))
    ]


def _sound(facet: str, value: FacetValue) -> tuple[str, ...]:
    return the_library().syllables(value.label, is_person=facet == "person")


def _groups(
    facet: str, values: list[FacetValue], state: SearchState, order: str
) -> tuple[Group, ...]:
    """The values by their initial letter where they are in order of sounds, else together."""
    groups: dict[str, list[FacetItem]] = {}
    for value in values:
        letter = (_sound(facet, value) or ("#",))[0][0].upper() if order == "name" else ""
        groups.setdefault(letter, []).append(facet_item(facet, value, state))
    return tuple(Group(letter, tuple(items)) for letter, items in groups.items())


def _orders(facet: str, state: SearchState, asked: FacetAsked) -> tuple[Link, ...]:
    found = []
    for order, label in ORDERS.items():
        address = urls.facet_part(facet, state, replace(asked, order=order, part=1))
        found.append(Link(label, address, order == asked.order))
    return tuple(found)


def _part(facet: str, state: SearchState, asked: FacetAsked, step: int) -> Link:
    label = "后面的" if step > 0 else "前面的"
    address = urls.facet_part(facet, state, replace(asked, part=asked.part + step))
    return Link(f"{label} {MOST_SHOWN} 个", address)


def _hidden(facet: str, shown: list[FacetValue], state: SearchState) -> tuple[tuple[str, str], ...]:
    """The search without what the boxes ask themselves: chosen values that are not shown stay."""
    boxes = {(facet, value.value) for value in shown}
    return tuple(pair for pair in parameters(state.at_page(1)) if pair not in boxes)
