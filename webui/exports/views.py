"""The addresses of a result with the suffix of a file."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import PurePath
from urllib.parse import quote

from flask import Blueprint, Response, request

from indexer.models import Results, Sort
from webui import urls
from webui.archive import the_library
from webui.exports.as_atom import MOST_ENTRIES as MOST_IN_FEED
from webui.exports.as_atom import Feed, atom
from webui.exports.as_csv import csv_lines
from webui.exports.as_markdown import MOST_ENTRIES as MOST_IN_DIGEST
from webui.exports.as_markdown import digest
from webui.exports.as_xlsx import workbook
from webui.exports.rows import first_results, is_cut, rows
from webui.finding import MACHINE_PAGE_SIZES, Refused, asked_for
from webui.presenters.conditions import summary
from webui.state import SearchState

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

exports = Blueprint("exports", __name__)


@exports.get("/search.csv")
def as_csv() -> Response:
    """The result as a table in text."""
    state, results = _asked()
    lines = list(csv_lines(rows(the_library(), results, _site())))
    return _file("".join(lines), "text/csv", f"{_name(state)}.csv", is_cut(results))


@exports.get("/search.xlsx")
def as_xlsx() -> Response:
    """The result as a workbook."""
    state, results = _asked()
    data = workbook(rows(the_library(), results, _site()), _facts(state, results, is_cut(results)))
    return _file(data, XLSX, f"{_name(state)}.xlsx", is_cut(results))


@exports.get("/search.md")
def as_markdown() -> Response:
    """The result as a digest, newest first."""
    state, results = _asked(Sort.NEWEST)
    entries = islice(rows(the_library(), results, _site()), MOST_IN_DIGEST)
    cut = results.total > MOST_IN_DIGEST
    text = "".join(digest(_name(state), _facts(state, results, cut), entries))
    return _file(text, "text/markdown", f"{_name(state)}.md", cut)


@exports.get("/search.atom")
def as_atom() -> Response:
    """The result as a feed, newest first."""
    state, results = _asked(Sort.NEWEST, MOST_IN_FEED)
    index, site = the_library().status().index, _site()
    feed = Feed(
        title=_name(state),
        own=f"{site}{urls.search_file('atom', state)}",
        page=f"{site}{urls.search(state)}",
        author=the_library().config.archive.name,
        built_at=index.built_at if index else "1970-01-01T00:00:00+00:00",
    )
    entries = ((hit, f"{site}{urls.article(hit.article_id, state)}") for hit in results.hits)
    return Response(atom(feed, entries), mimetype="application/atom+xml")


def _asked(
    sort: Sort | None = None, size: int = MACHINE_PAGE_SIZES[-1]
) -> tuple[SearchState, Results]:
    """The search of this address and its first hits; Refused where it cannot be read."""
    asked = asked_for(MACHINE_PAGE_SIZES)
    if asked.objections:
        raise Refused(asked, asked.objections)
    state = asked.state.sorted_by(sort) if sort else asked.state.at_page(1)
    return state, first_results(the_library(), state, size)


def _facts(state: SearchState, results: Results, cut: bool) -> Iterator[tuple[str, str]]:
    """What is told of the search in a file that is kept."""
    yield "检索", summary(state) or "全部文章"
    yield "篇数", f"{results.total:,}"
    yield "检索日期", date.today().isoformat()
    yield "地址", f"{_site()}{urls.search(state)}"
    if cut:
        yield "注意", "结果过多，只列出前一部分"


def _name(state: SearchState) -> str:
    return f"{the_library().config.archive.name}：{summary(state) or '全部文章'}"


def _site() -> str:
    return request.url_root.rstrip("/")


def _file(data: str | bytes, kind: str, name: str, cut: bool) -> Response:
    """A file to be kept; that it leaves hits out is told in a header too."""
    response = Response(data, mimetype=kind)
    plain = f"bulletin{PurePath(name).suffix}"
    named = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["Content-Disposition"] = named
    if cut:
        response.headers["X-Result-Truncated"] = "1"
    return response
