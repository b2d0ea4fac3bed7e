"""The calendar: the issues of each month with the numbers that are missing, and its articles."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.models import Gap, Issue, Results
from webui import urls
from webui.language import _
from webui.months import date_label
from webui.presenters.hit import HitItem, dated, hit_item
from webui.presenters.issue import issue_name
from webui.presenters.pager import Link
from webui.state import SearchState

Dated = tuple[tuple[str, Issue], ...]


@dataclass(frozen=True, slots=True)
class MonthOfIssues:
    """A month of a year: its articles, its issues, and 第 36 期未收录 where one is missing."""

    label: str
    href: str
    count: int
    issues: tuple[Link, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """The page of one month; ``more_href`` leads to all its articles."""

    title: str
    year: Link
    month: MonthOfIssues
    articles: tuple[HitItem, ...]
    more_href: str
    before: Link
    after: Link


def months_of(
    year: str, counts: dict[str, int], issues: Dated, gaps: Sequence[Gap]
) -> tuple[MonthOfIssues, ...]:
    """The twelve months of a year, the last one first, those without anything too."""
    return tuple(
        month_of_issues(f"{year}-{number:02d}", counts, issues, gaps) for number in range(12, 0, -1)
    )


def month_of_issues(
    month: str, counts: dict[str, int], issues: Dated, gaps: Sequence[Gap]
) -> MonthOfIssues:
    """One month; ``counts`` are the articles of each."""
    own = [(key, issue) for key, issue in issues if (issue.date or "")[:7] == month]
    own.sort(key=lambda pair: (pair[1].date or "", len(pair[1].number or ""), pair[1].number or ""))
    return MonthOfIssues(
        label=date_label(month),
        href=urls.browse_month(month),
        count=counts.get(month, 0),
        issues=tuple(Link(_dated(issue), urls.issue(key)) for key, issue in own),
        missing=tuple(
            _("%(issues)s未收录", issues=f"{gap.series}{gap.numbers}")
            for gap in gaps
            if gap.date[:7] == month
        ),
    )


def month_view(
    month: str, own: MonthOfIssues, results: Results, beside: tuple[str, str]
) -> MonthView:
    """The page of a month; ``beside`` are the months before and after, empty at the ends."""
    year, state = month[:4], SearchState().only_month(month)
    return MonthView(
        title=date_label(month),
        year=Link(date_label(year), urls.browse(year)),
        month=own,
        articles=tuple(hit_item(hit, SearchState()) for hit in results.hits),
        more_href=urls.search(state) if results.total else "",
        before=_step(beside[0]),
        after=_step(beside[1]),
    )


def _step(month: str) -> Link:
    return Link(date_label(month), urls.browse_month(month)) if month else Link("")


def _dated(issue: Issue) -> str:
    """《工作简报》第3期（2023年5月30日）."""
    return dated(issue_name(issue), date_label(issue.date or ""))
