"""Months as people write them, read; stored dates and moments, written out for people."""

import re
import unicodedata
from datetime import date, datetime

from indexer.models import NONE
from webui.language import CHINESE, N_, _, the_language

EARLIEST, LATEST = 1900, 2099
# 2023, 2023年, 202305, 2023-5, 2023/05, 2023.5, 2023年5月
MONTH = re.compile(r"(\d{4})(?:年?|(\d\d)|[-/.–—](\d\d?)月?|年(\d\d?)月?)")
MONTHS = (
    *(N_("1月"), N_("2月"), N_("3月"), N_("4月"), N_("5月"), N_("6月")),
    *(N_("7月"), N_("8月"), N_("9月"), N_("10月"), N_("11月"), N_("12月")),
)
NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# 十二月 -> 12月, 十月 -> 10月; the other months are single numerals.
TENS = re.compile(r"十([一二]?)月")


class ImpossibleMonth(ValueError):
    """A month that is well written but does not exist: 2023-13."""


def read_month(text: str, year_alone: bool = False) -> str | None:
    """The month in a text, or None: ２０２３年５月 -> 2023-05, and 2023 -> 2023 if years do.

    ImpossibleMonth for 2023-13 and for years outside 1900 to 2099.
    """
    match = MONTH.fullmatch(_plain(text))
    if match is None:
        return None
    year = int(match[1])
    month = match[2] or match[3] or match[4]
    if not EARLIEST <= year <= LATEST:
        raise ImpossibleMonth(text)
    if month is None:
        return f"{year}" if year_alone else None
    if not 1 <= int(month) <= 12:
        raise ImpossibleMonth(text)
    return f"{year}-{int(month):02d}"


def date_label(date: str) -> str:
    """A stored date for people: 2023-05-30 -> 2023年5月30日 or 30 May 2023; 2023-05, 2023."""
    if date == NONE:
        return _("日期不详")
    if the_language() == CHINESE:
        return chinese_date(date)
    year, month, day = (*date.split("-"), "", "")[:3]
    named = month_label(int(month)) if month else ""
    return " ".join(filter(None, (day.lstrip("0"), named, year)))


def chinese_date(date: str) -> str:
    """A stored date as it is printed: 2023-05-30 -> 2023年5月30日, 2023-05 -> 2023年5月."""
    parts = date.split("-")
    return "".join(f"{part.lstrip('0')}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def month_label(month: int) -> str:
    """A month of any year: 5月, May."""
    return _(MONTHS[month - 1])


def range_label(first: str | None, last: str | None) -> str:
    """A range of months for people: 2023年1月至2023年5月, 2023年1月以后, 2023年5月以前."""
    if first and last:
        return _("%(first)s至%(last)s", first=date_label(first), last=date_label(last))
    if first:
        return _("%(first)s以后", first=date_label(first))
    return _("%(last)s以前", last=date_label(last or ""))


def near_spans(today: date) -> tuple[tuple[str, str, str], ...]:
    """(name, first, last) of the months and years near a day: 上月, 2023-12, 2023-12."""
    year, month = today.year, today.month
    this = f"{year}-{month:02d}"
    last = f"{year}-{month - 1:02d}" if month > 1 else f"{year - 1}-12"
    return (
        (_("本月"), this, this),
        (_("上月"), last, last),
        (_("今年"), f"{year}", f"{year}"),
        (_("去年"), f"{year - 1}", f"{year - 1}"),
    )


def moment_label(moment: str) -> str:
    """A stored moment on the clock of this machine: 2024年1月10日 16:00."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{date_label(local.date().isoformat())} {local:%H:%M}"


def _plain(text: str) -> str:
    """Half-width, blanks gone, Chinese numerals as digits: 二〇二三 年十二月 -> 2023年12月."""
    closed = "".join(unicodedata.normalize("NFKC", text).split())
    tens = TENS.sub(lambda match: f"1{match[1] or '0'}月", closed)
    return tens.translate(NUMERALS)
