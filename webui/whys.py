"""Why an article is, or is not, found: for one named by its id, its file, or its title."""

from dataclasses import replace

from flask import Blueprint, Response, jsonify, render_template, request

from indexer.models import Query, Why
from webui.archive import the_library
from webui.finding import Refused, asked_for, usual_page_size
from webui.presenters.form import search_form
from webui.presenters.why import WhyView, candidates_view, empty_view, why_view
from webui.sayings import told
from webui.state import SearchState

MOST_CANDIDATES = 10
LONGEST_NAME = 200

whys = Blueprint("whys", __name__)


@whys.get("/why")
def why() -> str:
    """The reasons for the article chosen, or the articles that may be meant."""
    asked = asked_for()
    if asked.errors:
        raise Refused(asked, asked.errors)
    view = _view(asked.state)
    return render_template("why.html", form=search_form(asked.state), view=view)


@whys.get("/why.json")
def why_json() -> Response:
    """The same reasons for programs; ``id`` may also be a file, or file#3."""
    asked = asked_for()
    if asked.objections:
        raise Refused(asked, asked.objections)
    return jsonify(_why(_given("id") or _given("find"), asked.state))


def _view(state: SearchState) -> WhyView:
    chosen, named = _given("id"), _given("find")
    if chosen:
        return why_view(_why(chosen, state), state)
    if not named:
        return empty_view(state)
    answer = _why(named, state)
    if answer.title:
        return why_view(answer, state, named)
    titled = Query(text=named, title_only=True, page_size=MOST_CANDIDATES)
    return candidates_view(the_library().search(titled).hits, state, named)


def _why(article: str, state: SearchState) -> Why:
    found = the_library().why(article, state.query(usual_page_size()))
    reasons = (replace(one, message=told(one.message)) for one in found.reasons)
    return replace(found, reasons=tuple(reasons))


def _given(name: str) -> str:
    return request.args.get(name, "").strip()[:LONGEST_NAME]
