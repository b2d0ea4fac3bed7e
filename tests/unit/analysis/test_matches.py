"""Where words stand in the printed text."""

import pytest

from indexer.analysis import find_matches

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
    ],
)
def test_marks_are_ranges_of_the_printed_text(
    text: str, needles: list[str], marked: list[str]
) -> None:
    assert [text[start:stop] for start, stop, _ in find_matches(text, needles)] == marked
