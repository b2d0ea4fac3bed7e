"""The conditions of a search as chips, each with the address of the search without it."""

from dataclasses import dataclass

from indexer.models import NONE, Match
from webui import urls
from webui.months import date_label, range_label
from webui.state import Choice, SearchState

NAMES = {"org": "单位", "person": "人物", "section": "栏目", "month": "月份"}
MATCH_LABELS = {Match.SMART: "全部词", Match.PHRASE: "精确短语", Match.ANY: "任一词"}


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition in words, the search without it, and its address."""

    label: str
    without: SearchState
    href: str


def chips(state: SearchState) -> tuple[Chip, ...]:
    """One chip a condition, in the order of the address."""
    found = []
    if state.text and state.match is not Match.SMART:
        found.append(_chip(f"匹配：{MATCH_LABELS[state.match]}", state.matching(Match.SMART)))
    found += [
        _chip(choice_label(choice), state.without(choice.facet, choice.value))
        for choice in state.choices
    ]
    if state.has_range:
        label = range_label(state.month_from, state.month_to)
        found.append(_chip(f"时间：{label}", state.without_range()))
    if state.repeats:
        found.append(_chip("重复文章逐篇显示", state.with_repeats(False)))
    return tuple(found)


def choice_label(choice: Choice) -> str:
    """A choice in words: 单位：延庆区科协, 月份：2023年5月."""
    value = value_label(choice.facet, choice.value)
    return value if choice.value == NONE else f"{NAMES[choice.facet]}：{value}"


def value_label(facet: str, value: str) -> str:
    """A value in words: 2023-05 -> 2023年5月, none -> 未标单位; others are words already."""
    if value == NONE:
        return "日期不详" if facet == "month" else f"未标{NAMES[facet]}"
    return date_label(value) if facet == "month" else value


def summary(state: SearchState) -> str:
    """The whole search in one line, for a title or a printed list: 科普，单位：延庆区科协."""
    return "，".join(filter(None, (state.text, *(chip.label for chip in chips(state)))))


def _chip(label: str, without: SearchState) -> Chip:
    return Chip(label, without, urls.search(without))
