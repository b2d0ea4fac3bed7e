"""The hits of a search as rows of a table, as many as a file may have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.library import Library
from indexer.models import Hit, Results
from webui import urls
from webui.language import N_
from webui.presenters.hit import issue_label
from webui.state import SearchState

MOST_ROWS = 5_000
PAGE_SIZE = 100
COLUMNS = (
    *(
        N_("标题"),
        N_("单位"),
        N_("人物"),
        N_("日期"),
        N_("刊期日期"),
        N_("期号"),
        N_("页"),
        N_("版"),
    ),
    *(N_("栏目"), N_("命中处数"), N_("摘要"), N_("链接")),
)
# What neither XML nor a table can hold: control characters, lone surrogates, no characters.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One hit in the order of COLUMNS; dates are ISO as far as they are known.

    ``leaf`` is the page as printed (版), empty as long as nothing tells it; ``places`` is how
    often the words stand in the text, empty where they stand nowhere.
    """

    title: str
    organizations: str
    persons: str
    date: str
    issue_date: str
    issue: str
    page: str
    leaf: str
    section: str
    places: str
    snippet: str
    address: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The values in the order of COLUMNS, without signs that no file can hold."""
        values = (getattr(self, name) for name in self.__slots__)
        return tuple(fit(value) for value in values)


def fit(text: str) -> str:
    """A text without the signs that no file can hold."""
    return UNFIT.sub("", text)


def first_results(library: Library, state: SearchState, size: int = PAGE_SIZE) -> Results:
    """The first hits of a search, whichever page of it was looked at."""
    return library.search(replace(state, page=1, page_size=size).query(size))


def hits(library: Library, results: Results, most: int = MOST_ROWS) -> Iterator[Hit]:
    """Every hit from the first page on, up to so many; pages are asked for as they are needed."""
    left = most
    for page in range(1, results.pages + 1):
        if left <= 0:
            return
        here = results if page == 1 else library.search(replace(results.query, page=page))
        yield from here.hits[:left]
        left -= len(here.hits)


def rows(library: Library, results: Results, site: str) -> Iterator[Row]:
    """Every hit as a row, up to MOST_ROWS; addresses are those of a site."""
    return (_row(hit, site) for hit in hits(library, results))


def is_cut(results: Results) -> bool:
    """Whether a table of a result leaves hits out."""
    return results.total > MOST_ROWS


def _row(hit: Hit, site: str) -> Row:
    return Row(
        title=hit.title,
        organizations="；".join(hit.organizations),
        persons="；".join(hit.persons),
        date=hit.date or "",
        issue_date=hit.issue_date or "",
        issue=issue_label(hit.issue_title, hit.issue_number),
        page=str(hit.page or ""),
        leaf="",
        section=hit.section or "",
        places=str(hit.places or ""),
        snippet=" …… ".join(snippet.text for snippet in hit.snippets),
        address=f"{site}{urls.article(hit.article_id, SearchState())}",
    )
