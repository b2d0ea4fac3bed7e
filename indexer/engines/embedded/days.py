"""Dates of articles as ranges of days: 2023-12 is any day of that month."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from indexer.engines.embedded.postings import Floats, Integers, Mask

_LAST = 3_652_059  # 9999-12-31


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day each article's date may mean, as ordinals; 0 where it has none."""

    first: Integers
    last: Integers

    @staticmethod
    def build(dates: Iterable[str | None]) -> "Days":
        """The days of ISO dates as exact as they are told."""
        spans = [span(one) if one else (0, 0) for one in dates]
        pairs = np.array(spans, dtype=np.int64).reshape(-1, 2)
        return Days(pairs[:, 0].copy(), pairs[:, 1].copy())

    def within(self, low: str | None, high: str | None) -> Mask:
        """The articles that share a day with a range of ISO dates, its ends included or open."""
        start = span(low)[0] if low else 1
        stop = span(high)[1] if high else _LAST
        mask: Mask = (self.last >= start) & (self.first <= stop) & (self.first > 0)
        return mask

    def undated(self) -> Mask:
        """The articles without a date."""
        mask: Mask = self.first == 0
        return mask

    def middle(self) -> Floats:
        """A day to reckon an article's age by; NaN where it has none."""
        return np.where(self.first > 0, (self.first + self.last) / 2, np.nan)


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
