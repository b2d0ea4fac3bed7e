"""A span of days, its ends as exact as they were told: 2023, 2023-12 or 2023-12-21."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``, both included; ``swapped`` if they were typed the other way."""

    low: str | None
    high: str | None
    swapped: bool = False


def told(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO date as far as it is told; None where the calendar has none: 2023, 13 -> None."""
    if year not in YEARS or (month is not None and month not in range(1, 13)):
        return None
    if month is None:
        return f"{year}"
    if day is None:
        return f"{year}-{month:02}"
    if day not in range(1, calendar.monthrange(year, month)[1] + 1):
        return None
    return f"{year}-{month:02}-{day:02}"


def first_day(iso: str) -> date:
    """The first day of a date: 2023-12 -> 2023-12-01."""
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])


def last_day(iso: str) -> date:
    """The last day of a date: 2023 -> 2023-12-31."""
    year, month, day = [*map(int, iso.split("-")), 0, 0][:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def after(iso: str) -> str:
    """The next date that is told as exactly: 2023-12 -> 2024-01."""
    return str(last_day(iso) + timedelta(1))[: len(iso)]


def before(iso: str) -> str:
    """The date before that is told as exactly: 2023 -> 2022."""
    return str(first_day(iso) - timedelta(1))[: len(iso)]
