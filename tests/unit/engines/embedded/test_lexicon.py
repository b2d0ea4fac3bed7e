"""Sorted texts in a file are found by their bytes."""

from pathlib import Path

import pytest

from indexer.engines.embedded.arrays import ArrayFile, write_arrays
from indexer.engines.embedded.lexicon import Texts, pack_texts

WORDS = ("a", "ab", "abc", "b", "学会", "科协", "科普", "科普活动", "𠮷")


def texts(folder: Path, words: tuple[str, ...]) -> Texts:
    records = write_arrays(folder / "seg.bin", pack_texts((one.encode() for one in words), "terms"))
    return Texts(ArrayFile(folder / "seg.bin", records), "terms")


def test_texts_come_back_in_their_order(tmp_path: Path) -> None:
    held = texts(tmp_path, WORDS)
    assert len(held) == len(WORDS)
    assert [one.decode() for one in held] == list(WORDS)
    assert [held[at].decode() for at in range(len(held))] == list(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_every_text_is_found_in_its_place(word: str, tmp_path: Path) -> None:
    assert texts(tmp_path, WORDS).find(word.encode()) == WORDS.index(word)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("", id="before all of them"),
        pytest.param("aa", id="between two"),
        pytest.param("科", id="the beginning of some"),
        pytest.param("科普活动周", id="longer than one of them"),
        pytest.param("\U0010ffff", id="behind all of them"),
    ],
)
def test_text_that_is_not_there_has_no_place(word: str, tmp_path: Path) -> None:
    assert texts(tmp_path, WORDS).find(word.encode()) == -1


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        pytest.param("a", ("a", "ab", "abc"), id="a word begins with itself"),
        pytest.param("科", ("科协", "科普", "科普活动"), id="all that begin so"),
        pytest.param("科普活动", ("科普活动",), id="only one"),
        pytest.param("𠮷", ("𠮷",), id="the last of all"),
        pytest.param("c", (), id="none"),
        pytest.param("", WORDS, id="everything begins with nothing"),
    ],
)
def test_prefix_finds_the_words_that_begin_so(
    prefix: str, found: tuple[str, ...], tmp_path: Path
) -> None:
    held = texts(tmp_path, WORDS)
    assert tuple(held[at].decode() for at in held.beginning(prefix.encode())) == found


def test_lexicon_without_words_holds_nothing(tmp_path: Path) -> None:
    held = texts(tmp_path, ())
    assert (len(held), list(held), held.find(b"a"), list(held.beginning(b""))) == (0, [], -1, [])
