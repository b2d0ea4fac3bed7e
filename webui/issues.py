"""The pages of issues: one with its articles, and all by year."""

from flask import Blueprint, abort, render_template

from indexer.models import Query, Sort
from webui.archive import the_library
from webui.presenters.form import empty_form
from webui.presenters.issue import issue_view, years_of_issues
from webui.presenters.timeline import year_rows
from webui.state import SearchState

ALL_YEARS = 1_000

issues = Blueprint("issues", __name__)


@issues.get("/issue/<article_id:issue_id>")
def issue(issue_id: str) -> str:
    """One issue with its articles by section, its file, and the issues before and after."""
    library = the_library()
    view = issue_view(library.issue(issue_id), library.original(issue_id) is not None)
    return render_template("issue.html", form=empty_form(), view=view)


@issues.get("/browse")
@issues.get("/browse/<int(fixed_digits=4):year>")
def browse(year: int | None = None) -> str:
    """The months with their articles, and the issues by year."""
    facets = the_library().search(Query(sort=Sort.NEWEST, page_size=1)).facets
    rows = year_rows(facets, SearchState(), ALL_YEARS)
    wanted = f"{year:04d}" if year else ""
    rows = tuple(row for row in rows if not wanted or row.label == f"{wanted}年")
    years = years_of_issues(the_library().issues(), wanted)
    if wanted and not rows and not years:
        abort(404)
    return render_template("browse.html", form=empty_form(), rows=rows, years=years, year=wanted)
