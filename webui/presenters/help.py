"""What to do when little was found: other searches by what they change, each with its count."""

from dataclasses import dataclass, replace

from indexer.models import Help, Offer, Query, Remedy
from webui import urls
from webui.choices import Choice, in_order
from webui.language import N_, _
from webui.sayings import told
from webui.state import SearchState

GROUPS = {
    Remedy.DATE: N_("作为日期检索"),
    Remedy.FILTERS: N_("放宽条件"),
    Remedy.WORDS: N_("不要求连在一起"),
    Remedy.FEWER_WORDS: N_("少用一个词"),
    Remedy.ANY_WORD: N_("只要有任一词"),
}


@dataclass(frozen=True, slots=True)
class OfferItem:
    """Another search, how many articles it finds, and its address."""

    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """The searches that change the question in one way."""

    label: str
    offers: tuple[OfferItem, ...]


@dataclass(frozen=True, slots=True)
class HelpView:
    """Words found nowhere, what may have been meant, and other ways on."""

    missing: str
    spellings: tuple[OfferItem, ...]
    groups: tuple[OfferGroup, ...]


def help_view(state: SearchState, help_: Help) -> HelpView:
    """What a page with few hits offers."""
    groups = (OfferGroup(_(label), _items(state, help_, kind)) for kind, label in GROUPS.items())
    return HelpView(
        missing=_("、").join(_("“%(word)s”", word=word) for word in help_.missing),
        spellings=_items(state, help_, Remedy.SPELLING),
        groups=tuple(group for group in groups if group.offers),
    )


def offered(state: SearchState, query: Query) -> SearchState:
    """The state that asks what the library offers instead of this search, from its first page."""
    chosen = {
        "org": query.organizations,
        "person": query.people,
        "section": query.sections,
        "not_org": query.without_organizations,
        "not_person": query.without_people,
        "not_section": query.without_sections,
        "issue": query.issues,
        "month": query.months,
    }
    choices = {Choice(name, value) for name, values in chosen.items() for value in values}
    return replace(
        state,
        text=query.text,
        match=query.match,
        title_only=query.title_only,
        refine=tuple(text for text in state.refine if text in query.within),
        choices=in_order(choices),
        month_from=state.month_from if query.month_from else None,
        month_to=state.month_to if query.month_to else None,
        span=state.span if state.span_text in query.within else None,
        by=query.signed,
        since=state.since if query.since or query.since_revision is not None else None,
        page=1,
    )


def _items(state: SearchState, help_: Help, kind: Remedy) -> tuple[OfferItem, ...]:
    """The offers of one kind; those that would ask nothing lead nowhere and are left out."""
    asked = ((offer, offered(state, offer.query)) for offer in help_.offers if offer.remedy is kind)
    return tuple(
        OfferItem(_label(offer), offer.total, urls.search(other))
        for offer, other in asked
        if other.asks
    )


def _label(offer: Offer) -> str:
    return told(offer.label.removeprefix("date:"))
