"""A text and its matches -> the pieces worth reading."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.snippets import WIDTH, Match, make_snippets

case = pytest.param
SENTENCE = "为深入贯彻会议精神，全市各级组织开展了形式多样的活动，受到群众欢迎。"


def places(text: str, *words: str) -> list[Match]:
    found = [
        (hit.start(), hit.end(), which)
        for which, word in enumerate(words)
        for hit in re.finditer(re.escape(word), text)
    ]
    return sorted(found)


def marked(text: str, matches: Sequence[Match]) -> list[str]:
    return [
        snippet.text[mark.start : mark.stop]
        for snippet in make_snippets(text, matches)
        for mark in snippet.marks
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("《科普条例》施行。结尾。", "《科普条例》施行。结尾。", id="short text"),
        case(
            SENTENCE * 3 + "《科普条例》施行。" + SENTENCE * 3,
            "《科普条例》施行。",
            id="no lost 《",
        ),
        case(
            SENTENCE * 3 + "他说：“科普好！”" + SENTENCE * 3, "他说：“科普好！”", id="closing quote"
        ),
        case("甲。\n科普日。\n乙。", "科普日。", id="a paragraph is a wall"),
    ],
)
def test_piece_begins_and_ends_with_sentences(text: str, expected: str) -> None:
    assert make_snippets(text, places(text, "科普"))[0].text.startswith(expected)


def test_repeated_word_is_marked_at_each_place() -> None:
    text = "科普" * 50
    (snippet,) = make_snippets(text, places(text, "科普"))
    assert [(mark.start, mark.stop) for mark in snippet.marks] == [
        (at, at + 2) for at in range(0, 100, 2)
    ]


def test_pieces_hold_as_many_different_words_as_possible() -> None:
    text = "科普。" + SENTENCE * 4 + "科普与院士。" + SENTENCE * 4 + "学会。" + SENTENCE * 4
    assert set(marked(text, places(text, "科普", "院士", "学会"))) == {"科普", "院士", "学会"}


def test_phrase_over_a_sentence_end_stays_whole() -> None:
    text = SENTENCE * 3 + "会议结束。随后合影。" + SENTENCE * 3
    assert marked(text, places(text, "结束。随后")) == ["结束。随后"]


def test_text_without_match_shows_its_beginning() -> None:
    (snippet,) = make_snippets("第一句。" + SENTENCE * 9, ())
    assert snippet.text.startswith("第一句。")
    assert not snippet.before
    assert snippet.after


@pytest.mark.parametrize("text", ["", "\n", " \n　\n"])
def test_blank_text_has_no_piece(text: str) -> None:
    assert make_snippets(text, ()) == ()


def test_line_without_a_full_stop_ends_a_piece() -> None:
    text = f"科普日{SENTENCE[:-1] * 2}\n下一行{SENTENCE}"
    (snippet,) = make_snippets(text, places(text, "科普"))
    assert snippet.text == f"科普日{SENTENCE[:-1] * 2}"


@given(st.text("科普。！\n，a ", max_size=400))
def test_marks_are_exactly_the_matches_shown(text: str) -> None:
    matches = places(text, "科普", "。a")
    for snippet in make_snippets(text, matches):
        assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text
        for mark in snippet.marks:
            assert snippet.text[mark.start : mark.stop] in {"科普", "。a"}
    if matches:
        assert marked(text, matches)


def test_monster_text_gives_short_pieces() -> None:
    text = "科" * 40_000
    for snippet in make_snippets(text, [(39_000, 39_001, 0)]):
        assert len(snippet.text) <= 3 * WIDTH
