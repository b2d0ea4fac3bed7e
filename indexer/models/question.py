"""A question: as it is asked (Query), and as an engine gets it (Question)."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.models.tree import Basis, Node

# What hits are counted by.
FACETS = ("organization", "month", "section", "person", "issue")
# The filter value that chooses the articles without any value of a facet.
NONE = "none"


class Sort(StrEnum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"


class Match(StrEnum):
    """How the words of the text combine: all of them, in a row, or any of them."""

    SMART = "smart"
    PHRASE = "phrase"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks; values of one facet are alternatives, facets must all hold.

    ``months`` are ``2023-12``; ``month_from`` and ``month_to`` are inclusive and may be open.
    Each text of ``within`` narrows the result as if it had been asked alone. ``without_...`` are
    facet values no hit may have. ``page`` counts from 1. With ``duplicates`` each version of a
    repeated article is a hit. ``recency`` lets new articles win among near equals.

    ``issues`` are ids. Months are those of events, or of issues, by ``basis``. With ``signed`` an
    organisation must have sent the article in, with ``subordinates`` those below it count as it.
    ``since`` is an ISO day, ``since_revision`` a revision of the catalogue: only what was first
    taken in on that day or later, or after that revision.
    """

    text: str = ""
    match: Match = Match.SMART
    organizations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    month_from: str | None = None
    month_to: str | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 20
    aliases: bool = True
    duplicates: bool = False
    within: tuple[str, ...] = ()
    title_only: bool = False
    recency: bool = True
    without_organizations: tuple[str, ...] = ()
    without_people: tuple[str, ...] = ()
    without_sections: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    basis: Basis = Basis.EVENT
    signed: bool = False
    subordinates: bool = False
    since: str | None = None
    since_revision: int | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """The facet choices of a question; a range and single months are one facet: either suffices.

    ``without_...`` are values no hit may have. ``basis`` tells whose months are meant and counted,
    ``signed`` that an article's organisations are those that sent it in. ``since`` and
    ``since_revision`` as in Query.
    """

    organizations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    month_from: str | None = None
    month_to: str | None = None
    without_organizations: tuple[str, ...] = ()
    without_people: tuple[str, ...] = ()
    without_sections: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    basis: Basis = Basis.EVENT
    signed: bool = False
    since: str | None = None
    since_revision: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What an engine is asked: a tree of leaves, And, Or, Not, Favoured and Everything; filters.

    Unless ``duplicates`` are wanted, of each cluster only the best version is a hit, and totals
    and facets count clusters. ``today`` (ISO) is the day recency is reckoned from, None switches
    it off. Hits are counted by the ``facets``; of organisations and people the ``facet_values``
    most frequent are told, the chosen ones besides.
    """

    root: Node
    filters: Filters = Filters()
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 20
    duplicates: bool = False
    today: str | None = None
    facet_values: int | None = None
    facets: tuple[str, ...] = FACETS
