"""What a contestant can do, and what it answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bench.speed.cases import Case
from bench.speed.stock import Stock
from indexer.models import IndexEntry

FACETS = ("organization", "month", "section")
MOST_VALUES = 50  # of organisations; of months and sections all are told
Counts = tuple[tuple[str, int], ...]


class Meaning(StrEnum):
    """What a word of a question finds, and so whose answers have to be the same."""

    WORDS = "words"  # articles in which it was cut; phrases are words in a row; all versions
    WORDS_LITERAL = "words, literal phrases"  # the same, but phrases are characters in a row
    FULL = "full"  # characters in a row as well; versions of one text once
    OWN = "own"  # something of its own: told, not compared


@dataclass(frozen=True, slots=True)
class Reply:
    """The exact total, the ids of ten hits, counts by facet, and a snippet of each hit."""

    total: int
    ids: tuple[str, ...]
    facets: tuple[tuple[str, Counts], ...]
    snippets: tuple[str, ...]


class Contestant(Protocol):
    """One search engine with its index in a folder."""

    @property
    def meaning(self) -> Meaning:
        """What its words find."""

    def build(self, stock: Stock, folder: Path) -> int:
        """Write an index of the stock, durable when this returns; how many articles it holds."""

    def open(self, folder: Path) -> None:
        """Make ready to answer from the index in a folder."""

    def ask(self, case: Case) -> Reply:
        """The whole work of one question, from what was typed to snippets."""

    def change(self, entries: Iterable[IndexEntry]) -> None:
        """Put new versions of some articles in place of the old ones, for the next question."""

    def close(self) -> None:
        """Give everything back."""


def top(values: Iterable[tuple[str, int]]) -> Counts:
    """The values with the largest counts, most first, those without any left out."""
    kept = sorted((one for one in values if one[1]), key=lambda one: (-one[1], one[0]))
    return tuple(kept[:MOST_VALUES])


def in_order(values: Iterable[tuple[str, int]]) -> Counts:
    """All values with a count, by value."""
    return tuple(sorted(one for one in values if one[1]))


def same_facet(left: Counts, right: Counts) -> bool:
    """Whether two lists of counts tell the same.

    Where a list is full, which of the values with its lowest count are told is left to chance.
    """
    if len(left) != MOST_VALUES or len(right) != MOST_VALUES:
        return sorted(left) == sorted(right)
    lowest = min(count for _, count in left)
    return _counts(left) == _counts(right) and _above(left, lowest) == _above(right, lowest)


def _counts(values: Sequence[tuple[str, int]]) -> list[int]:
    return sorted(count for _, count in values)


def _above(values: Counts, lowest: int) -> set[tuple[str, int]]:
    return {one for one in values if one[1] > lowest}
