"""Searches the office shares: listed with their counts, each under an address and a feed that last.

config.toml holds them; the query behind an address may be improved while readers stay subscribed.
"""

import re
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from flask import Blueprint, Response, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from indexer.config import SavedSearch
from indexer.errors import ArticleMissing, QuestionRejected
from indexer.models import Sort
from webui import urls
from webui.archive import the_library
from webui.asked import Asked, parse
from webui.exports.as_atom import MOST_ENTRIES, Feed, atom, newest
from webui.finding import PAGE_SIZES, usual_page_size
from webui.language import _
from webui.presenters.conditions import labelled
from webui.presenters.form import empty_form
from webui.sayings import told
from webui.site import authority, site
from webui.state import SearchState
from webui.visits import the_visit

EPOCH = "1970-01-01T00:00:00+00:00"
# Words alone, or what stands in an address: 科普日; q=科普&org=延庆区科协.
ADDRESS = re.compile(r"\??[a-z_]+=")

saved = Blueprint("saved", __name__)


@dataclass(frozen=True, slots=True)
class SavedItem:
    """One shared search; ``fault`` tells why it finds nothing. ``new`` of its hits are new."""

    slug: str
    title: str
    total: int = 0
    new: int = 0
    href: str = ""
    new_href: str = ""
    feed_href: str = ""
    fault: str = ""


@saved.get("/saved")
def listed() -> str:
    """The shared searches, and those this browser keeps."""
    return render_template("saved.html", form=empty_form(), items=saved_items())


@saved.get("/saved/<slug>")
def one(slug: str) -> AnyResponse:
    """The result of a shared search as it stands now."""
    return redirect(urls.search(_state(slug)))


@saved.get("/saved/<slug>.atom")
def feed(slug: str) -> Response:
    """The feed of a shared search; its address and its id stay, whatever the query becomes."""
    state = _state(slug)
    query = replace(state.query(MOST_ENTRIES), sort=Sort.ADDED, page=1, page_size=MOST_ENTRIES)
    results, index = the_library().search(query), the_library().index()
    told = Feed(
        title=labelled(the_library().config.archive.name, _found(slug).title or slug),
        own=f"{site()}{urls.saved_feed(slug)}",
        page=f"{site()}{urls.saved(slug)}",
        following="",
        query=f"saved={slug}",
        total=results.total,
        first=1,
        author=the_library().config.archive.name,
        authority=authority(),
        built_at=index.built_at if index else EPOCH,
    )
    entries = [(hit, f"{site()}{urls.article(hit.article_id, state)}") for hit in results.hits]
    response = Response(atom(told, entries), mimetype="application/atom+xml")
    response.last_modified = newest(told, results.hits)
    return response


@saved.get("/saved.opml")
def opml() -> Response:
    """All shared searches for a feed reader to take in at once."""
    items = [
        replace(item, href=f"{site()}{item.href}", feed_href=f"{site()}{item.feed_href}")
        for item in saved_items()
        if not item.fault
    ]
    return Response(render_template("saved.opml", items=items), mimetype="text/x-opml")


def saved_items() -> tuple[SavedItem, ...]:
    """The shared searches in the order of the settings, the wrong ones with their faults."""
    library = the_library()
    return tuple(map(_item, library.config.saved, library.saved_faults()))


def asked_by(saved_search: SavedSearch) -> Asked:
    """What a shared search asks, read as an address is."""
    text = saved_search.query.strip()
    pairs = parse_qsl(text.lstrip("?")) if ADDRESS.match(text) else [("q", text)]
    usual = usual_page_size()
    asked = parse(pairs, (*PAGE_SIZES, usual), usual)
    state = asked.state.renamed("org", the_library().config.knowledge.preferred)
    return replace(asked, state=state.at_page(1))


def _item(one: SavedSearch, fault: str) -> SavedItem:
    asked, title = asked_by(one), one.title or one.slug
    fault = told(fault) or _("；").join(remark.message for remark in asked.objections)
    if fault or not asked.state.asks:
        return SavedItem(one.slug, title, fault=fault or _("没有检索条件"))
    state, visit = asked.state, the_visit()
    fresh = state.entered_since(f"g{visit.before}") if visit.before is not None else None
    try:
        total = _count(state)
        new = _count(fresh) if fresh and total else 0
    except QuestionRejected as rejected:
        return SavedItem(one.slug, title, fault=told(str(rejected)))
    return SavedItem(
        slug=one.slug,
        title=title,
        total=total,
        new=new,
        href=urls.saved(one.slug),
        new_href=urls.search(fresh) if fresh and new else "",
        feed_href=urls.saved_feed(one.slug),
    )


def _count(state: SearchState) -> int:
    return the_library().count(state.query(usual_page_size()))


def _found(slug: str) -> SavedSearch:
    """The first shared search of a slug; ArticleMissing without one."""
    first = next((one for one in the_library().config.saved if one.slug == slug), None)
    if first is None:
        raise ArticleMissing(_("没有名为 %(slug)s 的常用检索；请从常用检索页重新选", slug=slug))
    return first


def _state(slug: str) -> SearchState:
    asked = asked_by(_found(slug))
    if asked.objections or not asked.state.asks:
        raise ArticleMissing(_("常用检索 %(slug)s 写错了；请管理员改正 config.toml", slug=slug))
    return asked.state
