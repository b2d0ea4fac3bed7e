"""Suggestions while something is typed, in the format of OpenSearch suggestions."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, render_template, request

from indexer.models import Suggestion, SuggestionKind
from webui import urls
from webui.archive import the_library
from webui.asked import LONGEST_TEXT
from webui.language import N_, _, counted
from webui.site import site
from webui.state import SearchState

KINDS = {
    SuggestionKind.ORGANIZATION: N_("单位"),
    SuggestionKind.PERSON: N_("人物"),
    SuggestionKind.SECTION: N_("栏目"),
    SuggestionKind.TITLE: N_("标题"),
}
FACETS = {
    SuggestionKind.ORGANIZATION: "org",
    SuggestionKind.PERSON: "person",
    SuggestionKind.SECTION: "section",
}

suggesting = Blueprint("suggesting", __name__)


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A suggestion: its text, what it is, and where it leads."""

    text: str
    kind: str
    href: str


@suggesting.get("/suggest")
def suggest() -> Response:
    """[typed, texts, what they are, where they lead]: what a text typed so far may mean."""
    typed = request.args.get("q", "").strip()[:LONGEST_TEXT]
    rows = [_row(one) for one in the_library().suggest(typed)]
    response = jsonify(
        [typed, [r.text for r in rows], [r.kind for r in rows], [r.href for r in rows]]
    )
    response.mimetype = "application/x-suggestions+json"
    return response


@suggesting.get("/opensearch.xml")
def opensearch() -> Response:
    """What a browser needs to search here from its own box."""
    response = Response(render_template("opensearch.xml", site=site()))
    response.mimetype = "application/opensearchdescription+xml"
    return response


def _row(one: Suggestion) -> SuggestionRow:
    kind = counted("%(kind)s · %(num)s 篇", one.articles, kind=_(KINDS[one.kind]))
    if one.kind in FACETS:
        return SuggestionRow(
            one.text, kind, urls.search(SearchState().with_facet(FACETS[one.kind], one.text))
        )
    exact = one.text.replace("“", " ").replace("”", " ").strip()
    title = SearchState(f"“{exact}”"[:LONGEST_TEXT], title_only=True)
    return SuggestionRow(one.text, kind, urls.search(title))
