"""Choosing time: a table of months, bars that tell the same, and quick links."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import months, total
from webui.months import near_spans


def address_of(page: Page, name: str) -> str:
    """Where the month that is read out so leads."""
    return next(
        a.attributes["href"] for a in page.all("a") if a.attributes.get("aria-label") == name
    )


def test_each_month_tells_its_articles_and_what_choosing_it_does(get: Get) -> None:
    assert months(get("/search?q=科普")) == [
        "2024年1月，1 篇，只看此月",
        "2023年12月，2 篇，只看此月",
    ]


def test_empty_months_keep_their_place_and_lead_nowhere(get: Get) -> None:
    page = get("/search?q=科普")
    empty = [span.text for span in page.all("span", class_="empty")]
    assert len(empty) == 22
    assert "11月0" in empty


def test_the_first_month_is_that_month_the_second_makes_a_range(get: Get) -> None:
    one = get(address_of(get("/search?q=竞赛"), "2022年3月，4 篇，只看此月"))
    assert total(one) == "找到 4 篇"
    name = next(name for name in months(one) if name.startswith("2022年3月至2022年5月"))
    both = get(address_of(one, name))
    assert total(both) == f"找到 {name.split('，')[1]}"
    assert months(both)[0].endswith("只看此月")


def test_a_range_can_be_made_backwards(get: Get) -> None:
    names = months(get("/search?q=竞赛&month=2022-05"))
    assert any(name.startswith("2022年2月至2022年5月") for name in names)


def test_a_year_is_a_range(get: Get) -> None:
    page = get("/search?q=科普")
    assert total(get(page.link("2023年"))) == "找到 2 篇"


def test_bars_have_the_addresses_of_the_table_and_heights_by_count(get: Get) -> None:
    page = get("/search?q=科普")
    cells = [a.attributes["href"] for a in page.all("a") if "aria-label" in a.attributes]
    bars = [a.attributes["href"] for a in page.all("a", tabindex="-1")]
    assert sorted(bars) == sorted(cells)
    assert [rect.attributes["height"] for rect in page.all("rect")] == ["48", "24"]
    assert page.one("svg").attributes["aria-hidden"] == "true"


def test_a_chosen_time_is_outlined_and_can_be_cleared(get: Get) -> None:
    page = get("/search?q=竞赛&from=2022-03&to=2022-05")
    assert len(page.all("rect", class_="on")) == 3
    assert total(get(page.link("重新选"))) == "找到 45 篇"


def test_programs_get_empty_months_and_the_undated_too(client: FlaskClient) -> None:
    found = client.get("/search.json?q=竞赛").get_json()
    assert sum(month["count"] for month in found["histogram"]) + found["no_date"] == 45
    gap = client.get("/search.json").get_json()["histogram"]
    assert {"2023-05": 0}.items() <= {month["month"]: month["count"] for month in gap}.items()


@pytest.mark.parametrize(
    ("today", "last_month"),
    [
        pytest.param(date(2024, 3, 31), "2024-02", id="within a year"),
        pytest.param(date(2024, 1, 1), "2023-12", id="over the turn of a year"),
    ],
)
def test_last_month_is_the_one_before_this(today: date, last_month: str) -> None:
    assert near_spans(today)[1] == ("上月", last_month, last_month)


def test_quick_links_choose_time_and_stay_relative(get: Get) -> None:
    page = get("/search?q=科普&month=2023-12")
    assert "within=30d" in page.link("近一月")
    assert "month" not in page.link("近一月")
    assert f"from={date.today().year}" in page.link("今年")
