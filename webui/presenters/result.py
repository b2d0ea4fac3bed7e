"""A page of results: heading, hits, facets, conditions, orders, pages, notices."""

from dataclasses import dataclass

from indexer.models import NONE, Results
from webui import urls
from webui.exports.digest import MOST_ENTRIES
from webui.exports.rows import MOST_ROWS
from webui.finding import Found
from webui.language import N_, _, counted
from webui.presenters.conditions import Chip, chips, retrieved, summary
from webui.presenters.facets import FacetItem, FacetPanel, panels, undated
from webui.presenters.help import HelpView, help_view
from webui.presenters.hit import HitItem, hit_item
from webui.presenters.pager import Link, Pager, look_links, pager, reachable, sort_links
from webui.presenters.reading import ReadingView, reading_view
from webui.presenters.timeline import Timeline, timeline
from webui.state import MOST_REFINEMENTS, SearchState

FILES = (
    *(
        ("csv", "CSV"),
        ("xlsx", "XLSX"),
        ("docx", N_("摘编（Word）")),
        ("md", N_("摘编（Markdown）")),
    ),
    ("atom", N_("订阅（Atom）")),
)


@dataclass(frozen=True, slots=True)
class ResultView:
    """All that the page of a result shows; ``first`` is the number of its first hit.

    ``asked`` is the search in words, ``first_href`` its address from the first page on.
    """

    title: str
    heading: str
    seconds: str
    first: int
    hits: tuple[HitItem, ...]
    panels: tuple[FacetPanel, ...]
    timeline: Timeline
    undated: FacetItem | None
    chips: tuple[Chip, ...]
    clear_href: str
    sorts: tuple[Link, ...]
    pager: Pager | None
    notices: tuple[str, ...]
    reading: ReadingView
    help: HelpView
    can_refine: bool
    canonical: str
    json_href: str
    files: tuple[Link, ...]
    cut: str
    feed_href: str
    why_href: str
    looks: tuple[Link, ...]
    compact: bool
    portraits: tuple[Link, ...]
    repeats_href: str
    printed: str
    asked: str
    first_href: str


def result_view(found: Found, page_size: int) -> ResultView:
    """The page of an answered search."""
    state, results = found.asked.state, found.results
    return ResultView(
        title=_titled(state, results),
        heading=_heading(state, results),
        seconds=f"{found.seconds:.2f}",
        first=(state.page - 1) * page_size + 1,
        hits=tuple(hit_item(hit, state) for hit in results.hits),
        panels=panels(results.facets, state),
        timeline=timeline(results.facets, state),
        undated=undated(results.facets, state),
        chips=chips(state),
        clear_href=urls.search(state.without_conditions()),
        sorts=sort_links(state),
        pager=pager(state, reachable(results.pages, page_size)),
        notices=found.notices,
        reading=reading_view(state, results.reading),
        help=help_view(state, results.help),
        can_refine=len(state.refine) < MOST_REFINEMENTS,
        canonical=urls.search(state),
        json_href=urls.search_json(state),
        files=tuple(
            Link(_(label), urls.search_file(suffix, state.at_page(1))) for suffix, label in FILES
        ),
        cut=_cut(results.total),
        feed_href=urls.search_file("atom", state.at_page(1)),
        why_href=urls.why("", state),
        looks=look_links(state, page_size),
        compact=state.compact,
        portraits=_portraits(state),
        repeats_href=_repeats_href(state, results),
        asked=summary(state),
        first_href=urls.search(state.at_page(1)),
        printed=retrieved(summary(state)),
    )


def _portraits(state: SearchState) -> tuple[Link, ...]:
    """The pages of the organisations and people chosen."""
    return tuple(
        Link(_("%(name)s：历年报道", name=choice.value), urls.portrait(choice.facet, choice.value))
        for choice in state.choices
        if choice.facet in urls.PORTRAITS and choice.value != NONE
    )


def _cut(total: int) -> str:
    """Which files leave hits out; empty where none does."""
    if total > MOST_ROWS:
        return _(
            "表格只含前 %(rows)s 篇，摘编只含前 %(entries)s 篇",
            rows=f"{MOST_ROWS:,}",
            entries=f"{MOST_ENTRIES:,}",
        )
    most = f"{MOST_ENTRIES:,}"
    return _("摘编只含前 %(entries)s 篇", entries=most) if total > MOST_ENTRIES else ""


def _repeats_href(state: SearchState, results: Results) -> str:
    """The search that shows versions one by one; empty where no hit has another version."""
    repeated = not state.repeats and any(hit.also_in for hit in results.hits)
    return urls.search(state.with_repeats(True)) if repeated else ""


def _heading(state: SearchState, results: Results) -> str:
    if results.total:
        return counted("找到 %(num)s 篇", results.total)
    if state.text:
        return _("没有找到与“%(text)s”相符的文章", text=state.text)
    return _("没有符合条件的文章")


def _titled(state: SearchState, results: Results) -> str:
    return counted("%(search)s（%(num)s 篇）", results.total, search=summary(state))
