"""The pages: home, results, one article, the state of the archive."""

from flask import Blueprint, Response, make_response, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from indexer.errors import IndexMissing, QuestionRejected
from indexer.models import ArticlePage, Query, Sort
from webui import urls
from webui.archive import the_library
from webui.finding import asked_for, find, usual_page_size
from webui.presenters.archive import month_table, status_view, top_organizations
from webui.presenters.article import article_view
from webui.presenters.form import empty_form, search_form
from webui.presenters.hit import hit_item
from webui.presenters.result import result_view
from webui.state import SearchState
from webui.ways_out import ways_out

NEWEST = 6

pages = Blueprint("pages", __name__)


@pages.get("/")
def home() -> str:
    """The search box, the newest articles, and the ways in by month and by organisation."""
    try:
        newest = the_library().search(Query(sort=Sort.NEWEST, page_size=NEWEST))
    except IndexMissing as missing:
        return render_template("fresh.html", form=empty_form(), message=str(missing))
    return render_template(
        "home.html",
        form=empty_form(),
        total=newest.total,
        newest=tuple(hit_item(hit, SearchState()) for hit in newest.hits),
        years=month_table(newest.facets),
        organizations=top_organizations(newest.facets),
    )


@pages.get("/search")
def search() -> AnyResponse | str:
    """One page of a result, or the ways out of an empty one."""
    asked = asked_for()
    state = asked.state
    if not state.asks and not asked.errors:
        return redirect(urls.home())
    found = find(asked, asked.errors)
    view = result_view(found, state.page_size or usual_page_size())
    if not found.results.total:
        return render_template(
            "nothing.html", form=search_form(state), view=view, ways=ways_out(state)
        )
    return render_template("search.html", form=search_form(state), view=view)


@pages.get("/article/<article_id:article_id>")
def article(article_id: str) -> str:
    """One article; marks and the way back come from the search in its address."""
    state = asked_for().state
    found = _marked_article(article_id, state)
    return render_template(
        "article.html", form=empty_form(state.text), view=article_view(found, state)
    )


@pages.get("/status")
def status() -> Response:
    """How many files were read and how, and the generation of the index."""
    view = status_view(the_library().status())
    return _fresh(make_response(render_template("status.html", form=empty_form(), view=view)))


@pages.get("/healthz")
def healthz() -> Response:
    """That the process answers."""
    response = make_response("ok\n")
    response.mimetype = "text/plain"
    return _fresh(response)


def _marked_article(article_id: str, state: SearchState) -> ArticlePage:
    """An article with the marks of a search; without, if the search could not be asked."""
    try:
        return the_library().article(article_id, state.query(usual_page_size()))
    except QuestionRejected:
        return the_library().article(article_id)


def _fresh(response: Response) -> Response:
    response.cache_control.no_store = True
    return response
