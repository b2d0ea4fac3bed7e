"""A question: as it is asked (Query), as it is read (a tree), as an engine gets it (Question)."""

from dataclasses import dataclass
from enum import StrEnum

# The filter value that chooses the articles without any value of a facet.
NONE = "none"


class Sort(StrEnum):
    """The order of the hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Match(StrEnum):
    """How the words of the text combine: all of them, in a row, or any of them."""

    SMART = "smart"
    PHRASE = "phrase"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks; values of one facet are alternatives, facets must all hold.

    ``months`` are ``2023-12``; ``month_from`` and ``month_to`` are inclusive and may be open.
    ``page`` counts from 1. With ``duplicates`` each version of a repeated article is a hit.
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


@dataclass(frozen=True, slots=True)
class Text:
    """Unquoted words as typed; the search corridor cuts them into Word leaves."""

    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """One word in normal form: found where it was cut, or where its characters stand in a row."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly these characters in a row; engines get them in normal form."""

    text: str


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    child: "Node"


@dataclass(frozen=True, slots=True)
class Everything:
    """All articles: nothing was typed, only filters were set."""


Node = Text | Word | Phrase | And | Or | Not | Everything


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was understood: its tree, and what had to be guessed, in words for the reader."""

    root: Node
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """The facet choices of a question; a range and single months are one facet: either suffices."""

    organizations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    month_from: str | None = None
    month_to: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What an engine is asked: a tree of Word, Phrase, And, Or, Not and Everything, and filters.

    Unless ``duplicates`` are wanted, of each cluster only the best version is a hit, and totals
    and facets count clusters.
    """

    root: Node
    filters: Filters = Filters()
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 20
    duplicates: bool = False
