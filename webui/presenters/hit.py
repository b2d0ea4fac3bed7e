"""A hit of a result as its list item shows it."""

from dataclasses import dataclass

from indexer.models import Hit, Snippet, Version
from webui import urls
from webui.language import _, counted
from webui.months import date_label
from webui.presenters.marked import Piece, pieces
from webui.presenters.pager import Link
from webui.state import SearchState
from webui.visits import the_visit

SHOWN_ORGANIZATIONS = 2


@dataclass(frozen=True, slots=True)
class SnippetItem:
    """A piece of text; ``page`` and ``page_href`` are empty where there are no pages."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool
    page: str
    page_href: str


@dataclass(frozen=True, slots=True)
class HitItem:
    """Title, what is known of the article, the pieces of text that match, and where to go on."""

    href: str
    title: tuple[Piece, ...]
    organizations: str
    date: str
    date_iso: str
    section: str
    issue: str
    page: str
    literal: bool
    is_new: bool
    snippets: tuple[SnippetItem, ...]
    also_in: tuple[Link, ...]
    why_href: str
    original: Link | None

    @property
    def place(self) -> str:
        """Where it was printed: 《工作简报》第3期第2页; may be empty."""
        return place_label(self.issue, self.page)


def hit_item(hit: Hit, state: SearchState) -> HitItem:
    """The list item of a hit, its links keeping the search."""
    return HitItem(
        href=urls.article(hit.article_id, state),
        title=pieces(hit.title, hit.marks),
        organizations=organizations_label(hit.organizations),
        date=date_label(hit.date) if hit.date else "",
        date_iso=hit.date or "",
        section=hit.section or "",
        issue=issue_label(hit.issue_title, hit.issue_number),
        page=page_label(hit.page),
        literal=hit.literal,
        is_new=the_visit().is_new(hit.added),
        snippets=tuple(_snippet_item(snippet, hit, state) for snippet in hit.snippets),
        also_in=version_links(hit.also_in, state),
        why_href=urls.why(hit.article_id, state),
        original=_original(hit),
    )


def version_links(versions: tuple[Version, ...], state: SearchState) -> tuple[Link, ...]:
    """Where else an article was printed: the issue, or the file where that has no name."""
    return tuple(
        Link(
            issue_label(one.issue_title, one.issue_number) or one.source,
            urls.article(one.article_id, state),
        )
        for one in versions
    )


def issue_label(title: str | None, number: str | None) -> str:
    """An issue's name, its number as printed: 《工作简报》第3期, 《工作简报》, 第3期 or nothing."""
    named = f"《{title.strip('《》')}》" if title else ""
    return f"{named}第{number}期" if number and number.isdecimal() else f"{named}{number or ''}"


def page_label(page: int | None) -> str:
    """A page's name: 第3页, p. 3, or nothing."""
    return _("第%(page)s页", page=page) if page else ""


def place_label(issue: str, page: str) -> str:
    """Where an article was printed: 《工作简报》第3期第2页."""
    return _("%(issue)s%(page)s", issue=issue, page=page) if issue and page else issue or page


def dated(name: str, date: str) -> str:
    """A name with its date, or what there is of both: 《工作简报》第3期（2023年5月30日）."""
    return _("%(name)s（%(date)s）", name=name, date=date) if name and date else name or date


def organizations_label(names: tuple[str, ...]) -> str:
    """The first organisations, and how many there are: 北京市科协、延庆区科协等5个单位."""
    shown, more = _("、").join(names[:SHOWN_ORGANIZATIONS]), len(names) - SHOWN_ORGANIZATIONS
    if more <= 0:
        return shown
    return counted("%(shown)s等%(all)s个单位", more, shown=shown, all=len(names))


def _original(hit: Hit) -> Link | None:
    """The page of the file itself, where a browser can show it."""
    if not hit.source.lower().endswith(".pdf"):
        return None
    page = next((snippet.page for snippet in hit.snippets if snippet.page), hit.page)
    return Link(_("原件%(page)s", page=page_label(page)), urls.original(hit.issue_id, page))


def _snippet_item(snippet: Snippet, hit: Hit, state: SearchState) -> SnippetItem:
    page = snippet.page
    return SnippetItem(
        pieces=pieces(snippet.text, snippet.marks),
        before=snippet.before,
        after=snippet.after,
        page=page_label(page),
        page_href=urls.article_page(hit.article_id, state, page, f"p{page}") if page else "",
    )
