"""From an address to results: the same steps for pages and for machine formats."""

from dataclasses import dataclass, replace
from time import perf_counter

from flask import request

from indexer.models import Results
from webui.archive import the_library
from webui.asked import Asked, Remark, Weight, parse
from webui.language import _
from webui.sayings import told
from webui.state import REACH, SearchState

PAGE_SIZES = (10, 20, 50)
MACHINE_PAGE_SIZES = (10, 20, 50, 100)


class Refused(Exception):
    """A search that cannot be answered as asked; the remarks name the parameters."""

    def __init__(self, asked: Asked, remarks: tuple[Remark, ...]) -> None:
        super().__init__(_("；").join(remark.message for remark in remarks))
        self.asked = asked
        self.remarks = remarks


class BeyondTheEnd(Exception):
    """A page after the last one; ``last`` is the search at its last page."""

    def __init__(self, last: SearchState) -> None:
        super().__init__(_("结果只有 %(pages)s 页", pages=last.page))
        self.last = last


@dataclass(frozen=True, slots=True)
class Found:
    """An answered search, and how long the library took; ``stale`` tells why it may be wrong."""

    asked: Asked
    results: Results
    seconds: float
    stale: str

    @property
    def notices(self) -> tuple[str, ...]:
        """What everybody is told about this answer."""
        stale = (_("结果可能不全：%(reason)s", reason=told(self.stale)),) if self.stale else ()
        return (*stale, *self.asked.notices, *map(told, self.results.reading.notices))


def usual_page_size() -> int:
    """How many hits a page has where the address does not say."""
    return the_library().config.search.page_size


def asked_for(sizes: tuple[int, ...] = PAGE_SIZES) -> Asked:
    """What the address of this request asks, organisations under their preferred names."""
    usual = usual_page_size()
    asked = parse(request.args.items(multi=True), (*sizes, usual), usual)
    preferred = the_library().config.knowledge.preferred
    return replace(asked, state=asked.state.renamed("org", preferred))


def find(asked: Asked, objections: tuple[Remark, ...], facet_values: int | None = None) -> Found:
    """The results of a search; Refused, BeyondTheEnd, or what the library raises.

    With the first ``facet_values`` of organisations and people, or all of them.
    """
    if objections:
        raise Refused(asked, objections)
    state, usual = asked.state, usual_page_size()
    if state.page > REACH // (state.page_size or usual):
        message = _("只能翻到前 %(most)s 条，请缩小范围", most=f"{REACH:,}")
        raise Refused(asked, (Remark("page", message, Weight.ERROR),))
    start = perf_counter()
    results = the_library().search(state.query(usual), facet_values)
    if results.total and state.page > results.pages:
        raise BeyondTheEnd(state.at_page(results.pages))
    seconds = perf_counter() - start
    return Found(asked, results, seconds, the_library().index_notice())
