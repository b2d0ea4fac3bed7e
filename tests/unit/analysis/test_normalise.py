"""Printed text -> normal form, and back to the printed places."""

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis.normalise import _FULL_WIDTH, _fold, _odd_sign, normal_form, normalise

case = pytest.param
# A sign of a number or an alphabetic word.
LATIN = re.compile(
    r"[0-9]|[^\W\d_\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
ODD = " \t\n\r　\u200b\ufeff\u2028aZé1２.Ａßİ㎡½…﷼¨\u0301國學乾⼯豈𠮷𝒜\ud800가がｶﾞ,，。"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        case("２．５ 万人次", "2.5万人次", id="full width, and a blank before the unit"),
        case("12 月 21 日", "12月21日", id="blanks inside a date"),
        case("科 协 动 态", "科协动态", id="blanks between characters"),
        case("學會代表團赴東京", "学会代表团赴东京", id="traditional characters"),
        case("乾坤 乾燥", "干坤干燥", id="each character on its own"),
        case("Micro-LED Display", "micro-led display", id="a blank between Latin words stays"),
        case("GDP 增长 5 %", "gdp增长5%", id="no blank beside a Chinese character"),
        case("⼯作", "工作", id="a Kangxi radical"),
        case("约 2000㎡", "约2000m2", id="a sign of several letters"),
        case("上段\n\n下段", "上段\n\n下段", id="the end of a paragraph is a wall"),
        case("a\u200bb\ufeffc\x00", "abc", id="signs that nobody sees"),
        case("“科普”，《条例》", "“科普”,《条例》", id="quotation marks stay"),
    ],
)
def test_printed_text_in_normal_form(printed: str, normal: str) -> None:
    assert normalise(printed).text == normal


def test_range_leads_back_to_the_printed_text() -> None:
    printed = "于 12 月 21 日，約２．５ 万人"
    normal = normalise(printed)
    at = normal.text.index("12月21日")
    start, stop = normal.printed(at, at + len("12月21日"))
    assert printed[start:stop] == "12 月 21 日"


def sign_by_sign(text: str) -> list[tuple[str, int]]:
    """The rules in their plainest form: each sign of the normal form, and where it stood."""
    signs: list[tuple[str, int]] = []
    blank = False
    for at, sign in enumerate(text):
        blank = blank or sign.isspace()
        for part in normal_form(sign):
            if blank and signs and LATIN.match(signs[-1][0]) and LATIN.match(part):
                signs.append((" ", at - 1))
            signs.append((part, at))
            blank = False
    return signs


@settings(max_examples=300)
@given(st.text(st.one_of(st.sampled_from(ODD), st.characters())))
def test_text_is_normalised_sign_by_sign(text: str) -> None:
    normal, signs = normalise(text), sign_by_sign(text)
    assert normal.text == "".join(sign for sign, _ in signs)
    for at, (sign, there) in enumerate(signs):
        start, stop = normal.printed(at, at + 1)
        assert stop == start + 1
        assert text[start].isspace() if sign == " " else start == there


@given(st.text())
def test_normal_form_is_final(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(text)


def test_what_the_pattern_passes_over_stays_as_it_is() -> None:
    """The table of signs that stay is written by hand: every sign of Unicode is asked."""
    passed = (sign for sign in map(chr, range(sys.maxunicode + 1)) if not _odd_sign().match(sign))
    assert [sign for sign in passed if _fold(sign) != sign] == []


def test_what_is_replaced_without_looking_is_what_each_sign_becomes() -> None:
    assert [_fold(wide) for wide, _ in _FULL_WIDTH] == [narrow for _, narrow in _FULL_WIDTH]


def test_long_runs_are_mapped_too() -> None:
    for text in ("甲" * 40_000, " " * 40_000 + "a", "a " * 20_000, "學 " * 20_000):
        normal = normalise(text)
        assert normal.printed(0, len(normal.text))[1] <= len(text)
