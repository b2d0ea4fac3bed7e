"""Few hits, or none: how sure that is, and what else can be asked."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import DECEMBER, write_config
from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import titles, total
from webui import create_app


def offers(page: Page) -> list[str]:
    """The offers of a page with their kinds: 少用一个词 讲座（10 篇）."""
    return [div.text for div in page.all("div") if div.text.endswith("篇）")]


def test_a_zero_is_said_in_words(get: Get) -> None:
    assert total(get("/search?q=量子")) == "没有找到与“量子”相符的文章"


def test_the_word_that_nothing_holds_is_named(get: Get) -> None:
    assert "全部资料中都没有：“量子”" in get("/search?q=量子 科普").text


def test_each_word_is_counted_everywhere_and_under_the_conditions(get: Get) -> None:
    page = get("/search?q=量子 科普&month=2024-01")
    rows = [row.text for row in page.all("tr") if row.text[:2] in ("量子", "科普")]
    assert rows == ["量子00", "科普31"]


@pytest.mark.parametrize(
    ("search", "label", "found"),
    [
        pytest.param("q=山村&month=2024-01", "不限时间", "找到 1 篇", id="without a condition"),
        pytest.param("q=山村&not_org=青湖区科协", "不排除单位", "找到 1 篇", id="an exclusion"),
        pytest.param("q=山村 编程", "任一词", "找到 2 篇", id="any of the words"),
        pytest.param("q=山村 量子", "山村", "找到 1 篇", id="a word fewer"),
        pytest.param("q=山村&refine=编程", "不限任何条件", "找到 1 篇", id="a narrowing"),
        pytest.param("q=山村&in=title&refine=农技", "全文", "找到 1 篇", id="all texts"),
    ],
)
def test_other_searches_are_offered_with_what_they_find(
    get: Get, search: str, label: str, found: str
) -> None:
    page = get(f"/search?{search}")
    count = found.removeprefix("找到 ")
    assert any(f"{label}（{count}）" in offer for offer in offers(page)), offers(page)
    assert total(get(page.link(label))) == found


def test_what_may_be_meant_stands_above_the_few_hits(get: Get) -> None:
    page = get("/search?q=科谱")
    assert "您是不是要找：科普（3 篇）" in page.text
    assert total(get(page.link("科普"))) == "找到 3 篇"


def test_nothing_is_offered_that_finds_nothing(get: Get) -> None:
    page = get("/search?q=量子")
    assert offers(page) == []
    assert "建议" in page.text


def test_nothing_is_offered_where_enough_was_found(get: Get) -> None:
    page = get("/search?q=科普&section=区科协动态&section=市科协动态")
    assert len(titles(page)) == 3
    assert offers(page) == []


def test_the_filters_stay(get: Get) -> None:
    page = get("/search?q=量子&section=区科协动态")
    assert "checked" in page.one("input", value="区科协动态").attributes


def test_a_zero_over_files_that_were_not_read_is_not_certain(get: Get) -> None:
    page = get("/search?q=量子")
    sentence = page.one("p", class_="certainty").text
    assert sentence.startswith("能检索的 50 篇中没有。另有 1 份文件读不出文字（没有内容 1）")
    assert page.link("查看") == "/status"


class TestCertain:
    """An archive all of whose files were read."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "corpus").mkdir()
        (tmp_path / "corpus" / "2023-12.txt").write_text(DECEMBER, encoding="utf-8")
        with open_library(write_config(tmp_path)) as library:
            library.update()
        return tmp_path

    def client(self, folder: Path) -> FlaskClient:
        return create_app(folder / "config.toml").test_client()

    def test_a_zero_is_certain(self, folder: Path) -> None:
        page = Page(self.client(folder).get("/search?q=量子").text)
        assert "已逐字核对：全部 3 篇中没有，结果确为 0。" in page.text

    def test_json_says_how_sure_it_is(self, folder: Path) -> None:
        zero = self.client(folder).get("/search.json?q=量子 科普").get_json()["zero"]
        assert zero["certainty"] == "certain"
        assert zero["terms"][0] == {"text": "量子", "docs_all": 0, "docs_here": 0}

    def test_nothing_is_certain_once_the_dictionary_changed(self, folder: Path) -> None:
        config = folder / "config.toml"
        config.write_text(
            config.read_text(encoding="utf-8") + '\n[knowledge]\nwords = ["科普大集"]\n',
            encoding="utf-8",
        )
        client = self.client(folder)
        assert "未能核对完" in Page(client.get("/search?q=量子").text).text
        found = Page(client.get("/search?q=科普").text)
        assert "索引与词典不一致" in found.one("ul", class_="notices").text
        assert client.get("/search.json?q=量子").get_json()["zero"]["certainty"] == "unknown"
