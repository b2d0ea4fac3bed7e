"""The machine formats: the addresses of the pages with another suffix."""

from dataclasses import replace

from flask import Blueprint, Response, jsonify

from webui.answers import (
    MOST_VALUES,
    Beside,
    article_answer,
    facet_list_answer,
    search_answer,
    status_answer,
)
from webui.archive import the_library
from webui.asked import Asked
from webui.exports.as_text import plain_text
from webui.finding import MACHINE_PAGE_SIZES, Found, Refused, asked_for, find, usual_page_size
from webui.openapi import description
from webui.site import site
from webui.zero import weigh_zero

COUNTS_ONLY = 0
JSON_PAGE_SIZES = (COUNTS_ONLY, *MACHINE_PAGE_SIZES)

api = Blueprint("api", __name__)


@api.get("/search.json")
def search() -> Response:
    """One page of a result as JSON; a value that cannot be read is refused by its name."""
    asked = asked_for(JSON_PAGE_SIZES)
    counts_only = asked.state.page_size == COUNTS_ONLY
    found = _found(asked, counts_only)
    return jsonify(search_answer(found, _beside(found), counts_only))


@api.get("/facet/<any(org, person, section, month, issue):facet>.json")
def facet(facet: str) -> Response:
    """Every value of one facet under a search."""
    found = _found(asked_for(JSON_PAGE_SIZES), counts_only=True)
    return jsonify(facet_list_answer(facet, found.results, found.asked.state))


@api.get("/article/<article_id:article_id>.json")
def article(article_id: str) -> Response:
    """One article, marked for the search in the address."""
    asked = _answerable(asked_for(JSON_PAGE_SIZES))
    query = asked.state.query(usual_page_size()) if asked.state.asks else None
    return jsonify(article_answer(the_library().article(article_id, query), asked.state))


@api.get("/article/<article_id:article_id>.txt")
def article_text(article_id: str) -> Response:
    """One article as plain text."""
    return Response(plain_text(the_library().article(article_id)), mimetype="text/plain")


@api.get("/status.json")
def status() -> Response:
    """The state of the archive."""
    response = jsonify(status_answer(the_library().status()))
    response.cache_control.no_store = True
    return response


@api.get("/api/openapi.json")
def openapi() -> Response:
    """What all machine formats ask for and give, in the terms of OpenAPI 3.1."""
    return jsonify(description(the_library().config.archive.name, site()))


def _found(asked: Asked, counts_only: bool) -> Found:
    """The answer to a search; where no hit is wanted, one is asked for."""
    _answerable(asked)
    if not counts_only:
        return find(asked, (), MOST_VALUES)
    fewest = replace(asked, state=replace(asked.state, page=1, page_size=1))
    usual = replace(asked, state=replace(asked.state, page=1, page_size=None))
    return replace(find(fewest, ()), asked=usual)


def _answerable(asked: Asked) -> Asked:
    """What is asked; Refused where some value cannot be read."""
    if asked.objections:
        raise Refused(asked, asked.objections)
    return asked


def _beside(found: Found) -> Beside:
    state, results = found.asked.state, found.results
    return Beside(
        zero=None if results.total else weigh_zero(state, results),
        index=the_library().index(),
    )
