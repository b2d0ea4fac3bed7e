"""Where words stand in the printed text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import find_matches
from indexer.analysis.normalise import normalise
from indexer.analysis.units import characters

case = pytest.param


@pytest.mark.parametrize(
    ("text", "needles", "marked"),
    [
        case("科普" * 3, ["科普"], ["科普"] * 3, id="each place of a repeated word"),
        case("12 月 21 日举办", ["12月21日"], ["12 月 21 日"], id="blanks of the print included"),
        case("赴東京交流", ["东京"], ["東京"], id="traditional print"),
        case("11月5日，1月", ["1月"], ["1月"], id="not inside a longer number"),
        case("5% 与 1.5%", ["5"], ["5"], id="not inside a decimal number"),
        case("covers over", ["over"], ["over"], id="not inside a Latin word"),
        case("全国科普日", ["科普", "科普日"], ["科普日"], id="the longest wins"),
        case("北京市科协", ["北京市科协", "科协"], ["北京市科协"], id="no mark inside a mark"),
        case("石景山区石景山", ["景山"], ["景山", "景山"], id="a literal match"),
        case("科学\n技术", ["科学技术"], [], id="not across paragraphs"),
        case("任何", [""], [], id="an empty needle matches nowhere"),
        case("GDP 增长", [" "], [], id="nor does a blank"),
        case("科普科普科普", ["普科", "科普科"], ["科普科", "普科"], id="what is taken is taken"),
        case("1.5.15", ["5", "15", "1.5"], [], id="not inside a number of many parts"),
        case("约２０００㎡", ["m2"], ["㎡"], id="a sign of several letters"),
    ],
)
def test_marks_are_ranges_of_the_printed_text(
    text: str, needles: list[str], marked: list[str]
) -> None:
    assert [text[start:stop] for start, stop, _ in find_matches(text, needles)] == marked


@settings(max_examples=500)
@given(st.text(st.sampled_from("11..aa bé科 普科Ａ㎡½²\n，"), max_size=30), st.data())
def test_needle_is_found_wherever_its_characters_stand(text: str, data: st.DataObject) -> None:
    """One needle against every place of the text, with the characters counted anew."""
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text)))
    needle = normal.text[start : start + data.draw(st.integers(1, 4))]
    expected, at = [], 0 if needle and needle == needle.strip(" ") else len(normal.text)
    while at < len(normal.text):
        stop = at + len(needle)
        parts = (normal.text[:at], needle, normal.text[stop:])
        whole = [sign for part in parts for sign in characters(part)] == characters(normal.text)
        if whole:
            expected.append((*normal.printed(at, stop), 0))
        at = stop if whole else at + 1
    assert list(find_matches(text, [needle])) == expected


@pytest.mark.parametrize("sign", ["甲", "a", "1"])
def test_long_runs_are_searched_in_one_go(sign: str) -> None:
    found = find_matches(sign * 40_000, [sign * 20_000, sign * 50])
    assert len(found) == (2 if sign == "甲" else 0)
