"""The addresses of the site, each by the name of the page it leads to."""

from urllib.parse import urlencode

from flask import url_for

from webui.assets import asset_address
from webui.facet_asked import FacetAsked
from webui.state import SearchState, build, parameters

# The facets whose values have a page of their own.
PORTRAITS = ("org", "person")


def home() -> str:
    """The first page."""
    return url_for("pages.home")


def search(state: SearchState) -> str:
    """The result of a search; the first page where nothing is asked."""
    return _with_state(url_for("pages.search"), state) if state.asks else home()


def search_json(state: SearchState) -> str:
    """The same result for programs."""
    return _with_state(url_for("api.search"), state)


def search_file(suffix: str, state: SearchState) -> str:
    """The same result as a file: csv, xlsx, md, docx or atom."""
    return _with_state(url_for(f"exports.as_{'markdown' if suffix == 'md' else suffix}"), state)


def facet(name: str, state: SearchState) -> str:
    """Every value of a facet under a search."""
    return _with_state(url_for("pages.facet", facet=name), state)


def facet_part(name: str, state: SearchState, asked: FacetAsked) -> str:
    """Values of a facet, filtered, in some order, from some place on."""
    pairs = (*parameters(state.at_page(1)), *asked.parameters())
    return f"{url_for('pages.facet', facet=name)}?{urlencode(pairs)}"


def facet_json(name: str, state: SearchState) -> str:
    """The same values for programs."""
    return _with_state(url_for("api.facet", facet=name), state)


def why(article_id: str, state: SearchState) -> str:
    """Why an article is, or is not, found by a search; without an id, to be asked for."""
    own = (("id", article_id),) if article_id else ()
    return f"{url_for('whys.why')}?{urlencode((*own, *parameters(state.at_page(1))))}"


def help_page() -> str:
    """How to ask."""
    return url_for("pages.help_page")


def article(article_id: str, state: SearchState, fragment: str = "") -> str:
    """An article with the words of a search marked, and the way back to that search."""
    address = _with_state(url_for("pages.article", article_id=article_id), state)
    return f"{address}#{fragment}" if fragment else address


def article_text(article_id: str) -> str:
    """The same article as plain text."""
    return url_for("api.article_text", article_id=article_id)


def article_json(article_id: str, state: SearchState) -> str:
    """The same article for programs."""
    return _with_state(url_for("api.article", article_id=article_id), state)


def about() -> str:
    """What the archive holds, how it was read, and whom to ask."""
    return url_for("about.page")


def openapi() -> str:
    """What programs can ask for."""
    return url_for("api.openapi")


def portrait(facet: str, name: str) -> str:
    """The page of an organisation or a person; for others the search of that value."""
    if facet not in PORTRAITS:
        return search(SearchState().with_facet(facet, name))
    return url_for(f"portraits.{facet}", name=name)


def issue(issue_id: str) -> str:
    """One issue with its articles."""
    return url_for("issues.issue", issue_id=issue_id)


def browse(year: str = "") -> str:
    """All issues, or those of one year."""
    return url_for("issues.browse", year=int(year) if year else None)


def browse_month(month: str) -> str:
    """The issues and articles of one month: 2023-05."""
    return url_for("issues.browse_month", year=int(month[:4]), month=int(month[5:]))


def saved_list() -> str:
    """The searches that are shared, and those this browser keeps."""
    return url_for("saved.listed")


def saved(slug: str) -> str:
    """A shared search."""
    return url_for("saved.one", slug=slug)


def saved_feed(slug: str) -> str:
    """The feed of a shared search."""
    return url_for("saved.feed", slug=slug)


def saved_opml() -> str:
    """All shared searches for a feed reader."""
    return url_for("saved.opml")


def original(issue_id: str, page: int | None = None, download: bool = False) -> str:
    """The file of an issue, at a page of it, or to be kept."""
    keep = "1" if download else None
    address = url_for("originals.original", issue_id=issue_id, download=keep)
    return f"{address}#page={page}" if page else address


def article_page(article_id: str, state: SearchState, page: int, fragment: str) -> str:
    """An article beside a page of its original."""
    address = f"{url_for('pages.article', article_id=article_id)}?"
    return f"{address}{urlencode((*parameters(state), ('p', page)))}#{fragment}"


def picture(issue_id: str, page: int, digest: str, double: bool = False) -> str:
    """A page of the original of an issue, at the address of its content."""
    size = "2" if double else None
    return url_for("pictures.picture", issue_id=issue_id, page=page, digest=digest, x=size)


def status() -> str:
    """The state of the archive."""
    return url_for("pages.status")


def failures_csv() -> str:
    """Every file that gave no text, as a table."""
    return url_for("pages.failures_csv")


def style() -> str:
    """The stylesheet."""
    return asset_address("style.css")


def prefs() -> str:
    """How the pages look."""
    return url_for("looks.prefs")


def language(name: str, back: str) -> str:
    """The other language: chosen, and back to where one was."""
    return f"{prefs()}?{urlencode((('lang', name), ('back', back)))}"


def look_style() -> str:
    """The colours and sizes of those who chose some."""
    return asset_address("look.css")


def reading_style() -> str:
    """What pages that are read need besides: articles, help, lists."""
    return asset_address("reading.css")


def script() -> str:
    """The script that no page needs."""
    return asset_address("app.js")


def own_script() -> str:
    """The script that lists what this browser remembers."""
    return asset_address("own.js")


def opensearch() -> str:
    """What a browser needs to search here from its own box."""
    return url_for("suggesting.opensearch")


def suggest() -> str:
    """Suggestions for what is typed."""
    return url_for("suggesting.suggest")


def icon() -> str:
    """The picture in the browser's tab."""
    return asset_address("icon.svg")


def _with_state(path: str, state: SearchState) -> str:
    query = build(state)
    return f"{path}?{query}" if query else path
