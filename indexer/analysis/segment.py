"""Words by jieba, its statistical guessing of unknown words switched off.

Where rjieba is installed it does the cutting, eight times as fast. It gives the same words, which
a test keeps so.
"""

import hashlib
import re
from collections.abc import Callable
from functools import cached_property
from importlib.metadata import version
from typing import Protocol

from indexer.analysis.lexicon import Lexicon, dictionary

try:
    from indexer.analysis.swift import Swift as Usual
except ImportError:  # there is no rjieba for this platform
    from indexer.analysis.reference import Reference as Usual  # type: ignore[assignment]

# Longer stretches without punctuation are fed in pieces: jieba's cost grows with their square.
LONGEST_PIECE = 1000
_PIECE = re.compile(rf"(?s:.{{1,{LONGEST_PIECE}}})(?:\Z|(?<=\W))|(?s:.{{1,{LONGEST_PIECE}}})")


class Cutter(Protocol):
    """A dictionary of words with their frequencies, by which a piece of text is cut."""

    def add(self, word: str, frequency: int) -> None:
        """Know one more word."""

    def cut(self, text: str) -> list[str]:
        """The words of one piece; joined they are the piece again."""


class Segmenter:
    """Cuts normal text into words by jieba's dictionary and the given extra words."""

    def __init__(self, words: tuple[str, ...], make_cutter: Callable[[], Cutter] = Usual) -> None:
        """``words`` are known beside the dictionary's."""
        self._make_cutter = make_cutter
        self._words = tuple(sorted({word for word in words if len(word) > 1}))

    def cut(self, text: str) -> list[str]:
        """The words of a text in order; joined they are the text again."""
        cut = self._loaded[0].cut
        if len(text) <= LONGEST_PIECE:
            return cut(text)
        return [word for piece in _PIECE.findall(text) for word in cut(piece)]

    def divide(self, word: str) -> tuple[str, ...]:
        """The best division of a word, or none: 中国科协 -> 中国, 科协; 石景山 -> ()."""
        return self._loaded[1].divide(word)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that decides how a text is cut: dictionary, extra words, version."""
        state = hashlib.sha256(f"jieba {version('jieba')}".encode())
        state.update(dictionary())
        state.update("\n".join(self._words).encode())
        return state.hexdigest()[:16]

    @cached_property
    def _loaded(self) -> tuple[Cutter, Lexicon]:
        """What cuts, and the frequencies by which it does."""
        cutter, lexicon = self._make_cutter(), Lexicon()
        for word in self._words:
            cutter.add(word, lexicon.add(word, cutter.cut(word)))
        return cutter, lexicon
