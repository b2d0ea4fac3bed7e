"""The machine formats of a search: the address of the page with another suffix."""

from flask import Blueprint, Response, jsonify

from webui.answers import search_answer
from webui.finding import MACHINE_PAGE_SIZES, asked_for, find

api = Blueprint("api", __name__)


@api.get("/search.json")
def search() -> Response:
    """One page of a result as JSON; a value that cannot be read is refused by its name."""
    asked = asked_for(MACHINE_PAGE_SIZES)
    return jsonify(search_answer(find(asked, asked.objections)))
