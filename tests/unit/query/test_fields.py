"""Fields -> the tree; what only looks like one is text."""

from datetime import date

import pytest

from indexer.models import And, Fielded, Node, Not, Or, Phrase, Prefix, Text
from indexer.query import parse_question

TODAY = date(2024, 1, 10)

case = pytest.param
KEPU = Text("科普")


@pytest.mark.parametrize(
    ("names", "field"),
    [
        ("title Title ｔｉｔｌｅ 标题", "title"),
        ("org organization 单位 机构", "organization"),
        ("person 人物 人名", "person"),
        ("section 栏目", "section"),
        ("issue 期号 期", "issue"),
    ],
)
@pytest.mark.parametrize("colon", ":：")
def test_a_field_has_these_names(names: str, field: str, colon: str) -> None:
    for name in names.split():
        reading = parse_question(f"{name}{colon}科普", TODAY)
        assert (reading.root, reading.notices) == (Fielded(field, KEPU), ())


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("title:科普*", Fielded("title", Prefix("科普")), id="a prefix"),
        case("标题：“科普 日”", Fielded("title", Phrase("科普 日")), id="a phrase"),
        case(
            "单位:（科普 OR 院士）",
            Fielded("organization", Or((KEPU, Text("院士")))),
            id="a bracketed group",
        ),
        case(
            "title:(科普 -院士)",
            Fielded("title", And((KEPU, Not(Text("院士"))))),
            id="an exclusion inside",
        ),
        case("标题： 科普", Fielded("title", KEPU), id="a blank behind the colon"),
        case("-标题:科普", Not(Fielded("title", KEPU)), id="an excluded field"),
        case("title:科普 院士", And((Fielded("title", KEPU), Text("院士"))), id="one word only"),
        case("title:a:b", Fielded("title", Text("a:b")), id="a colon in the value"),
        case("title:2023..2024", Fielded("title", Text("2023..2024")), id="a range is a word"),
        case("title:", Text("title:"), id="a field without a value"),
        case("title: AND 科普", And((Text("title:"), KEPU)), id="an operator is no value"),
        case("http://a.cn/b?c=d", Text("http://a.cn/b?c=d"), id="an address"),
        case("12:30", Text("12:30"), id="a time"),
        case("注意：事项", Text("注意：事项"), id="Chinese before a colon"),
        case("c:科普", Text("c:科普"), id="a single letter"),
        case(":科普", Text(":科普"), id="no name"),
        case("note: 科普", And((Text("note:"), KEPU)), id="prose"),
    ],
)
def test_a_field_holds(typed: str, tree: Node) -> None:
    reading = parse_question(typed, TODAY)
    assert (reading.root, reading.notices) == (tree, ())


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("nosuch:科协", Text("nosuch:科协"), id="a word"),
        case('nosuch:"科协"', And((Text("nosuch:"), Phrase("科协"))), id="a phrase"),
    ],
)
def test_an_unknown_field_is_text_and_that_is_said(typed: str, tree: Node) -> None:
    reading = parse_question(typed, TODAY)
    assert reading.root == tree
    assert [notice for notice in reading.notices if notice.startswith("没有“nosuch:”这一栏")]
