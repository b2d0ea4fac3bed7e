"""The cases by which the product is accepted, one row each, for every engine.

Letters are articles of the fixture. 今天 is 2024-01-10.
"""

import time
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.analysis import Analyser
from indexer.build.indexing import bring_index_up
from indexer.catalog import Catalog
from indexer.engines.base import Engine
from indexer.errors import QuestionRejected
from indexer.models import NONE, Query
from indexer.search import SearchParts, search
from tests.contract.fixture import KNOWLEDGE, ROWS, Row, sources
from tests.contract.memory import MemoryEngine

case = pytest.param
ALL = "".join(row.id for row in ROWS)


@pytest.fixture
def parts(parts: SearchParts) -> SearchParts:
    return replace(parts, today=lambda: date(2024, 1, 10))


def hits(parts: SearchParts, text: str) -> str:
    return "".join(hit.article_id for hit in search(parts, Query(text, page_size=100)).hits)


MATCHING = [
    case(("“科学技术协会”", '"科学技术协会"'), "abt", id="Q1"),
    case(('"科普日主场活动"',), "a", id="Q2, neighbouring words"),
    case(('"科协开展"', '"科普进社区"'), "d", id="Q2, words cut otherwise"),
    case(("科学技术协会",), "abt", id="Q3"),
    case(("12月21日", "12 月 21 日", '"12 月 21 日"', "１２月２１日"), "e", id="Q4"),
    case(("1月", '"1月"'), "m", id="Q5"),
    case(("2.5万人次", '"2.5 万人次"'), "l", id="Q6"),
    case(("东京", "東京"), "ij", id="Q8"),
    case(("简单", "处理"), "n", id="Q9"),
    case(("科协",), "cdefgmopr", id="Q10"),
    case(("“双百”", "【区科协动态】"), "o", id="Q11"),
    case(("北京市科协",), "abcfr", id="Q12"),
    case(('"北京市科协"',), "r", id="Q14"),
    case(("市科协",), "cgr", id="Q15"),
    case(("延庆区科协",), "e", id="Q16"),
    case(("科协 活动",), "def", id="Q17"),
    case(("科协 -活动", "科协 NOT 活动"), "cgmopr", id="Q18"),
    case(("科协 OR 东京", "科协 或 东京"), "cdefgijmopr", id="Q19"),
    case(("(“东京” AND NOT 保密) OR 法案",), "ik", id="Q20"),
    case(("东京 NEAR/5 保密",), "j", id="Q21"),
    case(("东京 NEAR/4 保密",), "", id="Q21, one too few"),
    case(("title:科普*", "标题：科普"), "agl", id="Q22"),
    case(("单位:北京市科协",), "abcfr", id="Q23"),
    case(("东京 乒乓球", "科谱", "kepu", "今年"), "", id="Q24, Q25, D6"),
    case(("date:2023-12", "日期：2023年12月", "date:２０２３．１２"), "er", id="D1"),
    case(("date:2023-12..2024-01", "date:[2023-12..2024-01]", "2023-12..2024-01"), "emr", id="D2"),
    case(("date:2024-01..",), "m", id="D3"),
    case(("date:..2023-11",), "n", id="D3, open at the start"),
    case(("date:2024-01..2023-12",), "emr", id="D4"),
    case(("date:上月",), "er", id="D5"),
    case(("date:近30天",), "emr", id="D5, thirty days"),
    case(("date:今年",), "m", id="D6, as a date"),
    case(("date:无",), set(ALL) - set("emnr"), id="D7"),
    case(("date:2023-13", "issued:2024-01"), ALL, id="D8"),
    case(('"科协',), "cdefgmopr", id="P3, an open quote"),
    case(("(东京 AND",), "ij", id="P3, an open bracket"),
    case(("科协-活动",), "def", id="P5, a minus inside a text"),
    case(("-保密",), set(ALL) - set("jk"), id="P7"),
]


@pytest.mark.parametrize(("texts", "expected"), MATCHING)
def test_what_is_found(parts: SearchParts, texts: tuple[str, ...], expected: str) -> None:
    for text in texts:
        assert sorted(hits(parts, text)) == sorted(expected), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("景山", "hd", id="Q7"),
        case("山区", "ud", id="Q7, characters of two words"),
        case("-保密", "mernabcdfghilopqstu", id="P7, newest first"),
        case("date:2023-12..2024-01", "mer", id="dates alone, newest first"),
    ],
)
def test_order(parts: SearchParts, text: str, expected: str) -> None:
    assert hits(parts, text) == expected


