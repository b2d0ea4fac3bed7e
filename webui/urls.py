"""The addresses of the site, each by the name of the page it leads to."""

from flask import url_for

from webui.state import SearchState, build


def home() -> str:
    """The first page."""
    return url_for("pages.home")


def search(state: SearchState) -> str:
    """The result of a search; the first page where nothing is asked."""
    return _with_state(url_for("pages.search"), state) if state.asks else home()


def search_json(state: SearchState) -> str:
    """The same result for programs."""
    return _with_state(url_for("api.search"), state)


def article(article_id: str, state: SearchState, fragment: str = "") -> str:
    """An article with the words of a search marked, and the way back to that search."""
    address = _with_state(url_for("pages.article", article_id=article_id), state)
    return f"{address}#{fragment}" if fragment else address


def status() -> str:
    """The state of the archive."""
    return url_for("pages.status")


def style() -> str:
    """The stylesheet."""
    return url_for("static", filename="style.css")


def icon() -> str:
    """The picture in the browser's tab."""
    return url_for("static", filename="icon.svg")


def _with_state(path: str, state: SearchState) -> str:
    query = build(state)
    return f"{path}?{query}" if query else path
