"""Dates as Chinese bulletins write them, resolved by the date of their issue."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.articles.days import Day, number, weekday

AHEAD = 92  # days a date without a year may lie after its issue: an announcement

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_Y = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})"
_TO = r"[、,，\-—–~～至]+"  # 12 月 3—5 日
_EXPRESSION = re.compile(
    rf"(?<![\d.])(?:(?P<year>{_Y})年|(?P<relative>今年|本年|去年|上年|前年|明年))?"
    rf"(?<!\d)(?P<month>{_N})月(?:(?P<day>{_N})(?:日(?!报|均)|号|(?={_TO}{_N}日))"
    r"|(?P<part>[上中下]旬|初|底|末|份)?)"
    r"|(?<!\d)(?P<iso>(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2})(?!\d)"
    rf"|(?P<near>本月|上个?月|当月)(?:(?P<near_day>{_N})日|[上中下]旬|初|底|末|(?=[，,]))"
    r"|(?P<week>上|本|这)(?:周|星期)(?P<weekday>[一二三四五六日天])"
    r"|(?P<word>同日|当日|当天|次日|昨日|昨天|昨晚|前日|前天|今日|今天|今晨)"
    r"|(?<![\d月年第])(?P<only>\d{1,2})日(?!报|均)"
)
_WEEKDAY = re.compile(r"[(（]?(?:周|星期)([一二三四五六日天])")
_WITH_YEAR = re.compile(
    rf"(?P<year>{_Y})年(?P<month>{_N})月(?:(?P<day>{_N})日)?"
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?)(?!\d)"
)
# 2023-12, 202312, 20231221, 2023年12月 in the name of a file
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})"
    r"(?:[-_.年/]?(?P<month>0[1-9]|1[0-2]|(?<=[-_.年/])[1-9](?!\d))"
    r"(?:[-_.月]?(?P<day>0[1-9]|[12]\d|3[01]))?)?(?!\d)"
)
_YEARS_AGO = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2, "明年": -1}
_DAYS_AGO = {"昨日": 1, "昨天": 1, "昨晚": 1, "前日": 2, "前天": 2, "今日": 0, "今天": 0, "今晨": 0}


@dataclass(frozen=True, slots=True)
class Known:
    """The dates others are counted from, in ISO form.

    Of the issue, of the article ``before``, which 同日 repeats, and the month in a title.
    """

    issued: str | None = None
    before: str | None = None
    month: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text (folded, without blanks): where it stands, and what it says.

    ``named`` dates have their month printed, others (同日, 21 日) need their surroundings;
    ``sure`` is False where a weekday printed beside a date belongs to another day. ``how`` says
    how the year was told and whether a weekday was checked.
    """

    start: int
    stop: int
    day: Day
    named: bool = True
    sure: bool = True
    printed: str = ""
    how: str = ""


def folded(text: str) -> str:
    """The text in which dates are looked for: half-width, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def resolve(text: str, known: Known) -> str | None:
    """The first date in a text, in ISO form: 去年12月下旬 in an issue of 2024 -> 2023-12."""
    return next((str(found.day) for found in find_dates(folded(text), known)), None)


def find_dates(text: str, known: Known) -> Iterator[Found]:
    """All dates of a folded text in order; those that need an issue's date only with one."""
    origin = Day.read(known.issued)
    last = Day.read(known.month)
    for match in _EXPRESSION.finditer(text):
        day = _day(match, origin, last or (Day.read(known.before) if match["word"] else None))
        if day is None:
            continue
        printed = _WEEKDAY.match(text, match.end())
        sure = not printed or day.weekday() in (None, weekday(printed[1]))
        words = match[0] + (printed[0] if printed else "")
        how = _how(match) + ("，与所印星期" + ("相符" if sure else "不符") if printed else "")
        named = bool(match["month"] or match["iso"])
        yield Found(*match.span(), day, named, sure, words, how)
        last = day