def test_q12_own_spelling_then_other_names(parts: SearchParts) -> None:
    results = search(parts, Query("北京市科协"))
    assert results.hits[0].article_id == "r"
    assert set(results.reading.widened[0].aliases) == {"北京市科学技术协会", "北京科协"}
    assert hits(parts, "北京市科协")[:1] == "r"


def test_q13_only_the_word_itself(parts: SearchParts) -> None:
    found = search(parts, Query("北京市科协", aliases=False)).hits
    assert [hit.article_id for hit in found] == ["r"]


def test_q15_candidates_are_named(parts: SearchParts) -> None:
    (shared,) = search(parts, Query("市科协")).reading.shared
    assert shared.candidates == ("北京市科协", "青岛市科协")


@pytest.mark.parametrize(
    ("text", "label", "total"),
    [
        case("东京 乒乓球", "东京", 2, id="Q24"),
        case("科谱", "科普", 5, id="Q25"),
        case("kepu", "科普", 5, id="Q25, pinyin"),
        case("今年", "date:今年", 1, id="D6"),
    ],
)
def test_ways_out_with_their_counts(parts: SearchParts, text: str, label: str, total: int) -> None:
    offers = search(parts, Query(text)).help.offers
    assert (label, total) in [(offer.label, offer.total) for offer in offers]
    for offer in offers:
        assert search(parts, offer.query).total == offer.total


def test_q24_the_word_that_is_nowhere_is_named(parts: SearchParts) -> None:
    assert search(parts, Query("东京 乒乓球")).help.missing == ("乒乓球",)


@pytest.mark.parametrize(
    "text",
    [
        case("date:2024-01..2023-12", id="D4, reversed"),
        case("date:2023-13", id="D8, impossible"),
        case('"科协', id="P3, an open quote"),
        case("(东京 AND", id="P3, an open bracket"),
        case("nosuch:科协", id="P6, no such field"),
        case("*科普", id="P6, a star in front"),
        case("科*", id="P6, a star too early"),
    ],
)
def test_what_was_guessed_is_said(parts: SearchParts, text: str) -> None:
    assert search(parts, Query(text)).reading.notices


def test_p1_browsing_an_organization(parts: SearchParts) -> None:
    found = search(parts, Query("", organizations=("北京市科协",))).hits
    assert "".join(hit.article_id for hit in found) == "rabcf"


@pytest.mark.parametrize("text", ['""', "“”"])
def test_p2_nothing_was_asked(parts: SearchParts, text: str) -> None:
    with pytest.raises(QuestionRejected, match="检索词过于宽泛"):
        search(parts, Query(text))


@pytest.mark.parametrize("sign", ["AND", "-", ":", "*", '"', ")(", "【", "~", "^", "["])
def test_p4_single_signs_get_an_answer(parts: SearchParts, sign: str) -> None:
    assert search(parts, Query(sign)).total >= 0


@pytest.mark.parametrize(
    ("text", "same"),
    [
        case("*科普", "科普", id="P6, a star in front"),
        case("科*", "科", id="P6, a star too early"),
        case("学习（扩大）会", "学习 AND 扩大 AND 会", id="P8"),
        case("1-2月", '"1-2月"', id="P5, no exclusion"),
    ],
)
def test_means_the_same(parts: SearchParts, text: str, same: str) -> None:
    assert sorted(hits(parts, text)) == sorted(hits(parts, same))


def test_p9_too_long_is_refused(parts: SearchParts) -> None:
    with pytest.raises(QuestionRejected, match="200"):
        search(parts, Query("科" * 201))


@pytest.mark.parametrize("text", ["科\0协", "科\ud800协", "(" * 200, "科^1e308", "]" * 200])
def test_p9_hostile_text_is_answered_or_refused_quickly(parts: SearchParts, text: str) -> None:
    started = time.process_time()
    with suppress(QuestionRejected):
        search(parts, Query(text))
    assert time.process_time() - started < 1


def ranked(
    tmp_path: Path, engine: Engine, analyser: Analyser, rows: tuple[Row, ...]
) -> SearchParts:
    """An archive of just these articles, in an engine that ranks."""
    if isinstance(engine, MemoryEngine):
        pytest.skip("the plain engine has tiers but no scores: it is no judge of ranking")
    catalog = Catalog(tmp_path / "ranked.sqlite")
    for source, reading in sources(rows):
        catalog.store(source, reading, "exam")
    bring_index_up(catalog, engine)
    return SearchParts(catalog, engine, analyser, KNOWLEDGE, lambda: date(2024, 1, 10))


def test_r1_title_above_body(parts: SearchParts) -> None:
    if isinstance(parts.engine, MemoryEngine):
        pytest.skip("the plain engine has tiers but no scores: it is no judge of ranking")
    found = hits(parts, "科普")
    assert (sorted(found[:3]), sorted(found[3:])) == (list("agl"), list("dk"))


