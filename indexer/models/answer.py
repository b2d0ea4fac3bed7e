"""What an engine answers: hits and counts, the words it holds, and why an article matches."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranked:
    """One hit of an engine; ``literal`` says that some word matched only as characters in a row."""

    article_id: str
    score: float
    literal: bool = False


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Articles for each value of a facet, its own choice left out; ``missing`` have no value.

    ``distinct`` is how many values there are, more perhaps than are told.
    """

    name: str
    values: tuple[tuple[str, int], ...]
    missing: int = 0
    distinct: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """An engine's answer: the exact total, one page of hits in order, all facet counts.

    ``versions`` counts each version of a text, whether or not they are hits of their own.
    """

    total: int
    hits: tuple[Ranked, ...]
    facets: tuple[FacetCounts, ...]
    versions: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the archive and how many articles hold it."""

    word: str
    articles: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One leaf of a question in one article: in which field, and its score.

    ``words`` counts the places where it was cut as a word, ``characters`` those where its
    characters stand in a row. ``alias`` is the other name that stands there instead.
    """

    text: str
    field: str
    words: int
    characters: int
    score: float
    alias: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an article is or is not found: ``known`` to the index, ``matched``, and the evidence."""

    known: bool
    matched: bool
    evidence: tuple[Evidence, ...] = ()
