"""What stands behind 日期: -> days."""

from datetime import date

import pytest

from indexer.models import And, Basis, Dated, Everything, Fielded, Node, Not, Or, Text, Undated
from indexer.query import parse_question

TODAY = date(2024, 1, 10)  # a Wednesday

case = pytest.param
KEPU = Text("科普")


def event(low: str | None, high: str | None) -> Dated:
    return Dated(Basis.EVENT, low, high)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2023", "2023"),
        ("2023年", "2023"),
        ("2023-12", "2023-12"),
        ("2023-1", "2023-01"),
        ("2023.12", "2023-12"),
        ("2023/12", "2023-12"),
        ("2023年12月", "2023-12"),
        ("2023 年 12 月", "2023-12"),
        ("202312", "2023-12"),
        ("２０２３．１２", "2023-12"),
        ("２０２３年１２月", "2023-12"),
        ("二〇二三年十二月", "2023-12"),
        ("2023-12-21", "2023-12-21"),
        ("2023.12.1", "2023-12-01"),
        ("2023年12月21日", "2023-12-21"),
        ("2023年12月21号", "2023-12-21"),
        ("20231221", "2023-12-21"),
        ("二○二三年十二月二十一日", "2023-12-21"),
        ("二零二四年二月二十九日", "2024-02-29"),
        ("“2023年12月”", "2023-12"),
        ("2023-12*", "2023-12"),
        ("[2023-12]", "2023-12"),
        ("今年", "2024"),
        ("去年", "2023"),
        ("去年12月", "2023-12"),
        ("今年 1 月 5 日", "2024-01-05"),
        ("前年", "2022"),
        ("本月", "2024-01"),
        ("上月", "2023-12"),
        ("上个月", "2023-12"),
        ("今天", "2024-01-10"),
        ("昨天", "2024-01-09"),
    ],
)
@pytest.mark.parametrize("field", ["date:", "日期：", "DATE:"])
def test_a_date_is_read_in_any_spelling(field: str, typed: str, told: str) -> None:
    reading = parse_question(field + typed, TODAY)
    assert (reading.root, reading.notices) == (event(told, told), ())


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("2023-12..2024-01", "2023-12", "2024-01"),
        ("[2023-12..2024-01]", "2023-12", "2024-01"),
        ("［2023-12 .. 2024-01］", "2023-12", "2024-01"),
        ("[2023-12 TO 2024-01]", "2023-12", "2024-01"),
        ("2023年11月至2024年1月", "2023-11", "2024-01"),
        ("2023年11月到今天", "2023-11", "2024-01-10"),
        ("2023~2024-01-05", "2023", "2024-01-05"),
        ("2023年11月～2024年1月", "2023-11", "2024-01"),
        ("2023年11月—2024年1月", "2023-11", "2024-01"),
        ("2023.11-2024.01", "2023-11", "2024-01"),
        ("2022-2023", "2022", "2023"),
        ("2023年11月至12月", "2023-11", "2023-12"),
        ("2023年12月1日至5日", "2023-12-01", "2023-12-05"),
        ("2023-12..2023", "2023-12", "2023"),
        ("2024-01..", "2024-01", None),
        ("..2023-11", None, "2023-11"),
        ("[2024-01..]", "2024-01", None),
        ("至2023年11月", None, "2023-11"),
        (">=2023-12", "2023-12", None),
        ("≥2023-12", "2023-12", None),
        ("＞＝2023-12", "2023-12", None),
        (">2023-12", "2024-01", None),
        (">2023", "2024", None),
        ("<=2023-12", None, "2023-12"),
        ("<2023-12", None, "2023-11"),
        ("<2024-01-01", None, "2023-12-31"),
        ("=2023-12", "2023-12", "2023-12"),
        ("去年..今年", "2023", "2024"),
        ("本周", "2024-01-08", "2024-01-14"),
        ("上周", "2024-01-01", "2024-01-07"),
        ("近30天", "2023-12-12", "2024-01-10"),
        ("最近三十天", "2023-12-12", "2024-01-10"),
        ("近两周", "2023-12-28", "2024-01-10"),
        ("近3个月", "2023-10-11", "2024-01-10"),
        ("近三个月", "2023-10-11", "2024-01-10"),
        ("近半年", "2023-07-11", "2024-01-10"),
        ("近一年", "2023-01-11", "2024-01-10"),
    ],
)
def test_a_range_is_read(typed: str, low: str | None, high: str | None) -> None:
    reading = parse_question(f"日期:{typed}", TODAY)
    assert (reading.root, reading.notices) == (event(low, high), ())


