"""The search form: what was typed, what is chosen, and what an answer must not lose."""

from dataclasses import dataclass

from webui.asked import Remark
from webui.presenters.conditions import MATCH_LABELS
from webui.state import SORT_CODES, SearchState


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
    refused.
    """

    text: str
    matches: tuple[Choosable, ...]
    hidden: tuple[tuple[str, str], ...]
    month_from: str
    month_to: str
    errors: tuple[Remark, ...]

    def error(self, field: str) -> Remark | None:
        """What is wrong with one field."""
        return next((remark for remark in self.errors if remark.field == field), None)


def empty_form(text: str = "") -> SearchForm:
    """The form for a new search."""
    return search_form(SearchState(text))


def search_form(state: SearchState) -> SearchForm:
    """The form above a result; its filters are the facets beside the result."""
    return SearchForm(
        text=state.text,
        matches=tuple(
            Choosable(str(match), label, match is state.match)
            for match, label in MATCH_LABELS.items()
        ),
        hidden=_settings(state),
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
    choices = tuple((c.facet, c.value) for c in state.choices if c.facet not in wrong)
    return SearchForm(
        text=usual.text,
        matches=usual.matches,
        hidden=choices + usual.hidden,
        month_from=month_from,
        month_to=month_to,
        errors=errors,
    )


def _settings(state: SearchState) -> tuple[tuple[str, str], ...]:
    sort = (("sort", SORT_CODES[state.sort]),) if state.sort else ()
    return sort + ((("n", str(state.page_size)),) if state.page_size else ())
