"""Days reckoned from today: 今年, 上月, 本周, 近30天."""

import calendar
import re
from datetime import date, timedelta

from indexer.query.spans import YEARS, Span

_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2}
_MONTHS = {"本月": 0, "这个月": 0, "当月": 0, "上月": -1, "上个月": -1}
_WEEKS = {"本周": 0, "这周": 0, "上周": -1, "本星期": 0, "上星期": -1}
_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2}

_RECENT = re.compile(r"(?:最?近|过去)([0-9]{1,4})个?(天|日|周|星期|月|年)")
_IN_MONTHS = {"月": 1, "年": 12}
_IN_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7}


def with_year(text: str, today: date) -> str:
    """The text with the year it names in figures: 去年12月 -> 2023年12月."""
    offset = _YEARS.get(text[:2])
    return text if offset is None else f"{today.year + offset}年{text[2:]}"


def read_relative(text: str, today: date) -> Span | None:
    """The span a word tells, numbers in figures: 上月 -> 2023-12; None for any other text."""
    if text in _MONTHS:
        return _single(str(_shifted(today, _MONTHS[text]))[:7])
    if text in _DAYS:
        return _single(str(today + timedelta(_DAYS[text])))
    if text in _WEEKS:
        monday = today + timedelta(7 * _WEEKS[text] - today.weekday())
        return Span(str(monday), str(monday + timedelta(6)))
    match = _RECENT.fullmatch(text.replace("半年", "6个月"))
    return _recent(int(match[1]), match[2], today) if match else None


def _recent(count: int, unit: str, today: date) -> Span | None:
    """So many units that end today; None where they begin before there were bulletins."""
    if unit in _IN_DAYS:
        there = today.toordinal() - count * _IN_DAYS[unit]
        if there < date(YEARS[0], 1, 1).toordinal():
            return None
        low = date.fromordinal(there)
    elif today.year - count * _IN_MONTHS[unit] // 12 <= YEARS[0]:
        return None
    else:
        low = _shifted(today, -count * _IN_MONTHS[unit])
    return Span(str(min(low + timedelta(1), today)), str(today))


def _single(iso: str) -> Span:
    return Span(iso, iso)


def _shifted(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month: 03-31, -1 -> 02-29."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
