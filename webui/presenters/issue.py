"""One issue: its articles by section; and all issues by year."""

from dataclasses import dataclass
from itertools import groupby

from indexer.models import Hit, Issue, IssuePage
from webui import urls
from webui.language import N_, _
from webui.months import date_label
from webui.presenters.hit import HitItem, dated, hit_item, issue_label
from webui.presenters.pager import Link
from webui.state import SearchState

UNDATED = N_("日期不详")


@dataclass(frozen=True, slots=True)
class SectionItem:
    """Articles one after the other under one heading, which may be empty."""

    heading: str
    articles: tuple[HitItem, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """The page of an issue; ``original`` and ``download_href`` as for articles."""

    title: str
    date: str
    source: str
    total: int
    sections: tuple[SectionItem, ...]
    original: Link | None
    download_href: str
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class YearOfIssues:
    """The issues of one year, the last one first."""

    year: str
    href: str
    issues: tuple[Link, ...]


def issue_view(page: IssuePage, has_file: bool) -> IssueView:
    """The page of one issue."""
    is_pdf = has_file and page.source.lower().endswith(".pdf")
    return IssueView(
        title=issue_name(page.issue, page.source),
        date=date_label(page.issue.date) if page.issue.date else "",
        source=page.source,
        total=len(page.articles),
        sections=tuple(
            SectionItem(heading, tuple(hit_item(hit, SearchState()) for hit in hits))
            for heading, hits in groupby(page.articles, _section)
        ),
        original=Link(_("打开原件"), urls.original(page.id)) if is_pdf else None,
        download_href=urls.original(page.id, download=True) if has_file else "",
        before=_link(page.before),
        after=_link(page.after),
    )


def years_of_issues(
    issues: tuple[tuple[str, Issue], ...], year: str = ""
) -> tuple[YearOfIssues, ...]:
    """All issues that have a name or a date by year, the last year first; or those of one year."""
    named = [pair for pair in issues if pair[1].date or pair[1].title or pair[1].number]
    named.sort(
        key=lambda pair: (pair[1].date or "", len(pair[1].number or ""), pair[1].number or "")
    )
    found = []
    for own, pairs in groupby(reversed(named), lambda pair: (pair[1].date or "")[:4]):
        if not year or own == year:
            links = tuple(Link(_dated(issue), urls.issue(key)) for key, issue in pairs)
            found.append(
                YearOfIssues(
                    date_label(own) if own else _(UNDATED), urls.browse(own) if own else "", links
                )
            )
    return tuple(found)


def issue_name(issue: Issue, source: str = "") -> str:
    """An issue's name with its number, or the name of its file: 《工作简报》第3期."""
    return issue_label(issue.title, issue.number) or source


def _order(pair: tuple[str, Issue]) -> tuple[str, int, str]:
    """By date, then by number: 第9期 before 第10期."""
    number = pair[1].number or ""
    return pair[1].date or "", len(number), number


def _year(pair: tuple[str, Issue]) -> str:
    return (pair[1].date or "")[:4]


def _dated(issue: Issue) -> str:
    """《工作简报》第3期（2023年5月30日）, or what there is of it."""
    return dated(issue_name(issue), date_label(issue.date) if issue.date else "")


def _section(hit: Hit) -> str:
    return hit.section or ""


def _link(pair: tuple[str, Issue] | None) -> Link | None:
    return Link(_dated(pair[1]) or _("没有刊名的资料"), urls.issue(pair[0])) if pair else None
