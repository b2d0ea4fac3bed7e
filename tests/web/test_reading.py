"""解读: how a question was understood, and what can be changed about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import EXAMPLES, Library, open_library
from tests.web.archive import CONFIG, make_archive
from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import total
from webui import create_app


def reading(page: Page) -> str:
    return page.one("div", class_="reading").text


class TestOtherNames:
    def test_are_told_and_can_be_switched_off_and_on(self, get: Get) -> None:
        page = get("/search?q=云州市科协")
        assert "“云州市科协”也查“云州市科学技术协会”和单位为云州市科协的文章" in reading(page)
        literal = get(page.link("只查原词"))
        assert literal.all("div", class_="reading") == []
        assert (
            literal.link("只查原词，去掉此条件 ×")
            == "/search?q=%E4%BA%91%E5%B7%9E%E5%B8%82%E7%A7%91%E5%8D%8F"
        )
        assert total(literal) != total(page)


class TestSharedNames:
    @pytest.fixture
    def get_shared(self, tmp_path: Path) -> Iterator[FlaskClient]:
        """The archive with a second organisation that is called 市科协."""
        config = make_archive(tmp_path)
        other = '\n[[organizations]]\nname = "东山市科协"\nshort = ["市科协"]\n'
        config.write_text(CONFIG + other, encoding="utf-8")
        with open_library(config) as library:
            library.update()
            yield create_app(library).test_client()

    def test_are_not_widened_and_their_bearers_are_links(self, get_shared: FlaskClient) -> None:
        page = Page(get_shared.get("/search?q=市科协 科普").text)
        assert "几个单位都叫“市科协”" in reading(page)
        meant = Page(get_shared.get(page.link("云州市科协")).text)
        assert meant.one("input", id="q").attributes["value"] == "云州市科协 科普"


class TestNarrowing:
    def test_finds_what_both_searches_find(self, get: Get) -> None:
        assert total(get("/search?q=科普&refine=山村")) == "找到 1 篇"

    def test_each_is_a_chip_that_takes_it_away(self, get: Get) -> None:
        page = get("/search?q=科普&refine=山村&refine=农技")
        assert total(get(page.link("二次：山村，去掉此条件 ×"))) == "找到 1 篇"
        assert {i.attributes["value"] for i in page.all("input", name="refine", type="hidden")} == {
            "山村",
            "农技",
        }

    def test_is_marked_too(self, get: Get) -> None:
        page = get("/search?q=科普&refine=农技")
        assert {mark.text for mark in page.all("mark")} == {"科普", "农技"}

    def test_gives_way_after_three_times(self, get: Get) -> None:
        page = get("/search?q=科普&refine=山村&refine=农技&refine=果树")
        assert page.all("input", id="refine") == []
        assert "最多二次检索三次" in page.text


def test_titles_alone_can_be_searched(get: Get) -> None:
    assert total(get("/search?q=科普&in=title")) == "找到 2 篇"
    assert "checked" in get("/search?q=科普&in=title").one("input", value="title").attributes


def test_a_value_can_be_left_out(get: Get) -> None:
    page = get("/search?q=科普&not_org=青湖区科协")
    assert total(page) == "找到 1 篇"
    assert total(get(page.link("不含单位：青湖区科协，去掉此条件 ×"))) == "找到 3 篇"


def test_the_last_days_narrow(get: Get) -> None:
    page = get("/search?q=科普&within=7d")
    assert total(page) == "没有找到与“科普”相符的文章"
    assert total(get(page.link("时间：近7天，去掉此条件 ×"))) == "找到 3 篇"


def test_all_conditions_reach_programs(client: FlaskClient) -> None:
    found = client.get("/search.json?q=云州市科协&refine=科普&in=all&not_org=甲").get_json()
    assert found["query"]["refine"] == ["科普"]
    assert found["query"]["not_org"] == ["甲"]
    (widened,) = found["reading"]["widened"]
    assert widened["org"] == "云州市科协"
    assert client.get(found["reading"]["literal_url"]).get_json()["query"]["expand"] is False


def test_programs_get_the_offers_with_their_addresses(client: FlaskClient) -> None:
    found = client.get("/search.json?q=科谱").get_json()
    assert found["suggestions"] == ["科普"]
    (offer,) = [one for one in found["help"]["offers"] if one["remedy"] == "spelling"]
    assert client.get(offer["url"]).get_json()["total"] == offer["total"] == 3


class TestHelpPage:
    def test_every_example_is_a_link_that_finds_as_many_as_it_says(
        self, get: Get, library: Library
    ) -> None:
        page = get("/help")
        rows = {row.text.removesuffix(" 篇") for row in page.all("tr")}
        for example in EXAMPLES:
            found = get(page.link(example.text))
            heading = total(found)
            count = heading.removeprefix("找到 ").removesuffix(" 篇") if "找到 " in heading else "0"
            assert any(row.endswith(f"{example.chinese}{count}") for row in rows), example.text
