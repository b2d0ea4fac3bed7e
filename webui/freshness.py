"""Whether an answer somebody holds is still the answer: told by a tag, before anything is asked.

A page is the same as long as the program, the archive, the day, the address and the visitor's
own settings are the same; the tag is made of these and of nothing else.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, current_app, g, request

from indexer.errors import CatalogError, IndexMissing
from indexer.library import Library
from webui.archive import the_library
from webui.language import the_language
from webui.look import VISIT
from webui.visits import the_visit

KEY = "bulletin-program"
ROOMS = ("webui", "indexer")
DIGITS = 20


def keep_fresh(app: Flask) -> None:
    """Answer 304 where nothing changed, and give every other answer its tag."""
    app.extensions[KEY] = _program()
    app.before_request(_still_true)
    app.after_request(_add_tag)


def _still_true() -> Response | None:
    """304 for whoever holds the answer; a star is no tag, and there may be nothing to hold."""
    g.answer_tag = tag = _tag()
    held = request.if_none_match
    if not tag or request.method not in ("GET", "HEAD") or not held.contains_weak(tag):
        return None
    return None if held.star_tag else _tagged(Response(status=304), tag)


def _add_tag(response: Response) -> Response:
    tag = g.get("answer_tag", "")
    own = "ETag" in response.headers or response.cache_control.no_store
    if not tag or response.status_code != 200 or own:
        return response
    return _tagged(response, tag)


def _tagged(response: Response, tag: str) -> Response:
    response.set_etag(tag, weak=True)
    response.vary.add("Cookie")
    return response


def _tag() -> str:
    """What the answer to this request depends on; empty while there is no archive."""
    archive = _archive(the_library())
    if not archive:
        return ""
    asked = f"{request.host_url}{request.full_path}"
    day, program = date.today().isoformat(), current_app.extensions[KEY]
    return _digest("\0".join((*archive, day, program, asked, *_own())))


def _own() -> Iterator[str]:
    """What the visitor chose, and which visit this is: what is new differs with it."""
    yield the_visit().cookie
    yield the_language()
    for name, value in sorted(request.cookies.items()):
        if name != VISIT:
            yield f"{name}={value}"


def _archive(library: Library) -> tuple[str, ...]:
    """The generation of the index and the revision of the catalogue; empty where one is missing."""
    index = library.index()
    if index is None:
        return ()
    try:
        return index.generation, index.built_at, str(library.revision())
    except (CatalogError, IndexMissing):  # whoever asks is told by the answer itself
        return ()


def _program() -> str:
    """What the program is made of: another version gives other pages."""
    root = Path(__file__).parent.parent
    files = sorted(path for room in ROOMS for path in (root / room).rglob("*") if path.is_file())
    known = (path for path in files if path.suffix != ".pyc")
    return _digest("\0".join(f"{path}:{path.stat().st_mtime_ns}" for path in known))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
