"""Rows of signs: which blanks stay, and where a row may stand."""

import pytest

from indexer.engines.embedded.rows import pairs_of, places, row_of, signs_of


@pytest.mark.parametrize(
    ("normal", "row"),
    [
        pytest.param("科协", "科协", id="nothing to drop"),
        pytest.param("科 协 2.5 万", "科协2.5万", id="between Han and numbers no blank is needed"),
        pytest.param("science and art", "science and art", id="between Latin words it is"),
        pytest.param("a  b", "a b", id="one is enough"),
        pytest.param("2023 12", "2023 12", id="between numbers it is, too"),
        pytest.param("covid 19", "covid19", id="a word and a number are two units without it"),
        pytest.param("3 .5", "3 .5", id="a point could join two numbers"),
        pytest.param("é a", "é a", id="letters with signs are Latin"),
        pytest.param(" 科 ", "科", id="at the edges none"),
    ],
)
def test_blank_stays_where_units_would_run_together(normal: str, row: str) -> None:
    assert row_of(normal) == row


@pytest.mark.parametrize(
    ("text", "row", "found"),
    [
        pytest.param("科科科", "科科", [0, 1], id="rows may overlap"),
        pytest.param("11月1月", "1月", [3], id="1月 is not in 11月"),
        pytest.param("2.5万5万", "5万", [4], id="5万 is not in 2.5万"),
        pytest.param("1.2.3", "2", [], id="nor a part of a version number"),
        pytest.param("第2.在", "2", [1], id="a full stop behind a number is none of it"),
        pytest.param("20,5", "20", [0], id="nor is a comma"),
        pytest.param("art arts start", "art", [0], id="a Latin word is whole"),
        pytest.param("covid19", "covid", [0], id="a number behind a word is another unit"),
        pytest.param("covid19", "19", [5], id="and so is a word before a number"),
        pytest.param("科art协", "art", [1], id="Han signs are no part of it"),
        pytest.param("science and art", "and art", [8], id="several words"),
        pytest.param("", "科", [], id="an empty text"),
    ],
)
def test_row_never_stands_inside_a_longer_unit(text: str, row: str, found: list[int]) -> None:
    assert places(text, row) == found


@pytest.mark.parametrize(
    ("text", "row", "found"),
    [
        pytest.param("art arts start", "art", [0, 4], id="the beginning of a longer word"),
        pytest.param("2023年 12023", "202", [0], id="of a number, but not its middle"),
        pytest.param("科普", "科", [0], id="Han as ever"),
    ],
)
def test_row_with_an_open_end_may_be_the_beginning_of_a_unit(
    text: str, row: str, found: list[int]
) -> None:
    assert places(text, row, open_end=True) == found


def test_signs_of_rows_are_utf_16_with_a_zero_behind_each() -> None:
    signs, offsets = signs_of(["科a", "", "𠮷"])
    assert signs.tolist() == [ord("科"), ord("a"), 0, 0, 0xD842, 0xDFB7, 0]
    assert offsets.tolist() == [0, 3, 4, 7]


def test_pairs_are_neighbours_each_once() -> None:
    assert len(pairs_of("科")) == 0
    assert pairs_of("ab").tolist() == [ord("a") << 16 | ord("b")]
    assert len(pairs_of("科科科")) == 1
    assert len(pairs_of("𠮷")) == 1
