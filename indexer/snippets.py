"""A text and the places that matched -> the pieces worth reading, with their marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain

from indexer.models import Mark, Snippet

WIDTH = 80
MOST = 3
# A sentence ends behind 。！？； (a closing quote or bracket included) or at a line's end.
# The pattern begins with a class of signs, so that it is tried at these signs alone.
_END = re.compile(r"[。！？；!?;\n](?:(?<!\n)[。！？；!?;]*[”’」』）)》]*|)")
_LONGEST_SENTENCE = 2 * WIDTH
_CLAUSE = re.compile(r"[，、：,:]")

Match = tuple[int, int, int]
Span = tuple[int, int]


def make_snippets(text: str, matches: Sequence[Match], most: int = MOST) -> tuple[Snippet, ...]:
    """Up to ``most`` pieces of a text, cut at sentence ends, in the order of the text.

    ``matches`` are (start, stop, which word), in order, without blanks at their ends. Together
    the pieces hold as many different words as possible; a text without any match gives its
    beginning. Pages are left open. Linear in the length of the text.
    """
    first, end = whole = _stripped(text, 0, len(text))
    if first == end:
        return ()
    stops = _stops(text, matches, first)
    chosen = sorted(_choose(stops, matches, most)) or [bisect_right(stops, first)]
    return tuple([_snippet(text, span, whole, matches) for span in _widened(text, stops, chosen)])


def _stops(text: str, matches: Sequence[Match], first: int) -> list[int]:
    """Where the sentences of a text end, long ones in pieces; each begins where one ended.

    As far as they are needed: up to the last match, or the first sign, and WIDTH beyond.
    """
    inside = {at for start, stop, _ in matches for at in range(start + 1, stop)}
    needed = (matches[-1][0] if matches else first) + WIDTH
    stops: list[int] = []
    start = 0
    for stop in chain(map(re.Match.end, _END.finditer(text)), (len(text),)):
        if stop in inside:  # a phrase runs over the end of the sentence
            continue
        while stop - start > _LONGEST_SENTENCE:
            start = _cut(text, start, inside)
            stops.append(start)
        stops.append(stop)
        start = stop
        if start > needed:
            break
    return stops


def _cut(text: str, start: int, inside: set[int]) -> int:
    """Where a sentence that is too long may be cut: behind a comma, never inside a match."""
    low, high = start + WIDTH, start + _LONGEST_SENTENCE
    comma = _CLAUSE.search(text, low, high)
    at = comma.end() if comma else high
    while at in inside:
        at += 1
    return at


def _stripped(text: str, start: int, stop: int) -> Span:
    """A range of a text without the blanks at its ends; empty where there was nothing else."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return start, stop


def _choose(stops: list[int], matches: Sequence[Match], most: int) -> list[int]:
    """The sentences that add the most words not yet seen, the earliest of equals."""
    words: dict[int, int] = {}  # in the order of the text; bit by bit
    for start, _, which in matches:
        at = bisect_right(stops, start)
        words[at] = words.get(at, 0) | 1 << which
    if len(words) <= most:
        return list(words)
    chosen: list[int] = []
    seen = 0
    while words and len(chosen) < most:
        best = max(words, key=lambda at: ((words[at] & ~seen).bit_count(), words[at].bit_count()))
        seen |= words.pop(best)
        chosen.append(best)
    return chosen


def _widened(text: str, stops: list[int], chosen: list[int]) -> list[Span]:
    """The chosen sentences, short ones with what follows, and adjoining ones as one."""
    wide: list[Span] = []
    last = -1
    for at in chosen:
        if at <= last:
            continue
        last = at
        start, stop = _stripped(text, stops[at - 1] if at else 0, stops[at])
        for following in range(at + 1, len(stops)):
            low, high = _stripped(text, stops[following - 1], stops[following])
            if high - start > WIDTH or "\n" in text[stop:low]:
                break
            if low < high:
                last, stop = following, high
        wide.append((start, stop))
    return wide


def _snippet(text: str, span: Span, whole: Span, matches: Sequence[Match]) -> Snippet:
    start, stop = span
    marks = [Mark(low - start, high - start) for low, high, _ in matches if start <= low < stop]
    before, after = whole[0] < start, stop < whole[1]
    return Snippet(text[start:stop], tuple(marks), start, before=before, after=after)
