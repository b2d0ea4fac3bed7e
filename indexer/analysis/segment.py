"""Words by jieba, its statistical guessing of unknown words switched off.

Where rjieba is installed it does the cutting, eight times as fast. It gives the same words, which
a test keeps so; what may be left out of the dictionary only jieba can say.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from importlib.metadata import version

import jieba

try:
    from rjieba import Jieba
except ImportError:
    Jieba = None  # type: ignore[assignment,misc]  # the extra is not installed

# Longer stretches without punctuation are fed in pieces: jieba's cost grows with their square.
LONGEST_PIECE = 1000
# Where the two segmenters would differ: rare characters, which jieba takes for punctuation, and
# halves of characters, which cannot be handed over as UTF-8.
_RARE = re.compile("[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\ud800-\udfff\U00020000-\U0003ffff]")
_BREAK = re.compile(r"(?<=[^\w])")


class Segmenter:
    """Cuts normal text into words by jieba's dictionary and the given extra words."""

    def __init__(self, words: tuple[str, ...], fast: bool = True) -> None:
        """``words`` are known beside the dictionary's; without ``fast`` jieba itself cuts."""
        self.fast = fast and Jieba is not None
        self._words = tuple(sorted({word for word in words if len(word) > 1}))
        self._divisions: dict[str, tuple[str, ...]] = {}

    def cut(self, text: str) -> list[str]:
        """The words of a text in order; joined they are the text again."""
        return [word for piece in _pieces(text) for word in self._cut(piece)]

    def divide(self, word: str) -> tuple[str, ...]:
        """The best division of a word, or none: 中国科协 -> 中国, 科协; 石景山 -> ().

        It is jieba's own cut of the word with that word left out of the dictionary, kept only
        if its first piece has two characters or more.
        """
        known = self._divisions.get(word)
        if known is None:
            known = self._divisions[word] = self._divide(word)
        return known

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that decides how a text is cut: dictionary, extra words, version."""
        state = hashlib.sha256(f"jieba {version('jieba')}".encode())
        with self._jieba.get_dict_file() as dictionary:
            state.update(dictionary.read())
        state.update("\n".join(self._words).encode())
        return state.hexdigest()[:16]

    def _divide(self, word: str) -> tuple[str, ...]:
        if len(word) <= 2:
            return ()
        graph = self._jieba.get_DAG(word)
        graph[0] = [end for end in graph[0] if end != len(word) - 1] or [0]
        route: dict[int, tuple[float, int]] = {}
        self._jieba.calc(word, graph, route)
        pieces: list[str] = []
        start = 0
        while start < len(word):
            stop = route[start][1] + 1
            pieces.append(word[start:stop])
            start = stop
        return tuple(pieces) if len(pieces[0]) > 1 else ()

    @cached_property
    def _cut(self) -> Callable[[str], Iterable[str]]:
        """The cutter of one piece."""
        if not self.fast:
            return lambda piece: self._jieba.cut(piece, HMM=False)
        quick = Jieba()
        for word in self._words:
            quick.add_word(word, self._jieba.FREQ[word], "")
        return lambda piece: (
            self._jieba.cut(piece, HMM=False) if _RARE.search(piece) else quick.cut(piece, False)
        )

    @cached_property
    def _jieba(self) -> jieba.Tokenizer:
        frequencies, total = _shipped_dictionary()
        tokenizer = jieba.Tokenizer()
        tokenizer.FREQ, tokenizer.total = dict(frequencies), total
        tokenizer.initialized = True
        for word in self._words:
            tokenizer.add_word(word)
        return tokenizer


@cache
def _shipped_dictionary() -> tuple[dict[str, int], int]:
    """Jieba's own words with their frequencies, and the sum of these; read once a process.

    Read from the package itself: jieba's way would leave a marshalled copy under a well-known
    name in the shared temporary folder and load whatever lies there.
    """
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as dictionary:
        return tokenizer.gen_pfdict(dictionary)


def _pieces(text: str) -> list[str]:
    """The text in stretches of at most LONGEST_PIECE, cut behind punctuation where possible."""
    pieces: list[str] = []
    for stretch in _BREAK.split(text):
        if pieces and len(pieces[-1]) + len(stretch) <= LONGEST_PIECE:
            pieces[-1] += stretch
        else:
            pieces += (
                stretch[at : at + LONGEST_PIECE] for at in range(0, len(stretch), LONGEST_PIECE)
            )
    return pieces
