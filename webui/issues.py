"""The pages of issues: one with its articles, and all by year."""

from flask import Blueprint, abort, render_template

from indexer.models import Facets, Query, Sort
from webui.archive import the_library
from webui.months import date_label
from webui.presenters.browse import month_of_issues, month_view, months_of
from webui.presenters.form import empty_form
from webui.presenters.issue import issue_view, years_of_issues
from webui.presenters.timeline import year_rows
from webui.state import SearchState

ALL_YEARS = 1_000
MOST_ARTICLES = 100

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
    rows = tuple(row for row in rows if not wanted or row.label == date_label(wanted))
    issues = the_library().issues()
    years = years_of_issues(issues, wanted)
    if wanted and not rows and not years:
        abort(404)
    if not wanted:
        return render_template("browse.html", form=empty_form(), rows=rows, years=years)
    months = months_of(wanted, _counts(facets), issues, the_library().gaps())
    return render_template(
        "browse_year.html", form=empty_form(), rows=rows, title=date_label(wanted), months=months
    )


@issues.get("/browse/<int(fixed_digits=4):year>/<int(fixed_digits=2):month>")
def browse_month(year: int, month: int) -> str:
    """The issues and the articles of one month, and the months beside it."""
    wanted, state = f"{year:04d}-{month:02d}", SearchState().only_month(f"{year:04d}-{month:02d}")
    results = the_library().search(state.query(MOST_ARTICLES))
    issues, counts = the_library().issues(), _counts(results.facets)
    known = _span({*counts, *((issue.date or "")[:7] for _, issue in issues)})
    if wanted not in known:
        abort(404)
    at = known.index(wanted)
    beside = (known[at - 1] if at else "", known[at + 1] if at + 1 < len(known) else "")
    own = month_of_issues(wanted, counts, issues, the_library().gaps())
    view = month_view(wanted, own, results, beside)
    return render_template("browse_month.html", form=empty_form(), view=view)


def _counts(facets: Facets) -> dict[str, int]:
    """The articles of each month that has any."""
    return {value.value: value.count for value in facets.histogram if value.count}


def _span(months: set[str]) -> list[str]:
    """All months of the years from the first to the last of some."""
    told = sorted(month for month in months if len(month) == len("2023-05"))
    if not told:
        return []
    years = range(int(told[0][:4]), int(told[-1][:4]) + 1)
    return [f"{year:04d}-{month:02d}" for year in years for month in range(1, 13)]
