"""How sure a zero is: whether every article and every file was looked at."""

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.models import LibraryStatus, Match, Results, Status
from webui.archive import the_library
from webui.state import SearchState

MOST_WORDS = 6


class Certainty(StrEnum):
    """What a zero is worth."""

    CERTAIN = "certain"
    GAPS = "gaps"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word of the question: how many articles have it, and how many under the conditions."""

    text: str
    everywhere: int
    here: int


@dataclass(frozen=True, slots=True)
class Zero:
    """A result without hits: how sure it is, over how many articles, and what each word finds.

    ``unread`` are the files that gave no text, by status; ``reason`` tells why nothing is sure.
    """

    certainty: Certainty
    articles: int
    unread: tuple[tuple[Status, int], ...]
    reason: str
    words: tuple[WordCount, ...]


def weigh_zero(state: SearchState, results: Results) -> Zero:
    """How sure it is that a search finds nothing."""
    status, stale = the_library().status(), the_library().index_notice()
    unread = Counter(s.status for s in status.sources if s.status is not Status.OK)
    return Zero(
        certainty=_certainty(stale, bool(unread)),
        articles=_held(status),
        unread=tuple(sorted(unread.items())),
        reason=stale,
        words=_words(state, results),
    )


def _certainty(stale: str, gaps: bool) -> Certainty:
    if stale:
        return Certainty.UNKNOWN
    return Certainty.GAPS if gaps else Certainty.CERTAIN


def _held(status: LibraryStatus) -> int:
    return status.index.articles if status.index else 0


def _words(state: SearchState, results: Results) -> tuple[WordCount, ...]:
    """What each word finds in all articles, and under the conditions of the search.

    None for a single word without conditions, whose count is the zero itself.
    """
    reading = results.reading
    words = (*reading.words, *(f"“{phrase}”" for phrase in reading.phrases))
    conditions = replace(state, text="", match=Match.SMART, refine=(), page=1)
    if len(words) > MOST_WORDS or (len(words) < 2 and not conditions.asks):
        return ()
    return tuple(
        WordCount(word, _count(SearchState(word)), _count(conditions.asking(word)))
        for word in words
    )


def _count(state: SearchState) -> int:
    return the_library().count(state.query(1))
