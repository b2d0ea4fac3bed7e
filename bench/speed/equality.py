"""Are all answers right and the same? Before any time counts, and with every difference told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.speed.cases import Case, Kind
from bench.speed.contestant import Meaning, Reply, same_facet
from bench.speed.oracle import Expected, expect
from bench.speed.reading import HITS
from bench.speed.stock import Stock


@dataclass(frozen=True, slots=True)
class Answers:
    """All replies of one contestant, in the order of the questions."""

    name: str
    meaning: Meaning
    replies: tuple[Reply, ...]


def against_every_article(
    stock: Stock, cases: Sequence[Case], answers: Sequence[Answers]
) -> tuple[str, ...]:
    """What differs from reading every article; empty when all answers are right."""
    entries = stock.entries()
    repeated = frozenset(entry.cluster for entry in entries if entry.cluster != entry.id)
    faults: list[str] = []
    for meaning in Meaning:
        judged = [one for one in answers if one.meaning is meaning]
        if judged and meaning is not Meaning.OWN:
            told = _told(cases, judged)
            right = expect(stock.ready(), cases, meaning, repeated, told)
            faults += (fault for one in judged for fault in _faults(cases, one, right))
    return tuple(faults)


def against_each_other(cases: Sequence[Case], answers: Sequence[Answers]) -> tuple[str, ...]:
    """Where contestants differ that should not: all by words, phrases apart."""
    by_words = (Meaning.WORDS, Meaning.WORDS_LITERAL)
    judged = [one for one in answers if one.meaning in by_words]
    faults: list[str] = []
    for other in judged[1:]:
        for case, left, right in zip(cases, judged[0].replies, other.replies, strict=True):
            same_meaning = other.meaning is judged[0].meaning
            if case.kind is not Kind.PHRASE or same_meaning:
                pair = f"{other.name} and {judged[0].name}: {case.typed}"
                faults += (f"{pair}: {fault}" for fault in _difference(right, left))
    return tuple(faults)


def phrase_totals(cases: Sequence[Case], answers: Sequence[Answers]) -> Mapping[str, list[int]]:
    """How many articles each contestant finds for each phrase: characters against words."""
    at = [number for number, case in enumerate(cases) if case.kind is Kind.PHRASE]
    return {one.name: [one.replies[number].total for number in at] for one in answers}


def _told(cases: Sequence[Case], judged: Sequence[Answers]) -> dict[int, frozenset[str]]:
    return {
        case.number: frozenset(key for one in judged for key in one.replies[at].ids)
        for at, case in enumerate(cases)
    }


def _faults(cases: Sequence[Case], one: Answers, right: Sequence[Expected]) -> Iterator[str]:
    for case, reply, expected in zip(cases, one.replies, right, strict=True):
        label = f"{one.name}: {case.kind} {case.typed}"
        for fault in _difference(reply, expected):
            yield f"{label}: {fault}"
        if strangers := set(reply.ids) - expected.matching:
            yield f"{label}: {len(strangers)} hits do not match"
        if len(set(reply.ids)) != min(HITS, expected.total):
            yield f"{label}: {len(set(reply.ids))} hits of {expected.total}"


def _difference(reply: Reply, right: Reply | Expected) -> Iterator[str]:
    if reply.total != right.total:
        yield f"total {reply.total}, not {right.total}"
    for (name, told), (_, expected) in zip(reply.facets, right.facets, strict=True):
        if not same_facet(told, expected):
            apart = sorted(set(told) ^ set(expected))[:3]
            yield f"counts of {name} differ: {apart}"
