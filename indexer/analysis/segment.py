"""Words by jieba, its statistical guessing of unknown words switched off.

Where rjieba is installed it does the cutting, eight times as fast. It gives the same words, which
a test keeps so.
"""

import hashlib
import re
from functools import cache, cached_property
from importlib.metadata import version

import jieba

from indexer.analysis.lexicon import Lexicon, dictionary

try:
    import rjieba
except ImportError:
    rjieba = None  # type: ignore[assignment]  # the extra is not installed

# Longer stretches without punctuation are fed in pieces: jieba's cost grows with their square.
LONGEST_PIECE = 1000
_PIECE = re.compile(rf"(?s:.{{1,{LONGEST_PIECE}}})(?:\Z|(?<=\W))|(?s:.{{1,{LONGEST_PIECE}}})")
# Where the two segmenters would differ: rare characters, which jieba takes for punctuation, and
# halves of characters, which cannot be handed over as UTF-8.
_RARE = re.compile("([\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\ud800-\udfff\U00020000-\U0003ffff])")

# rjieba reads its dictionary while it is imported: the first segmenter takes what it made.
_READY: list["rjieba.Jieba"] = [] if rjieba is None else [rjieba.__dict__["_DEFAULT_JIEBA"]]


class Segmenter:
    """Cuts normal text into words by jieba's dictionary and the given extra words."""

    def __init__(self, words: tuple[str, ...], fast: bool = True) -> None:
        """``words`` are known beside the dictionary's; without ``fast`` jieba itself cuts."""
        self.fast = fast and rjieba is not None
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
    def _loaded(self) -> tuple["_Fast | _Reference", Lexicon]:
        """What cuts, and the frequencies by which it does."""
        cutter, lexicon = _Fast() if self.fast else _Reference(), Lexicon()
        for word in self._words:
            cutter.add(word, lexicon.add(word, cutter.cut(word)))
        return cutter, lexicon


class _Fast:
    """Jieba in Rust."""

    def __init__(self) -> None:
        try:
            self._jieba = _READY.pop()
        except IndexError:
            self._jieba = rjieba.Jieba()

    def add(self, word: str, frequency: int) -> None:
        """Know one more word."""
        self._jieba.add_word(word, frequency, "")

    def cut(self, text: str) -> list[str]:
        """The words of one piece; rare characters by themselves, as jieba has them."""
        if not _RARE.search(text):
            return self._jieba.cut(text, False)
        words: list[str] = []
        for at, part in enumerate(_RARE.split(text)):
            words += [part] if at % 2 else self._jieba.cut(part, False)
        return words


class _Reference:
    """Jieba itself."""

    def __init__(self) -> None:
        frequencies, total = _shipped_dictionary()
        self._jieba = jieba.Tokenizer()
        self._jieba.FREQ, self._jieba.total = dict(frequencies), total
        self._jieba.initialized = True

    def add(self, word: str, frequency: int) -> None:
        """Know one more word."""
        self._jieba.add_word(word, frequency)

    def cut(self, text: str) -> list[str]:
        """The words of one piece."""
        return list(self._jieba.cut(text, HMM=False))


@cache
def _shipped_dictionary() -> tuple[dict[str, int], int]:
    """Jieba's own words with their frequencies, and the sum of these; read once a process.

    Read from the package itself: jieba's way would leave a marshalled copy under a well-known
    name in the shared temporary folder and load whatever lies there.
    """
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as lines:
        return tokenizer.gen_pfdict(lines)
