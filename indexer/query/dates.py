"""What is typed behind 日期: -> the span of days that is meant."""

import re
import unicodedata
from datetime import date

from indexer.query.relative import read_relative, with_year
from indexer.query.spans import Span, after, before, first_day, last_day, told

_UNDATED = frozenset({"无", "无日期", "不详", "日期不详", "none"})

_SPELLED = re.compile(
    r"([0-9]{4})(?:年|(?:[-./]|年)([0-9]{1,2})(?:月|(?:[-./]|月)([0-9]{1,2})[日号]?)?)?"
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_COMPARED = re.compile(r"(>=|<=|[=<>≥≤])(.+)")
_BETWEEN = re.compile(r"\.{2,}|[至到~〜—–]+|to")
_MONTH_ONLY = re.compile(r"[0-9]{1,2}月([0-9]{1,2}[日号]?)?")
_DAY_ONLY = re.compile(r"[0-9]{1,2}[日号]")
_DOTS = re.compile(r"\.{2,}")
_HAN_NUMBER = re.compile(
    r"([一二两三四五六七八九]?)十([一二三四五六七八九]?)|[〇○零一二两三四五六七八九]"
)
_HAN_DIGITS = {"两": 2, "○": 0, "零": 0} | {
    sign: at for at, sign in enumerate("〇一二三四五六七八九")
}


def is_undated(typed: str) -> bool:
    """Whether articles without a date are meant: 日期:无."""
    return _folded(typed) in _UNDATED


def read_dates(typed: str, today: date) -> Span | None:
    """The span of a date or a range in any spelling; None where it is no possible date."""
    text = _folded(typed).strip("[]")
    if compared := _COMPARED.fullmatch(text):
        span = _read_one(compared[2], today)
        return span and _compare(compared[1], span)
    ends = _BETWEEN.split(text)
    if len(ends) == 1:
        span = _read_one(text, today)
        ends = text.split("-")  # 2023年11月-2024年1月
        if span or not all(ends):
            return span
    return _read_range(ends, today) if len(ends) == 2 else None


def read_bare_range(typed: str, today: date) -> Span | None:
    """The span of a range that has both ends and dots between them: 2023-12..2024-01."""
    if ".." not in (text := unicodedata.normalize("NFKC", typed)):
        return None
    ends = _DOTS.split(_folded(text).strip("[]"))
    return _read_range(ends, today) if len(ends) == 2 and all(ends) else None


def _folded(typed: str) -> str:
    """Half width, small letters, no blanks, numbers in figures: 二〇二三年 十二月 -> 2023年12月."""
    text = "".join(unicodedata.normalize("NFKC", typed).casefold().split())
    return _HAN_NUMBER.sub(_in_figures, text)


def _in_figures(match: re.Match[str]) -> str:
    """二〇 -> 20, one sign after the other; 二十一 -> 21, 十 -> 10."""
    if "十" not in match.group():
        return str(_HAN_DIGITS[match.group()])
    return str(_HAN_DIGITS.get(match[1], 1) * 10 + _HAN_DIGITS.get(match[2], 0))


def _read_one(text: str, today: date) -> Span | None:
    """The span of a single date: 2023年12月, 202312, 去年12月, 上月, 近30天."""
    text = with_year(text, today)
    match = _SPELLED.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return read_relative(text, today)
    iso = told(*(int(part) for part in match.groups() if part))
    return Span(iso, iso) if iso else None


def _read_range(ends: list[str], today: date) -> Span | None:
    """The span between two dates, one of which may be missing; turned if it runs backwards."""
    left = _read_one(ends[0], today) if ends[0] else Span(None, None)
    right = _read_one(_completed(ends[1], left), today) if ends[1] else Span(None, None)
    if left is None or right is None or not any(ends):
        return None
    if left.low and right.high and first_day(left.low) > last_day(right.high):
        return Span(right.low, left.high, swapped=True)
    return Span(left.low, right.high)


def _completed(text: str, left: Span | None) -> str:
    """The right end of a range with what the left told: 2023年11月至12月 -> 2023年12月."""
    begin = left.low if left and left.low else ""
    if _MONTH_ONLY.fullmatch(text):
        return f"{begin[:4]}年{text}"
    return f"{begin[:7]}-{text}" if _DAY_ONLY.fullmatch(text) else text


def _compare(sign: str, span: Span) -> Span:
    """>2023-12 -> from 2024-01; <=2023-12 -> up to 2023-12."""
    low, high = span.low or "", span.high or ""
    match sign:
        case ">":
            return Span(after(high), None)
        case "<":
            return Span(None, before(low))
        case ">=" | "≥":
            return Span(low, None)
        case "<=" | "≤":
            return Span(None, high)
    return span
