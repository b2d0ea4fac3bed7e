"""What an address asks: the SearchState it means, and what in it could not be taken as written.

People are forgiven, programs are not: a value that cannot be read is left out with a remark on
a page, and refused in the machine formats. What would be a guess is refused in both.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from indexer.library import read_since
from indexer.models import NONE, Basis, Match, Sort
from webui.choices import PARAMETERS, Choice, in_order
from webui.language import N_, PARAMETER, _
from webui.look import LANGUAGES
from webui.months import ImpossibleMonth, read_month
from webui.state import MOST_REFINEMENTS, SORT_CODES, SPANS, SearchState

LONGEST_TEXT = 200
LONGEST_REFINEMENT = 100
MOST_VALUES = 20
MOST_MONTHS = 24
LABELS = {
    **{"org": N_("单位"), "person": N_("人物"), "section": N_("栏目")},
    **{"not_org": N_("排除的单位"), "not_person": N_("排除的人物")},
    **{"not_section": N_("排除的栏目"), "month": N_("月份"), "issue": N_("期号")},
}
SPAN_LABELS = {
    **{"7d": N_("近7天"), "30d": N_("近30天")},
    **{"180d": N_("近180天"), "365d": N_("近365天")},
}
PLACES = {"all": False, "title": True}
VIEWS = {"list": False, "compact": True}
ROLES = {"any": False, "by": True}
BASES = {str(basis): basis for basis in Basis}
SWITCHED_OFF = {"0": True}
SWITCHED_ON = {"1": True}
# What is written like a day but may be none: 2023-02-30.
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SORTS = {code: sort for sort, code in SORT_CODES.items()}
MATCHES = {str(match): match for match in Match}
LARGEST_PAGE = 1_000_000

Value = TypeVar("Value")


class Weight(StrEnum):
    """What a remark means for the answer."""

    NOTICE = "notice"  # everybody gets an answer, and is told
    DOUBT = "doubt"  # a page is shown without the value; machine formats are refused
    ERROR = "error"  # refused


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one parameter, in words for the reader."""

    field: str
    message: str
    weight: Weight = Weight.DOUBT


