"""One article to be read: its text with marks and pages, what is known of it, and its issue."""

from dataclasses import dataclass

from indexer.models import ArticlePage
from webui import urls
from webui.months import date_label
from webui.presenters.conditions import summary
from webui.presenters.hit import issue_label, page_label, version_links
from webui.presenters.marked import Piece, mark_anchors, pieces
from webui.presenters.pager import Link
from webui.state import SearchState

MONTH_LENGTH = len("2023-05")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; ``page`` is set where a new page begins with it."""

    page: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of the article, its values as links where they can be searched for."""

    name: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of an article shows; ``back`` is None where no search led here."""

    title: str
    title_pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    hits: int
    citation: str
    siblings: tuple[Link, ...]
    also_in: tuple[Link, ...]
    back: Link | None


def article_view(article: ArticlePage, state: SearchState) -> ArticleView:
    """The page of an article as the search it was reached from shows it."""
    return ArticleView(
        title=article.title,
        title_pieces=pieces(article.title, article.title_marks),
        facts=_facts(article),
        blocks=_blocks(article),
        hits=sum(len(paragraph.marks) for paragraph in article.paragraphs),
        citation=citation(article),
        siblings=tuple(
            Link(title, urls.article(sibling, state), sibling == article.id)
            for sibling, title in article.siblings
        ),
        also_in=version_links(article.also_in, state),
        back=Link(summary(state), urls.search(state)) if state.asks else None,
    )


def citation(article: ArticlePage) -> str:
    """How to cite it: 科普日活动举办，《工作简报》第3期第2页，北京市科协，2023年5月30日."""
    issue = issue_label(article.issue_title, article.issue_number) or article.source
    date = article.issue_date or article.date
    return "，".join(
        filter(
            None,
            (
                article.title,
                issue + page_label(article.page),
                "、".join(article.organizations),
                date_label(date) if date else "",
            ),
        )
    )


def _facts(article: ArticlePage) -> tuple[Fact, ...]:
    issue = issue_label(article.issue_title, article.issue_number)
    issued = date_label(article.issue_date) if article.issue_date else ""
    facts = (
        Fact("单位", tuple(_facet_link("org", name) for name in article.organizations)),
        Fact("日期", _date(article.date)),
        Fact("栏目", _section(article.section)),
        Fact("刊期", _plain(f"{issue}（{issued}）" if issue and issued else issue or issued)),
        Fact("页码", _plain(page_label(article.page))),
        Fact("人物", tuple(_facet_link("person", name) for name in article.persons)),
        Fact("原件", _plain(article.source)),
    )
    return tuple(fact for fact in facts if fact.values)


def _date(date: str | None) -> tuple[Link, ...]:
    if date is None:
        return ()
    if len(date) < MONTH_LENGTH:
        return _plain(date_label(date))
    return (_facet_link("month", date[:MONTH_LENGTH], date_label(date)),)


def _section(section: str | None) -> tuple[Link, ...]:
    return (_facet_link("section", section),) if section else ()


def _plain(text: str) -> tuple[Link, ...]:
    return (Link(text),) if text else ()


def _facet_link(facet: str, value: str, label: str = "") -> Link:
    return Link(label or value, urls.search(SearchState().with_facet(facet, value)))


def _blocks(article: ArticlePage) -> tuple[Block, ...]:
    anchors = mark_anchors()
    blocks = []
    page: int | None = None
    for paragraph in article.paragraphs:
        turned = paragraph.page if paragraph.page != page else None
        page = paragraph.page
        blocks.append(Block(turned, pieces(paragraph.text, paragraph.marks, anchors)))
    return tuple(blocks)
