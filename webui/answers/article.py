"""One article as programs get it, its paragraphs marked for the search in the address."""

from dataclasses import dataclass

from indexer.models import ArticlePage
from webui import urls
from webui.answers.hit import (
    OrganizationAnswer,
    SnippetAnswer,
    marks_answer,
    organizations_answer,
    pdf_url,
    snippet_answer,
)
from webui.answers.version import VERSION
from webui.presenters.article import citation
from webui.state import SearchState


@dataclass(frozen=True, slots=True)
class RelatedAnswer:
    """Another article: of the same issue, or the same text elsewhere."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """An article with its whole text; ``citation`` is its source line, ready to be quoted."""

    ok: bool
    version: int
    id: str
    title: str
    title_marks: tuple[tuple[int, int], ...]
    orgs: tuple[OrganizationAnswer, ...]
    people: tuple[str, ...]
    date: str | None
    issue: str | None
    issue_id: str
    issue_number: str | None
    issue_date: str | None
    section: str | None
    page: int | None
    source: str
    citation: str
    paragraphs: tuple[SnippetAnswer, ...]
    siblings: tuple[RelatedAnswer, ...]
    also_in: tuple[RelatedAnswer, ...]
    url: str
    text_url: str
    pdf_url: str | None


def article_answer(article: ArticlePage, state: SearchState) -> ArticleAnswer:
    """An article with the marks of a search."""
    return ArticleAnswer(
        ok=True,
        version=VERSION,
        id=article.id,
        title=article.title,
        title_marks=marks_answer(article.title_marks),
        orgs=organizations_answer(article.organizations, article.signers),
        people=article.persons,
        date=article.date,
        issue=article.issue_title,
        issue_id=article.issue_id,
        issue_number=article.issue_number,
        issue_date=article.issue_date,
        section=article.section,
        page=article.page,
        source=article.source,
        citation=citation(article),
        paragraphs=tuple(map(snippet_answer, article.paragraphs)),
        siblings=tuple(_related(*one) for one in article.siblings if one[0] != article.id),
        also_in=tuple(_related(one.article_id, one.title) for one in article.also_in),
        url=urls.article(article.id, state),
        text_url=urls.article_text(article.id),
        pdf_url=pdf_url(article.source, article.issue_id, article.page),
    )


def _related(article_id: str, title: str) -> RelatedAnswer:
    return RelatedAnswer(article_id, title, urls.article(article_id, SearchState()))
