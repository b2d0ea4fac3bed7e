"""Series of issues: numbers that are missing, and dates that contradict the numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from indexer.articles.days import number
from indexer.models import Concern, Finding, Gap, Issue

LONGEST_GAP = 60  # missing numbers in a row; more is another way of counting

_ONE = r"(\d{1,5}|[一二三四五六七八九十]{1,3})"
_N = rf"{_ONE}(?:\s*[-—~～至、]\s*{_ONE})?"
_TOTAL = re.compile(rf"总\s*第?\s*{_N}\s*期?")
_NUMBER = re.compile(rf"(?<!总)第\s*{_N}\s*期")
_YEAR = re.compile(r"(\d{4})\s*年|[(（\[〔](\d{4})[)）\]〕]")
_MISSING = "请找出缺的各期放进资料文件夹；确实没有出的可不理会"
_ORDER = "请核对两期的期号和日期；读错的，在更正文件的 [issue] 中写上 number 或 date"


@dataclass(frozen=True, slots=True)
class _Member:
    """An issue in its series: the numbers it has (two in a joint one), its date, its file."""

    low: int
    high: int
    date: str
    source: str


def of_series(issues: Mapping[str, Issue]) -> Iterator[Finding]:
    """What is wrong in the order of issues; ``issues`` by the file they came from."""
    for gap in gaps_in(issues):
        message = f"缺{gap.numbers}：有第 {gap.before} 期和第 {gap.after} 期"
        yield Finding(Concern.MISSING_ISSUE, gap.series, message, _MISSING)
    for _, ordered in _series(issues):
        for one, other in pairwise(ordered):
            if one.high < other.low and _is_later(one.date, other.date):
                message = f"第 {other.low} 期印着 {other.date}，早于第 {one.low} 期的 {one.date}"
                subject = f"{other.source}，{one.source}"
                yield Finding(Concern.ISSUE_ORDER, subject, message, _ORDER)


def gaps_in(issues: Mapping[str, Issue]) -> Iterator[Gap]:
    """The numbers that are missing; ``issues`` by the file they came from, or any other key."""
    for name, ordered in _series(issues):
        last = ordered[0]
        for one, other in pairwise(ordered):
            last = max(last, one, key=lambda member: member.high)
            gap = range(last.high + 1, other.low)
            if 0 < len(gap) <= LONGEST_GAP:
                yield Gap(name, _numbers(gap), last.high, other.low, other.date)


def _numbers(gap: range) -> str:
    """第 36 期, or 第 36 至 38 期."""
    last = f" 至 {gap[-1]}" if len(gap) > 1 else ""
    return f"第 {gap[0]}{last} 期"


def _is_later(one: str, other: str) -> bool:
    """Whether the first ISO date lies after the second, as far as both are told."""
    length = min(len(one), len(other))
    return length > 0 and one[:length] > other[:length]


def _series(issues: Mapping[str, Issue]) -> Iterator[tuple[str, list[_Member]]]:
    """Each series by its name, its issues in the order of their numbers."""
    for name, members in _counted(issues):
        yield name, sorted(members, key=lambda member: (member.low, member.source))


def _counted(issues: Mapping[str, Issue]) -> Iterator[tuple[str, list[_Member]]]:
    """The issues that are counted together: by title, by 总第 if all have it, else by year.

    Numbers that go on from year to year are one series.
    """
    titles: defaultdict[str, list[tuple[str, Issue]]] = defaultdict(list)
    for source, issue in issues.items():
        if issue.title and issue.number:
            titles["".join(issue.title.split())].append((source, issue))
    for title, held in titles.items():
        totals = [_member(_TOTAL, source, issue) for source, issue in held]
        if all(totals):
            yield f"{title}（总期号）", [member for member in totals if member]
            continue
        years: defaultdict[str, list[_Member]] = defaultdict(list)
        for source, issue in held:
            member = _member(_NUMBER, source, issue)
            if member:
                years[_year(issue)].append(member)
        if _goes_on(years):
            yield title, [member for members in years.values() for member in members]
        else:
            yield from ((f"{title} {year}".strip(), members) for year, members in years.items())


def _goes_on(years: Mapping[str, Iterable[_Member]]) -> bool:
    """Whether each year's numbers begin above those of the year before."""
    spans = [
        (min(member.low for member in years[year]), max(member.high for member in years[year]))
        for year in sorted(years)
    ]
    return len(spans) > 1 and all(one[1] < other[0] for one, other in pairwise(spans))


def _member(pattern: re.Pattern[str], source: str, issue: Issue) -> _Member | None:
    """The issue with its number of one kind, or None if it has none."""
    match = pattern.search(issue.number or "")
    if not match:
        return None
    low, high = number(match[1]), number(match[2] or match[1])
    return _Member(low, max(low, high), issue.date or "", source)


def _year(issue: Issue) -> str:
    """The year of the number, else of the date; empty if neither tells it."""
    match = _YEAR.search(issue.number or "")
    return (match[1] or match[2]) if match else (issue.date or "")[:4]
