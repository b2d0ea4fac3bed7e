"""SearchState: the conditions of a search as one value, from which every address is made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from indexer.models import Match, Query, Sort

FACETS = ("org", "person", "section", "month")
SORT_CODES = {Sort.RELEVANCE: "rel", Sort.NEWEST: "new", Sort.OLDEST: "old"}
# Deeper pages cost more than they tell.
REACH = 10_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen value of a facet, the facet by the name of its parameter: org, 北京市科协."""

    facet: str
    value: str


@dataclass(frozen=True, slots=True)
class SearchState:
    """What is asked for; equal states have equal addresses.

    ``choices`` stand in the order of FACETS, values of one facet sorted. ``month_from`` and
    ``month_to`` are 2023 or 2023-05. With ``repeats`` versions of one article are shown one by
    one. ``sort`` and ``page_size`` are None for the usual one.
    """

    text: str = ""
    match: Match = Match.SMART
    choices: tuple[Choice, ...] = ()
    month_from: str | None = None
    month_to: str | None = None
    repeats: bool = False
    sort: Sort | None = None
    page: int = 1
    page_size: int | None = None

    @property
    def asks(self) -> bool:
        """Whether there is anything to search for: words or a condition."""
        return bool(self.text or self.choices or self.has_range)

    @property
    def has_range(self) -> bool:
        """Whether a range of months is set, open at one end or not."""
        return bool(self.month_from or self.month_to)

    @property
    def order(self) -> Sort:
        """The order in force: by relevance where there are words, else newest first."""
        return self.sort or (Sort.RELEVANCE if self.text else Sort.NEWEST)

    def values(self, facet: str) -> tuple[str, ...]:
        """The chosen values of one facet."""
        return tuple(choice.value for choice in self.choices if choice.facet == facet)

    def with_facet(self, facet: str, value: str) -> "SearchState":
        """The search narrowed to a value, from its first page."""
        choices = {*self.choices, Choice(facet, value)}
        return replace(self, choices=in_order(choices), page=1)

    def without(self, facet: str, value: str) -> "SearchState":
        """The search with one value given up, from its first page."""
        gone = Choice(facet, value)
        return replace(self, choices=tuple(c for c in self.choices if c != gone), page=1)

    def renamed(self, facet: str, name: Callable[[str], str]) -> "SearchState":
        """The search with the values of one facet under other names, from the same page."""
        others = {choice for choice in self.choices if choice.facet != facet}
        named = {Choice(facet, name(value)) for value in self.values(facet)}
        return replace(self, choices=in_order(others | named))

    def without_range(self) -> "SearchState":
        """The search over all months, from its first page."""
        return replace(self, month_from=None, month_to=None, page=1)

    def without_conditions(self) -> "SearchState":
        """Only the words and the order are left."""
        sort, size = self.sort, self.page_size
        return SearchState(self.text, sort=sort, page_size=size)

    def matching(self, match: Match) -> "SearchState":
        """The search with its words combined otherwise, from its first page."""
        return replace(self, match=match, page=1)

    def sorted_by(self, sort: Sort) -> "SearchState":
        """The search in another order, from its first page."""
        usual = replace(self, sort=None, page=1)
        return usual if usual.order is sort else replace(usual, sort=sort)

    def with_repeats(self, repeats: bool) -> "SearchState":
        """The search with versions of one article apart or as one hit, from its first page."""
        return replace(self, repeats=repeats, page=1)

    def at_page(self, page: int) -> "SearchState":
        """Another page of this search."""
        return replace(self, page=page)

    def query(self, page_size: int) -> Query:
        """The question to the library; ``page_size`` is the archive's own, used where none is set.

        Years become months: from 2022 to 2023 is from 2022-01 to 2023-12.
        """
        first, last = self.month_from, self.month_to
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
            duplicates=self.repeats,
        )


def build(state: SearchState) -> str:
    """The query string of a state, defaults left out: q=科普&org=延庆区科协&sort=new, encoded."""
    pairs = [
        ("q", state.text),
        ("match", "" if state.match is Match.SMART else str(state.match)),
        *((choice.facet, choice.value) for choice in state.choices),
        ("from", state.month_from),
        ("to", state.month_to),
        ("dup", "1" if state.repeats else None),
        ("sort", state.sort and SORT_CODES[state.sort]),
        ("page", state.page if state.page > 1 else None),
        ("n", state.page_size),
    ]
    return urlencode([(name, value) for name, value in pairs if value])


def in_order(choices: set[Choice]) -> tuple[Choice, ...]:
    """Choices as a state keeps them: by facet, then by value."""
    return tuple(sorted(choices, key=lambda c: (FACETS.index(c.facet), c.value)))
