"""Chinese numbers, and days and months as far as they are told: 2023-12-21, 2023-12, 2023."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

YEARS = range(1900, 2101)
DECEMBER = 12

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_WEEKDAYS = "一二三四五六日"


def number(text: str) -> int:
    """A number below a hundred, or digit by digit: 二十一 -> 21, 二〇二三 -> 2023, 12 -> 12."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if ten:
        return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[sign]) for sign in text))


def weekday(sign: str) -> int:
    """0 for 一 (Monday) to 6 for 日 or 天."""
    return _WEEKDAYS.index("日" if sign == "天" else sign)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told; ``str`` gives it in ISO form."""

    year: int
    month: int | None = None
    day: int | None = None

    @staticmethod
    def read(iso: str | None) -> "Day | None":
        """The day an ISO date tells: 2023-12 -> Day(2023, 12)."""
        if not iso:
            return None
        parts = [int(part) for part in iso.split("-")]
        return Day(*parts)

    @staticmethod
    def valid(year: int, month: int, day: int | None = None) -> "Day | None":
        """The day if the calendar has it, else None: (2023, 2, 30) -> None."""
        if year not in YEARS or not 1 <= month <= DECEMBER:
            return None
        if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            return None
        return Day(year, month, day)

    def shifted(self, days: int) -> "Day | None":
        """So many days later or earlier; None where the day itself is not told."""
        if self.month is None or self.day is None:
            return None
        there = date(self.year, self.month, self.day) + timedelta(days)
        return Day(there.year, there.month, there.day)

    def weekday(self) -> int | None:
        """0 for Monday to 6 for Sunday; None where the day is not told."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day).weekday()

    def month_before(self) -> "Day":
        """The month before this one."""
        if self.month is None:
            return Day(self.year - 1)
        return Day(self.year, self.month - 1) if self.month > 1 else Day(self.year - 1, DECEMBER)

    def days_since(self, other: "Day") -> int:
        """Days from the other day to this one, what is not told taken as its beginning."""
        return self._first().toordinal() - other._first().toordinal()

    def _first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        told = [f"{self.year:04}"]
        told += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(told)
