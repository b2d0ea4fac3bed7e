"""Printed text -> normal form, and back to the printed places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.normalise import normalise

case = pytest.param


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


@given(st.text())
def test_normal_form_is_final_and_every_sign_has_its_place(text: str) -> None:
    normal = normalise(text)
    assert len(normal.text) == len(normal.starts) == len(normal.stops)
    assert normalise(normal.text).text == normal.text
    assert all(
        0 <= start < stop <= len(text)
        for start, stop in zip(normal.starts, normal.stops, strict=True)
    )
