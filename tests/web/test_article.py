from urllib.parse import urlsplit

import pytest

from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import marked, total


class TestArticle:
    ADDRESS = "/search?q=科普&section=区科协动态"

    @pytest.fixture
    def page(self, get: Get) -> Page:
        return get(get(self.ADDRESS).link("青湖区科协组织科普大集进山村"))

    def test_shows_the_whole_text_with_marks(self, page: Page) -> None:
        assert "农技专家现场讲解果树越冬管理" in page.text
        assert marked(page) == {"科普"}

    def test_counts_the_marks_of_the_text_and_leads_to_the_first(self, page: Page) -> None:
        assert "本文命中 2 处" in page.text
        assert page.link("到第一处") == "#m1"
        assert [m.attributes.get("id") for m in page.all("mark")] == [None, "m1", "m2"]

    def test_shows_where_a_page_begins(self, page: Page) -> None:
        assert page.one("p", id="p2").text == "— 第 2 页 —"

    def test_leads_back_to_the_very_search(self, page: Page, get: Get) -> None:
        back = get(page.link("← 返回检索结果"))
        assert total(back) == total(get(self.ADDRESS))
        assert "checked" in back.one("input", value="区科协动态").attributes

    def test_can_be_cited(self, page: Page) -> None:
        citation = page.one("section", aria_labelledby="cite").text
        assert "《云州科协简报》第12期第2页" in citation
        assert "2023年12月25日" in citation

    def test_leads_to_the_other_articles_of_the_issue(self, page: Page, get: Get) -> None:
        nav = page.one("nav", aria_labelledby="siblings")
        assert "科技工作者之家揭牌" in nav.text
        other = get(page.link("科技工作者之家揭牌"))
        assert other.one("h1").text == "科技工作者之家揭牌"

    def test_leads_from_its_month_to_the_articles_of_that_month(self, page: Page) -> None:
        assert page.link("2023年12月15日") == "/search?month=2023-12"

    def test_without_a_search_has_no_marks_and_no_way_back(self, page: Page, get: Get) -> None:
        bare = get(urlsplit(page.link("科技工作者之家揭牌")).path)
        assert marked(bare) == set()
        assert "返回检索结果" not in bare.text

    def test_is_shown_without_marks_when_its_search_cannot_be_asked(
        self, page: Page, get: Get
    ) -> None:
        path = urlsplit(page.link("科技工作者之家揭牌")).path
        assert marked(get(f"{path}?q={'字' * 201}")) == set()

    def test_with_a_point_in_its_id_has_an_address_without(self, get: Get) -> None:
        address = get("/search?q=简讯第7号").link("简讯第7号")
        assert urlsplit(address).path == "/article/note~2E7"
        assert get(address).one("h1").text == "简讯第7号"
