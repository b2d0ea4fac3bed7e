"""The lexicon against jieba, whose dictionary and rules it reads piece by piece."""

import random
import re

import jieba
import pytest

from indexer.analysis.lexicon import Lexicon, _shipped

# One that jieba knows, one with a beginning of words that is no word, one of Latin signs.
ADDED = (
    "中国科协",
    "北京市科协",
    "北京市科学技术协会",
    "科学技术",
    "江南stylish",
    "c++协会",
    "薴麻",
)


@pytest.fixture(scope="module")
def reference() -> jieba.Tokenizer:
    """Jieba with its own dictionary."""
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as lines:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(lines)
    tokenizer.initialized = True
    return tokenizer


@pytest.fixture(scope="module")
def grown(reference: jieba.Tokenizer) -> tuple[jieba.Tokenizer, Lexicon]:
    """Jieba and our lexicon with the same words added."""
    tokenizer, lexicon = jieba.Tokenizer(), Lexicon()
    tokenizer.FREQ, tokenizer.total = dict(reference.FREQ), reference.total
    tokenizer.initialized = True
    for word in ADDED:
        frequency = lexicon.add(word, list(tokenizer.cut(word, HMM=False)))
        tokenizer.add_word(word)
        assert frequency == tokenizer.FREQ[word], word
    return tokenizer, lexicon


def test_all_words_are_found_by_their_first_character(reference: jieba.Tokenizer) -> None:
    words: dict[str, dict[str, int]] = {}
    for word, frequency in reference.FREQ.items():
        if frequency:
            words.setdefault(word[0], {})[word] = frequency
    assert {sign: _shipped(sign) for sign in words} == words


@pytest.mark.parametrize("sign", ["\x00", " ", "㐂", "鿿", "豈", "𠮷", "\ud800", "\U0010ffff"])
def test_other_signs_begin_no_word(sign: str) -> None:
    assert _shipped(sign) == {}


def test_sum_and_longest_word_are_those_of_the_dictionary(reference: jieba.Tokenizer) -> None:
    assert Lexicon().total == reference.total
    assert Lexicon().longest == max(map(len, reference.FREQ))


def test_sum_grows_with_added_words(grown: tuple[jieba.Tokenizer, Lexicon]) -> None:
    assert grown[1].total == grown[0].total


def test_division_is_the_cut_without_the_word(grown: tuple[jieba.Tokenizer, Lexicon]) -> None:
    tokenizer, lexicon = grown
    # Words with Latin letters aside: these jieba joins again after its cut.
    words = [word for word in tokenizer.FREQ if re.fullmatch("[\u4e00-\u9fd5]{3,}", word)]
    long = "北京市科学技术协会" * 40
    for word in (*random.Random(3).sample(words, 3_000), *ADDED[:4], long):
        frequency, tokenizer.FREQ[word] = tokenizer.FREQ.get(word, 0), 0
        pieces = tuple(tokenizer.cut(word, HMM=False))
        tokenizer.FREQ[word] = frequency
        assert lexicon.divide(word) == (pieces if len(pieces[0]) > 1 else ()), word


def test_short_words_are_not_divided() -> None:
    assert [Lexicon().divide(word) for word in ("", "科", "科普")] == [(), (), ()]
