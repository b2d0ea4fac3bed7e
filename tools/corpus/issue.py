"""The text of one sample issue, how it looks, and what a careful reader finds in it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Look:
    """What differs from issue to issue in print.

    ``section`` and ``folio`` are patterns; ``contents`` is the heading of a table of contents.
    ``typed_indent`` says whether paragraphs begin with two typed blanks or are only set in.
    """

    masthead: str
    number: str
    left: str
    right: str
    section: str
    folio: str
    colophon: tuple[str, ...]
    whole_number: str = ""
    running_head: str = ""
    contents: str = ""
    typed_indent: bool = True
    left_titles: bool = False
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its lines as printed, and the facts a reader should take from it."""

    section: str
    title: tuple[str, ...]
    body: tuple[str, ...]
    organizations: tuple[str, ...]
    persons: tuple[str, ...]
    organizations_optional: tuple[str, ...] = ()
    date: str | None = None
    trailer: str = ""
    signature: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue with its articles in order."""

    title: str
    number: str
    date: str
    issuer: str
    look: Look
    articles: tuple[Article, ...]
    number_alt: tuple[str, ...] = ()


def load(path: Path) -> Issue:
    """The issue described in a TOML file."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    look = Look(**_frozen(table.pop("look")))
    articles = tuple(Article(**_frozen(article)) for article in table.pop("articles"))
    return Issue(look=look, articles=articles, **_frozen(table))


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    """The table with tuples in the place of its lists."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
