"""What cannot be read as it stands -> a guess and a notice that says it."""

from datetime import date

import pytest

from indexer.models import And, Node, Or, Phrase, Text
from indexer.query import parse_question

TODAY = date(2024, 1, 10)

case = pytest.param
A, B = Text("a"), Text("b")


@pytest.mark.parametrize(
    ("typed", "tree", "notice"),
    [
        case('"科协', Phrase("科协"), "引号不成对", id="an open quote"),
        case("a 「b", And((A, Phrase("b"))), "引号不成对", id="an open corner bracket"),
        case('a "', A, "引号不成对", id="a quote at the end"),
        case("(东京 AND", Text("东京"), "括号不成对", id="an open bracket"),
        case("(东京 AND", Text("东京"), "“AND”前后缺少检索词", id="AND before nothing"),
        case("a) b", And((A, B)), "括号不成对", id="a bracket that closes nothing"),
        case("OR a", A, "“OR”前后缺少检索词", id="OR behind nothing"),
        case("a 或", A, "“或”前后缺少检索词", id="OR before nothing"),
        case("a OR AND b", Or((A, B)), "“AND”前后缺少检索词", id="two operators"),
        case("a NOT", A, "“NOT”前后缺少检索词", id="NOT before nothing"),
        case("a & b", And((A, B)), "单独的“&”没有计入", id="a lone sign"),
        case("a - b", And((A, B)), "单独的“-”没有计入", id="a lone minus"),
        case("*科普", Text("科普"), "* 只能放在词尾", id="a star in front"),
        case("*科普*", Text("科普"), "* 只能放在词尾", id="stars on both sides"),
        case("科*普", Text("科*普"), "* 只能放在词尾", id="a star inside"),
        case("科*普*", Text("科*普"), "* 只能放在词尾", id="stars inside and behind"),
        case("科*", Text("科"), "不足两个字", id="a short prefix"),
        case("“科普”*", Phrase("科普"), "单独的“*”没有计入", id="a star behind a phrase"),
        case("AND", Text("AND"), "按普通文字检索", id="an operator alone is text"),
        case("NEAR", Text("NEAR"), "按普通文字检索", id="NEAR alone is text"),
        case("*", Text("*"), "按普通文字检索", id="a star alone is text"),
        case('"', Text('"'), "按普通文字检索", id="a quote alone is text"),
        case(")(", Text(")("), "按普通文字检索", id="brackets alone are text"),
        case("title:()", Text("title:()"), "按普通文字检索", id="a field of nothing is text"),
    ],
)
def test_a_guess_is_said(typed: str, tree: Node, notice: str) -> None:
    reading = parse_question(typed, TODAY)
    assert reading.root == tree
    assert any(notice in said for said in reading.notices)


@pytest.mark.parametrize("typed", ["-", ":", "【", "~", "^", "[", "。", "，"])
def test_a_sign_alone_is_text(typed: str) -> None:
    assert parse_question(typed, TODAY).root == Text(typed)


def test_a_notice_is_given_once() -> None:
    assert len(parse_question("a) b) c)", TODAY).notices) == 1
