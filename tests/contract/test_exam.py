"""What a question means: which of the 21 articles each engine must find, and in what order."""

import random
import re

import pytest

from indexer.engines.base import Engine
from indexer.errors import QuestionRejected
from indexer.models import NONE, Filters, IndexEntry, Query, Question, Sort, Word
from indexer.search import SearchParts, search
from tests.contract.fixture import ROWS

case = pytest.param
ALL = "".join(row.id for row in ROWS)


def found(parts: SearchParts, query: Query) -> list[str]:
    return [hit.article_id for hit in search(parts, query).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case('"科学技术协会"', "abt", id="a wrapped line is joined, two paragraphs are not"),
        case('"科普日主场活动"', "a", id="neighbouring words make a phrase"),
        case('"科协开展"', "d", id="a phrase of two whole words"),
        case('"科普进社区"', "d", id="a phrase across a word that jieba keeps whole"),
        case("科学技术协会", "abt", id="an unquoted name cut in several words"),
        case("12月21日", "e", id="a date, never its four parts apart"),
        case("12 月 21 日", "e", id="a date typed with blanks"),
        case('"12 月 21 日"', "e", id="a quoted date with blanks"),
        case("１２月２１日", "e", id="a date typed in full width"),
        case("1月", "m", id="a month is not found inside 11月"),
        case('"1月"', "m", id="a quoted month is not found inside 11月"),
        case("2.5万人次", "l", id="a number printed in full width with a blank"),
        case('"2.5 万人次"', "l", id="a quoted number with a blank"),
        case("东京", "ij", id="simplified finds traditional"),
        case("東京", "ij", id="traditional finds simplified"),
        case("简单", "n", id="a word inside other words"),
        case("处理", "n", id="a word inside a longer word"),
        case("科协", "cdefgmopr", id="a word inside names is a word"),
        case("“双百”", "o", id="Chinese quotation marks quote"),
        case("「双百」", "o", id="corner brackets quote"),
        case("【区科协动态】", "o", id="heading brackets are text"),
        case('"北京市科协"', "r", id="a phrase is never widened"),
        case("市科协", "cgr", id="a short name is one word, never its parts apart"),
        case("市科协座谈会", "cg", id="a short name with a word behind it"),
        case("科协 活动", "def", id="a blank means AND"),
        case("科协 -活动", "cgmopr", id="a minus excludes"),
        case("科协 NOT 活动", "cgmopr", id="NOT excludes"),
        case("科协 OR 东京", "cdefgijmopr", id="OR widens"),
        case("科协 或 东京", "cdefgijmopr", id="the Chinese or widens"),
        case("(“东京” AND NOT 保密) OR 法案", "ik", id="NOT holds inside its brackets only"),
        case("科协-活动", "def", id="a minus inside a word excludes nothing"),
        case("-保密", set(ALL) - set("jk"), id="an exclusion alone is allowed"),
        case("", ALL, id="nothing typed finds everything"),
    ],
)
def test_question_finds_exactly(parts: SearchParts, text: str, expected: str) -> None:
    assert sorted(found(parts, Query(text, page_size=100))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("景山", "hd", id="a word stands above characters inside 石景山"),
        case("山区", "ud", id="a word stands above characters across two words"),
    ],
)
def test_word_ranks_above_literal(parts: SearchParts, text: str, expected: str) -> None:
    results = search(parts, Query(text))
    assert "".join(hit.article_id for hit in results.hits) == expected
    assert [hit.literal for hit in results.hits] == [False, True]


def test_word_inside_names_is_in_the_word_tier(parts: SearchParts) -> None:
    assert not any(hit.literal for hit in search(parts, Query("科协")).hits)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        case('"科协', "引号", id="an open quotation mark"),
        case("(东京 AND", "括号", id="an open bracket"),
        case("东京)", "括号", id="a bracket too many"),
    ],
)
def test_unbalanced_signs_are_guessed_aloud(parts: SearchParts, text: str, notice: str) -> None:
    results = search(parts, Query(text))
    assert results.total > 0
    assert notice in "".join(results.reading.notices)


@pytest.mark.parametrize("sign", ["AND", "-", ":", "*", ")(", "【", "~", "^", "[", "|", "OR NOT"])
def test_single_signs_get_an_answer(parts: SearchParts, sign: str) -> None:
    assert search(parts, Query(sign)).total >= 0


@pytest.mark.parametrize("text", ['""', "“”", "科" * 201, "(" * 30 + "科", "a " * 150])
def test_question_beyond_limits_is_refused_with_a_remedy(parts: SearchParts, text: str) -> None:
    with pytest.raises(QuestionRejected, match="请"):
        search(parts, Query(text))


def test_every_run_of_characters_finds_its_article(parts: SearchParts) -> None:
    chance = random.Random(7)
    for _ in range(150):
        row = chance.choice(ROWS)
        text = row.text.split("\n")[0]
        start = chance.randrange(len(text))
        piece = text[start : start + chance.randint(1, 6)]
        if not any(sign.isalnum() for sign in piece) or re.search(r"[0-9０-９．“”]", piece):
            continue  # a number counts whole, and quotation marks quote
        assert row.id in found(parts, Query(f'"{piece}"', page_size=100)), piece
        assert row.id in found(parts, Query(piece, page_size=100)), piece


