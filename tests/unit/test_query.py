"""What was typed -> the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import QuestionRejected
from indexer.models import And, Everything, Node, Not, Or, Phrase, Text
from indexer.query import parse_question

case = pytest.param


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("科普", Text("科普"), id="a word"),
        case("科普 延庆", And((Text("科普"), Text("延庆"))), id="a blank means AND"),
        case("科普　延庆", And((Text("科普"), Text("延庆"))), id="a full-width blank too"),
        case("科普 AND 延庆", And((Text("科普"), Text("延庆"))), id="AND may be said"),
        case('"科普 日"', Phrase("科普 日"), id="straight quotes"),
        case("“科普日”", Phrase("科普日"), id="Chinese quotes"),
        case("「科普日」", Phrase("科普日"), id="corner brackets"),
        case("科普“主场”", And((Text("科普"), Phrase("主场"))), id="a quote needs no blank"),
        case("科普 -讲座", And((Text("科普"), Not(Text("讲座")))), id="a minus excludes"),
        case("科普 －“讲座”", And((Text("科普"), Not(Phrase("讲座")))), id="a wide minus too"),
        case("科普-讲座", Text("科普-讲座"), id="a minus inside a word is text"),
        case("1-2月", Text("1-2月"), id="a range of months is text"),
        case("科普 NOT 讲座", And((Text("科普"), Not(Text("讲座")))), id="NOT"),
        case("a OR b c", Or((Text("a"), And((Text("b"), Text("c"))))), id="AND binds closer"),
        case("a 或 b", Or((Text("a"), Text("b"))), id="the Chinese or"),
        case("ａ ＯＲ b", Or((Text("ａ"), Text("b"))), id="a wide operator"),
        case("a｜b", Or((Text("a"), Text("b"))), id="a bar"),
        case("(a OR b) c", And((Or((Text("a"), Text("b"))), Text("c"))), id="brackets"),
        case("（a 或 b） c", And((Or((Text("a"), Text("b"))), Text("c"))), id="wide brackets"),
        case("学习（扩大）会", And((Text("学习"), Text("扩大"), Text("会"))), id="a pasted title"),
        case("12 月 21 日", Text("12月21日"), id="a blank inside a date joins"),
        case("2.5 万人次", Text("2.5万人次"), id="a blank before a unit joins"),
        case("AND", Text("AND"), id="an operator alone is text"),
        case("-", Text("-"), id="a sign alone is text"),
        case("", Everything(), id="nothing typed asks for everything"),
        case("  ", Everything(), id="blanks are nothing"),
    ],
)
def test_typed_text_reads_as(typed: str, tree: Node) -> None:
    assert parse_question(typed).root == tree


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        case("科" * 201, "200", id="too long"),
        case("( " * 60 + "科", "20 层", id="too deep"),
        case("a " * 65, "64", id="too many clauses"),
        case('""', "宽泛", id="an empty phrase"),
    ],
)
def test_question_beyond_a_limit_is_refused(typed: str, words: str) -> None:
    with pytest.raises(QuestionRejected, match=words):
        parse_question(typed)


@given(st.text(max_size=200) | st.text('科 普()（）"“”-|OR NOT', max_size=60))
def test_any_text_is_read_or_refused(typed: str) -> None:
    refused = False
    try:
        root = parse_question(typed).root
    except QuestionRejected:
        refused = True
    assert refused or isinstance(root, Node)
