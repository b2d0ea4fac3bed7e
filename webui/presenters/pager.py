"""The pages of a result and its orders, as links."""

from dataclasses import dataclass, replace

from indexer.models import Sort
from webui import urls
from webui.language import N_, _
from webui.state import REACH, SearchState

AROUND = 2
PAGE_SIZES = (10, 20, 50)
SORT_LABELS = {
    Sort.RELEVANCE: N_("按相关度"),
    Sort.NEWEST: N_("从新到旧"),
    Sort.OLDEST: N_("从旧到新"),
    Sort.ADDED: N_("按入库"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link, or where it leads nowhere (``href`` empty) what stands in its place."""

    label: str
    href: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """The way through the pages; ``links`` has … for pages left out."""

    previous: Link
    next: Link
    links: tuple[Link, ...]


def pager(state: SearchState, pages: int) -> Pager | None:
    """The pager of a result with so many pages, or None where there is only one."""
    if pages <= 1:
        return None
    links: list[Link] = []
    before = 0
    for number in _numbers(state.page, pages):
        if number > before + 1:
            links.append(Link("…"))
        current = number == state.page
        links.append(Link(str(number), urls.search(state.at_page(number)), current))
        before = number
    return Pager(
        previous=_step(_("上一页"), state, state.page - 1, pages),
        next=_step(_("下一页"), state, state.page + 1, pages),
        links=tuple(links),
    )


def reachable(pages: int, page_size: int) -> int:
    """How many pages can be turned to: those of the first 10,000 hits."""
    return min(pages, REACH // page_size)


def sort_links(state: SearchState) -> tuple[Link, ...]:
    """The orders to choose from; relevance only where there are words."""
    return tuple(
        Link(_(label), urls.search(state.sorted_by(sort)), sort is state.order)
        for sort, label in SORT_LABELS.items()
        if state.text or sort is not Sort.RELEVANCE
    )


def look_links(state: SearchState, page_size: int) -> tuple[Link, ...]:
    """How many hits a page has, and whether they are told or only listed."""
    sizes = (
        Link(
            _("每页 %(num)s 篇", num=size),
            urls.search(state.with_page_size(size)),
            size == page_size,
        )
        for size in PAGE_SIZES
    )
    label = _("带摘要") if state.compact else _("只列标题")
    return (*sizes, Link(label, urls.search(replace(state, compact=not state.compact))))


def _numbers(page: int, pages: int) -> list[int]:
    near = range(max(1, page - AROUND), min(pages, page + AROUND) + 1)
    return sorted({1, *near, pages})


def _step(label: str, state: SearchState, page: int, pages: int) -> Link:
    return Link(label, urls.search(state.at_page(page)) if 1 <= page <= pages else "")
