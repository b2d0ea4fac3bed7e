"""The search form: what was typed, what is chosen, and what an answer must not lose."""

from dataclasses import dataclass, replace

from webui.asked import Remark
from webui.language import N_, _
from webui.presenters.conditions import MATCH_LABELS
from webui.state import SearchState, parameters

PLACES = (("all", N_("全文")), ("title", N_("仅标题")))
# What the fields of the page ask themselves; everything else goes along unseen.
SHOWN = ("q", "in", "match", "org", "person", "section", "issue", "month", "from", "to", "page")


@dataclass(frozen=True, slots=True)
class Choosable:
    """One value of a group of radio buttons."""

    value: str
    label: str
    checked: bool


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The fields as they are shown; ``hidden`` are (name, value) pairs that go along unseen.

    ``month_from`` and ``month_to`` are as written. ``errors`` are empty unless the search was
    refused. With ``focus`` the box is where one begins to type.
    """

    text: str
    places: tuple[Choosable, ...]
    matches: tuple[Choosable, ...]
    hidden: tuple[tuple[str, str], ...]
    month_from: str
    month_to: str
    errors: tuple[Remark, ...]
    focus: bool = False

    def error(self, field: str) -> Remark | None:
        """What is wrong with one field."""
        return next((remark for remark in self.errors if remark.field == field), None)


def empty_form(text: str = "") -> SearchForm:
    """The form for a new search."""
    return search_form(SearchState(text))


def first_form() -> SearchForm:
    """The form of the first page, ready for typing."""
    return replace(empty_form(), focus=True)


def search_form(state: SearchState) -> SearchForm:
    """The form above a result; its filters are the facets beside the result."""
    return SearchForm(
        text=state.text,
        places=tuple(
            Choosable(value, _(label), (value == "title") is state.title_only)
            for value, label in PLACES
        ),
        matches=tuple(
            Choosable(str(match), _(label), match is state.match)
            for match, label in MATCH_LABELS.items()
        ),
        hidden=tuple(pair for pair in parameters(state) if pair[0] not in SHOWN),
        month_from=state.month_from or "",
        month_to=state.month_to or "",
        errors=(),
    )


def refused_form(
    state: SearchState, month_from: str, month_to: str, errors: tuple[Remark, ...]
) -> SearchForm:
    """The form of a refused search: fields keep what was written, sound choices go along."""
    usual = search_form(state)
    wrong = {error.field for error in errors}
    fields = ("q", "in", "match", "from", "to", "page", *wrong)
    return SearchForm(
        text=usual.text,
        places=usual.places,
        matches=usual.matches,
        hidden=tuple(pair for pair in parameters(state) if pair[0] not in fields),
        month_from=month_from,
        month_to=month_to,
        errors=errors,
    )
