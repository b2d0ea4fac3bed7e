"""Both segmenters give the same words, whatever the text and whatever words are added."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis.reference import Reference
from indexer.analysis.segment import _PIECE, LONGEST_PIECE, Segmenter
from indexer.analysis.swift import Swift

ODD_WORDS = ("C++", "阿依古丽·买买提", "A B", "“双百”", "2023年", "院士专家工作站", "𠮷野家")
JOINTS = "，。、！？；：“”《》（）—…·\n\t ,.!?+#&._%-*/~@=^0123456789aZé𠮷㐂鿿豈ａ\u200b\x00\ud800"


def invented_names(count: int) -> tuple[str, ...]:
    """So many names as an organisation table might hold, from a fixed seed."""
    chance = random.Random(11)
    regions = [a + b for a in "云青临江海石平安" for b in "州阳河山川门宁东"]
    kinds = ("市科协", "县科学技术协会", "大学科协", "医学会", "机械工程学会", "院士专家工作站")
    return tuple(
        chance.choice(regions) + str(at % 9) * (at % 3 == 0) + chance.choice(kinds)
        for at in range(count)
    )


@pytest.fixture(scope="module")
def pair() -> tuple[Segmenter, Segmenter]:
    """The reference and the fast one, with the same 2,000 names."""
    words = (*invented_names(2_000), *ODD_WORDS)
    return Segmenter(words, Reference), Segmenter(words)


def test_the_fast_segmenter_is_installed_where_tests_run(pair: tuple[Segmenter, Segmenter]) -> None:
    assert isinstance(pair[1]._loaded[0], Swift)


def test_segmenters_agree_on_joined_words(pair: tuple[Segmenter, Segmenter]) -> None:
    chance = random.Random(5)
    pieces = [
        "科普",
        "工作者",
        "全国科普日",
        "协会",
        "的",
        "和",
        "北京市",
        "石景山区",
        *invented_names(300),
        *ODD_WORDS,
        *JOINTS,
    ]
    for _ in range(2_000):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 30)))
        assert pair[1].cut(text) == pair[0].cut(text), text


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(
        st.one_of(st.sampled_from("中国科协市区会工作日石景山" + JOINTS), st.characters()),
        max_size=80,
    )
)
def test_segmenters_agree_on_any_text(pair: tuple[Segmenter, Segmenter], text: str) -> None:
    words = pair[1].cut(text)
    assert words == pair[0].cut(text)
    assert "".join(words) == text


def test_divisions_do_not_depend_on_the_segmenter(pair: tuple[Segmenter, Segmenter]) -> None:
    for name in invented_names(300):
        assert pair[0].divide(name) == pair[1].divide(name)


def test_fingerprint_does_not_depend_on_the_segmenter(pair: tuple[Segmenter, Segmenter]) -> None:
    assert pair[0].fingerprint == pair[1].fingerprint


def test_a_long_run_of_one_character_is_cut(pair: tuple[Segmenter, Segmenter]) -> None:
    text = "甲" * 40_000
    assert "".join(pair[0].cut(text)) == "".join(pair[1].cut(text)) == text


@settings(max_examples=50)
@given(st.lists(st.integers(1, 1500), min_size=1, max_size=6), st.sampled_from("，-\n甲"))
def test_pieces_are_as_long_as_punctuation_allows(lengths: list[int], joint: str) -> None:
    text = joint.join("甲" * length for length in lengths)
    pieces = _PIECE.findall(text)
    assert "".join(pieces) == text
    assert all(len(piece) <= LONGEST_PIECE for piece in pieces)
    for piece, after in pairwise(pieces):
        assert piece.endswith(joint) or len(piece) == LONGEST_PIECE
        stretch = min(after.find(joint) + 1 or len(after), LONGEST_PIECE)
        assert len(piece) + stretch > LONGEST_PIECE
