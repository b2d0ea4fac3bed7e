"""The pages: home, results, one article, the state of the archive."""

from flask import Blueprint, Response, make_response, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from indexer.errors import IndexMissing
from indexer.models import Query, Sort
from webui import urls
from webui.archive import the_library
from webui.disk import look_at
from webui.exports.as_csv import table_lines
from webui.facet_asked import facet_asked
from webui.finding import asked_for, find, usual_page_size
from webui.language import _
from webui.news import news_item
from webui.pictures import page_asked
from webui.presenters.archive import SHOWN_ORGANIZATIONS, top_organizations
from webui.presenters.article import article_view
from webui.presenters.facet_list import facet_list_view
from webui.presenters.facets import SHOWN_VALUES
from webui.presenters.form import empty_form, first_form, search_form
from webui.presenters.help_page import example_items
from webui.presenters.hit import hit_item
from webui.presenters.result import result_view
from webui.presenters.status import failures, status_view
from webui.presenters.timeline import year_rows
from webui.presenters.zero import zero_view
from webui.reading import read_article
from webui.saved import saved_items
from webui.sayings import told
from webui.state import SearchState
from webui.zero import weigh_zero

NEWEST = 10
HOME_YEARS = 10

pages = Blueprint("pages", __name__)


@pages.get("/")
def home() -> str:
    """The search box, what came in last, and the ways in by month, organisation, shared search."""
    try:
        newest = the_library().search(
            Query(sort=Sort.ADDED, page_size=NEWEST), facet_values=SHOWN_ORGANIZATIONS
        )
    except IndexMissing as missing:
        return render_template("fresh.html", form=empty_form(), message=told(str(missing)))
    return render_template(
        "home.html",
        form=first_form(),
        total=newest.total,
        news=news_item(),
        saved=saved_items(),
        newest=tuple(hit_item(hit, SearchState()) for hit in newest.hits),
        years=year_rows(newest.facets, SearchState(), HOME_YEARS),
        organizations=top_organizations(newest.facets),
    )


@pages.get("/search")
def search() -> AnyResponse | str:
    """One page of a result, or the ways out of an empty one."""
    asked = asked_for()
    state = asked.state
    if not state.asks and not asked.errors:
        return redirect(urls.home())
    found = find(asked, asked.errors, SHOWN_VALUES)
    view = result_view(found, state.page_size or usual_page_size())
    if not found.results.total:
        zero = zero_view(weigh_zero(state, found.results))
        return render_template("nothing.html", form=search_form(state), view=view, zero=zero)
    return render_template("search.html", form=search_form(state), view=view)


@pages.get("/facet/<any(org, person, section, month, issue):facet>")
def facet(facet: str) -> str:
    """Every value of one facet under the search in the address."""
    asked = asked_for()
    found = find(asked, asked.errors)
    view = facet_list_view(facet, found.results, asked.state, facet_asked())
    return render_template("facet.html", form=search_form(asked.state), view=view)


@pages.get("/help")
def help_page() -> str:
    """How to ask, by examples that can be tried."""
    return render_template("help.html", form=empty_form(), examples=example_items())


@pages.get("/article/<article_id:article_id>")
def article(article_id: str) -> Response:
    """One article; marks and the way back come from the search in its address."""
    state = asked_for().state
    read = read_article(article_id, state, page_asked())
    view = article_view(read, state)
    page = render_template("article.html", form=empty_form(state.text), view=view)
    return _fresh(make_response(page)) if read.is_passing else make_response(page)


@pages.get("/status")
def status() -> Response:
    """How many files were read and how, and the generation of the index."""
    library = the_library()
    told, config = library.status(), library.config
    disk = look_at(config.data, config.corpus, told.last_run)
    view = status_view(told, library.overview(), config, disk)
    return _fresh(make_response(render_template("status.html", form=empty_form(), view=view)))


@pages.get("/status/failures.csv")
def failures_csv() -> Response:
    """Every file that gave no text, as a table."""
    library = the_library()
    rows = failures(library.status(), library.overview())
    lines = table_lines(
        (_("文件"), _("结果"), _("原因"), _("处理")),
        ((row.source, row.label, row.reason, row.remedy) for row in rows),
    )
    response = Response("".join(lines), mimetype="text/csv")
    response.headers["Content-Disposition"] = "attachment; filename=failures.csv"
    return _fresh(response)


@pages.get("/healthz")
def healthz() -> Response:
    """That the process answers."""
    response = make_response("ok\n")
    response.mimetype = "text/plain"
    return _fresh(response)


@pages.get("/robots.txt")
def robots() -> Response:
    """That programs that collect pages are to stay out."""
    response = make_response("User-agent: *\nDisallow: /\n")
    response.mimetype = "text/plain"
    return response


def _fresh(response: Response) -> Response:
    response.cache_control.no_store = True
    return response