def _how(match: re.Match[str]) -> str:
    """How the year of a date was told, in words."""
    if match["iso"] or match["year"]:
        return "印有年份"
    if match["relative"]:
        return f"“{match['relative']}”由刊期推算"
    if match["month"]:
        return "年份由刊期推定"
    return "由前文日期或刊期推算"


def _day(match: re.Match[str], origin: Day | None, last: Day | None) -> Day | None:
    """What one match says, or None where it cannot be told."""
    if match["iso"]:
        return Day.valid(*_parts(match["iso"]))
    if match["month"]:
        return _month_day(match, origin)
    if match["word"]:
        return _day_by_word(match["word"], origin, last)
    return _day_near(match, origin, last) if origin and origin.month else None


def _month_day(match: re.Match[str], origin: Day | None) -> Day | None:
    """12 月 21 日, 去年12月下旬, 二〇二三年十二月二十一日."""
    month = number(match["month"])
    day = number(match["day"]) if match["day"] else None
    if match["year"]:
        return Day.valid(number(match["year"]), month, day)
    if not day and not match["part"] and not match["month"].isdecimal():
        return None  # 三月 alone is seldom a date: 三月三, 十月革命
    if origin is None:
        return None
    if match["relative"]:
        return Day.valid(origin.year - _YEARS_AGO[match["relative"]], month, day)
    return _without_year(month, day, origin)


def _without_year(month: int, day: int | None, origin: Day) -> Day | None:
    """The day in the issue's year, or in the year before where it would lie far ahead."""
    here = Day.valid(origin.year, month, day)
    if here and (origin.month is None or here.days_since(origin) <= AHEAD):
        return here
    return Day.valid(origin.year - 1, month, day)


def _day_by_word(word: str, origin: Day | None, last: Day | None) -> Day | None:
    """同日 and 次日 count from the date before, 昨日 from the issue's."""
    if word in _DAYS_AGO:
        return origin.shifted(-_DAYS_AGO[word]) if origin else None
    return last.shifted(1) if last and word == "次日" else last


def _day_near(match: re.Match[str], origin: Day, last: Day | None) -> Day | None:
    """上周五, 本月 12 日, 上月下旬, and 21 日: of the month told last, else the latest 21st."""
    if match["week"]:
        back = (origin.weekday() or 0) + (7 if match["week"] == "上" else 0)
        return origin.shifted(weekday(match["weekday"]) - back)
    if match["near"]:
        month = origin.month_before() if match["near"].startswith("上") else origin
        day = number(match["near_day"]) if match["near_day"] else None
    else:
        day = int(match["only"])
        ahead = origin.day is not None and day > origin.day
        month = last or (origin.month_before() if ahead else origin)
    return Day.valid(month.year, month.month or 1, day)


def printed_date(text: str) -> str | None:
    """The first date with its year in a text: 2024 年 3 月 15 日 -> 2024-03-15, 2024年3月 too."""
    return next((str(day) for day in _with_year(text)), None)


def latest_year(text: str) -> str | None:
    """The latest year among the full dates of a text: 2023 年 12 月 11 日 -> 2023."""
    years = [day.year for day in _with_year(text) if day.day]
    return str(max(years)) if years else None


def _with_year(text: str) -> Iterator[Day]:
    """The dates of a text that are printed with their year."""
    for match in _WITH_YEAR.finditer(folded(text)):
        printed = match.group("year", "month", "day")
        parts = _parts(match["iso"]) if match["iso"] else [number(part) for part in printed if part]
        day = Day.valid(*parts)
        if day:
            yield day


def _parts(iso: str) -> list[int]:
    """2024.03.15 -> [2024, 3, 15]."""
    return [int(part) for part in re.split("[-./]", iso)]


def date_in_name(name: str) -> str | None:
    """The fullest date in a file's path: 2023/beijing-kexie-2023-12.txt -> 2023-12."""
    dates = (match.group("year", "month", "day") for match in _IN_NAME.finditer(name))
    fullest = max(dates, key=lambda parts: sum(map(bool, parts)), default=None)
    return str(Day(*(int(part) for part in fullest if part))) if fullest else None
