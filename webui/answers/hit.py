"""A hit as programs get it. Marks are [start, end) in code points, never HTML."""

from dataclasses import dataclass

from indexer.models import Hit, Snippet
from webui import urls
from webui.state import SearchState


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


def hit_answer(hit: Hit, state: SearchState) -> HitAnswer:
    """A hit of a result."""
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
