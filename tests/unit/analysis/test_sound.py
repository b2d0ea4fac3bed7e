"""How texts and names sound."""

import pytest

from indexer.analysis.sound import name_syllables, syllables

case = pytest.param


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("北京市科协", "bei jing shi ke xie", id="one syllable a character"),
        case("银行行长", "yin hang hang zhang", id="words are read as words"),
        case("重庆", "chong qing", id="a place"),
        case("旅行", "lv xing", id="ü is typed v"),
        case("AI办2", "a i ban 2", id="other signs stand for themselves"),
        case("", "", id="nothing"),
    ],
)
def test_syllables(text: str, expected: str) -> None:
    assert syllables(text) == tuple(expected.split())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        case("单霁翔", "shan ji xiang", id="单 is no dan"),
        case("曾庆存", "zeng qing cun", id="曾 is no ceng"),
        case("仇保兴", "qiu bao xing", id="仇 is no chou"),
        case("解思忠", "xie si zhong", id="解 is no jie"),
        case("区志强", "ou zhi qiang", id="区 is no qu"),
        case("任正", "ren zheng", id="任"),
        case("查全性", "zha quan xing", id="查 is no cha"),
        case("尉迟恭", "yu chi gong", id="a surname of two characters"),
        case("李红梅", "li hong mei", id="an ordinary surname"),
        case("单", "dan", id="one character is no name"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, expected: str) -> None:
    assert name_syllables(name) == tuple(expected.split())
