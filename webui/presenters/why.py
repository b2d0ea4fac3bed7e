"""Why an article is, or is not, found: a verdict, and the reasons one by one."""

from dataclasses import dataclass, replace

from indexer.models import Hit, Reason, Why
from webui import urls
from webui.language import N_, _
from webui.presenters.conditions import summary
from webui.presenters.hit import HitItem, hit_item, page_label
from webui.presenters.pager import Link
from webui.state import SearchState, parameters

FOUND = N_("能检索到：%(article)s")
NOT_FOUND = N_("检索不到：%(article)s")


@dataclass(frozen=True, slots=True)
class ReasonItem:
    """One reason; ``state`` is 通过 or 未通过, ``score`` what it gave, or nothing."""

    state: str
    message: str
    page: str
    score: str


@dataclass(frozen=True, slots=True)
class WhyView:
    """The page: the verdict on an article, or the articles that may be meant.

    ``hidden`` are the parameters of the search that the form for another article keeps.
    """

    title: str
    search: str
    article: Link | None
    reasons: tuple[ReasonItem, ...]
    candidates: tuple[HitItem, ...]
    named: str
    hidden: tuple[tuple[str, str], ...]
    back_href: str


def why_view(answer: Why, state: SearchState, named: str = "") -> WhyView:
    """The page with the reasons for one article."""
    article = Link(
        answer.title or answer.article_id,
        urls.article(answer.article_id, state) if answer.title else "",
    )
    return replace(
        empty_view(state, named),
        title=_(FOUND if answer.found else NOT_FOUND, article=article.label),
        article=article,
        reasons=tuple(map(_reason, answer.reasons)),
    )


def empty_view(state: SearchState, named: str = "") -> WhyView:
    """The page before an article was chosen."""
    return WhyView(
        title=_("应该有却没找到？"),
        search=summary(state),
        article=None,
        reasons=(),
        candidates=(),
        named=named,
        hidden=parameters(state.at_page(1)),
        back_href=urls.search(state),
    )


def candidates_view(hits: tuple[Hit, ...], state: SearchState, named: str) -> WhyView:
    """The page with the articles whose titles hold what was named."""
    found = tuple(_candidate(hit, state) for hit in hits)
    return replace(empty_view(state, named), candidates=found)


def _candidate(hit: Hit, state: SearchState) -> HitItem:
    """An article to choose: its link asks why."""
    return replace(hit_item(hit, state), href=urls.why(hit.article_id, state))


def _reason(reason: Reason) -> ReasonItem:
    return ReasonItem(
        state=_("通过") if reason.good else _("未通过"),
        message=reason.message,
        page=page_label(reason.page),
        score=f"{reason.score:.2f}" if reason.score else "",
    )
