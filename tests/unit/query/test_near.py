"""NEAR -> two phrases and their distance."""

from datetime import date

import pytest

from indexer.models import And, Fielded, Near, Node, Not, Or, Phrase, Prefix, Text
from indexer.query import parse_question

TODAY = date(2024, 1, 10)

case = pytest.param
A, B, C = Text("a"), Text("b"), Text("c")


def near(left: str, right: str, distance: int) -> Near:
    return Near(Phrase(left), Phrase(right), distance)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("东京 NEAR/5 保密", near("东京", "保密", 5), id="two words"),
        case("a NEAR b", near("a", "b", 10), id="without a distance"),
        case("a ＮＥＡＲ／５ b", near("a", "b", 5), id="full width"),
        case("a NEAR/0 b", near("a", "b", 0), id="side by side"),
        case("a NEAR/100 b", near("a", "b", 100), id="the greatest distance"),
        case("“a b”NEAR/5「c」", near("a b", "c", 5), id="phrases, which need no blank"),
        case("c a NEAR b", And((C, near("a", "b", 10))), id="closer than AND"),
        case("a NEAR b OR c", Or((near("a", "b", 10), C)), id="closer than OR"),
        case("c -a NEAR b", And((C, Not(near("a", "b", 10)))), id="excluded"),
        case(
            "a NEAR/1 b NEAR/2 c",
            And((near("a", "b", 1), near("b", "c", 2))),
            id="a chain is near in pairs",
        ),
        case("title:(a NEAR b)", Fielded("title", near("a", "b", 10)), id="in a field"),
        case("aNEAR/5b", Text("aNEAR/5b"), id="inside a word it is text"),
        case("a near b", And((A, Text("near"), B)), id="in small letters it is text"),
        case("NEARBY", Text("NEARBY"), id="a word that begins so is text"),
    ],
)
def test_near_reads_as(typed: str, tree: Node) -> None:
    reading = parse_question(typed, TODAY)
    assert (reading.root, reading.notices) == (tree, ())


@pytest.mark.parametrize(
    ("typed", "tree", "notice"),
    [
        case("a NEAR/101 b", And((A, B)), "0 到 100", id="too far"),
        case("a NEAR/ b", And((A, B)), "0 到 100", id="no number"),
        case("a NEAR/x b", And((A, B)), "0 到 100", id="nonsense"),
        case("a NEAR/-1 b", And((A, B)), "0 到 100", id="less than nothing"),
        case("a NEAR/99999999 b", And((A, B)), "0 到 100", id="a huge number"),
        case("a NEAR 科普*", And((A, Prefix("科普"))), "词或短语", id="a prefix"),
        case("a NEAR (b c)", And((A, And((B, C)))), "词或短语", id="a group"),
        case("a NEAR NOT b", And((A, Not(B))), "词或短语", id="an exclusion"),
        case("title:a NEAR b", And((Fielded("title", A), B)), "词或短语", id="a field"),
        case("a NEAR", A, "“NEAR”前后缺少检索词", id="nothing behind it"),
        case("NEAR/5 a", A, "“NEAR/5”前后缺少检索词", id="nothing before it"),
        case("a NEAR NEAR b", And((A, B)), "“NEAR”前后缺少检索词", id="twice"),
        case("a NEAR OR b", Or((A, B)), "“NEAR”前后缺少检索词", id="before another operator"),
    ],
)
def test_nonsense_falls_back_to_and_with_a_notice(typed: str, tree: Node, notice: str) -> None:
    reading = parse_question(typed, TODAY)
    assert reading.root == tree
    assert any(notice in said for said in reading.notices)
