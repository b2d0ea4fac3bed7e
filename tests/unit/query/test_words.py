"""Words, phrases, operators, brackets and prefixes -> the tree."""

from datetime import date

import pytest

from indexer.models import And, Everything, Node, Not, Or, Phrase, Prefix, Text
from indexer.query import parse_question

TODAY = date(2024, 1, 10)

case = pytest.param
A, B, C = Text("a"), Text("b"), Text("c")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("科普", Text("科普"), id="a word"),
        case("科普 延庆", And((Text("科普"), Text("延庆"))), id="a blank means AND"),
        case("科普　延庆", And((Text("科普"), Text("延庆"))), id="a full-width blank too"),
        case("a AND b", And((A, B)), id="AND may be said"),
        case("a ＡＮＤ b", And((A, B)), id="full-width AND"),
        case("a 且 b 与 c", And((A, B, C)), id="the Chinese ands"),
        case("a and b", And((A, Text("and"), B)), id="small letters are a word"),
        case("科普-讲座", Text("科普-讲座"), id="a minus inside a word is text"),
        case("1-2月", Text("1-2月"), id="a range of months is text"),
        case("a -b", And((A, Not(B))), id="a minus excludes"),
        case("a －“b”", And((A, Not(Phrase("b")))), id="a wide minus too"),
        case("-a", Not(A), id="exclusion alone"),
        case("-（a b）", Not(And((A, B))), id="a minus excludes a group"),
        case("a NOT b", And((A, Not(B))), id="NOT"),
        case("a ＮＯＴ b", And((A, Not(B))), id="full-width NOT"),
        case("a 非 b", And((A, Not(B))), id="the Chinese not"),
        case("a AND NOT b", And((A, Not(B))), id="AND NOT"),
        case("NOT NOT a", Not(Not(A)), id="NOT twice"),
        case("a OR b c", Or((A, And((B, C)))), id="AND binds closer than OR"),
        case("a OR NOT b", Or((A, Not(B))), id="OR NOT"),
        case("a 或 b", Or((A, B)), id="the Chinese or"),
        case("a ＯＲ b", Or((A, B)), id="full-width OR"),
        case("a|b｜c", Or((A, B, C)), id="bars of either width"),
        case("(a OR b) c", And((Or((A, B)), C)), id="brackets"),
        case("（a 或 b） c", And((Or((A, B)), C)), id="wide brackets"),
        case("（a OR b) c", And((Or((A, B)), C)), id="a wide bracket closed by a narrow one"),
        case("() a", A, id="empty brackets hold nothing"),
        case(
            "(“东京” AND NOT 保密) OR 法案",
            Or((And((Phrase("东京"), Not(Text("保密")))), Text("法案"))),
            id="NOT holds inside its bracket only",
        ),
        case("学习（扩大）会", And((Text("学习"), Text("扩大"), Text("会"))), id="a pasted title"),
        case("12 月 21 日", Text("12月21日"), id="a blank inside a date joins"),
        case("2.5 万人次", Text("2.5万人次"), id="a blank before a unit joins"),
        case("2023 年会", And((Text("2023"), Text("年会"))), id="年会 is no unit"),
        case("2023年 100场", And((Text("2023年"), Text("100场"))), id="a number is no month"),
        case("【区科协动态】", Text("【区科协动态】"), id="heading brackets are text"),
        case("今年", Text("今年"), id="a bare 今年 is a word"),
        case("2023-12", Text("2023-12"), id="a bare date is a word"),
        case("cafe\u0301", Text("caf\u00e9"), id="signs are composed"),
        case("科\x00普\u200b日\ud800", Text("科普日"), id="unseen signs are not there"),
        case("^1e308 {a} \\b", And((Text("^1e308"), Text("{a}"), Text("\\b"))), id="odd signs"),
        case("", Everything(), id="nothing typed asks for everything"),
        case(" 　\n", Everything(), id="blanks are nothing"),
        case("\x00", Everything(), id="an unseen sign is nothing"),
    ],
)
def test_words_and_operators_read_as(typed: str, tree: Node) -> None:
    reading = parse_question(typed, TODAY)
    assert (reading.root, reading.notices) == (tree, ())


@pytest.mark.parametrize(
    "typed",
    [
        '"科普 日"',
        "“科普 日”",
        "「科普 日」",
        "『科普 日』",
        "＂科普 日＂",
        '“科普 日"',
        "” 科普 日”",
    ],
)
def test_all_quotes_quote(typed: str) -> None:
    assert parse_question(typed, TODAY).root == Phrase("科普 日")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("科普“主场”", And((Text("科普"), Phrase("主场"))), id="no blank is needed"),
        case("“(a -b) OR”", Phrase("(a -b) OR"), id="operators inside are text"),
        case("“「a」”", Phrase("「a」"), id="other quotes inside are text"),
        case("「“双百”行动」", Phrase("“双百”行动"), id="and the other way round"),
        case('"" a', A, id="an empty one beside a word is nothing"),
        case("“，”", Phrase("，"), id="punctuation counts"),
        case("it's", Text("it's"), id="an apostrophe does not quote"),
    ],
)
def test_a_quote_holds(typed: str, tree: Node) -> None:
    assert parse_question(typed, TODAY).root == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("科普*", Prefix("科普"), id="a prefix"),
        case("科普＊", Prefix("科普"), id="a wide star"),
        case("科普**", Prefix("科普"), id="several stars are one"),
        case("ab* -科普*", And((Prefix("ab"), Not(Prefix("科普")))), id="excluded prefixes"),
        case("“科普*”", Phrase("科普*"), id="a star in quotes is text"),
    ],
)
def test_a_star_ends_a_prefix(typed: str, tree: Node) -> None:
    reading = parse_question(typed, TODAY)
    assert (reading.root, reading.notices) == (tree, ())
