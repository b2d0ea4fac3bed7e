"""Dates of articles as ranges of days: 2023-12 is any day of that month."""

from calendar import monthrange
from datetime import date

import numpy as np
from numpy.typing import NDArray

_LAST = 3_652_059  # 9999-12-31

Days = NDArray[np.int32]
Mask = NDArray[np.bool_]


def within(first: Days, last: Days, low: str | None, high: str | None) -> Mask:
    """The articles that share a day with a range of ISO dates, its ends included or open.

    ``first`` and ``last`` are the ordinals each article's date may mean, 0 where it has none.
    """
    start = span(low)[0] if low else 1
    stop = span(high)[1] if high else _LAST
    mask: Mask = (last >= start) & (first <= stop) & (first > 0)
    return mask


def order(first: Days, last: Days) -> NDArray[np.int64]:
    """Numbers by which articles sort by date: 2023, then 2023-01, then 2023-01-01; 0 without."""
    width = last.astype(np.int64) - first
    exact = np.where(width == 0, 2, np.where(width <= 31, 1, 0))
    return np.where(first > 0, first.astype(np.int64) * 4 + exact, 0)


def span(iso: str) -> tuple[int, int]:
    """The ordinals of the first and last day a date may mean: 2024-02 -> 1st and 29th.

    ValueError for a date that does not exist.
    """
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    if day:
        only = date(year, month, day).toordinal()
        return only, only
    first = date(year, month or 1, 1)
    last = first.replace(month=month or 12)
    return first.toordinal(), last.replace(day=monthrange(year, last.month)[1]).toordinal()
