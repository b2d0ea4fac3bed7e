import pytest

from indexer.extract.doubling import undoubled

NEWS = "云州市科协召开座谈会，听取汇报。"


@pytest.mark.parametrize(
    ("text", "once"),
    [
        pytest.param("".join(sign * 2 for sign in NEWS), NEWS, id="each letter twice"),
        pytest.param("工工作作 动动态态\n第第99期期", "工作 动态\n第9期", id="but not the blanks"),
        pytest.param("电⼦子政务的⽅方法", "电子政务的方法", id="a radical and its ideograph"),
        pytest.param("⺠民众与⻓长城", "民众与长城", id="one that NFKC does not know"),
        pytest.param("法律\uf9d8与管理\uf9e4", "法律与管理", id="a second code point behind it"),
        pytest.param("有⼒力\uf98a的⼒力\uf98a量", "有力的力量", id="both before and behind it"),
    ],
)
def test_what_a_pdf_gives_twice_comes_once(text: str, once: str) -> None:
    assert undoubled(text) == once


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("认认真真、高高兴兴地参加科普日活动", id="words that are doubled"),
        pytest.param("认认真真\n高高兴兴\n330000 册图书", id="some of them on a short page"),
        pytest.param("........................", id="a row of dots"),
        pytest.param("⼯作与⽣活，⽤⼼⽤⼒，⼈人", id="radicals that mostly stand alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_was_printed_twice_stays(text: str) -> None:
    assert undoubled(text) == text
