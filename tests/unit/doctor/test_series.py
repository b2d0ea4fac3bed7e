"""Numbers that are missing, and dates that contradict the numbers."""

import pytest

from indexer.doctor.series import of_series
from indexer.models import Concern, Issue

case = pytest.param


def found(*issues: tuple[str, str]) -> list[tuple[Concern, str]]:
    held = {
        f"{at}.pdf": Issue("科协动态", number, date) for at, (number, date) in enumerate(issues)
    }
    return [(finding.kind, finding.message) for finding in of_series(held)]


@pytest.mark.parametrize(
    ("issues", "message"),
    [
        case([("第35期", "2024-03"), ("第37期", "2024-05")], "缺第 36 期", id="one is missing"),
        case([("第1期", "2024-01"), ("第4期", "2024-04")], "缺第 2 至 3 期", id="two are missing"),
        case([("第三期", "2024-03"), ("第五期", "2024-05")], "缺第 4 期", id="Chinese numbers"),
        case(
            [("第12期（总第35期）", "2023-12"), ("第2期（总第37期）", "2024-02")],
            "缺第 36 期",
            id="the number of all issues goes on over the year",
        ),
        case([("第35期", "2023-12"), ("第37期", "2024-02")], "缺第 36 期", id="no year in numbers"),
        case([("第1-2期", "2024-02"), ("第4期", "2024-04")], "缺第 3 期", id="a joint issue"),
    ],
)
def test_missing_numbers_are_named(issues: list[tuple[str, str]], message: str) -> None:
    ((kind, words),) = found(*issues)
    assert kind is Concern.MISSING_ISSUE
    assert words.startswith(message)


@pytest.mark.parametrize(
    "issues",
    [
        case([("第3期", "2024-03"), ("第4期", "2024-04")], id="one after the other"),
        case([("第12期", "2023-12"), ("第1期", "2024-01")], id="each year counts from one"),
        case([("第1-2期", "2024-02"), ("第3期", "2024-03")], id="a joint issue"),
        case([("第3期", "2024-03"), ("第3期", "2024-03")], id="an issue twice"),
        case([("第3期", "2024"), ("第4期", "2024-01")], id="a date as far as it is told"),
        case([("增刊", "2024-03"), ("第4期", "2024-01")], id="an issue without a number"),
    ],
)
def test_series_in_order_has_no_findings(issues: list[tuple[str, str]]) -> None:
    assert found(*issues) == []


def test_date_against_the_numbers_names_both_files() -> None:
    held = {
        "a.pdf": Issue("科协动态", "第3期", "2024-05-10"),
        "b.pdf": Issue("科协动态", "第4期", "2024-04-10"),
        "c.pdf": Issue("学会通讯", "第5期", "2024-01-10"),
    }
    (finding,) = of_series(held)
    assert (finding.kind, finding.subject) == (Concern.ISSUE_ORDER, "b.pdf，a.pdf")
    assert "早于第 3 期" in finding.message
