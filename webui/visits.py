"""What is new to a visitor: told by two numbers that only the visitor's own cookie holds.

    visit=9f2c….41.57.485204   catalogue, revision at the visit before and at this one, hour seen
    visit=9f2c….-.57.485204    the first visit; with r instead the first one to a new catalogue

Revisions of the catalogue decide, not clocks: what was first taken in after the number of the
visit before is new. A visit ends with a pause of eight hours, so that nothing stops being new at
the second click.
"""

import re
import time
from dataclasses import dataclass

from flask import Flask, Response, g, request

from indexer.models import EngineStats
from webui.archive import the_library
from webui.look import VISIT as COOKIE
from webui.look import the_look

A_YEAR = 365 * 24 * 3600
PAUSE = 8  # hours
_WRITTEN = re.compile(r"([0-9a-f]{1,32})\.(\d{1,12}|[-r])\.(\d{1,12})\.(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit; ``before`` is None where it is not known what was new then.

    ``rebuilt`` tells that the catalogue is another one than at the visit before.
    """

    catalog: str
    before: int | None
    revision: int
    hour: int
    rebuilt: bool = False

    @property
    def cookie(self) -> str:
        """As it is kept."""
        unknown = "r" if self.rebuilt else "-"
        before = unknown if self.before is None else self.before
        return f"{self.catalog}.{before}.{self.revision}.{self.hour}"

    def is_new(self, added: int) -> bool:
        """Whether an article first taken in at a revision is new to the visitor."""
        return self.before is not None and added > self.before


NOBODY = Visit("", None, 0, 0)


def note_visits(app: Flask) -> None:
    """Let templates and presenters ask for the visit, and keep it in the visitor's cookie."""
    app.after_request(_keep)


def the_visit() -> Visit:
    """The visit this request belongs to; one to which nothing is new where none are noted."""
    if "visit" not in g:
        index = the_library().index() if the_look().visits == "on" else None
        g.visit = _continued(request.cookies.get(COOKIE, ""), index) if index else NOBODY
    visit: Visit = g.visit
    return visit


def _continued(cookie: str, index: EngineStats) -> Visit:
    """The visit that a cookie tells of, or the one that begins after a pause."""
    hour, state = int(time.time()) // 3600, index.state
    found = _WRITTEN.fullmatch(cookie)
    if found is None:
        return Visit(state.catalog_id, None, state.revision, hour)
    catalog, revision, seen = found[1], int(found[3]), int(found[4])
    if catalog != state.catalog_id or revision > state.revision:
        return Visit(state.catalog_id, None, state.revision, hour, rebuilt=True)
    if hour - seen >= PAUSE:
        return Visit(catalog, revision, state.revision, hour)
    before = int(found[2]) if found[2].isdecimal() else None
    return Visit(catalog, before, revision, hour, rebuilt=found[2] == "r")


def _keep(response: Response) -> Response:
    """Keep the visit with every page; forget it where the visitor does not want it kept."""
    if response.mimetype != "text/html" or response.status_code != 200:
        return response
    held, visit = request.cookies.get(COOKIE), the_visit()
    if visit is NOBODY:
        if held is not None and the_look().visits == "off":
            response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
    elif held != visit.cookie:
        response.set_cookie(
            COOKIE, visit.cookie, A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure
        )
    return response
