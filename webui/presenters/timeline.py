"""The months of a result: bars, and the table that tells the same and chooses months by links."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from indexer.models import Basis, Facets, FacetValue
from webui import urls
from webui.language import _, counted
from webui.months import date_label, month_label, near_spans, range_label
from webui.presenters.pager import Link
from webui.state import SPANS, SearchState

OPEN_YEARS = 3
MOST_MONTH_BARS = 60
BAR_WIDTH, HEIGHT = 10, 48
LEAST_HEIGHT = 2
LEAST_SLOTS = 12  # a single month is no wall


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the histogram, its place from the upper left corner."""

    href: str
    x: int
    y: int
    height: int
    selected: bool


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month of the table; ``name`` tells what its link does, ``href`` is empty without articles.

    ``label`` is 5月.
    """

    label: str
    count: int
    name: str
    href: str
    selected: bool


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the table, its link to the whole year, and its half years; none while folded."""

    label: str
    count: int
    href: str
    selected: bool
    halves: tuple[tuple[MonthCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The time panel: bars in a drawing ``width`` wide, rows of years, the last one first.

    ``shortcuts`` are 本月, 上月 and so on; ``basis`` leads to the other months that may be meant;
    ``clear_href`` is empty where no time is chosen.
    """

    bars: tuple[Bar, ...]
    width: int
    rows: tuple[YearRow, ...]
    more_href: str
    shortcuts: tuple[Link, ...]
    basis: Link
    clear_href: str


@dataclass(frozen=True, slots=True)
class _Months:
    """All months between the first and the last with their counts, and what is chosen."""

    state: SearchState
    values: tuple[FacetValue, ...]

    @property
    def anchor(self) -> str | None:
        """The only month chosen: the next one makes a range with it."""
        chosen = self.state.values("month")
        return chosen[0] if len(chosen) == 1 and not self.state.has_range else None

    def chosen(self, month: str) -> bool:
        """Whether a month, or a year, is within what is chosen."""
        first, last = self.state.month_from or "", self.state.month_to or "9999"
        in_range = self.state.has_range and first <= month and month[: len(last)] <= last
        return in_range or month in self.state.values("month")

    def between(self, first: str, last: str) -> int:
        """The articles from one month to another."""
        return sum(one.count for one in self.values if first <= one.value <= last)

    def cell(self, month: FacetValue) -> MonthCell:
        """A month as the table shows it."""
        label, chosen = month_label(int(month.value[5:])), self.chosen(month.value)
        if not month.count:
            return MonthCell(label, 0, "", "", chosen)
        anchor = self.anchor
        if anchor and anchor != month.value:
            first, last = sorted((anchor, month.value))
            many = self.between(first, last)
            name = counted("%(range)s，%(num)s 篇", many, range=range_label(first, last))
            href = urls.search(self.state.between(first, last))
        else:
            name = counted(
                "%(month)s，%(num)s 篇，只看此月", month.count, month=date_label(month.value)
            )
            href = urls.search(self.state.only_month(month.value))
        return MonthCell(label, month.count, name, href, chosen)


def timeline(facets: Facets, state: SearchState) -> Timeline:
    """The time panel of a result."""
    months = _Months(state, facets.histogram)
    years = [(year, tuple(own)) for year, own in groupby(months.values, lambda one: one.value[:4])]
    timed = state.has_range or state.span or state.values("month")
    cleared = state.without_facet("month").without_range().without_span()
    return Timeline(
        bars=_bars(months, years),
        width=BAR_WIDTH * max(LEAST_SLOTS, _slots(months, years)),
        rows=year_rows(facets, state),
        more_href=urls.facet("month", state) if len(years) > OPEN_YEARS else "",
        shortcuts=_shortcuts(state),
        basis=_basis(state),
        clear_href=urls.search(cleared) if timed else "",
    )


def year_rows(
    facets: Facets, state: SearchState, open_years: int = OPEN_YEARS
) -> tuple[YearRow, ...]:
    """The table: the last years with their months, and those where something is chosen."""
    months = _Months(state, facets.histogram)
    years = [(year, tuple(own)) for year, own in groupby(months.values, lambda one: one.value[:4])]
    return tuple(
        _row(months, year, own, at < open_years) for at, (year, own) in enumerate(reversed(years))
    )


def _slots(months: _Months, years: list[tuple[str, tuple[FacetValue, ...]]]) -> int:
    return len(months.values) if len(months.values) <= MOST_MONTH_BARS else len(years)


def _bars(months: _Months, years: list[tuple[str, tuple[FacetValue, ...]]]) -> tuple[Bar, ...]:
    """A bar a month, or a year where there are too many months; empty ones keep their slot."""
    if len(months.values) <= MOST_MONTH_BARS:
        found = [(one.value, one.count, months.cell(one).href) for one in months.values]
    else:
        found = [
            (year, sum(one.count for one in own), _year_href(months.state, year))
            for year, own in years
        ]
    highest = max((count for _, count, _ in found), default=0)
    bars = []
    for slot, (value, count, href) in enumerate(found):
        if count:
            height = max(LEAST_HEIGHT, round(count * HEIGHT / highest))
            at = slot * BAR_WIDTH
            bars.append(Bar(href, at, HEIGHT - height, height, months.chosen(value)))
    return tuple(bars)


def _row(months: _Months, year: str, own: tuple[FacetValue, ...], is_open: bool) -> YearRow:
    is_open = is_open or any(months.chosen(one.value) for one in own)
    return YearRow(
        label=date_label(year),
        count=sum(one.count for one in own),
        href=_year_href(months.state, year),
        selected=months.state.month_from == months.state.month_to == year,
        halves=_halves(months, year, own) if is_open else (),
    )


def _halves(
    months: _Months, year: str, own: tuple[FacetValue, ...]
) -> tuple[tuple[MonthCell, ...], ...]:
    """The twelve months of a year in two rows, those without articles too."""
    known = {int(one.value[5:]): one for one in own}
    cells = tuple(
        months.cell(known.get(number) or FacetValue(f"{year}-{number:02d}", "", 0))
        for number in range(1, 13)
    )
    return cells[:6], cells[6:]


def _year_href(state: SearchState, year: str) -> str:
    return urls.search(state.between(year, year))


def _basis(state: SearchState) -> Link:
    other = Basis.EVENT if state.basis is Basis.ISSUED else Basis.ISSUED
    label = _("按刊期日期") if other is Basis.ISSUED else _("按事件日期")
    return Link(label, urls.search(state.based_on(other)))


def _shortcuts(state: SearchState) -> tuple[Link, ...]:
    """The months and years around today, and the last days."""
    named = []
    for label, first, last in near_spans(date.today()):
        other = state.only_month(first) if first == last and "-" in first else None
        other = other or state.between(first, last)
        named.append(Link(label, urls.search(other), other == state.at_page(1)))
    back = {
        **{"7d": _("近一周"), "30d": _("近一月")},
        **{"180d": _("近半年"), "365d": _("近一年")},
    }
    for span in SPANS:
        named.append(Link(back[span], urls.search(state.back(span)), state.span == span))
    return tuple(named)
