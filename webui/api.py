"""The machine formats of a search: the address of the page with another suffix."""

from flask import Blueprint, Response, jsonify

from webui.answers import MOST_VALUES, facet_answer, search_answer
from webui.finding import MACHINE_PAGE_SIZES, asked_for, find
from webui.zero import weigh_zero

api = Blueprint("api", __name__)


@api.get("/search.json")
def search() -> Response:
    """One page of a result as JSON; a value that cannot be read is refused by its name."""
    asked = asked_for(MACHINE_PAGE_SIZES)
    found = find(asked, asked.objections, MOST_VALUES)
    zero = None if found.results.total else weigh_zero(asked.state, found.results)
    return jsonify(search_answer(found, zero))


@api.get("/facet/<any(org, person, section, month):facet>.json")
def facet(facet: str) -> Response:
    """Every value of one facet under a search."""
    asked = asked_for(MACHINE_PAGE_SIZES)
    found = find(asked, asked.objections)
    return jsonify(facet_answer(facet, found.results, asked.state))
