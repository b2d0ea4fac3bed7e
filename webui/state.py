"""SearchState: the conditions of a search as one value, from which every address is made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from indexer.library import Since, read_since
from indexer.models import Basis, Match, Query, Sort
from webui.choices import EXCLUDED, LATER, Choice, in_order

SORT_CODES = {
    Sort.RELEVANCE: "rel",
    Sort.NEWEST: "new",
    Sort.OLDEST: "old",
    Sort.ADDED: "added",
}
# How the query language names the day of an event and that of an issue.
DAYS = {Basis.EVENT: "日期", Basis.ISSUED: "刊期"}
# How far back from today, and how the query language says it.
SPANS = {"7d": "近7天", "30d": "近30天", "180d": "近180天", "365d": "近365天"}
MOST_REFINEMENTS = 3
# Deeper pages cost more than they tell.
REACH = 10_000


@dataclass(frozen=True, slots=True)
class SearchState:
    """What is asked for; equal states have equal addresses.

    ``refine`` are texts that must match too, sorted. ``choices`` stand in the order of their
    parameters, values of one facet sorted. ``month_from`` and ``month_to`` are 2023 or 2023-05;
    ``span`` is a key of SPANS, and None beside months. With ``repeats`` versions of one article
    are shown one by one. ``sort`` and ``page_size`` are None for the usual one. With ``by`` an
    organisation must have sent the article in, with ``sub`` those below it count as it. ``basis``
    tells whose months are meant. ``since`` is a day or a revision of the catalogue: g41.
    """

    text: str = ""
    match: Match = Match.SMART
    title_only: bool = False
    refine: tuple[str, ...] = ()
    aliases: bool = True
    recency: bool = True
    choices: tuple[Choice, ...] = ()
    by: bool = False
    sub: bool = False
    month_from: str | None = None
    month_to: str | None = None
    span: str | None = None
    basis: Basis = Basis.EVENT
    since: str | None = None
    repeats: bool = False
    sort: Sort | None = None
    page: int = 1
    page_size: int | None = None
    compact: bool = False

    @property
    def asks(self) -> bool:
        """Whether there is anything to search for: words or a condition."""
        texts = self.text or self.refine
        return bool(texts or self.choices or self.has_range or self.span or self.since)

    @property
    def has_range(self) -> bool:
        """Whether a range of months is set, open at one end or not."""
        return bool(self.month_from or self.month_to)

    @property
    def order(self) -> Sort:
        """The order in force: by relevance where there are words, else newest first."""
        return self.sort or (Sort.RELEVANCE if self.text else Sort.NEWEST)

    @property
    def span_text(self) -> str:
        """The last days as the query language asks for them: 日期:近30天; empty without any."""
        return f"{DAYS[self.basis]}:{SPANS[self.span]}" if self.span else ""

    def values(self, facet: str) -> tuple[str, ...]:
        """The chosen values of one facet, or those left out by not_org and its like."""
        return tuple(choice.value for choice in self.choices if choice.facet == facet)

    def with_facet(self, facet: str, value: str) -> "SearchState":
        """The search narrowed to a value, from its first page."""
        opposite = Choice(EXCLUDED.get(facet, ""), value)
        choices = {*self.choices, Choice(facet, value)} - {opposite}
        span = None if facet == "month" else self.span
        return replace(self, choices=in_order(choices), span=span, page=1)

    def excluding(self, facet: str, value: str) -> "SearchState":
        """The search without the articles of a value, from its first page."""
        choices = {*self.choices, Choice(EXCLUDED[facet], value)} - {Choice(facet, value)}
        return replace(self, choices=in_order(choices), page=1)

    def without(self, facet: str, value: str) -> "SearchState":
        """The search with one choice given up, from its first page."""
        gone = Choice(facet, value)
        return replace(self, choices=tuple(c for c in self.choices if c != gone), page=1)

    def without_facet(self, facet: str) -> "SearchState":
        """The search with all choices of a facet given up, from its first page."""
        left = tuple(choice for choice in self.choices if choice.facet != facet)
        return replace(self, choices=left, page=1)

    def renamed(self, facet: str, name: Callable[[str], str]) -> "SearchState":
        """The search with the values of one facet under other names, from the same page."""
        own = (facet, EXCLUDED[facet])
        named = {
            Choice(one.facet, name(one.value)) if one.facet in own else one for one in self.choices
        }
        return replace(self, choices=in_order(named))

    def only_month(self, month: str) -> "SearchState":
        """The search in one month alone, from its first page."""
        return self.without_facet("month").without_range().with_facet("month", month)

    def between(self, first: str, last: str) -> "SearchState":
        """The search over a range of months alone, from its first page."""
        months = self.without_facet("month").without_span()
        return replace(months, month_from=first, month_to=last)

    def without_range(self) -> "SearchState":
        """The search with no range of months, from its first page."""
        return replace(self, month_from=None, month_to=None, page=1)

    def back(self, span: str) -> "SearchState":
        """The search over the last days alone, from its first page."""
        return replace(self.without_facet("month").without_range(), span=span)

    def without_span(self) -> "SearchState":
        """The search as far back as there is anything, from its first page."""
        return replace(self, span=None, page=1)

    def refined(self, text: str) -> "SearchState":
        """The search narrowed by another text, from its first page."""
        return replace(self, refine=tuple(sorted({*self.refine, text})), page=1)

    def unrefined(self, text: str) -> "SearchState":
        """The search with one narrowing text given up, from its first page."""
        return replace(self, refine=tuple(t for t in self.refine if t != text), page=1)

    def by_role(self, by: bool) -> "SearchState":
        """The search for organisations that sent articles in, or that are named, from page one."""
        return replace(self, by=by, page=1)

    def with_subordinates(self, sub: bool) -> "SearchState":
        """The search with those below an organisation counted as it, or not, from page one."""
        return replace(self, sub=sub, page=1)

    def based_on(self, basis: Basis) -> "SearchState":
        """The search with other months meant, from its first page."""
        return replace(self, basis=basis, page=1)

    def entered_since(self, since: str | None) -> "SearchState":
        """The search in what was first taken in since a day or a revision, from its first page."""
        return replace(self, since=since, page=1)

    def without_conditions(self) -> "SearchState":
        """Only the words, the order and the look are left."""
        usual = SearchState(self.text, sort=self.sort, page_size=self.page_size)
        return replace(usual, compact=self.compact)

    def asking(self, text: str) -> "SearchState":
        """The search for another text, from its first page."""
        return replace(self, text=text, page=1)

    def matching(self, match: Match) -> "SearchState":
        """The search with its words combined otherwise, from its first page."""
        return replace(self, match=match, page=1)

    def in_titles(self, title_only: bool) -> "SearchState":
        """The search in titles alone, or in all texts, from its first page."""
        return replace(self, title_only=title_only, page=1)

    def with_aliases(self, aliases: bool) -> "SearchState":
        """The search with other names of organisations looked for too, or not."""
        return replace(self, aliases=aliases, page=1)

    def with_recency(self, recency: bool) -> "SearchState":
        """The search with new articles preferred among near equals, or not."""
        return replace(self, recency=recency, page=1)

    def sorted_by(self, sort: Sort) -> "SearchState":
        """The search in another order, from its first page."""
        usual = replace(self, sort=None, page=1)
        return usual if usual.order is sort else replace(usual, sort=sort)

    def with_repeats(self, repeats: bool) -> "SearchState":
        """The search with versions of one article apart or as one hit, from its first page."""
        return replace(self, repeats=repeats, page=1)

    def with_page_size(self, page_size: int | None) -> "SearchState":
        """The search with so many hits a page, from its first page."""
        return replace(self, page_size=page_size, page=1)

    def at_page(self, page: int) -> "SearchState":
        """Another page of this search."""
        return replace(self, page=page)

    def query(self, page_size: int) -> Query:
        """The question to the library; ``page_size`` is the archive's own, used where none is set.

        Years become months: from 2022 to 2023 is from 2022-01 to 2023-12.
        """
        first, last = self.month_from, self.month_to
        span = (self.span_text,) if self.span else ()
        since = (read_since(self.since) if self.since else None) or Since()
        return Query(
            text=self.text,
            match=self.match,
            organizations=self.values("org"),
            people=self.values("person"),
            sections=self.values("section"),
            months=self.values("month"),
            month_from=f"{first}-01" if first and "-" not in first else first,
            month_to=f"{last}-12" if last and "-" not in last else last,
            sort=self.order,
            page=self.page,
            page_size=self.page_size or page_size,
            aliases=self.aliases,
            duplicates=self.repeats,
            within=self.refine + span,
            title_only=self.title_only,
            recency=self.recency,
            without_organizations=self.values("not_org"),
            without_people=self.values("not_person"),
            without_sections=self.values("not_section"),
            issues=self.values("issue"),
            basis=self.basis,
            signed=self.by,
            subordinates=self.sub,
            since=since.day,
            since_revision=since.revision,
        )


@lru_cache(maxsize=1024)
def build(state: SearchState) -> str:
    """The query string of a state, defaults left out: q=科普&org=延庆区科协&sort=new, encoded."""
    return urlencode(parameters(state))


def parameters(state: SearchState) -> tuple[tuple[str, str], ...]:
    """The parameters of a state in their order, defaults left out."""
    chosen = [(choice.facet, choice.value) for choice in state.choices]
    pairs = [
        ("q", state.text),
        ("in", "title" if state.title_only else ""),
        ("match", "" if state.match is Match.SMART else str(state.match)),
        *(("refine", text) for text in state.refine),
        ("expand", "" if state.aliases else "0"),
        ("recency", "" if state.recency else "0"),
        *(pair for pair in chosen if pair[0] not in LATER),
        ("orgrole", "by" if state.by else ""),
        ("sub", "1" if state.sub else ""),
        *(pair for pair in chosen if pair[0] in LATER),
        ("from", state.month_from or ""),
        ("to", state.month_to or ""),
        ("within", state.span or ""),
        ("basis", "" if state.basis is Basis.EVENT else str(state.basis)),
        ("since", state.since or ""),
        ("dup", "1" if state.repeats else ""),
        ("sort", SORT_CODES[state.sort] if state.sort else ""),
        ("page", str(state.page) if state.page > 1 else ""),
        ("n", str(state.page_size or "")),
        ("view", "compact" if state.compact else ""),
    ]
    return tuple((name, value) for name, value in pairs if value)
