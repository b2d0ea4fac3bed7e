"""A question as a tree: what was typed (Text, Fielded), and what an engine is asked (leaves)."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """A text of an article that a question can be limited to."""

    TITLE = "title"
    BODY = "body"


class Basis(StrEnum):
    """Which day of an article is meant: that of the event, or that of the issue."""

    EVENT = "event"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Text:
    """Unquoted words as typed; the search corridor cuts them into Word leaves."""

    text: str


@dataclass(frozen=True, slots=True)
class Fielded:
    """A part of a question that is asked of one field, as typed: 标题:科普, 单位:北京市科协.

    ``field`` is title, organization, person, section or issue.
    """

    field: str
    child: "Node"


@dataclass(frozen=True, slots=True)
class Word:
    """One word in normal form: found where it was cut, or where its characters stand in a row.

    Unless ``literal``, only where it was cut.
    """

    text: str
    field: Field | None = None
    literal: bool = True


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly these characters in a row; engines get them in normal form."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so, or these characters in a row; engines get them in normal form.

    Unless ``literal``, only words that were cut.
    """

    text: str
    field: Field | None = None
    literal: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the organisation table: as Word, by its aliases, or by what the article is about.

    ``aliases`` are phrases, they count less than the name itself; an article of the facet value
    ``organization`` that holds none of them counts least.
    """

    text: str
    aliases: tuple[str, ...]
    organization: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases of one text with at most ``distance`` characters between them, in any order."""

    left: Phrase
    right: Phrase
    distance: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """Articles that have one of these values of a facet, or of the field issue."""

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles whose day may lie in a range of ISO dates, both ends included or open (None).

    Ends may be less exact than a day: 2023-12..2024 is 2023-12-01..2024-12-31; so may an
    article's date, which then needs to share one day with the range.
    """

    basis: Basis
    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class Undated:
    """Articles without a date."""

    basis: Basis


@dataclass(frozen=True, slots=True)
class Favoured:
    """What ``child`` matches; where ``extras`` stand too, it ranks higher."""

    child: "Node"
    extras: tuple[Phrase, ...]


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


Leaf = Word | Phrase | Prefix | Name | Near | Tagged | Dated | Undated
Node = Text | Fielded | Leaf | Favoured | And | Or | Not | Everything


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was understood: its tree, and what had to be guessed, in words for the reader."""

    root: Node
    notices: tuple[str, ...] = ()
