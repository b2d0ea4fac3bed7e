"""How frequent words are: jieba's dictionary, read where it is asked, and words added to it."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from math import inf, log

from indexer.analysis.shipped import shipped_data

# The sum of all frequencies in the dictionary of jieba 0.42.1, and the length of its longest word.
_TOTAL = 60_101_967
_LONGEST = 16
# Its lines are ``科普 297 nrt``, ordered by first character from this one on. Before it stand a few
# dozen in any order, which hold Latin signs.
_FIRST_IN_ORDER = "一"


class Lexicon:
    """The frequencies by which jieba cuts; the dictionary is read by first characters of words."""

    def __init__(self) -> None:
        self.total = _TOTAL
        self.longest = _LONGEST
        self._words: dict[str, dict[str, int]] = {}

    def add(self, word: str, cut: Iterable[str]) -> int:
        """The frequency that a new word gets: enough to be cut whole, where it was cut otherwise.

        This is the rule of jieba's ``suggest_freq``.
        """
        share = 1.0
        for piece in cut:
            share *= self._count(piece) / self.total
        words = self._beginning_with(word[0])
        words[word] = max(int(share * self.total) + 1, words.get(word, 1))
        self.total += words[word]
        self.longest = max(self.longest, len(word))
        return words[word]

    def divide(self, word: str) -> tuple[str, ...]:
        """The best division of a word, or none: 中国科协 -> 中国, 科协; 石景山 -> ().

        It is jieba's own cut of the word with that word left out of the dictionary, kept only
        if its first piece has two characters or more.
        """
        if len(word) <= 2 or not self._has_beginning(word):
            return ()
        logtotal = log(self.total)
        # For each place the score of the best division from there on, and where its piece stops.
        scores, stops = [0.0] * (len(word) + 1), [0] * len(word)
        for at in reversed(range(len(word))):
            words = self._beginning_with(word[at])
            last = min(len(word) - (at == 0), at + self.longest)
            best = -inf
            for stop in range(at + 1, last + 1):
                frequency = words.get(word[at:stop])
                if frequency and (score := log(frequency) - logtotal + scores[stop]) >= best:
                    best, stops[at] = score, stop
            if not stops[at]:
                best, stops[at] = -logtotal + scores[at + 1], at + 1
            scores[at] = best
        pieces: list[str] = []
        start = 0
        while start < len(word):
            pieces.append(word[start : stops[start]])
            start = stops[start]
        return tuple(pieces) if len(pieces[0]) > 1 else ()

    def _has_beginning(self, word: str) -> bool:
        """Whether a shorter word of two characters or more begins a word."""
        words = self._beginning_with(word[0])
        stops = range(2, min(len(word) - 1, self.longest) + 1)
        return any(words.get(word[:stop]) for stop in stops)

    def _count(self, piece: str) -> int:
        """The frequency of a piece; 0 for the mere beginning of a word, 1 for any other string."""
        words = self._beginning_with(piece[0])
        known = any(word.startswith(piece) for word in words)
        return words.get(piece, 0 if known else 1)

    def _beginning_with(self, sign: str) -> dict[str, int]:
        """The words with this first character."""
        words = self._words.get(sign)
        return self._words.setdefault(sign, _shipped(sign)) if words is None else words


def dictionary() -> bytes:
    """The dictionary that jieba ships, as it is."""
    return shipped_data("jieba", "dict.txt")


def _shipped(sign: str) -> dict[str, int]:
    """The words of jieba's dictionary with this first character, and their frequencies."""
    lines, ordered = _lines()
    wanted = sign.encode("utf-8", "surrogatepass")

    def line_after(at: int) -> bytes:
        start = lines.index(b"\n", at) + 1
        return lines[start : start + len(wanted) + 1]

    places = range(ordered, len(lines) - 1)
    first, stop = (
        lines.index(b"\n", places[bisect_left(places, word, key=line_after)])
        for word in (wanted, wanted + b"\xff")
    )
    stray = (line for line in lines[:ordered].split(b"\n") if line.startswith(wanted))
    fields = b"\n".join((*stray, lines[first:stop])).decode().split()
    return dict(zip(fields[::3], map(int, fields[1::3]), strict=True))


@cache
def _lines() -> tuple[bytes, int]:
    """The dictionary with an end behind all words, and the place before its ordered lines."""
    lines = dictionary() + b"\n\xff"
    return lines, lines.index(f"\n{_FIRST_IN_ORDER} ".encode())