def test_r2_together_above_apart(tmp_path: Path, engine: Engine, analyser: Analyser) -> None:
    rows = (
        Row("apart", "京", "消息", "全国活动启动，科普为先，科普有活动。"),
        Row("together", "京", "消息", "全国科普活动启动，为先，有的人也来了。"),
    )
    parts = ranked(tmp_path, engine, analyser, rows)
    for text in ("科普 活动", "科普活动"):
        assert search(parts, Query(text)).hits[0].article_id == "together", text


def test_r3_recency_decides_between_near_equals_only(
    tmp_path: Path, engine: Engine, analyser: Analyser
) -> None:
    rows = (
        Row("title", "京", "科普开放日", "活动举行。", "2021-05-01"),
        Row("body", "京", "开放日", "科普举行。", "2023-05-01"),
        Row("old", "京", "年会", "院士到会。", "2021-05-01"),
        Row("new", "京", "年会", "院士到会。", "2023-05-01"),
    )
    parts = ranked(tmp_path, engine, analyser, rows)
    assert hits(parts, "科普") == "titlebody"
    assert hits(parts, "院士") == "newold"


def test_r4_equal_articles_stand_once_over_all_pages(
    tmp_path: Path, engine: Engine, analyser: Analyser
) -> None:
    rows = tuple(Row(f"e{at:02d}", "京", f"第{at}场", "科普讲座。") for at in range(45))
    parts = ranked(tmp_path, engine, analyser, rows)
    pages = [search(parts, Query("科普", page=page, duplicates=True)).hits for page in (1, 2, 3)]
    ids = [hit.article_id for page in pages for hit in page]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len(set(ids)) == 45


COUNTS = {
    "北京市科协": 3,
    "延庆区科协": 1,
    "石景山区科协": 1,
    "青岛市科协": 1,
    "中国科协": 1,
    "内蒙古自治区科协": 1,
    NONE: 2,
}


def counts(parts: SearchParts, name: str, query: Query) -> dict[str, int]:
    return {value.value: value.count for value in search(parts, query).facets[name]}


@pytest.mark.parametrize(
    ("query", "expected", "organizations", "months"),
    [
        case(
            Query("科协"),
            "cdefgmopr",
            COUNTS,
            {"2023-12": 2, "2024-01": 1, NONE: 6},
            id="F1",
        ),
        case(Query("科协", organizations=("延庆区科协",)), "e", COUNTS, {"2023-12": 1}, id="F2"),
        case(
            Query("科协", organizations=("延庆区科协", "石景山区科协")),
            "de",
            COUNTS,
            {"2023-12": 1, NONE: 1},
            id="F3",
        ),
        case(
            Query("科协", months=("2023-12",)),
            "er",
            {"北京市科协": 1, "延庆区科协": 1, "内蒙古自治区科协": 1},
            {"2023-12": 2, "2024-01": 1, NONE: 6},
            id="F4",
        ),
    ],
)
def test_facets(
    parts: SearchParts,
    query: Query,
    expected: str,
    organizations: dict[str, int],
    months: dict[str, int],
) -> None:
    found = search(parts, query).hits
    assert sorted(hit.article_id for hit in found) == sorted(expected)
    assert counts(parts, "organization", query) == organizations
    assert counts(parts, "month", query) == months


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        case(Query("科协", without_organizations=("北京市科协",)), "degmop", id="F5"),
        case(Query("科协", organizations=(NONE,)), "op", id="F6, no organisation"),
        case(Query("科协", months=(NONE,)), "cdfgop", id="F6, no date"),
        case(Query("东京", organizations=("延庆区科协",)), "", id="F8"),
    ],
)
def test_filters(parts: SearchParts, query: Query, expected: str) -> None:
    assert sorted(hit.article_id for hit in search(parts, query).hits) == sorted(expected)


def test_f7_the_histogram_keeps_empty_months(
    parts: SearchParts,
) -> None:
    bars = search(parts, Query("")).facets.histogram
    assert [(bar.value, bar.count) for bar in bars] == [
        ("2023-11", 1),
        ("2023-12", 2),
        ("2024-01", 1),
    ]
    parts.engine.update(
        (),
        [hit.article_id for hit in search(parts, Query("date:2023-12")).hits],
        parts.catalog.state(),
    )
    bars = search(parts, Query("")).facets.histogram
    assert [bar.count for bar in bars] == [1, 0, 1]


def test_f8_a_chosen_value_stays_at_zero(parts: SearchParts) -> None:
    values = search(parts, Query("东京", organizations=("延庆区科协",))).facets["organization"]
    assert [(v.value, v.count) for v in values if v.selected] == [("延庆区科协", 0)]
