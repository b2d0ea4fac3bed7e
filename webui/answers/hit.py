"""A hit as programs get it. Marks are [start, end) in code points, never HTML."""

from dataclasses import dataclass

from indexer.models import Hit, Mark, Snippet
from webui import urls
from webui.state import SearchState
from webui.visits import the_visit

PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class SnippetAnswer:
    """A piece of text; ``page`` is null where there are no pages."""

    page: int | None
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class OrganizationAnswer:
    """An organisation of a hit; ``id`` goes into the parameter org.

    ``role`` is ``by`` for one that sent the article in, ``mentioned`` for one that is only named.
    """

    id: str
    label: str
    role: str


@dataclass(frozen=True, slots=True)
class HitAnswer:
    """One article of the result; ``literal`` as some word stood there only as characters.

    ``places`` is how often the words stand in its text, on ``pages``; where they stand nowhere,
    that is the page it begins on. ``date_certain`` is null as long as nothing tells. ``added`` is
    the moment it came into the archive, ``is_new`` whether that was after the visit before, as a
    cookie tells it. ``pdf_url`` is the file at the first of the pages.
    """

    id: str
    title: str
    title_marks: tuple[tuple[int, int], ...]
    orgs: tuple[OrganizationAnswer, ...]
    people: tuple[str, ...]
    date: str | None
    date_certain: bool | None
    issue: str | None
    issue_id: str
    issue_number: str | None
    issue_date: str | None
    section: str | None
    page: int | None
    pages: tuple[int, ...]
    places: int
    source: str
    score: float
    literal: bool
    is_new: bool
    added: str | None
    snippets: tuple[SnippetAnswer, ...]
    also_in: tuple[str, ...]
    url: str
    pdf_url: str | None


def hit_answer(hit: Hit, state: SearchState) -> HitAnswer:
    """A hit of a result."""
    return HitAnswer(
        id=hit.article_id,
        title=hit.title,
        title_marks=marks_answer(hit.marks),
        orgs=organizations_answer(hit.organizations, hit.signers),
        people=hit.persons,
        date=hit.date,
        date_certain=None,
        issue=hit.issue_title,
        issue_id=hit.issue_id,
        issue_number=hit.issue_number,
        issue_date=hit.issue_date,
        section=hit.section,
        page=hit.page,
        pages=_pages(hit),
        places=hit.places,
        source=hit.source,
        score=hit.score,
        literal=hit.literal,
        is_new=the_visit().is_new(hit.added),
        added=hit.entered or None,
        snippets=tuple(snippet_answer(snippet) for snippet in hit.snippets),
        also_in=tuple(one.article_id for one in hit.also_in),
        url=urls.article(hit.article_id, state),
        pdf_url=pdf_url(hit.source, hit.issue_id, next(iter(_pages(hit)), None)),
    )


def snippet_answer(snippet: Snippet) -> SnippetAnswer:
    """A piece of text."""
    return SnippetAnswer(snippet.page, snippet.text, marks_answer(snippet.marks))


def marks_answer(marks: tuple[Mark, ...]) -> tuple[tuple[int, int], ...]:
    """Marks as pairs of offsets."""
    return tuple((mark.start, mark.stop) for mark in marks)


def organizations_answer(
    names: tuple[str, ...], signers: tuple[str, ...]
) -> tuple[OrganizationAnswer, ...]:
    """The organisations of an article, and those that sent it in."""
    return tuple(
        OrganizationAnswer(name, name, "by" if name in signers else "mentioned")
        for name in dict.fromkeys((*names, *signers))
    )


def pdf_url(source: str, issue_id: str, page: int | None) -> str | None:
    """The original at a page; null where no browser could show it."""
    return urls.original(issue_id, page) if source.lower().endswith(PDF) else None


def _pages(hit: Hit) -> tuple[int, ...]:
    return hit.pages or ((hit.page,) if hit.page else ())
