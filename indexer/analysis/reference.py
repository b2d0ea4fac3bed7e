"""Words by jieba itself."""

from functools import cache

import jieba


class Reference:
    """Jieba, its statistical guessing of unknown words switched off."""

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
