"""Typed numbers, titles and dates -> the issues that are meant."""

import pytest

from indexer.models import Issue
from indexer.search.issues import find_issues

case = pytest.param

ISSUES = (
    ("a", Issue("科协动态", "第36期（总第58期）", "2023-12-05")),
    ("b", Issue("科协动态", "第1期（总第36期）", "2022-01-10")),
    ("c", Issue("工作简报", "第十二期", "2024-01")),
    ("d", Issue("工作简报", "2024年第6期", None)),
    ("e", Issue("学会通讯", "总第128期", "2024-01-15")),
    ("f", Issue(None, None, None)),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        case("36", "a", id="the number within the year before the one since the beginning"),
        case("第36期", "a", id="the number as printed"),
        case("总第36期", "b", id="the number since the beginning"),
        case("总第58期", "a", id="in brackets"),
        case("128", "e", id="only the number since the beginning is there"),
        case("6", "d", id="a number is not found inside 36"),
        case("12", "c", id="printed as a Chinese numeral"),
        case("第十二期", "c", id="typed as a Chinese numeral"),
        case("2024年第6期", "d", id="year and number"),
        case("工作简报", "cd", id="a title"),
        case("2024-01", "ce", id="a month"),
        case("2024年1月", "ce", id="a month in words"),
        case("2023年12月5日", "a", id="a day"),
        case("2023年1月", "", id="a month is not found inside another"),
        case("99", "", id="no such number"),
    ],
)
def test_issues_are_found(typed: str, expected: str) -> None:
    assert "".join(find_issues(typed, ISSUES)) == expected
