"""Words by rjieba, which is jieba in Rust: the same words, eight times as fast.

ImportError where it is not installed.
"""

import re

import rjieba

# Where the two segmenters would differ: rare characters, which jieba takes for punctuation, and
# halves of characters, which cannot be handed over as UTF-8.
_RARE = re.compile("([\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\ud800-\udfff\U00020000-\U0003ffff])")

# rjieba reads its dictionary while it is imported: the first segmenter takes what it made.
_READY: list[rjieba.Jieba] = [rjieba.__dict__["_DEFAULT_JIEBA"]]


class Swift:
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
