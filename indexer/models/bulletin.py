"""What a bulletin holds: an issue and its articles, with the bodies and people they name."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.models.text import Passage


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    """One row of the organisation table in config.toml.

    ``name`` is the preferred name, ``aliases`` its other full names, ``short`` names that
    several bodies may share (市科协) and that only count where the issue decides whose they are.
    """

    name: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    parent: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the site knows beforehand; ``home`` is the archive's own association, or empty."""

    organizations: tuple[OrganizationEntry, ...] = ()
    sections: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    home: str = ""

    def preferred(self, name: str) -> str:
        """The preferred name of a body known by another name; the name itself if it is unknown."""
        for row in self.organizations:
            if name == row.name or name in row.aliases:
                return row.name
        return name


@dataclass(frozen=True, slots=True)
class Organization:
    """What a body is: its kind in the staff's words (区科协, 学会, 高校), and the body above it."""

    name: str
    kind: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue as printed; ``date`` is ISO as far as it is told (2023, 2023-12, 2023-12-05)."""

    title: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an article names, with the post and body given there, as far as they are."""

    name: str
    post: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """How sure it is that a text is one whole article, 0 to 1, and what speaks for and against."""

    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: the words as ``printed``, their page, and ``how`` they were read.

    ``field`` is that of the value: title, section, date, organization, person, number, issuer.
    """

    field: str
    value: str
    printed: str
    how: str
    page: int | None = None


class Concern(StrEnum):
    """What something doubtful is about."""

    UNREADABLE = "unreadable"
    READING = "reading"
    CUT = "cut"
    DATE = "date"
    LOST_TEXT = "lost-text"
    CORRECTION = "correction"
    MISSING_ISSUE = "missing-issue"
    ISSUE_ORDER = "issue-order"
    UNDATED = "undated"
    UNSIGNED = "no-organization"
    UNKNOWN_ORGANIZATION = "unknown-organization"
    SHORT_NAME = "short-name"
    SAVED = "saved-search"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something doubtful that was noticed while a bulletin was read, in words."""

    kind: Concern
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    ``body`` has its paragraphs separated by line feeds. ``date`` is the event's day, ISO
    (2023-12-21, or 2023-12) or None. ``page`` is the 1-based page it begins on, None in a
    file without pages.
    ``organizations`` are preferred names in order of appearance. ``origins`` tell where each value
    came from; they are not kept in the catalogue. ``signers`` are the organisations that sent it
    in, as its signature or credit tells.
    """

    title: str
    body: Passage
    section: str | None = None
    date: str | None = None
    page: int | None = None
    organizations: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    url: str | None = None
    cut: Cut = Cut()
    origins: tuple[Origin, ...] = ()
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The reading of one source: its issue, its articles in order, and what was doubtful.

    ``origins`` are those of the issue's values.
    """

    issue: Issue
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was doubtful, in words alone."""
        return tuple(notice.message for notice in self.notices)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of the catalogue: its lasting id, where it came from, and its issue.

    Articles of one ``cluster`` are versions of one text. ``added`` is the revision at which it was
    first taken in, ``entered`` the moment (ISO, UTC); however often it is read again, they stay.
    """

    id: str
    source: str
    issue_id: str
    issue: Issue
    article: Article
    cluster: str
    added: int = 0
    entered: str = ""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What an engine is told of an article: the texts to be found, the values to be counted.

    Articles of one ``cluster`` are versions of one text; an empty one stands alone. ``issue`` is
    the id of its issue, ``issued`` that issue's date. ``signers`` are the organisations that sent
    it in; it was first taken in at revision ``added``, on the day ``entered`` (ISO).
    """

    id: str
    title: str
    body: str
    date: str | None = None
    section: str | None = None
    organizations: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    cluster: str = ""
    issue: str = ""
    issued: str | None = None
    signers: tuple[str, ...] = ()
    added: int = 0
    entered: str | None = None
