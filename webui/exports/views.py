"""The addresses of a result with the suffix of a file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from urllib.parse import quote

from flask import Blueprint, Response, request, stream_with_context

from indexer.models import Results, Sort
from webui import urls
from webui.archive import the_library
from webui.asked import Remark
from webui.exports.as_atom import MOST_ENTRIES as MOST_IN_FEED
from webui.exports.as_atom import Feed, atom, newest
from webui.exports.as_csv import csv_lines
from webui.exports.as_docx import word
from webui.exports.as_markdown import markdown
from webui.exports.as_xlsx import workbook
from webui.exports.digest import MOST_ENTRIES as MOST_IN_DIGEST
from webui.exports.digest import Digest, Grouping, grouped
from webui.exports.rows import first_results, is_cut, rows
from webui.finding import MACHINE_PAGE_SIZES, BeyondTheEnd, Refused, asked_for
from webui.language import N_, _
from webui.presenters.conditions import chips, labelled, summary
from webui.presenters.hit import dated
from webui.site import authority, site
from webui.state import REACH, SearchState, build

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONGEST_NAME = 60  # characters of three bytes each: a file's name may have 255 bytes
EPOCH = "1970-01-01T00:00:00+00:00"

exports = Blueprint("exports", __name__)


@exports.get("/search.csv")
def as_csv() -> Response:
    """The result as a table in text, sent as it is made."""
    state, results = _asked()
    lines = stream_with_context(csv_lines(rows(the_library(), results, site())))
    return _file(lines, "text/csv", f"{_name(state)}.csv", is_cut(results))


@exports.get("/search.xlsx")
def as_xlsx() -> Response:
    """The result as a workbook."""
    state, results = _asked()
    cut, name = is_cut(results), _name(state)
    table = rows(the_library(), results, site())
    data = workbook(table, _facts(state, results, cut), name)
    return _file(data, XLSX, f"{name}.xlsx", cut)


@exports.get("/search.md")
def as_markdown() -> Response:
    """The result as a digest in plain text, newest first."""
    digest, cut = _digest()
    return _file("".join(markdown(digest)), "text/markdown", f"{digest.title}.md", cut)


@exports.get("/search.docx")
def as_docx() -> Response:
    """The same digest as a Word document."""
    digest, cut = _digest()
    return _file(word(digest), DOCX, f"{digest.title}.docx", cut)


@exports.get("/search.atom")
def as_atom() -> Response:
    """The result as a feed, what came in last first."""
    state, results = _fed()
    feed = _feed(state, results)
    entries = [
        (hit, f"{site()}{urls.article(hit.article_id, state.at_page(1))}") for hit in results.hits
    ]
    response = Response(atom(feed, entries), mimetype="application/atom+xml")
    response.last_modified = newest(feed, results.hits)
    return response


def _asked(sort: Sort | None = None) -> tuple[SearchState, Results]:
    """The search of this address and its first hits; Refused where it cannot be read."""
    state = _state()
    state = state.sorted_by(sort) if sort else state.at_page(1)
    return state, first_results(the_library(), state)


def _state() -> SearchState:
    asked = asked_for(MACHINE_PAGE_SIZES)
    if asked.objections:
        raise Refused(asked, asked.objections)
    return asked.state


def _digest() -> tuple[Digest, bool]:
    """The digest of this address, and whether it leaves hits out."""
    grouping = _grouping()
    state, results = _asked(Sort.NEWEST)
    cut = results.total > MOST_IN_DIGEST
    facts = tuple(_facts(state, results, cut))
    return Digest(_name(state), facts, grouped(the_library(), results, grouping)), cut


def _grouping() -> Grouping:
    given = request.args.get("group", "") or Grouping.MONTH
    if given not in tuple(Grouping):
        form, known = (
            N_("不认识的 %(name)s“%(given)s”，可用的有：%(known)s"),
            _("、").join(Grouping),
        )
        message = _(form, name="group", given=given, known=known)
        raise Refused(asked_for(), (Remark("group", message),))
    return Grouping(given)


def _fed() -> tuple[SearchState, Results]:
    """The search of this address at its page of the feed, and the entries of that page."""
    state = replace(_state(), sort=None, page_size=None)
    if state.page > REACH // MOST_IN_FEED:
        message = _("只能翻到前 %(most)s 条，请缩小范围", most=f"{REACH:,}")
        raise Refused(asked_for(), (Remark("page", message),))
    query = replace(state.query(MOST_IN_FEED), sort=Sort.ADDED)
    results = the_library().search(query)
    if state.page > max(1, results.pages):
        raise BeyondTheEnd(state.at_page(max(1, results.pages)))
    return state, results


def _feed(state: SearchState, results: Results) -> Feed:
    index, more = the_library().index(), state.page < min(results.pages, REACH // MOST_IN_FEED)
    following = urls.search_file("atom", state.at_page(state.page + 1))
    return Feed(
        title=_name(state),
        own=f"{site()}{urls.search_file('atom', state)}",
        page=f"{site()}{urls.search(state.at_page(1))}",
        following=f"{site()}{following}" if more else "",
        query=build(state.at_page(1)),
        total=results.total,
        first=(state.page - 1) * MOST_IN_FEED + 1,
        author=the_library().config.archive.name,
        authority=authority(),
        built_at=index.built_at if index else EPOCH,
    )


def _facts(state: SearchState, results: Results, cut: bool) -> Iterator[tuple[str, str]]:
    """What is told of the search in a file that is kept."""
    index = the_library().index()
    yield N_("检索词"), state.text or _("（未填，全部文章）")
    yield N_("条件"), _("，").join(chip.label for chip in chips(state)) or _("无")
    yield N_("篇数"), f"{results.total:,}"
    yield N_("索引"), dated(index.generation, index.built_at) if index else _("无")
    yield N_("检索时间"), datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
    yield N_("地址"), f"{site()}{urls.search(state)}"
    if cut:
        yield N_("注意"), _("结果过多，只列出前一部分")


def _name(state: SearchState) -> str:
    return labelled(the_library().config.archive.name, summary(state) or _("全部文章"))


def _file(data: str | bytes | Iterator[str], kind: str, name: str, cut: bool) -> Response:
    """A file to be kept; that it leaves hits out is told in a header too."""
    response = Response(data, mimetype=kind)
    suffix = PurePath(name).suffix
    named = quote(f"{name.removesuffix(suffix)[:LONGEST_NAME]}{suffix}", safe="")
    named = f"attachment; filename=\"bulletin{suffix}\"; filename*=UTF-8''{named}"
    response.headers["Content-Disposition"] = named
    if cut:
        response.headers["X-Result-Truncated"] = "1"
    return response
