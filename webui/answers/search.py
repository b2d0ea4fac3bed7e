"""A whole result page as programs get it."""

from dataclasses import dataclass

from indexer.models import NONE, EngineStats, Results
from webui import urls
from webui.answers.facets import FacetsAnswer, facets_answer
from webui.answers.hit import HitAnswer, hit_answer
from webui.answers.reading import (
    HelpAnswer,
    ReadingAnswer,
    ZeroAnswer,
    help_answer,
    reading_answer,
    suggestions,
    zero_answer,
)
from webui.answers.status import IndexAnswer, index_answer
from webui.answers.version import VERSION
from webui.finding import Found
from webui.patterns import pattern
from webui.state import SORT_CODES, SearchState
from webui.zero import Zero


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """The search as it was understood, by the names of its parameters; months widened."""

    q: str
    place: str
    match: str
    refine: tuple[str, ...]
    expand: bool
    recency: bool
    org: tuple[str, ...]
    person: tuple[str, ...]
    section: tuple[str, ...]
    not_org: tuple[str, ...]
    not_person: tuple[str, ...]
    not_section: tuple[str, ...]
    orgrole: str
    sub: bool
    issue: tuple[str, ...]
    month: tuple[str, ...]
    month_from: str | None
    month_to: str | None
    within: str | None
    basis: str
    since: str | None
    dup: bool
    sort: str
    n: int


@dataclass(frozen=True, slots=True)
class MonthAnswer:
    """One month of the histogram, empty ones too; ``url`` is the search of that month alone."""

    month: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A whole result page; ``zero`` is null where something was found.

    ``total_with_repeats`` counts each version of an article, whether or not they are shown apart.
    """

    ok: bool
    version: int
    query: QueryAnswer
    total: int
    total_with_repeats: int
    partial: bool
    took_ms: int
    page: int
    pages: int
    next_url: str | None
    hits: tuple[HitAnswer, ...]
    facets: FacetsAnswer
    histogram: tuple[MonthAnswer, ...]
    no_date: int
    reading: ReadingAnswer
    suggestions: tuple[str, ...]
    help: HelpAnswer
    notices: tuple[str, ...]
    zero: ZeroAnswer | None
    index: IndexAnswer | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is found out beside a search: how sure a zero is, the index that was asked."""

    zero: Zero | None
    index: EngineStats | None


def search_answer(found: Found, beside: Beside, counts_only: bool = False) -> SearchAnswer:
    """The JSON form of an answered search; without hits and pages where counts will do."""
    state, results = found.asked.state, found.results
    pages = 0 if counts_only else results.pages
    shown = () if counts_only else results.hits
    undated = (month.count for month in results.facets.month if month.value == NONE)
    return SearchAnswer(
        ok=True,
        version=VERSION,
        query=_query(results, state, 0 if counts_only else results.query.page_size),
        total=results.total,
        total_with_repeats=results.versions,
        partial=False,
        took_ms=round(found.seconds * 1000),
        page=state.page,
        pages=pages,
        next_url=urls.search_json(state.at_page(state.page + 1)) if state.page < pages else None,
        hits=tuple(hit_answer(hit, state) for hit in shown),
        facets=facets_answer(results, state),
        histogram=_histogram(results, state),
        no_date=sum(undated),
        reading=reading_answer(results.reading, state),
        suggestions=suggestions(results.help),
        help=help_answer(results.help, state),
        notices=found.notices,
        zero=zero_answer(beside.zero) if beside.zero else None,
        index=index_answer(beside.index),
    )


def _histogram(results: Results, state: SearchState) -> tuple[MonthAnswer, ...]:
    address = pattern(lambda month: urls.search_json(state.only_month(month)))
    return tuple(
        MonthAnswer(month.value, month.count, address(month.value))
        for month in results.facets.histogram
    )


def _query(results: Results, state: SearchState, page_size: int) -> QueryAnswer:
    query = results.query
    return QueryAnswer(
        q=query.text,
        place="title" if query.title_only else "all",
        match=str(query.match),
        refine=state.refine,
        expand=query.aliases,
        recency=query.recency,
        org=query.organizations,
        person=query.people,
        section=query.sections,
        not_org=query.without_organizations,
        not_person=query.without_people,
        not_section=query.without_sections,
        orgrole="by" if query.signed else "any",
        sub=query.subordinates,
        issue=query.issues,
        month=query.months,
        month_from=query.month_from,
        month_to=query.month_to,
        within=state.span,
        basis=str(query.basis),
        since=state.since,
        dup=query.duplicates,
        sort=SORT_CODES[query.sort],
        n=page_size,
    )
