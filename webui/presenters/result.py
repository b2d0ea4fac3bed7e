"""A page of results: heading, hits, facets, conditions, orders, pages, notices."""

from dataclasses import dataclass
from datetime import date

from indexer.models import Results, Understanding
from webui import urls
from webui.finding import Found
from webui.months import date_label
from webui.presenters.conditions import Chip, chips, summary
from webui.presenters.facets import FacetItem, FacetPanel, YearItem, panels, undated, years
from webui.presenters.hit import HitItem, hit_item
from webui.presenters.pager import Link, Pager, pager, reachable, sort_links
from webui.state import SearchState


@dataclass(frozen=True, slots=True)
class ResultView:
    """All that the page of a result shows; ``first`` is the number of its first hit."""

    title: str
    heading: str
    seconds: str
    first: int
    hits: tuple[HitItem, ...]
    panels: tuple[FacetPanel, ...]
    years: tuple[YearItem, ...]
    undated: FacetItem | None
    chips: tuple[Chip, ...]
    clear_href: str
    sorts: tuple[Link, ...]
    pager: Pager | None
    notices: tuple[str, ...]
    reading: str
    canonical: str
    json_href: str
    repeats_href: str
    printed: str


def result_view(found: Found, page_size: int) -> ResultView:
    """The page of an answered search."""
    state, results = found.asked.state, found.results
    return ResultView(
        title=f"{summary(state)}（{results.total:,} 篇）",
        heading=_heading(state, results),
        seconds=f"{found.seconds:.2f}",
        first=(state.page - 1) * page_size + 1,
        hits=tuple(hit_item(hit, state) for hit in results.hits),
        panels=panels(results.facets, state),
        years=years(results.facets, state),
        undated=undated(results.facets, state),
        chips=chips(state),
        clear_href=urls.search(state.without_conditions()),
        sorts=sort_links(state),
        pager=pager(state, reachable(results.pages, page_size)),
        notices=found.asked.notices + results.reading.notices,
        reading=reading_line(state.text, results.reading),
        canonical=urls.search(state),
        json_href=urls.search_json(state),
        repeats_href=_repeats_href(state, results),
        printed=f"{summary(state)}（{date_label(date.today().isoformat())}检索）",
    )


def _repeats_href(state: SearchState, results: Results) -> str:
    """The search that shows versions one by one; empty where no hit has another version."""
    repeated = not state.repeats and any(hit.also_in for hit in results.hits)
    return urls.search(state.with_repeats(True)) if repeated else ""


def reading_line(text: str, reading: Understanding) -> str:
    """How a text was understood: 科技 + 工作者 + “科普日”，不含 讲座; empty if just as typed."""
    parts = (*reading.words, *(f"“{phrase}”" for phrase in reading.phrases))
    required = " + ".join(parts)
    excluded = "不含 " + "、".join(reading.excluded) if reading.excluded else ""
    line = "，".join(filter(None, (required, excluded)))
    return "" if line == text else line


def _heading(state: SearchState, results: Results) -> str:
    if results.total:
        return f"找到 {results.total:,} 篇"
    return f"没有找到与“{state.text}”相符的文章" if state.text else "没有符合条件的文章"
