"""The one analyser of texts and questions: words for ranking, characters for proof."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from indexer.analysis import units
from indexer.analysis.normalise import is_latin, normalise
from indexer.analysis.segment import Segmenter
from indexer.models import Knowledge, Token

# Raised by hand whenever a rule of this room changes what a text is turned into.
RULES = 1


class Analyser:
    """Turns text into terms. Words come with the pieces that lie inside them.

    Every method takes any text and normalises it first; offsets are those of the normal form.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        names = [name for row in knowledge.organizations for name in (row.name, *row.aliases)]
        words = (*names, *knowledge.words)
        self._segmenter = Segmenter(tuple(normalise(word).text for word in words))
        self._short_name = _any_of(short for row in knowledge.organizations for short in row.short)

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text could give other terms than before."""
        state = f"rules {RULES} {self._segmenter.fingerprint}"
        return hashlib.sha256(state.encode()).hexdigest()[:16]

    def normal(self, text: str) -> str:
        """The normal form of a text, in which phrases are compared."""
        return normalise(text).text

    def cut(self, text: str) -> tuple[Token, ...]:
        """The words of a text without overlap, in order, punctuation included.

        Joined they are the normal form; positions are 0, 1, 2...
        """
        tokens: list[Token] = []
        start = 0
        for word in self._words(normalise(text).text):
            tokens.append(Token(word, len(tokens), start, start + len(word)))
            start += len(word)
        return tuple(tokens)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text that can be searched, each followed by the pieces inside it."""
        terms: list[str] = []
        for token in self.cut(text):
            if _searchable(token.text):
                terms.append(token.text)
                terms += self._pieces(token.text)
        return tuple(terms)

    def required(self, text: str) -> tuple[str, ...]:
        """The words a question asks for: cut like a text, without the pieces, each once.

        A short name of the organisation table stays whole, though texts are cut inside it: who
        asks for 市科协 does not ask for any 市 and any 科协.
        """
        normal, words = normalise(text).text, []
        done = 0
        for name in self._short_name.finditer(normal):
            words += [*self._words(normal[done : name.start()]), name.group()]
            done = name.end()
        words += self._words(normal[done:])
        return tuple(dict.fromkeys(filter(_searchable, words)))

    def characters(self, text: str) -> tuple[str, ...]:
        """The characters of a text in a row; a whole number or Latin word counts as one."""
        return tuple(units.CHARACTER.findall(normalise(text).text))

    def _words(self, normal: str) -> Iterator[str]:
        """Dates and counts whole, what lies between them as jieba cuts it."""
        done = 0
        for unit in units.UNIT.finditer(normal):
            yield from self._segmenter.cut(normal[done : unit.start()])
            yield unit.group()
            done = unit.end()
        yield from self._segmenter.cut(normal[done:])

    def _pieces(self, word: str) -> Iterator[str]:
        if units.UNIT.fullmatch(word):
            yield from (piece for _, piece in units.pieces(word))
            return
        for piece in self._segmenter.divide(word):
            yield piece
            yield from self._segmenter.divide(piece)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some names where no other name runs into it: 市科协, not 北京|市科协."""
    longest = sorted({normalise(name).text for name in names}, key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, longest)) or "(?!)"
    return re.compile(rf"(?<![\u3400-\u9fff])(?:{either})")


def _searchable(word: str) -> bool:
    """Whether a word holds anything but punctuation."""
    return any(sign.isalnum() or is_latin(sign) for sign in word)
