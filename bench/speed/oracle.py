"""What the answers have to be: every question read against every article, without any index."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.speed.cases import Case
from bench.speed.contestant import FACETS, Counts, Meaning, in_order, top
from bench.speed.reading import make_analyser, understand
from bench.speed.stock import Cut
from indexer.models import And, Filters, IndexEntry, Node, Not, Or, Phrase, Prefix, Word


@dataclass(frozen=True, slots=True)
class Expected:
    """The right answer to one question: its total, its counts, and which of some ids match."""

    total: int
    facets: tuple[tuple[str, Counts], ...]
    matching: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """An article as a question is read against it: words in a row and normal texts by field."""

    streams: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    normal: tuple[str, ...]


Test = Callable[[_Read], bool]


def _counters() -> dict[str, Counter[str]]:
    return {name: Counter() for name in ("", *FACETS)}


@dataclass(slots=True)
class _Tally:
    """What was counted so far; of a cluster in ``repeated`` each value counts once."""

    counts: dict[str, Counter[str]] = field(default_factory=_counters)
    seen: set[tuple[str, str, str]] = field(default_factory=set)
    matching: set[str] = field(default_factory=set)

    def add(self, name: str, value: str, cluster: str) -> None:
        """Count a value of a facet; the facet without a name is the total."""
        if cluster:
            if (name, value, cluster) in self.seen:
                return
            self.seen.add((name, value, cluster))
        self.counts[name][value] += 1


def expect(
    articles: Iterable[Cut],
    cases: Sequence[Case],
    meaning: Meaning,
    repeated: frozenset[str],
    told: Mapping[int, frozenset[str]],
) -> tuple[Expected, ...]:
    """The right answers in one meaning.

    ``repeated`` are the clusters of several versions; ``told`` are ids that were answered to the
    question of a number, and of which it is wanted whether they match.
    """
    analyser = make_analyser()
    tests = [_test(understand(case.typed, analyser), meaning) for case in cases]
    tallies = [_Tally() for _ in cases]
    for article in articles:
        read = _read(article, meaning)
        folded = meaning is Meaning.FULL and article.entry.cluster in repeated
        cluster = article.entry.cluster if folded else ""
        for case, test, tally in zip(cases, tests, tallies, strict=True):
            if test(read):
                _count(tally, article.entry, case.filters, cluster)
                if article.entry.id in told.get(case.number, ()):
                    tally.matching.add(article.entry.id)
    return tuple(map(_expected, tallies))


def _expected(tally: _Tally) -> Expected:
    facets = tuple(
        (name, (top if name == "organization" else in_order)(tally.counts[name].items()))
        for name in FACETS
    )
    return Expected(tally.counts[""][""], facets, frozenset(tally.matching))


def _read(article: Cut, meaning: Meaning) -> _Read:
    analyser, texts = make_analyser(), (article.entry.title, article.entry.body)
    streams = tuple(tuple(text.split(" ")) for text in (article.title, article.body))
    words = frozenset(word for stream in streams for word in stream)
    normal = () if meaning is Meaning.WORDS else tuple(map(analyser.normal, texts))
    return _Read(streams, words, normal)


def _count(tally: _Tally, entry: IndexEntry, filters: Filters, cluster: str) -> None:
    """Count a matching article: each facet without its own choice."""
    month = (entry.date or "")[:7]
    low, high = filters.month_from or "", filters.month_to or "9999"
    chosen, held = filters.organizations, entry.organizations
    fits = {
        "organization": not chosen or any(name in held for name in chosen),
        "month": not filters.month_from or (bool(month) and low <= month <= high),
        "section": True,
    }
    values = {"": ("",), "organization": held, "month": (month,), "section": (entry.section,)}
    for name, several in values.items():
        if all(fit for facet, fit in fits.items() if facet != name):
            for value in several:
                if value is not None and (value or not name):
                    tally.add(name, value, cluster)


def _test(node: Node, meaning: Meaning) -> Test:
    """Whether an article matches a tree."""
    match node:
        case And(children) | Or(children):
            join = all if isinstance(node, And) else any
            tests = [_test(child, meaning) for child in children]
            return lambda read: join(test(read) for test in tests)
        case Not(child):
            inner = _test(child, meaning)
            return lambda read: not inner(read)
        case Phrase(text):
            return _in_a_row(text) if meaning is Meaning.WORDS else _stands(text)
        case Word(text) | Prefix(text):
            begins = isinstance(node, Prefix)
            cut = _begins(text) if begins else _is_word(text)
            stands = _stands(text, open_end=begins)
            return (lambda read: cut(read) or stands(read)) if meaning is Meaning.FULL else cut
    raise TypeError(f"no question of the benchmark has a {type(node).__name__}")


def _is_word(text: str) -> Test:
    return lambda read: text in read.words


def _begins(text: str) -> Test:
    return lambda read: any(word.startswith(text) for word in read.words)


def _stands(text: str, open_end: bool = False) -> Test:
    """Whether characters stand in a row in a text, not inside a longer number or Latin word."""
    before = r"(?<![0-9])(?<![0-9]\.)" if text[0] in "0123456789" else ""
    after = r"(?![0-9])(?!\.[0-9])" if text[-1] in "0123456789" else ""
    before = "(?<![a-z])" if text[0].isascii() and text[0].isalpha() else before
    after = "(?![a-z])" if text[-1].isascii() and text[-1].isalpha() else after
    if not before and (open_end or not after):
        return lambda read: any(text in normal for normal in read.normal)
    pattern = re.compile(before + re.escape(text) + ("" if open_end else after))
    return lambda read: any(pattern.search(normal) for normal in read.normal)


def _in_a_row(text: str) -> Test:
    """Whether the words of a phrase stand at their distances in one stream of words."""
    analyser = make_analyser()
    places, at = [], 0
    for token in analyser.cut(text):
        places.append((at, token.text))
        at += len(analyser.words(token.text))
    wanted = frozenset(word for _, word in places)

    def test(read: _Read) -> bool:
        return wanted <= read.words and any(_holds(stream, places) for stream in read.streams)

    return test


def _holds(stream: Sequence[str], places: Sequence[tuple[int, str]]) -> bool:
    first = places[0][1]
    last = len(stream) - places[-1][0]
    starts = (at for at, word in enumerate(stream[:last]) if word == first)
    return any(all(stream[at + off] == word for off, word in places) for at in starts)
