"""Whether searches are answered now: for whoever starts and watches the service."""

from flask import Blueprint, Response

from indexer.errors import BulletinError
from indexer.models import Query
from webui.archive import the_library

health = Blueprint("health", __name__)


@health.get("/readyz")
def readyz() -> Response:
    """200 only when a search would be answered, else 503 with the reason in words."""
    try:
        the_library().search(Query(page_size=1))
    except BulletinError as error:
        return _plain(503, f"{error}\n")
    return _plain(200, "ready\n")


def _plain(status: int, text: str) -> Response:
    response = Response(text, status, mimetype="text/plain")
    response.cache_control.no_store = True
    return response
