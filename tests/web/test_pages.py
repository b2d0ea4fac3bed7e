import re
from itertools import pairwise

import pytest
from flask.testing import FlaskClient

from indexer.library import Library
from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import total


class TestHome:
    def test_offers_the_search_box_and_the_size_of_the_archive(self, get: Get) -> None:
        page = get("/")
        assert page.one("input", id="q").attributes["name"] == "q"
        assert "收录文章 50 篇" in page.text

    def test_leads_from_a_month_to_its_articles(self, get: Get) -> None:
        page = get("/")
        months = [a for a in page.all("a") if a.attributes["href"] == "/search?month=2023-12"]
        assert [a.attributes["aria-label"] for a in months] == ["2023年12月，3 篇，只看此月"]
        assert total(get(months[0].attributes["href"])) == "找到 3 篇"

    def test_leads_from_an_organisation_to_its_articles(self, get: Get) -> None:
        page = get("/")
        name, count = next(a.text for a in page.all("a") if "云州市科协" in a.text).split(" ", 1)
        link = next(a.attributes["href"] for a in page.all("a") if name in a.text)
        assert total(get(link)) == f"找到 {count}"

    def test_lists_what_came_in_last_first(self, get: Get) -> None:
        newest = [a.text for a in get("/").all("a") if a.attributes["href"].startswith("/article")]
        assert newest[:2] == ["简讯第11号", "简讯第23号"]

    def test_of_a_fresh_archive_says_what_to_do(self, unindexed: FlaskClient) -> None:
        response = unindexed.get("/")
        assert response.status_code == 200
        assert "bulletin index" in Page(response.text).text


class TestStatus:
    def test_tells_the_outcome_of_each_file(self, get: Get) -> None:
        page = get("/status")
        assert "文件 4 份" in page.text
        assert "empty.txt 没有内容" in page.text

    def test_names_the_index(self, get: Get, library: Library) -> None:
        index = library.status().index
        assert index
        assert index.generation in get("/status").text

    def test_is_never_kept_by_a_browser(self, client: FlaskClient) -> None:
        assert client.get("/status").headers["Cache-Control"] == "no-store"

    def test_health_is_one_word(self, client: FlaskClient) -> None:
        response = client.get("/healthz")
        assert (response.status_code, response.text) == (200, "ok\n")
        assert response.headers["Cache-Control"] == "no-store"


class TestFrame:
    ADDRESSES = (
        "/",
        "/search?q=科普&refine=科普&org=青湖区科协",
        "/search?q=量子 科普",
        "/facet/org?q=竞赛&order=name",
        "/help",
        "/prefs",
        "/org/云州市科协",
        "/browse",
        "/why?q=竞赛&id=note.7",
        "/status",
        "/article/note~2E7?q=竞赛",
    )

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_every_page_is_chinese_and_has_its_landmarks(self, get: Get, address: str) -> None:
        page = get(address)
        assert page.one("html").attributes["lang"] == "zh-Hans"
        assert len(page.all("h1")) == 1
        assert page.one("form", id="ask").attributes["role"] == "search"
        assert page.one("a", class_="skip").attributes["href"] == "#main"
        assert page.one("main").attributes["id"] == "main"
        assert page.one("title").text.endswith("云州科协简报检索")

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_every_field_has_a_label_and_every_id_is_one_of_a_kind(
        self, get: Get, address: str
    ) -> None:
        page = get(address)
        labelled = {label.attributes.get("for") for label in page.all("label")}
        fields = [i for i in page.all("input") if i.attributes["type"] in ("search", "text")]
        assert {field.attributes["id"] for field in fields} <= labelled
        ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
        assert len(ids) == len(set(ids))

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_every_name_by_reference_leads_to_an_element(self, get: Get, address: str) -> None:
        page = get(address)
        ids = {e.attributes["id"] for e in page.elements if "id" in e.attributes}
        wanted = {
            name
            for e in page.elements
            for key in ("aria-labelledby", "aria-describedby", "for", "form")
            for name in e.attributes.get(key, "").split()
        }
        local = {a.attributes["href"][1:] for a in page.all("a") if a.attributes["href"][0] == "#"}
        assert wanted | local <= ids

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_headings_go_down_by_one_step_at_a_time(self, get: Get, address: str) -> None:
        levels = [int(e.tag[1]) for e in get(address).elements if e.tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))

    def test_no_page_has_inline_script_or_style(self, get: Get) -> None:
        for address in self.ADDRESSES:
            elements = get(address).elements
            assert not [e for e in elements if e.tag == "style"]
            scripts = [e.attributes for e in elements if e.tag == "script"]
            sources = [script["src"] for script in scripts]
            assert re.fullmatch(r"/static/app-\w+\.js", sources.pop(0))
            assert all(re.fullmatch(r"/static/own-\w+\.js", source) for source in sources)
            assert not [
                e for e in elements if any(a == "style" or a.startswith("on") for a in e.attributes)
            ]

    def test_an_empty_search_leads_home(self, client: FlaskClient) -> None:
        response = client.get("/search?q=%20&org=")
        assert (response.status_code, response.headers["Location"]) == (302, "/")
