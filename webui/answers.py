"""The JSON form of a result, version 1. Marks are [start, end) in code points, never HTML."""

from dataclasses import dataclass

from indexer.models import Hit, Results, Snippet
from webui import urls
from webui.finding import Found
from webui.presenters.facets import PANELS, FacetItem, items_of
from webui.state import SORT_CODES, SearchState

VERSION = 1


@dataclass(frozen=True, slots=True)
class SnippetAnswer:
    """A piece of text; ``page`` is null where there are no pages."""

    page: int | None
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class OrganizationAnswer:
    """An organisation of a hit; ``id`` goes into the parameter org."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class HitAnswer:
    """One article of the result; ``literal`` as some word stood there only as characters."""

    id: str
    title: str
    title_marks: tuple[tuple[int, int], ...]
    orgs: tuple[OrganizationAnswer, ...]
    date: str | None
    issue: str | None
    issue_number: str | None
    section: str | None
    page: int | None
    source: str
    score: float
    literal: bool
    snippets: tuple[SnippetAnswer, ...]
    also_in: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class ValueAnswer:
    """One value of a facet; ``toggle_url`` adds it, or gives it up where it is selected."""

    id: str
    label: str
    count: int
    selected: bool
    toggle_url: str


@dataclass(frozen=True, slots=True)
class FacetAnswer:
    """The values of one facet."""

    values: tuple[ValueAnswer, ...]


@dataclass(frozen=True, slots=True)
class FacetsAnswer:
    """All facets, by the names of their parameters."""

    org: FacetAnswer
    person: FacetAnswer
    section: FacetAnswer
    month: FacetAnswer


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """The search as it was understood, by the names of its parameters; months widened."""

    q: str
    match: str
    org: tuple[str, ...]
    person: tuple[str, ...]
    section: tuple[str, ...]
    month: tuple[str, ...]
    month_from: str | None
    month_to: str | None
    dup: bool
    sort: str
    n: int


@dataclass(frozen=True, slots=True)
class ReadingAnswer:
    """How the words were understood."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A whole result page."""

    ok: bool
    version: int
    query: QueryAnswer
    total: int
    took_ms: int
    page: int
    pages: int
    next_url: str | None
    hits: tuple[HitAnswer, ...]
    facets: FacetsAnswer
    reading: ReadingAnswer
    notices: tuple[str, ...]


def search_answer(found: Found) -> SearchAnswer:
    """The JSON form of an answered search."""
    state, results = found.asked.state, found.results
    more = state.page < results.pages
    return SearchAnswer(
        ok=True,
        version=VERSION,
        query=_query(results),
        total=results.total,
        took_ms=round(found.seconds * 1000),
        page=state.page,
        pages=results.pages,
        next_url=urls.search_json(state.at_page(state.page + 1)) if more else None,
        hits=tuple(_hit(hit, state) for hit in results.hits),
        facets=_facets(results, state),
        reading=ReadingAnswer(
            results.reading.words, results.reading.phrases, results.reading.excluded
        ),
        notices=found.asked.notices + results.reading.notices,
    )


def _query(results: Results) -> QueryAnswer:
    query = results.query
    return QueryAnswer(
        q=query.text,
        match=str(query.match),
        org=query.organizations,
        person=query.people,
        section=query.sections,
        month=query.months,
        month_from=query.month_from,
        month_to=query.month_to,
        dup=query.duplicates,
        sort=SORT_CODES[query.sort],
        n=query.page_size,
    )


def _hit(hit: Hit, state: SearchState) -> HitAnswer:
    return HitAnswer(
        id=hit.article_id,
        title=hit.title,
        title_marks=tuple((mark.start, mark.stop) for mark in hit.marks),
        orgs=tuple(OrganizationAnswer(name, name) for name in hit.organizations),
        date=hit.date,
        issue=hit.issue_title,
        issue_number=hit.issue_number,
        section=hit.section,
        page=hit.page,
        source=hit.source,
        score=hit.score,
        literal=hit.literal,
        snippets=tuple(_snippet(snippet) for snippet in hit.snippets),
        also_in=tuple(one.article_id for one in hit.also_in),
        url=urls.article(hit.article_id, state),
    )


def _snippet(snippet: Snippet) -> SnippetAnswer:
    marks = tuple((mark.start, mark.stop) for mark in snippet.marks)
    return SnippetAnswer(snippet.page, snippet.text, marks)


def _facets(results: Results, state: SearchState) -> FacetsAnswer:
    org, person, section = (
        _facet(items_of(facet, results.facets[field], state)) for facet, field, _ in PANELS
    )
    month = _facet(items_of("month", results.facets.month, state))
    return FacetsAnswer(org, person, section, month)


def _facet(items: tuple[FacetItem, ...]) -> FacetAnswer:
    return FacetAnswer(
        tuple(
            ValueAnswer(item.value, item.label, item.count, item.selected, item.href)
            for item in items
        )
    )
