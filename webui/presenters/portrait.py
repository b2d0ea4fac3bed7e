"""One organisation or one person: what is known, coverage over time, who is named beside."""

from dataclasses import dataclass

from indexer.models import NONE, FacetValue, OrganizationEntry, Results
from webui import urls
from webui.language import _
from webui.presenters.help import OfferItem
from webui.presenters.hit import HitItem, hit_item
from webui.presenters.timeline import Timeline, timeline
from webui.state import SearchState

MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class Company:
    """Values that share articles with somebody, each with how many, and their pages."""

    legend: str
    links: tuple[OfferItem, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Something the organisation table tells: 上级单位, 北京市科协."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class PortraitView:
    """The page: ``total`` is what the search of the same name finds."""

    name: str
    is_person: bool
    total: int
    known: tuple[Known, ...]
    timeline: Timeline
    companies: tuple[Company, ...]
    newest: tuple[HitItem, ...]
    search_href: str
    feed_href: str


def portrait_view(
    state: SearchState,
    results: Results,
    entry: OrganizationEntry | None,
    beside: tuple[FacetValue, ...],
) -> PortraitView:
    """The page of the one value that a state chooses."""
    (choice,) = state.choices
    is_org = choice.facet == "org"
    facets = results.facets
    organizations = beside if is_org else facets.organization
    people = facets.person if is_org else beside
    companies = (
        _company(_("同时出现的单位") if is_org else _("单位"), "org", organizations),
        _company(_("人物") if is_org else _("同时出现的人物"), "person", people),
        _company(_("栏目"), "section", facets.section),
    )
    return PortraitView(
        name=choice.value,
        is_person=not is_org,
        total=results.total,
        known=_known(entry) if entry else (),
        timeline=timeline(facets, state),
        companies=tuple(company for company in companies if company.links),
        newest=tuple(hit_item(hit, SearchState()) for hit in results.hits),
        search_href=urls.search(state),
        feed_href=urls.search_file("atom", state),
    )


def _company(legend: str, facet: str, values: tuple[FacetValue, ...]) -> Company:
    shown = [value for value in values if value.count and value.value != NONE][:MOST_VALUES]
    links = (
        OfferItem(value.label, value.count, urls.portrait(facet, value.value)) for value in shown
    )
    return Company(legend, tuple(links))


def _known(entry: OrganizationEntry) -> tuple[Known, ...]:
    known = (
        Known(_("也称"), _("、").join(entry.aliases)),
        Known(_("简称"), _("、").join(entry.short)),
        Known(_("类别"), entry.kind or ""),
        Known(_("上级单位"), entry.parent or ""),
    )
    return tuple(one for one in known if one.value)
