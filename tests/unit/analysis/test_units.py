"""The patterns made for speed against the rules in their plainest form."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import units

case = pytest.param
SIGNS = st.text(st.sampled_from("0123.. \n年月日万余多人次位ab科Aéかー,。٣½ａ𠮷"), max_size=30)

CHARACTER = re.compile(
    r"[0-9]+(?:\.[0-9]+)*|[^\W\d_\u2e80-\u9fff\uf900-\uffff\U00020000-\U0003ffff]+|[^ ]|\n"
)
UNIT = re.compile(
    r"(?<![0-9.])(?:[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}日)"
    r"|(?<![a-z0-9.])[0-9]+(?:\.[0-9]+)?(?!\.?[0-9a-z])[多余]?[百千万亿]*[多余]?"
    r"(?:人次|[人名位个项家场篇次期届年天元件条份册台本只幅米吨亩])?"
)


@settings(max_examples=500)
@given(SIGNS)
def test_characters_are_those_of_the_plain_rule(text: str) -> None:
    assert units.characters(text) == CHARACTER.findall(text)


@settings(max_examples=500)
@given(SIGNS)
def test_units_are_those_of_the_plain_rule(text: str) -> None:
    parts = units.split(text)
    assert "".join(parts) == text
    assert parts[1::2] == UNIT.findall(text)
    assert units.is_unit(text) == bool(UNIT.fullmatch(text))


@settings(max_examples=500)
@given(SIGNS)
def test_inside_is_where_no_character_begins(text: str) -> None:
    begins = {match.start() for match in CHARACTER.finditer(text)}
    for at, sign in enumerate(text):
        if sign != " ":
            assert bool(units.INSIDE.match(text, at)) == (at not in begins)


@pytest.mark.parametrize(
    ("unit", "pieces"),
    [
        case("2023年12月21日", "12月21日 2023年12月 2023年 12月", id="a full date"),
        case("12月", "", id="a month has none"),
        case("320余名", "320", id="a count holds its number"),
        case("320", "", id="a number has none"),
    ],
)
def test_pieces_of_a_unit(unit: str, pieces: str) -> None:
    assert " ".join(units.pieces(unit)) == pieces
