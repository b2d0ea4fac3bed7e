"""How sure is it that an article was cut rightly? What speaks for and against each cut.

Each evidence is weighed as the bulletins of tests/golden and their disturbed copies taught
(``python -m bench.doubts``); the weights add up as log-odds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from statistics import median

from indexer.articles.days import number
from indexer.articles.faces import BY_FACE, PLAIN, WITHIN
from indexer.articles.headings import Headings
from indexer.articles.headlines import text_indent
from indexer.articles.paragraphs import (
    begins_report,
    ends_in_date,
    enumerator,
    indent,
    may_be_title,
)
from indexer.articles.runs import ACTION
from indexer.articles.sections import SHORT_SECTION
from indexer.articles.text import tight
from indexer.articles.trailers import is_trailer
from indexer.models import Cut

LONG_TITLE = 40
SHORT_TITLE = 8
SHORT_BODY = 50
LONG_BODY = 3  # times as long as the usual body
_STOPS = ("。", "！", "？", "…", "”", "）", ")", "；", ".", "!", "?")
# Cuts below this are to be looked at: of the wrong cuts of disturbed bulletins three of four are,
# of the right ones one of forty.
DOUBTFUL = 0.7
# 市民受欢迎。市科协召开全委会议3月8日，: a title that a paragraph has swallowed
_SWALLOWED = re.compile(
    r"(?:^|[。，])[^，。；：！？、\d]{8,40}(?<![于在至自从到月的])"
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?，|近日，|日前，)"
)
_NUMBER = re.compile(r"[(（]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<sign>[)）、.．])")
_BASE = 0.1


@dataclass(frozen=True, slots=True)
class Span:
    """An article among the paragraphs: its title lines, then its text up to ``stop``."""

    start: int
    text: int
    stop: int


def weigh(headings: Headings, spans: Sequence[Span]) -> list[Cut]:
    """The confidence of each cut of an issue, with reasons and doubts."""
    issue = _Issue.of(headings, spans)
    evidence = [_evidence(headings, span, issue) for span in spans]
    cuts = [_cut(one) for one in evidence]
    for at, (one, other) in enumerate(pairwise(spans)):
        if cuts[at + 1].confidence < DOUBTFUL and one.stop == other.start:
            evidence[at]["下一篇是否另起存疑"] = -2.0
        if _skips(headings.text(one.start), headings.text(other.start)):
            evidence[at]["编号到下一篇有间断"] = -1.0
    return [_cut(one) for one in evidence]


def _skips(one: str, other: str) -> bool:
    """Whether the numbers before two titles leave one out: 2. and 4."""
    first, second = (_NUMBER.match(text) for text in (one, other))
    if not first or not second or first["sign"] != second["sign"]:
        return False
    low, high = (number(match["number"]) for match in (first, second))
    return high > low + 1


@dataclass(frozen=True, slots=True)
class _Issue:
    """What is usual in the issue: shape and length of its articles, the indent of its text."""

    shapes: tuple[tuple[object, ...], ...]
    length: float
    indent: int

    @staticmethod
    def of(headings: Headings, spans: Sequence[Span]) -> "_Issue":
        titled = [span for span in spans if span.text > span.start]
        return _Issue(
            tuple(_shape(headings, span.start) for span in titled),
            median([_length(headings, span) for span in spans] or [0]),
            text_indent(headings),
        )


def _shape(headings: Headings, at: int) -> tuple[object, ...]:
    """How a title is set: its indent, whether it is set off, its kind of number."""
    mark = enumerator(headings.text(at))
    return indent(headings.paragraphs[at]) > 0, headings.gap(at) > 0, mark and mark[0]


def _length(headings: Headings, span: Span) -> int:
    return sum(len(headings.text(at)) for at in range(span.text, span.stop))


def _cut(evidence: dict[str, float]) -> Cut:
    odds = _BASE + sum(evidence.values())
    return Cut(
        round(1 / (1 + exp(-odds)), 2),
        tuple(words for words, weight in evidence.items() if weight > 0),
        tuple(words for words, weight in evidence.items() if weight < 0),
    )


def _evidence(headings: Headings, span: Span, issue: _Issue) -> dict[str, float]:
    """The words for all that speaks for or against a cut, with their weights."""
    if span.text == span.start:
        return {"没有标题，以栏目名代之": -1.3} | _of_text(headings, span, issue)
    return (
        _of_title(headings, span, issue)
        | _of_place(headings, span)
        | _of_text(headings, span, issue)
    )


def _of_title(headings: Headings, span: Span, issue: _Issue) -> dict[str, float]:
    title = "".join(headings.text(at) for at in range(span.start, span.text))
    listed = headings.contents.names(title)
    shape = _shape(headings, span.start)
    alike = issue.shapes.count(shape)
    first = headings.paragraphs[span.start]
    found = {
        "目录里列有": 1.1 if listed else 0,
        "目录里没有": -0.3 if headings.contents and not listed else 0,
        "编号与其他标题一致": 0.2 if shape[-1] and alike > 1 else 0,
        "与其他标题同形": 2.0 if alike > 1 and alike * 2 > len(issue.shapes) else 0,
        BY_FACE: 1.0 if headings.rules.get(span.start) == BY_FACE else 0,
        "缩进与正文不同": 0.6 if issue.indent and indent(first) != issue.indent else 0,
        "标题很长": -1.3 if len(title) > LONG_TITLE else 0,
        "标题很短": -1.8 if len(title) <= SHORT_TITLE else 0,
        "标题有三行以上": -2.5 if span.text - span.start > 2 and not listed else 0,
        "标题第一行像栏目名": -3.5 if _begins_with_section(headings, span) else 0,
    }
    return {words: weight for words, weight in found.items() if weight}


def _begins_with_section(headings: Headings, span: Span) -> bool:
    """Whether the first of several lines is much shorter than the rest, and the name of a thing."""
    first = headings.text(span.start)
    rest = "".join(headings.text(at) for at in range(span.start + 1, span.text))
    listed = headings.contents.names(first + rest)
    whole = listed or ACTION.search(first) or rest.startswith("—")
    return len(first) <= SHORT_SECTION and len(first) < len(rest) and not whole


def _of_place(headings: Headings, span: Span) -> dict[str, float]:
    before = headings.text(span.start - 1)
    if headings.is_heading(span.start - 1):
        return {"栏目之下第一行": 0.6}
    if span.start == 0:
        return {}
    if is_trailer(before) or ends_in_date(before):
        return {"前有来源、署名或日期": 0.3}
    if before.endswith(_STOPS):
        return {"前段已结束": 0.1}
    return {"前段没有结束": -0.3}


def _of_text(headings: Headings, span: Span, issue: _Issue) -> dict[str, float]:
    length = _length(headings, span)
    inner = range(span.text, span.stop)
    prose = [at for at in inner if not is_trailer(headings.text(at))]
    nearly = sum(_is_nearly_title(headings, at) for at in prose)
    last = headings.text(prose[-1]) if prose else ""
    whole = [tight(headings.text(at)) for at in inner]
    rows = [row for row in headings.contents.rows if len(row) > SHORT_TITLE]
    report = begins_report(headings.text(span.text))  # 简讯 are short
    found = {
        "正文以日期或“近日”开头": 1.0 if report else 0,
        "正文很短": -2.0 if length < SHORT_BODY and not report else 0,
        "正文过长，可能漏切": -0.5 if length > LONG_BODY * issue.length else 0,
        "正文里有像标题的短行": -1.0 if nearly in (1, 2) else 0,
        "正文里有目录所列的标题": -1.2 if any(r in text for r in rows for text in whole) else 0,
        "段中像有标题": -0.9 if any(map(_SWALLOWED.search, whole)) else 0,
        "正文中间有来源或署名": -1.1 if _is_signed_within(headings, prose) else 0,
        "正文没有结束": -0.7 if not (last.endswith(_STOPS) or ends_in_date(last)) else 0,
    }
    return {words: weight for words, weight in found.items() if weight}


def _is_signed_within(headings: Headings, prose: Sequence[int]) -> bool:
    """Whether credits or a dated signature stand between two paragraphs of a text."""
    return any(
        other - one > 1 or ends_in_date(headings.text(other)) for one, other in pairwise(prose[:-1])
    )


def _is_nearly_title(headings: Headings, at: int) -> bool:
    """Whether a paragraph of a text could be a title by its words, and stands above text."""
    text = headings.text(at)
    if headings.rules.get(at) in (WITHIN, PLAIN):
        return False
    return may_be_title(text) and not enumerator(text) and len(headings.text(at + 1)) > len(text)
