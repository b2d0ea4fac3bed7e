"""The facets of a result as programs get them, each value with its addresses."""

from dataclasses import dataclass

from indexer.models import Results
from webui import urls
from webui.answers.version import VERSION
from webui.presenters.facets import FIELDS, chosen_first, facet_items
from webui.state import SearchState

MOST_VALUES = 100


@dataclass(frozen=True, slots=True)
class ValueAnswer:
    """One value of a facet; ``toggle_url`` adds it, or gives it up where it is selected.

    ``exclude_url`` is null where a value cannot be left out.
    """

    id: str
    label: str
    count: int
    selected: bool
    toggle_url: str
    exclude_url: str | None


@dataclass(frozen=True, slots=True)
class FacetAnswer:
    """The values of one facet; ``more_url`` has them all where these are only the first."""

    values: tuple[ValueAnswer, ...]
    more_url: str | None


@dataclass(frozen=True, slots=True)
class FacetListAnswer:
    """All values of one facet, by the name of its parameter."""

    ok: bool
    version: int
    facet: str
    values: tuple[ValueAnswer, ...]


@dataclass(frozen=True, slots=True)
class FacetsAnswer:
    """All facets, by the names of their parameters."""

    org: FacetAnswer
    person: FacetAnswer
    section: FacetAnswer
    month: FacetAnswer
    issue: FacetAnswer


def facets_answer(results: Results, state: SearchState) -> FacetsAnswer:
    """All facets of a result, the first values of each, and every month."""
    org, person, section, issue = (
        facet_answer(facet, results, state, MOST_VALUES)
        for facet in ("org", "person", "section", "issue")
    )
    return FacetsAnswer(org, person, section, facet_answer("month", results, state), issue)


def facet_list_answer(facet: str, results: Results, state: SearchState) -> FacetListAnswer:
    """All values of one facet, as an answer of its own."""
    return FacetListAnswer(True, VERSION, facet, facet_answer(facet, results, state).values)


def facet_answer(
    facet: str, results: Results, state: SearchState, most: int | None = None
) -> FacetAnswer:
    """The first values of one facet, or all of them."""
    values = chosen_first(facet, results.facets[FIELDS[facet]], state)
    items = facet_items(facet, values[:most], state)
    more = most is not None and len(values) + results.facets.more(FIELDS[facet]) > most
    return FacetAnswer(
        tuple(
            ValueAnswer(
                id=item.value,
                label=item.label,
                count=item.count,
                selected=item.selected,
                toggle_url=item.href,
                exclude_url=item.exclude_href or None,
            )
            for item in items
        ),
        urls.facet_json(facet, state) if more else None,
    )
