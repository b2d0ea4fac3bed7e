"""Pages of the originals as pictures, each for ever at the address of its content.

An address with another content's name leads nowhere, and not to the picture of today: the boxes
on the page that asks for it belong to the file as it was.
"""

from flask import Blueprint, Response, abort, make_response, request

from webui.archive import the_library
from webui.assets import A_YEAR

MOST_DIGITS = 5

pictures = Blueprint("pictures", __name__)


@pictures.get("/page/<article_id:issue_id>/<int(max=99999):page>-<digest>.webp")
def picture(issue_id: str, page: int, digest: str) -> Response:
    """A page of an issue; with x=2 of twice the size."""
    double = request.args.get("x") == "2"
    data = the_library().page_picture(issue_id, page, digest, double)
    if data is None:
        abort(404)
    response = make_response(data)
    response.mimetype = "image/webp"
    response.cache_control.public = True
    response.cache_control.max_age = A_YEAR
    response.cache_control.immutable = True
    return response


def page_asked() -> int | None:
    """The page of the original to be shown, as asked by p=3; None for anything that is no page."""
    asked = request.args.get("p", "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= MOST_DIGITS
    return int(asked) or None if is_number else None
