"""Every value of one facet under a search, filtered, in order of counts or of sounds."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from indexer.models import FacetValue, Results
from webui import urls
from webui.archive import the_library
from webui.choices import EXCLUDED
from webui.facet_asked import ORDERS, FacetAsked
from webui.language import N_, _
from webui.presenters.conditions import NAMES, labelled, summary
from webui.presenters.facets import FIELDS, FacetItem, chosen_first, facet_item, how_many
from webui.presenters.pager import Link
from webui.state import SearchState, parameters

MOST_SHOWN = 200
TITLES = {
    **{"org": N_("全部单位"), "person": N_("全部人物"), "section": N_("全部栏目")},
    **{"month": N_("全部月份"), "issue": N_("全部期号")},
}
DEEPEST = 4  # levels that are told apart


@dataclass(frozen=True, slots=True)
class Line:
    """One value, ``depth`` levels below the top, and its other names."""

    item: FacetItem
    depth: int
    aliases: str


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one initial letter; the letter is empty where they stand otherwise."""

    letter: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FacetListView:
    """The page of one facet; ``letters`` lead to the first value of each, in whichever part.

    ``hidden`` are the parameters of the search that its form keeps, ``kept`` those that the filter
    box keeps. ``previous`` and ``next`` are None where nothing is left out on that side.
    """

    facet: str
    legend: str
    kinds: str
    title: str
    filter: str
    order: str
    orders: tuple[Link, ...]
    groups: tuple[Group, ...]
    letters: tuple[Link, ...]
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
    depths: dict[str, int] = {}
    if asked.order == "name":
        wanted = sorted(wanted, key=lambda value: (_sound(facet, value), value.label))
    elif asked.order == "tree" and facet == "org":
        wanted, depths = as_tree(wanted, the_library().parent)
    start = (asked.part - 1) * MOST_SHOWN
    shown = wanted[start : start + MOST_SHOWN]
    return FacetListView(
        facet=facet,
        legend=_(NAMES[facet]),
        kinds=how_many(facet, len(wanted)),
        title=_title(facet, state),
        filter=asked.filter,
        order=asked.order,
        orders=_orders(facet, state, asked),
        groups=_groups(facet, [_line(facet, one, state, depths) for one in shown], asked.order),
        letters=_letters(facet, wanted, state, asked),
        total=len(wanted),
        previous=_part(facet, state, asked, -1) if start else None,
        next=_part(facet, state, asked, 1) if start + MOST_SHOWN < len(wanted) else None,
        hidden=_hidden(facet, shown, state),
        kept=(*parameters(state), ("order", asked.order)),
        back_href=urls.search(state),
        can_exclude=facet in EXCLUDED,
    )


def _title(facet: str, state: SearchState) -> str:
    title = _(TITLES[facet])
    return labelled(title, summary(state)) if state.asks else title


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


def as_tree(
    values: list[FacetValue], parent: Callable[[str], str | None]
) -> tuple[list[FacetValue], dict[str, int]]:
    """Values each below the one it belongs to, and how deep; 市科协, 区科协 of it, their societies.

    Where a body above has no articles, the next one above it counts.
    """
    known = {value.value for value in values}
    below: dict[str | None, list[FacetValue]] = {}
    for value in values:
        above = parent(value.value)
        while above is not None and above not in known:
            above = parent(above)
        below.setdefault(above, []).append(value)
    ordered: list[FacetValue] = []
    depths: dict[str, int] = {}
    waiting = [(value, 0) for value in reversed(below.get(None, []))]
    while waiting:
        value, depth = waiting.pop()
        ordered.append(value)
        depths[value.value] = depth
        waiting += [(child, depth + 1) for child in reversed(below.get(value.value, []))]
    return ordered, depths


def _line(facet: str, value: FacetValue, state: SearchState, depths: dict[str, int]) -> Line:
    table = the_library().config.knowledge.organizations
    aliases = next((row.aliases for row in table if facet == "org" and row.name == value.value), ())
    depth = min(depths.get(value.value, 0), DEEPEST)
    return Line(facet_item(facet, value, state), depth, _("、").join(aliases))


def _groups(facet: str, lines: list[Line], order: str) -> tuple[Group, ...]:
    """The values by their initial letter where they are in order of sounds, else together."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        letter = _letter(facet, line.item.label) if order == "name" else ""
        groups.setdefault(letter, []).append(line)
    return tuple(Group(letter, tuple(own)) for letter, own in groups.items())


def _letters(
    facet: str, values: list[FacetValue], state: SearchState, asked: FacetAsked
) -> tuple[Link, ...]:
    """The initial letters where values are in order of sounds, each with its part of the list."""
    if asked.order != "name":
        return ()
    first: dict[str, int] = {}
    for at, value in enumerate(values):
        first.setdefault(_letter(facet, value.label), at // MOST_SHOWN + 1)
    return tuple(
        Link(
            letter,
            ("" if part == asked.part else urls.facet_part(facet, state, replace(asked, part=part)))
            + f"#letter-{letter}",
        )
        for letter, part in first.items()
    )


def _letter(facet: str, label: str) -> str:
    """The letter a name begins with as it sounds; # for one that has no sound."""
    sound = the_library().syllables(label, is_person=facet == "person")
    letter = sound[0][:1].upper() if sound else "#"
    return letter if letter.isascii() and letter.isalnum() else "#"


def _orders(facet: str, state: SearchState, asked: FacetAsked) -> tuple[Link, ...]:
    found = []
    for order, label in ORDERS.items():
        if order == "tree" and facet != "org":
            continue
        address = urls.facet_part(facet, state, replace(asked, order=order, part=1))
        found.append(Link(_(label), address, order == asked.order))
    return tuple(found)


def _part(facet: str, state: SearchState, asked: FacetAsked, step: int) -> Link:
    form = N_("后面的 %(num)s 个") if step > 0 else N_("前面的 %(num)s 个")
    address = urls.facet_part(facet, state, replace(asked, part=asked.part + step))
    return Link(_(form, num=MOST_SHOWN), address)


def _hidden(facet: str, shown: list[FacetValue], state: SearchState) -> tuple[tuple[str, str], ...]:
    """The search without what the boxes ask themselves: chosen values that are not shown stay."""
    boxes = {(facet, value.value) for value in shown}
    return tuple(pair for pair in parameters(state.at_page(1)) if pair not in boxes)
