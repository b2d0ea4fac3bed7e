"""The pages of one organisation and of one person: their coverage over time, and beside whom."""

from flask import Blueprint, abort, render_template

from indexer.errors import QuestionRejected
from indexer.models import FacetValue
from webui.archive import the_library
from webui.presenters.form import empty_form
from webui.presenters.portrait import portrait_view
from webui.state import SearchState

NEWEST = 10
FIELDS = {"org": "单位", "person": "人物"}

portraits = Blueprint("portraits", __name__)


@portraits.get("/org/<article_id:name>")
def org(name: str) -> str:
    """One organisation, under any of its names."""
    return _portrait("org", the_library().config.knowledge.preferred(name))


@portraits.get("/person/<article_id:name>")
def person(name: str) -> str:
    """Everybody of one name."""
    return _portrait("person", name)


def _portrait(facet: str, name: str) -> str:
    state = SearchState().with_facet(facet, name)
    results = the_library().search(state.query(NEWEST))
    if not results.total:
        abort(404)
    entries = the_library().config.knowledge.organizations
    entry = next((one for one in entries if facet == "org" and one.name == name), None)
    view = portrait_view(state, results, entry, _beside(state, facet, name))
    return render_template("portrait.html", form=empty_form(), view=view)


def _beside(state: SearchState, facet: str, name: str) -> tuple[FacetValue, ...]:
    """The others of a facet in the same articles.

    A facet is counted without its own choice, so it is asked as a condition of the text.
    """
    asked = state.asking(f"{FIELDS[facet]}:“{name}”")
    try:
        facets = the_library().search(asked.query(1)).facets
    except QuestionRejected:  # a name beyond the limits of questions
        return ()
    values = facets.organization if facet == "org" else facets.person
    return tuple(value for value in values if value.value != name)
