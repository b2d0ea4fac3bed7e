"""Dates as bulletins write them -> ISO dates, by the date of the issue."""

import pytest

from indexer.articles.dates import Known, date_in_name, find_dates, folded, latest_year, resolve

case = pytest.param

JANUARY = Known("2024-01-05")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        case("12 月 21 日", "2023-12-21", id="December in a January issue is last year's"),
        case("1 月 5 日", "2024-01-05", id="January is this year's"),
        case("去年12月下旬", "2023-12", id="a third of a month tells the month"),
        case("日前", None, id="日前 is no date"),
        case("近日", None, id="近日 is no date"),
        case("今年以来", None, id="今年以来 is no date"),
        case("二〇二三年十二月二十一日", "2023-12-21", id="Chinese numbers"),
        case("2019 年 10 月 30 日", "2019-10-30", id="a spaced date keeps its year"),
        case("１２月２３日", "2023-12-23", id="wide digits"),
        case("2月29日至3月2日", "2024-02-29", id="a span takes its first day"),
        case("3月12—13日", "2024-03-12", id="a span inside a month"),
        case("12月23、24日", "2023-12-23", id="two days take the first"),
        case("昨日", "2024-01-04", id="yesterday counts from the issue"),
        case("本月3日", "2024-01-03", id="this month"),
        case("上月下旬", "2023-12", id="last month"),
        case("上周五", "2023-12-29", id="a day of last week"),
        case("28日", "2023-12-28", id="a bare day is the latest such day"),
        case("2023.12.28", "2023-12-28", id="dots"),
        case("2023-12-28", "2023-12-28", id="hyphens"),
        case("2月30日", None, id="the calendar has no such day"),
        case("3个月", None, id="a number of months"),
        case("十月革命", None, id="a month in a name"),
        case("人民日报", None, id="a newspaper"),
        case("第3日", None, id="the third day of something"),
    ],
)
def test_a_date_in_an_issue_of_january_2024(text: str, date: str | None) -> None:
    assert resolve(text, JANUARY) == date


@pytest.mark.parametrize(
    ("text", "issued", "date"),
    [
        case("12月18日", "2023", "2023-12-18", id="only the year of the issue is known"),
        case("11月5日", "2023-12", "2023-11-05", id="only its month is known"),
        case("1月8日", "2024-12-20", "2024-01-08", id="eleven months back"),
        case("4月10日", "2024-03-15", "2024-04-10", id="an announcement"),
        case("12月18日", None, None, id="no issue date, no year"),
        case("2023年12月18日", None, "2023-12-18", id="a full date needs no issue"),
    ],
)
def test_the_issue_gives_the_year(text: str, issued: str | None, date: str | None) -> None:
    assert resolve(text, Known(issued)) == date


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        case("12月21日（周四）", True, id="2023-12-21 was a Thursday"),
        case("12月21日（周五）", False, id="and no Friday"),
        case("12月21日（星期四）", True, id="the longer word"),
        case("12月21日", True, id="nothing printed, nothing wrong"),
    ],
)
def test_a_printed_weekday_is_checked(text: str, sure: bool) -> None:
    (found,) = find_dates(folded(text), JANUARY)

    assert found.sure is sure


def test_the_same_day_is_that_of_the_article_before() -> None:
    assert resolve("同日", Known("2024-01-05", "2023-12-28")) == "2023-12-28"
    assert resolve("次日", Known("2024-01-05", "2023-12-31")) == "2024-01-01"


@pytest.mark.parametrize(
    ("name", "date"),
    [
        case("beijing-kexie-2023-12.txt", "2023-12", id="year and month"),
        case("202312.pdf", "2023-12", id="in a row"),
        case("2023/简报20231205.pdf", "2023-12-05", id="the fullest of the path"),
        case("简报_2023年9月.pdf", "2023-09", id="in Chinese"),
        case("第386期.pdf", None, id="a number is no date"),
    ],
)
def test_a_date_in_the_name_of_a_file(name: str, date: str | None) -> None:
    assert date_in_name(name) == date


def test_the_year_of_a_text_is_that_of_its_latest_full_date() -> None:
    assert latest_year("2019年10月30日印发；2023年12月11日召开；2024年工作要点") == "2023"