def test_phrase_counts_equal_brute_force(parts: SearchParts) -> None:
    normal = parts.analyser.normal
    texts = {row.id: normal(row.title) + "\n\n" + normal(row.text) for row in ROWS}
    for piece in ("科", "科普", "区科", "。", "，双方", "座谈会", "协会", "会"):
        expected = sorted(key for key, text in texts.items() if normal(piece) in text)
        assert sorted(found(parts, Query(f'"{piece}"', page_size=100))) == expected, piece


def organizations(parts: SearchParts, query: Query) -> dict[str, int]:
    return {value.value: value.count for value in search(parts, query).facets["organization"]}


def months(parts: SearchParts, query: Query) -> dict[str, int]:
    return {value.value: value.count for value in search(parts, query).facets["month"]}


BY_ORGANIZATION = {
    "北京市科协": 3,
    "延庆区科协": 1,
    "石景山区科协": 1,
    "青岛市科协": 1,
    "中国科协": 1,
    "内蒙古自治区科协": 1,
    NONE: 2,
}
BY_MONTH = {"2023-12": 2, "2024-01": 1, NONE: 6}


def test_facets_count_articles_once_for_each_value(parts: SearchParts) -> None:
    assert organizations(parts, Query("科协")) == BY_ORGANIZATION
    assert months(parts, Query("科协")) == BY_MONTH


def test_own_choice_does_not_lower_own_counts(parts: SearchParts) -> None:
    query = Query("科协", organizations=("延庆区科协",))
    assert found(parts, query) == ["e"]
    assert organizations(parts, query) == BY_ORGANIZATION
    assert months(parts, query) == {"2023-12": 1}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        case(
            Query("科协", organizations=("延庆区科协", "石景山区科协")),
            "de",
            id="values of one facet are alternatives",
        ),
        case(Query("科协", months=("2023-12",)), "er", id="a month"),
        case(Query("科协", organizations=(NONE,)), "op", id="articles without an organisation"),
        case(Query("科协", months=(NONE,)), "cdfgop", id="articles without a date"),
        case(Query("科协", organizations=("北京市科学技术协会",)), "cfr", id="a filter by alias"),
        case(Query("科协", month_from="2023-12"), "emr", id="a range open at the end"),
        case(Query("", month_to="2023-11"), "n", id="a range open at the start"),
        case(Query("", month_from="2024-01", month_to="2023-12"), "emr", id="a range reversed"),
        case(
            Query("", months=("2023-11",), month_from="2024-01"), "mn", id="month or range suffices"
        ),
        case(Query("东京", organizations=("延庆区科协",)), "", id="facets must all hold"),
    ],
)
def test_filter_leaves_exactly(parts: SearchParts, query: Query, expected: str) -> None:
    assert sorted(found(parts, query)) == sorted(expected)


def test_chosen_value_stays_at_zero(parts: SearchParts) -> None:
    query = Query("东京", organizations=("延庆区科协",))
    chosen = [value for value in search(parts, query).facets["organization"] if value.selected]
    assert [(value.value, value.count) for value in chosen] == [("延庆区科协", 0)]


def test_every_count_is_what_a_click_then_shows(parts: SearchParts) -> None:
    for value, count in organizations(parts, Query("科协")).items():
        assert search(parts, Query("科协", organizations=(value,))).total == count
    for value, count in months(parts, Query("科协")).items():
        assert search(parts, Query("科协", months=(value,))).total == count


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        case(Sort.NEWEST, "mer", id="newest first, undated last"),
        case(Sort.OLDEST, "rem", id="oldest first, undated last"),
    ],
)
def test_sorting_by_date(parts: SearchParts, sort: Sort, expected: str) -> None:
    assert "".join(found(parts, Query("科协", sort=sort)))[:3] == expected


def test_browsing_shows_the_newest_first(parts: SearchParts) -> None:
    assert "".join(found(parts, Query("", organizations=("北京市科协",)))) == "rabcf"


def test_pages_hold_each_article_once(parts: SearchParts) -> None:
    pages = [found(parts, Query("", page=page, page_size=8)) for page in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [8, 8, 5, 0]
    assert sorted(key for page in pages for key in page) == sorted(ALL)


def test_versions_of_one_text_are_one_hit_and_count_once(
    parts: SearchParts, engine: Engine
) -> None:
    entries = [
        IndexEntry("new", "讲座", "科普讲座。", "2024-01-02", None, ("甲会",), (), "same"),
        IndexEntry("old", "讲座", "科普讲座。", "2023-12-01", None, ("甲会", "乙会"), (), "same"),
        IndexEntry("other", "讲座", "科普讲座。", "2023-11-01", None, ("甲会",), (), "other"),
    ]
    engine.replace(entries, parts.catalog.state())
    once = engine.search(Question(Word("科普")))
    assert (once.total, [hit.article_id for hit in once.hits]) == (2, ["new", "other"])
    counts = {facet.name: dict(facet.values) for facet in once.facets}
    assert counts["organization"] == {"甲会": 2, "乙会": 1}
    older = engine.search(Question(Word("科普"), Filters(months=("2023-12",))))
    assert [hit.article_id for hit in older.hits] == ["old"]
    assert engine.search(Question(Word("科普"), duplicates=True)).total == 3


def test_explanation_names_what_matched(parts: SearchParts) -> None:
    question = Question(Word("景山"))
    assert parts.engine.explain(question, "d").matched
    assert not parts.engine.explain(question, "a").matched
    assert not parts.engine.explain(question, "nobody").known
