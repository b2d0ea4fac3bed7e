"""What was typed so far -> the things it may mean."""

import pytest

from indexer.analysis.sound import name_syllables
from indexer.search.shelf import Shelf, Thing

case = pytest.param

NAMES = {
    "北京市科协": 9,
    "北海市科协": 2,
    "青岛市科协": 5,
    "单霁翔": 1,
    "啊" * 40: 1,
    "AI与科普": 3,
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        Thing(name, name.lower(), count, name_syllables(name.lower()))
        for name, count in NAMES.items()
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        case("北", ["北京市科协", "北海市科协"], id="the start, most articles first"),
        case("科协", ["北京市科协", "青岛市科协", "北海市科协"], id="within"),
        case("beij", ["北京市科协"], id="pinyin as far as it goes"),
        case("bjskx", ["北京市科协"], id="initials"),
        case("kexie", ["北京市科协", "青岛市科协", "北海市科协"], id="pinyin within"),
        case("exie", [], id="not from the middle of a syllable"),
        case("skx", ["北京市科协", "青岛市科协", "北海市科协"], id="initials within"),
        case("北京kx", [], id="no sign may be skipped"),
        case("北京skx", ["北京市科协"], id="characters, then initials"),
        case("北京shike", ["北京市科协"], id="characters, then pinyin"),
        case("bj市", ["北京市科协"], id="initials, then characters"),
        case("beijing市", ["北京市科协"], id="pinyin, then characters"),
        case("b京skexie", ["北京市科协"], id="all of them mixed"),
        case("shanjx", ["单霁翔"], id="pinyin and initials of a surname"),
        case("sjx", ["单霁翔"], id="initials of a surname"),
        case("danji", [], id="a surname is not read as a common word"),
        case("aiyu", ["AI与科普"], id="Latin letters stand for themselves"),
        case("a" * 45 + "举", [], id="a thousand ways to fail take no time"),
        case("i", ["AI与科普"], id="a letter that begins no syllable"),
    ],
)
def test_typed_text_finds(shelf: Shelf, typed: str, expected: list[str]) -> None:
    assert [thing.text for _, thing in shelf.find(typed, 4)] == expected


def test_better_ways_come_first(shelf: Shelf) -> None:
    hows = [how for how, _ in shelf.find("a", 4)]
    assert hows == sorted(hows)


def test_no_more_than_asked_for(shelf: Shelf) -> None:
    assert len(shelf.find("科协", 2)) == 2