def test_a_month_ago_is_the_last_of_a_shorter_month() -> None:
    leap = parse_question("日期:近1个月", date(2024, 3, 31))
    assert leap.root == event("2024-03-01", "2024-03-31")
    assert parse_question("日期:上月", date(2024, 3, 31)).root == event("2024-02", "2024-02")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        case("issued:2024-01", Dated(Basis.ISSUED, "2024-01", "2024-01"), id="the issue's day"),
        case("发刊：上月", Dated(Basis.ISSUED, "2023-12", "2023-12"), id="in Chinese"),
        case("日期:无", Undated(Basis.EVENT), id="without a date"),
        case("issued:none", Undated(Basis.ISSUED), id="without an issue's date"),
        case("2023-12..2024-01", event("2023-12", "2024-01"), id="a bare range"),
        case("[2023-12..2024-01]", event("2023-12", "2024-01"), id="a bare range in brackets"),
        case("-2023..2024", Not(event("2023", "2024")), id="a bare range excluded"),
        case("日期:2023 年会", And((event("2023", "2023"), Text("年会"))), id="beside 年会"),
        case("科普 日期:2023", And((KEPU, event("2023", "2023"))), id="beside a word"),
        case("-日期:2023", Not(event("2023", "2023")), id="an excluded year"),
        case(
            "日期:(上月 OR -本月)",
            Or((event("2023-12", "2023-12"), Not(event("2024-01", "2024-01")))),
            id="a group",
        ),
        case("发刊:(2023..2024)", Dated(Basis.ISSUED, "2023", "2024"), id="a range in brackets"),
        case("日期:(标题:科普)", Fielded("title", KEPU), id="another field inside wins"),
        case("2023-13..2024-01", Text("2023-13..2024-01"), id="an impossible bare range is text"),
        case("2023-12..", Text("2023-12.."), id="an open bare range is text"),
        case("科普..讲座", Text("科普..讲座"), id="dots between words are text"),
        case("今年", Text("今年"), id="a bare 今年 is text"),
    ],
)
def test_dates_stand_in_the_tree(typed: str, tree: Node) -> None:
    reading = parse_question(typed, TODAY)
    assert (reading.root, reading.notices) == (tree, ())


@pytest.mark.parametrize("typed", ["date:2024-01..2023-12", "2024-01..2023-12"])
def test_a_reversed_range_is_turned_and_that_is_said(typed: str) -> None:
    reading = parse_question(typed, TODAY)
    assert reading.root == event("2023-12", "2024-01")
    assert reading.notices == ("日期先后颠倒，已按 2023-12..2024-01 检索",)


@pytest.mark.parametrize(
    "typed",
    [
        *("2023-13", "2023-02-30", "2023-00", "1234", "0000-01", "99999999", "12月", "科普", "三"),
        *("..", "*", ">", ">=x", "2023-13..2024-01", "2023..2024..2025", "近9999年", "近9999周"),
        *("十十", "2023-", "-2023", "2023年二十月", "上周一", "近天", "٢٠٢٣", "1e308"),
    ],
)
def test_an_impossible_date_is_left_out_and_that_is_said(typed: str) -> None:
    reading = parse_question(f"date:{typed}", TODAY)
    assert reading.root == Everything()
    assert len(reading.notices) == 1
    assert f"“{typed}”不是能识别的日期" in reading.notices[0]


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("科普 date:2023-13", KEPU),
        ("科普 OR date:2023-13", KEPU),
        ("date:2023-13 OR 科普", KEPU),
        ("科普 -date:2023-13", KEPU),
        ("-date:2023-13", Everything()),
        ("date:(2023-13 OR 上月)", event("2023-12", "2023-12")),
    ],
)
def test_what_was_asked_beside_an_impossible_date_remains(typed: str, tree: Node) -> None:
    reading = parse_question(typed, TODAY)
    assert reading.root == tree
    assert len(reading.notices) == 1
