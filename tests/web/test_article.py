from urllib.parse import urlsplit

import pytest

from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import marked, titles, total


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


class TestWayThroughTheResult:
    def test_leads_to_the_next_and_the_previous_hit(self, get: Get) -> None:
        result = get("/search?q=科普&sort=new")
        first, second = titles(result)[:2]
        page = get(result.link(first))
        assert "第 1 / 3 篇" in page.text
        assert page.all("a", rel="prev") == []
        following = get(page.one("a", rel="next").attributes["href"])
        assert following.one("h1").text == second
        back = get(following.one("a", rel="prev").attributes["href"])
        assert back.one("h1").text == first

    def test_goes_on_over_the_end_of_a_page_of_hits(self, get: Get) -> None:
        result = get("/search?q=竞赛&n=20")
        page = get(result.link(titles(result)[-1]))
        assert "第 20 / 45 篇" in page.text
        following = get(page.one("a", rel="next").attributes["href"])
        assert following.one("h1").text == titles(get("/search?q=竞赛&n=20&page=2"))[0]
        assert "第 21 / 45 篇" in following.text

    def test_without_a_search_follows_the_issue(self, get: Get) -> None:
        address = urlsplit(get("/search?q=山村").link("青湖区科协组织科普大集进山村")).path
        page = get(address)
        assert page.all("a", rel="next") == []
        before = get(page.one("a", rel="prev").attributes["href"])
        assert before.one("h1").text == "科技工作者之家揭牌"


def test_each_match_is_listed_with_its_page_and_can_be_gone_to(get: Get) -> None:
    page = get(get("/search?q=科普&section=区科协动态").link("青湖区科协组织科普大集进山村"))
    items = [li.text for li in page.all("li") if "〔第2页〕" in li.text]
    assert ["科普大集" in item for item in items] == [True, True]
    assert page.one("a", href="#m2").text == "科普"


def test_articles_like_it_are_offered(get: Get) -> None:
    page = get(urlsplit(get("/search?q=山村").link("青湖区科协组织科普大集进山村")).path)
    similar = page.one("section", aria_labelledby="similar").text
    assert "青湖区科协慰问院士专家" in similar or "科普日主场活动总结会召开" in similar
