"""The conditions of a search as chips, each with the address of the search without it."""

from dataclasses import dataclass
from datetime import date

from indexer.models import NONE, Basis, Match
from webui import urls
from webui.archive import the_library
from webui.asked import SPAN_LABELS
from webui.choices import EXCLUDED, Choice
from webui.language import N_, _
from webui.months import date_label, range_label
from webui.state import SearchState

NAMES = {
    **{"org": N_("单位"), "person": N_("人物"), "section": N_("栏目")},
    **{"month": N_("月份"), "issue": N_("期号")},
}
UNKNOWN = {
    **{"org": N_("未标单位"), "person": N_("未标人物"), "section": N_("未标栏目")},
    **{"month": N_("日期不详"), "issue": N_("未标期号")},
}
INCLUDED = {other: facet for facet, other in EXCLUDED.items()}
MATCH_LABELS = {
    Match.SMART: N_("全部词"),
    Match.PHRASE: N_("精确短语"),
    Match.ANY: N_("任一词"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition in words, the search without it, and its address."""

    label: str
    without: SearchState
    href: str


def chips(state: SearchState) -> tuple[Chip, ...]:
    """One chip a condition, in the order of the address."""
    return (*_reading_chips(state), *_choice_chips(state))


def choice_label(choice: Choice) -> str:
    """A choice in words: 单位：延庆区科协, 不含单位：延庆区科协, 月份：2023年5月."""
    facet = INCLUDED.get(choice.facet, choice.facet)
    value = value_label(facet, choice.value)
    named = value if choice.value == NONE else labelled(NAMES[facet], value)
    return named if facet == choice.facet else _("不含%(what)s", what=named)


def labelled(name: str, value: str) -> str:
    """A value under a name: 单位：延庆区科协."""
    return _("%(name)s：%(value)s", name=_(name), value=value)


def value_label(facet: str, value: str) -> str:
    """A value in words: 2023-05 -> 2023年5月, none -> 未标单位, an issue's id -> its name.

    Others are words already.
    """
    if value == NONE:
        return _(UNKNOWN[facet])
    if facet == "issue":
        return the_library().issue_label(value) or value
    return date_label(value) if facet == "month" else value


def since_label(since: str) -> str:
    """Since when, in words: 2023年5月1日起收录, 资料库第 41 次变更后新增."""
    if since.startswith("g"):
        return _("资料库第 %(number)s 次变更后新增", number=since[1:])
    return _("%(date)s起收录", date=date_label(since))


def summary(state: SearchState) -> str:
    """The whole search in one line, for a title or a printed list: 科普，单位：延庆区科协."""
    return _("，").join(filter(None, (state.text, *(chip.label for chip in chips(state)))))


def retrieved(what: str) -> str:
    """A search or an address with today's date, for paper: 科普（2023年5月30日检索）."""
    today = date_label(date.today().isoformat())
    return _("%(search)s（%(day)s检索）", search=what, day=today)


def _reading_chips(state: SearchState) -> list[Chip]:
    """What changes how the words are looked for."""
    found = []
    if state.title_only:
        found.append(_chip(_("仅标题"), state.in_titles(False)))
    if state.text and state.match is not Match.SMART:
        found.append(
            _chip(labelled(N_("匹配"), _(MATCH_LABELS[state.match])), state.matching(Match.SMART))
        )
    found += [_chip(labelled(N_("二次"), text), state.unrefined(text)) for text in state.refine]
    if not state.aliases:
        found.append(_chip(_("只查原词"), state.with_aliases(True)))
    if not state.recency:
        found.append(_chip(_("不照顾新文章"), state.with_recency(True)))
    return found


def _choice_chips(state: SearchState) -> list[Chip]:
    """What the result is narrowed to."""
    found = [
        _chip(choice_label(choice), state.without(choice.facet, choice.value))
        for choice in state.choices
    ]
    if state.has_range:
        label = range_label(state.month_from, state.month_to)
        found.append(_chip(labelled(N_("时间"), label), state.without_range()))
    if state.span:
        found.append(_chip(labelled(N_("时间"), _(SPAN_LABELS[state.span])), state.without_span()))
    if state.basis is Basis.ISSUED:
        found.append(_chip(_("时间按刊期"), state.based_on(Basis.EVENT)))
    if state.by:
        found.append(_chip(_("单位：报送的"), state.by_role(False)))
    if state.sub:
        found.append(_chip(_("单位：含下级"), state.with_subordinates(False)))
    if state.since:
        found.append(_chip(since_label(state.since), state.entered_since(None)))
    if state.repeats:
        found.append(_chip(_("重复文章逐篇显示"), state.with_repeats(False)))
    return found


def _chip(label: str, without: SearchState) -> Chip:
    return Chip(label, without, urls.search(without))
