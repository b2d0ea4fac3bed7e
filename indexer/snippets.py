"""A text and the places that matched -> the pieces worth reading, with their marks."""

import re
from collections.abc import Sequence

from indexer.models import Mark, Snippet

WIDTH = 80
MOST = 3
# A sentence ends behind 。！？； (a closing quote or bracket included) or at a line's end.
_SENTENCE = re.compile(r"[^。！？；!?;\n]*(?:[。！？；!?;]+[”’」』）)》]*|\n|$)")
_LONGEST_SENTENCE = 2 * WIDTH
_CLAUSE = re.compile(r"[，、：,:]")

Match = tuple[int, int, int]
Span = tuple[int, int]


def make_snippets(text: str, matches: Sequence[Match], most: int = MOST) -> tuple[Snippet, ...]:
    """Up to ``most`` pieces of a text, cut at sentence ends, in the order of the text.

    ``matches`` are (start, stop, which word), in order. Together the pieces hold as many
    different words as possible; a text without any match gives its beginning. Pages are left
    open. Linear in the length of the text.
    """
    spans = _spans(text, matches)
    chosen = sorted(_choose(spans, matches, most))
    return tuple(_snippet(text, span, matches) for span in _widened(text, spans, chosen))


def _spans(text: str, matches: Sequence[Match]) -> list[Span]:
    """The sentences of a text without blanks around them, long ones in pieces."""
    inside = {at for start, stop, _ in matches for at in range(start + 1, stop)}
    spans = []
    start = 0
    for sentence in _SENTENCE.finditer(text):
        stop = sentence.end()
        if stop in inside:  # a phrase runs over the end of the sentence
            continue
        while stop - start > _LONGEST_SENTENCE:
            cut = _cut(text, start, inside)
            spans.append((start, cut))
            start = cut
        spans.append((start, stop))
        start = stop
    return [span for span in (_stripped(text, span) for span in spans) if span[0] < span[1]]


def _stripped(text: str, span: Span) -> Span:
    """A span without the blanks at its ends; empty where there was nothing else."""
    piece = text[span[0] : span[1]]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, max(start, span[0] + len(piece.rstrip()))


def _cut(text: str, start: int, inside: set[int]) -> int:
    """Where a sentence that is too long may be cut: behind a comma, never inside a match."""
    low, high = start + WIDTH, start + _LONGEST_SENTENCE
    comma = _CLAUSE.search(text, low, high)
    at = comma.end() if comma else high
    while at in inside:
        at += 1
    return at


def _choose(spans: list[Span], matches: Sequence[Match], most: int) -> list[int]:
    """The spans that add the most words not yet seen, the earliest of equals; at least one."""
    words = _words_by_span(spans, matches)
    chosen: list[int] = []
    seen: set[int] = set()
    while words and len(chosen) < most:
        best = max(words, key=lambda at: (len(words[at] - seen), len(words[at]), -at))
        seen |= words.pop(best)
        chosen.append(best)
    return chosen or [0] * bool(spans)


def _words_by_span(spans: list[Span], matches: Sequence[Match]) -> dict[int, set[int]]:
    words: dict[int, set[int]] = {}
    at = 0
    for start, _, which in matches:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans):
            words.setdefault(at, set()).add(which)
    return words


def _widened(text: str, spans: list[Span], chosen: list[int]) -> list[Span]:
    """The chosen spans, short ones with what follows, and adjoining ones as one."""
    wide: list[Span] = []
    last = -1
    for at in chosen:
        if at <= last:
            continue
        last = at
        start = spans[at][0]
        while last + 1 < len(spans) and spans[last + 1][1] - start <= WIDTH:
            if "\n" in text[spans[last][1] : spans[last + 1][0]]:
                break
            last += 1
        wide.append((start, spans[last][1]))
    return wide


def _snippet(text: str, span: Span, matches: Sequence[Match]) -> Snippet:
    start, stop = span
    marks = tuple(
        Mark(low - start, high - start) for low, high, _ in matches if start <= low and high <= stop
    )
    before, after = bool(text[:start].strip()), bool(text[stop:].strip())
    return Snippet(text[start:stop], marks, start, before=before, after=after)