@dataclass(frozen=True, slots=True)
class Asked:
    """The state an address means, with the remarks made while reading it."""

    state: SearchState
    remarks: tuple[Remark, ...] = ()

    @property
    def errors(self) -> tuple[Remark, ...]:
        """The remarks for which even a page is refused."""
        return tuple(remark for remark in self.remarks if remark.weight is Weight.ERROR)

    @property
    def objections(self) -> tuple[Remark, ...]:
        """The remarks for which a machine format is refused."""
        return tuple(remark for remark in self.remarks if remark.weight is not Weight.NOTICE)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a page tells its reader."""
        return tuple(r.message for r in self.remarks if r.weight is not Weight.ERROR)


def parse(
    pairs: Iterable[tuple[str, str]], sizes: tuple[int, ...] = (10, 20, 50), usual: int = 20
) -> Asked:
    """What the parameters of an address ask; ``sizes`` are the page lengths that may be asked for.

    Unknown names are passed over. ``usual`` is the page length that needs no saying.
    """
    return _Reader(pairs).asked(sizes, usual)


class _Reader:
    """The parameters of one address, and the remarks made so far."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.given: dict[str, list[str]] = {}
        self.remarks: list[Remark] = []
        for name, value in pairs:
            cleaned = _clean(value)
            if cleaned:
                self.given.setdefault(name, []).append(cleaned)

    def asked(self, sizes: tuple[int, ...], usual: int) -> Asked:
        text = self.text()
        first, last = self.months_range()
        choices = in_order({choice for name in PARAMETERS for choice in self.choices(name)})
        size = self.number("n", sizes)
        state = SearchState(
            text=text,
            match=self.one_of("match", MATCHES) or Match.SMART,
            title_only=bool(self.one_of("in", PLACES)),
            refine=self.refinements(),
            aliases=self.one_of("expand", SWITCHED_OFF) is None,
            recency=self.one_of("recency", SWITCHED_OFF) is None,
            choices=choices,
            by=bool(self.one_of("orgrole", ROLES)),
            sub=bool(self.one_of("sub", SWITCHED_ON)),
            month_from=first,
            month_to=last,
            span=self.span(bool(first or last or any(c.facet == "month" for c in choices))),
            basis=self.one_of("basis", BASES) or Basis.EVENT,
            since=self.since(),
            repeats=bool(self.one_of("dup", SWITCHED_ON)),
            page=self.number("page", range(1, LARGEST_PAGE)) or 1,
            page_size=size if size != usual else None,
            compact=bool(self.one_of("view", VIEWS)),
        )
        self.one_of(PARAMETER, {name: name for name in LANGUAGES})  # webui.language reads it
        sort = self.one_of("sort", SORTS)
        if sort and not (sort is Sort.RELEVANCE and not text):
            state = state.sorted_by(sort).at_page(state.page)
        return Asked(state, tuple(self.remarks))

    def remark(self, field: str, message: str, weight: Weight = Weight.DOUBT) -> None:
        self.remarks.append(Remark(field, message, weight))

    def text(self) -> str:
        text = self.given.get("q", [""])[0]
        self.check_length("q", _("检索词"), text, LONGEST_TEXT)
        return text

    def refinements(self) -> tuple[str, ...]:
        texts = tuple(sorted(set(self.given.get("refine", []))))
        if len(texts) > MOST_REFINEMENTS:
            message = _("最多在结果中检索 %(most)s 次，请去掉一个条件", most=MOST_REFINEMENTS)
            self.remark("refine", message, Weight.ERROR)
        for text in texts:
            self.check_length("refine", _("二次检索的词"), text, LONGEST_REFINEMENT)
        return texts

    def check_length(self, name: str, label: str, text: str, most: int) -> None:
        length = len(unicodedata.normalize("NFKC", text))
        if length > most:
            form = N_("%(what)s最多 %(most)s 个字，现有 %(length)s 个字，请缩短后再检索")
            self.remark(name, _(form, what=label, most=most, length=length), Weight.ERROR)

    def span(self, beside_months: bool) -> str | None:
        span = self.one_of("within", {name: name for name in SPANS})
        if span and beside_months:
            message = _("已按所选月份检索，“%(span)s”没有计入", span=_(SPAN_LABELS[span]))
            self.remark("within", message, Weight.NOTICE)
            return None
        return span

    def since(self) -> str | None:
        given = unicodedata.normalize("NFKC", self.given.get("since", [""])[0]).casefold()
        if not given:
            return None
        if since := read_since(given):
            return since.day or f"g{since.revision}"
        weight = Weight.ERROR if DAY.fullmatch(given) else Weight.DOUBT
        message = _("没有“%(given)s”这一天，请写成 2023-05-01 这样", given=given)
        self.remark("since", message, weight)
        return None

    def one_of(self, name: str, values: Mapping[str, Value]) -> Value | None:
        given = self.given.get(name, [""])[0]
        if given and given not in values:
            known = _("、").join(values)
            form = N_("不认识的 %(name)s“%(given)s”，可用的有：%(known)s")
            self.remark(name, _(form, name=name, given=given, known=known))
        return values.get(given)

    def number(self, name: str, allowed: range | tuple[int, ...]) -> int | None:
        given = self.given.get(name, [""])[0]
        if not given:
            return None
        value = int(given) if given.isdecimal() and len(given) <= len(str(LARGEST_PAGE)) else None
        if value not in allowed:
            form = N_("不认识的 %(name)s“%(given)s”，已按默认显示")
            self.remark(name, _(form, name=name, given=given))
            return None
        return value

    def choices(self, name: str) -> list[Choice]:
        values = dict.fromkeys(self.given.get(name, []))
        most = MOST_VALUES
        if name == "month":
            values = dict.fromkeys(month for month in map(self.month, values) if month)
            most = MOST_MONTHS
        if len(values) > most:
            form = N_("%(what)s最多选 %(most)s 个，请去掉一些")
            self.remark(name, _(form, what=_(LABELS[name]), most=most), Weight.ERROR)
        return [Choice(name, value) for value in values]

    def month(self, given: str) -> str | None:
        return NONE if given == NONE else self.read("month", given)

    def months_range(self) -> tuple[str | None, str | None]:
        first, last = (
            self.read(name, self.given[name][0], year_alone=True) if name in self.given else None
            for name in ("from", "to")
        )
        # 2023 to 2023-05 is in order, though its strings are not compared at equal length.
        if first and last and (first > last and not first.startswith(last)):
            self.remark("from", _("起止月份前后颠倒，已对调"), Weight.NOTICE)
            return last, first
        return first, last

    def read(self, name: str, given: str, year_alone: bool = False) -> str | None:
        try:
            month = read_month(given, year_alone)
        except ImpossibleMonth:
            form = N_("没有“%(given)s”这个月份，请写成 2023-05 这样")
            self.remark(name, _(form, given=given), Weight.ERROR)
            return None
        if month is None:
            form = N_("看不懂月份“%(given)s”，已略去；请写成 2023-05 这样")
            self.remark(name, _(form, given=given))
        return month


def _clean(value: str) -> str:
    """A value without control characters, and without blanks at its ends."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in value).strip()
