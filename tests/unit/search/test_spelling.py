"""Words the archive does not have -> words it has."""

import pytest

from indexer.search.spelling import Spelling, one_edit

case = pytest.param

SPELLING = Spelling(
    {
        "科普": 50,
        "科技": 90,
        "讲座": 20,
        "江左": 1,
        "乒乓球": 4,
        "常委会": 7,
        "人工智能": 9,
        "science": 3,
        "北京市科协": 30,
        "城市": 8,
        "日": 99,
        "2023": 5,
    }
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        case("科谱", ["科普"], id="the same sound"),
        case("kepu", ["科普"], id="pinyin"),
        case("讲坐", ["讲座", "江左"], id="of equals the more frequent first"),
        case("beijingshikexie", [], id="longer than any word that is mended"),
        case("乒乓秋", ["乒乓球"], id="the same sound of three"),
        case("常务会", ["常委会"], id="one character away"),
        case("人工只能", ["人工智能"], id="a similar sound: zhi neng"),
        case("成市", ["城市"], id="the same sound in another tone"),
        case("科变", [], id="one of two characters is too little to go by"),
        case("sience", ["science"], id="a letter missing"),
        case("scinece", ["science"], id="two letters exchanged"),
        case("科普", [], id="a word that is there, and has no like"),
        case("科", [], id="a single character"),
        case("2024", [], id="numbers are not mended"),
        case("火星", [], id="nothing near"),
    ],
)
def test_near_words(word: str, expected: list[str]) -> None:
    assert [one.word for one in SPELLING.near(word)] == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        case("abc", "abd", True, id="another letter"),
        case("abc", "ab", True, id="a letter less"),
        case("abc", "xabc", True, id="a letter more in front"),
        case("abc", "acb", True, id="two exchanged"),
        case("abc", "cba", False, id="two that are no neighbours"),
        case("abc", "abcde", False, id="two more"),
        case("abc", "xyc", False, id="two other"),
    ],
)
def test_one_edit(left: str, right: str, expected: bool) -> None:
    assert one_edit(left, right) is one_edit(right, left) is expected
