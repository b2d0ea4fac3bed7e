"""The one analyser of texts and questions: words for ranking, characters for proof."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from indexer.analysis import units
from indexer.analysis.normalise import normal_form
from indexer.analysis.segment import Segmenter
from indexer.models import Knowledge, Token

# Raised by hand whenever a rule of this room changes what a text is turned into.
RULES = 1

# Anything but punctuation.
_SEARCHABLE = re.compile(r"[^\W_]")
# Words up to this length are remembered with their pieces, so many at a time.
_LONGEST_KEPT, _MOST_KEPT = 32, 200_000


class Analyser:
    """Turns text into terms. Words come with the pieces that lie inside them.

    Every method takes any text and normalises it first; offsets are those of the normal form.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        names = [name for row in knowledge.organizations for name in (row.name, *row.aliases)]
        self._segmenter = Segmenter(tuple(map(normal_form, (*names, *knowledge.words))))
        self._short_name = _any_of(short for row in knowledge.organizations for short in row.short)
        self._terms = _Terms(self.within)

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text could give other terms than before."""
        state = f"rules {RULES} {self._segmenter.fingerprint}"
        return hashlib.sha256(state.encode()).hexdigest()[:16]

    def normal(self, text: str) -> str:
        """The normal form of a text, in which phrases are compared."""
        return normal_form(text)

    def cut(self, text: str) -> tuple[Token, ...]:
        """The words of a text without overlap, in order, punctuation included.

        Joined they are the normal form; positions are 0, 1, 2...
        """
        tokens: list[Token] = []
        start = 0
        for word in self.split(normal_form(text)):
            tokens.append(Token(word, len(tokens), start, start + len(word)))
            start += len(word)
        return tuple(tokens)

    def __reduce__(self) -> tuple[type["Analyser"], tuple[Knowledge]]:
        """For another process: what it is made of, not what it has loaded."""
        return Analyser, (self._knowledge,)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text that can be searched, each followed by the pieces inside it."""
        return tuple(self.terms(normal_form(text)))

    def terms(self, normal: str) -> list[str]:
        """The words of a text that is in normal form already."""
        return list(chain.from_iterable(map(self._terms.__getitem__, self.split(normal))))

    def split(self, normal: str) -> list[str]:
        """The words of a normal text without overlap; dates and counts whole, punctuation too."""
        cut, parts = self._segmenter.cut, units.split(normal)
        words = cut(parts[0])
        for at in range(1, len(parts), 2):
            words.append(parts[at])
            words += cut(parts[at + 1])
        return words

    def within(self, word: str) -> tuple[str, ...]:
        """A word and the pieces inside it; nothing for punctuation."""
        return (word, *self._pieces(word)) if _SEARCHABLE.search(word) else ()

    def required(self, text: str) -> tuple[str, ...]:
        """The words a question asks for: cut like a text, without the pieces, each once.

        A short name of the organisation table stays whole, though texts are cut inside it: who
        asks for 市科协 does not ask for any 市 and any 科协.
        """
        normal, words = normal_form(text), []
        done = 0
        for name in self._short_name.finditer(normal):
            words += [*self.split(normal[done : name.start()]), name.group()]
            done = name.end()
        words += self.split(normal[done:])
        return tuple(dict.fromkeys(filter(_SEARCHABLE.search, words)))

    def characters(self, text: str) -> tuple[str, ...]:
        """The characters of a text in a row; a whole number or Latin word counts as one."""
        return tuple(units.characters(normal_form(text)))

    def _pieces(self, word: str) -> Iterator[str]:
        if units.is_unit(word):
            yield from units.pieces(word)
            return
        for piece in self._segmenter.divide(word):
            yield piece
            yield from self._segmenter.divide(piece)


class _Terms(dict[str, tuple[str, ...]]):
    """For each word itself and its pieces, nothing for punctuation; worked out once.

    Safe under threads: at worst two of them work out the same.
    """

    def __init__(self, within: Callable[[str], tuple[str, ...]], most: int = _MOST_KEPT) -> None:
        super().__init__()
        self._within = within
        self._most = most

    def __missing__(self, word: str) -> tuple[str, ...]:
        terms = self._within(word)
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= self._most:
                self.clear()
            self[word] = terms
        return terms


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some names where no other name runs into it: 市科协, not 北京|市科协."""
    longest = sorted({normal_form(name) for name in names}, key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, longest)) or "(?!)"
    return re.compile(rf"(?<![\u3400-\u9fff])(?:{either})")
