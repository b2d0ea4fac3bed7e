"""The calendar: years and months with their issues, missing numbers, and articles."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import DECEMBER, make_archive
from tests.web.conftest import Get
from tests.web.html_page import Page
from webui import create_app

NOVEMBER = DECEMBER.replace("12 期", "9 期").replace("12 月", "10 月")


def test_a_year_shows_every_month_those_without_issues_too(get: Get) -> None:
    page = get("/browse/2023")
    months = [h3.text for h3 in page.all("h3")]
    assert len(months) == 12
    assert months[0].startswith("2023年12月 3 篇")
    assert page.text.count("没有收录期刊") == 11


def test_a_month_lists_its_issues_and_articles(get: Get) -> None:
    page = get(get("/browse/2023").link("2023年12月"))
    assert page.one("h1").text == "2023年12月"
    links = [a.text for a in page.all("a")]
    assert "《云州科协简报》第12期（2023年12月25日）" in links
    assert "科普日主场活动总结会召开" in links
    assert [a.text for a in page.all("a", rel="prev")] == ["上一月：2023年11月"]
    assert [a.text for a in page.all("a", rel="next")] == ["下一月：2024年1月"]


def test_a_month_without_anything_between_others_is_a_page_too(get: Get) -> None:
    assert get("/browse/2024").link("2024年12月") == "/browse/2024/12"
    assert "没有收录这个月的文章" in get("/browse/2024/12").text
    page = get("/browse/2023/06")
    assert "没有收录这个月的文章" in page.text
    assert "没有收录期刊" in page.text


@pytest.mark.parametrize("address", ["/browse/2025/01", "/browse/2021/12", "/browse/2023/00"])
def test_a_month_beyond_the_archive_is_no_page(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_numbers_missing_from_a_series_are_listed(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    (tmp_path / "corpus" / "2023-10.txt").write_text(NOVEMBER, encoding="utf-8")
    with open_library(config) as library:
        library.update()
        client = create_app(library).test_client()
        year = Page(client.get("/browse/2023").text)
        missing = [li.text for li in year.all("li") if "未收录" in li.text]
        assert missing == ["云州科协简报 2023第 10 至 11 期未收录"]
