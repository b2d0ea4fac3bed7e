"""What a question may cost, and that no text whatever breaks the parser."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import QuestionRejected
from indexer.models import Node, Reading
from indexer.query import DEEPEST, LONGEST, MOST_CLAUSES, parse_question

TODAY = date(2024, 1, 10)

case = pytest.param


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        case("科" * (LONGEST + 1), "有 201 个字，最多 200 个", id="too long"),
        case("科" * 1_000_000, "最多 200 个", id="a megabyte"),
        case("e" + "\u0301\u0323" * 500_000, "最多 200 个", id="a megabyte of accents"),
        case("(" * (DEEPEST + 1) + "科", "最多 20 层", id="too deep"),
        case("title:(" * (DEEPEST + 1) + "科", "最多 20 层", id="too deep in fields"),
        case("a " * (MOST_CLAUSES + 1), "最多 64 个", id="too many words"),
        case("“a”" * (MOST_CLAUSES + 1), "最多 64 个", id="too many phrases"),
        case("期: " * (MOST_CLAUSES + 1), "最多 64 个", id="too many fields without a value"),
        case('""', "过于宽泛", id="an empty phrase"),
        case("“”", "过于宽泛", id="an empty Chinese phrase"),
        case("“ ”「」", "过于宽泛", id="two of them"),
    ],
)
def test_a_question_beyond_a_limit_is_refused(typed: str, words: str) -> None:
    with pytest.raises(QuestionRejected, match=words):
        parse_question(typed, TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        case("科" * LONGEST, id="as long as may be"),
        case("  " + "科" * LONGEST + "  ", id="blanks around do not count"),
        case("(" * DEEPEST + "科" + ")" * DEEPEST, id="as deep as may be"),
        case("a " * MOST_CLAUSES, id="as many words as may be"),
        case("NOT " * 49 + "a", id="NOT in a row"),
        case("-(" * DEEPEST + "a", id="exclusions inside each other"),
    ],
)
def test_a_question_at_a_limit_is_read(typed: str) -> None:
    assert isinstance(parse_question(typed, TODAY), Reading)


PIECES = (
    *'()（）"“”「」『』＂|｜-－*＊:：~^[]{}\\/.<>=& 　\n\t\x00\u200b\ud800\udfff\U0010ffff',
    *("AND", "OR", "NOT", "NEAR", "NEAR/5", "NEAR/x", "且", "与", "或", "非", " AND ", " -", ".."),
    *(
        "title:",
        "标题：",
        "单位:",
        "人物:",
        "栏目:",
        "期:",
        "date:",
        "日期：",
        "issued:",
        "nosuch:",
    ),
    *("2023", "-12", "2023-13", "2023年12月", "二〇二三", "今年", "上月", "近30天", "近半年", "至"),
    *("无", "none", "9999", "0", "1e308", "十", "科普", "科协", "延庆区", "a", "é", "e\u0301", "²"),
)


def test_20000_random_questions_are_read_or_refused() -> None:
    draw = random.Random(20231221)
    read = 0
    for _ in range(20_000):
        pieces = draw.choices(PIECES, k=draw.choice((1, 2, 3, 5, 8, 13, 40)))
        try:
            reading = parse_question(draw.choice(("", " ")).join(pieces), TODAY)
        except QuestionRejected:
            continue
        assert isinstance(reading.root, Node)
        read += 1
    assert read > 15_000


@given(st.text(max_size=200), st.dates(date(1901, 1, 1), date(2199, 1, 1)))
def test_any_text_on_any_day_is_read_or_refused(typed: str, today: date) -> None:
    refused = False
    try:
        root = parse_question(f"日期:{typed}", today).root
    except QuestionRejected:
        refused = True
    assert refused or isinstance(root, Node)
