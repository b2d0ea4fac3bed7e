"""One article to be read: its text with marks and pages, what is known of it, and its issue."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from indexer.models import ArticlePage
from webui import urls
from webui.language import _
from webui.months import chinese_date, date_label
from webui.presenters.conditions import retrieved, summary
from webui.presenters.hit import HitItem, dated, hit_item, issue_label, page_label, version_links
from webui.presenters.marked import Piece, mark_anchors, pieces
from webui.presenters.pager import Link
from webui.presenters.picture import PictureView, picture_view
from webui.presenters.portion import Portion, portion_of
from webui.reading import Read
from webui.site import site
from webui.state import SearchState

MONTH_LENGTH = len("2023-05")
MOST_OCCURRENCES = 50
AROUND = 12


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
class Occurrence:
    """A place of the text that matches, with what stands around it; ``page`` may be empty."""

    href: str
    before: str
    text: str
    after: str
    page: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of an article shows; ``back`` is None where no search led here.

    ``before`` and ``after`` are its neighbours in the result, or else in its issue. A file without
    pages is only given out, at ``download_href``, which is empty where there is none; one with
    pages stands beside the text, as ``picture``. ``first_mark`` leads to the first mark on that
    page, and ``printed`` is what paper has instead of an address bar.
    """

    title: str
    title_pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    hits: int
    occurrences: tuple[Occurrence, ...]
    citation: str
    siblings: tuple[Link, ...]
    also_in: tuple[Link, ...]
    similar: tuple[HitItem, ...]
    back: Link | None
    place: str
    before: Link | None
    after: Link | None
    issue_href: str
    picture: PictureView | None
    download_href: str
    why_href: str
    first_mark: str
    portion: Portion
    is_traditional: bool
    printed: str


def article_view(read: Read, state: SearchState) -> ArticleView:
    """The page of an article as the search it was reached from shows it."""
    article, shown = read.article, read.shown
    portion = portion_of(article, state, shown.page if shown else read.page)
    return ArticleView(
        title=article.title,
        title_pieces=pieces(article.title, article.title_marks),
        facts=_facts(article),
        blocks=_blocks(article, portion),
        hits=sum(len(paragraph.marks) for paragraph in article.paragraphs),
        occurrences=tuple(islice(_occurrences(article, state, portion), MOST_OCCURRENCES)),
        citation=citation(article),
        siblings=tuple(
            Link(title, urls.article(sibling, state), sibling == article.id)
            for sibling, title in article.siblings
        ),
        also_in=version_links(article.also_in, state),
        similar=tuple(hit_item(hit, SearchState()) for hit in read.similar),
        back=Link(summary(state), urls.search(state)) if state.asks else None,
        place=_place(read),
        before=_beside(read, -1),
        after=_beside(read, 1),
        issue_href=urls.issue(article.issue_id),
        picture=picture_view(shown, article, state, read.size),
        download_href=urls.original(article.issue_id, download=True) if read.original else "",
        why_href=urls.why(article.id, state) if state.asks else "",
        first_mark=f"#m{shown.first_mark}" if shown and shown.first_mark else "#m1",
        portion=portion,
        is_traditional=article.is_traditional,
        printed=retrieved(site() + urls.article(article.id, SearchState())),
    )


def citation(article: ArticlePage) -> str:
    """How to cite it: 科普日活动举办，《工作简报》第3期第2页，北京市科协，2023年5月30日.

    Chinese in every language: it goes into reports as it is.
    """
    issue = issue_label(article.issue_title, article.issue_number) or article.source
    date = article.issue_date or article.date
    return "，".join(
        filter(
            None,
            (
                article.title,
                f"{issue}第{article.page}页" if article.page else issue,
                "、".join(article.organizations),
                chinese_date(date) if date else "",
            ),
        )
    )


def _facts(article: ArticlePage) -> tuple[Fact, ...]:
    issue = issue_label(article.issue_title, article.issue_number)
    issued = date_label(article.issue_date) if article.issue_date else ""
    facts = (
        Fact(_("单位"), tuple(_facet_link("org", name) for name in article.organizations)),
        Fact(_("日期"), _date(article.date)),
        Fact(_("栏目"), _section(article.section)),
        Fact(_("刊期"), _plain(dated(issue, issued))),
        Fact(_("页码"), _plain(page_label(article.page))),
        Fact(_("人物"), tuple(_facet_link("person", name) for name in article.persons)),
        Fact(_("原件"), _plain(article.source)),
    )
    return tuple(fact for fact in facts if fact.values)


def _place(read: Read) -> str:
    place = read.place
    if place is None:
        return ""
    return _("第 %(number)s / %(total)s 篇", number=f"{place.number:,}", total=f"{place.total:,}")


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


def _blocks(article: ArticlePage, portion: Portion) -> tuple[Block, ...]:
    anchors = mark_anchors()
    blocks = []
    page: int | None = None
    for at, paragraph in enumerate(article.paragraphs):
        shown = pieces(paragraph.text, paragraph.marks, anchors)
        if portion.holds(at):
            turned = paragraph.page if paragraph.page != page else None
            page = paragraph.page
            blocks.append(Block(turned, shown))
    return tuple(blocks)


def _beside(read: Read, step: int) -> Link | None:
    """The article before or after this one in the result, or in the issue without a result."""
    if read.place:
        other = read.place.before if step < 0 else read.place.after
        if other is None:
            return None
        return Link(other.hit.title, urls.article(other.hit.article_id, other.state))
    ids = [key for key, _ in read.article.siblings]
    at = ids.index(read.article.id) + step if read.article.id in ids else -1
    if not 0 <= at < len(ids):
        return None
    return Link(read.article.siblings[at][1], urls.article(ids[at], SearchState()))


def _occurrences(
    article: ArticlePage, state: SearchState, portion: Portion
) -> Iterator[Occurrence]:
    """Each mark of the text with a few characters on both sides."""
    anchors = mark_anchors()
    for at, paragraph in enumerate(article.paragraphs):
        text = paragraph.text
        for mark in paragraph.marks:
            anchor = next(anchors)
            yield Occurrence(
                href=f"#{anchor}"
                if portion.holds(at)
                else _elsewhere(article, state, paragraph.page, anchor),
                before=text[max(0, mark.start - AROUND) : mark.start],
                text=text[mark.start : mark.stop],
                after=text[mark.stop : mark.stop + AROUND],
                page=page_label(paragraph.page),
            )


def _elsewhere(article: ArticlePage, state: SearchState, page: int | None, anchor: str) -> str:
    """Where a mark can be seen that is in no part of a long article that is shown."""
    if page is None:
        return urls.article_text(article.id)
    return urls.article_page(article.id, state, page, anchor)
