from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Get
from tests.web.result_page import marked, titles, total


class TestResults:
    def test_show_the_total_and_the_matching_articles(self, get: Get) -> None:
        page = get("/search?q=科普")
        assert total(page) == "找到 3 篇"
        assert set(titles(page)) == {
            "科普日主场活动总结会召开",
            "青湖区科协组织科普大集进山村",
            "青湖区科协慰问院士专家",
        }

    def test_mark_the_words_in_titles_and_snippets(self, get: Get) -> None:
        page = get("/search?q=山村")
        assert marked(page) == {"山村"}
        assert "青湖区科协组织科普大集走进山村" in page.text

    def test_put_no_blank_where_a_mark_begins_or_ends(self, get: Get) -> None:
        assert titles(get("/search?q=山村")) == ["青湖区科协组织科普大集进山村"]

    def test_tell_what_is_known_of_an_article(self, get: Get) -> None:
        meta = get("/search?q=山村").one("p", class_="meta")
        assert "2023年12月15日" in meta.text
        assert "区科协动态" in meta.text
        assert "《云州科协简报》第12期第2页" in meta.text

    def test_link_a_snippet_to_its_page_of_the_article(self, get: Get) -> None:
        page = get("/search?q=山村")
        address = page.link("〔第2页〕")
        assert address.endswith("#p2")
        assert get(address).one("p", id="p2").text == "— 第 2 页 —"

    def test_keep_the_search_in_the_links_to_articles(self, get: Get) -> None:
        address = get("/search?q=山村&month=2023-12").link("青湖区科协组织科普大集进山村")
        assert dict(parse_qsl(urlsplit(address).query)) == {"q": "山村", "month": "2023-12"}

    def test_of_conditions_alone_come_newest_first_without_marks(self, get: Get) -> None:
        page = get("/search?month=2023-12")
        assert titles(page)[0] == "科普日主场活动总结会召开"
        assert marked(page) == set()
        current = [link.text for link in page.all("a", aria_current="true")]
        assert current == ["提及", "从新到旧", "每页 20 篇"]

    def test_are_titled_with_the_search_and_its_total(self, get: Get) -> None:
        page = get("/search?q=科普")
        assert page.one("title").text == "科普（3 篇） - 云州科协简报检索"

    def test_name_the_canonical_address(self, get: Get) -> None:
        page = get("/search?n=20&match=smart&month=2023年12月&q=%E7%A7%91%E6%99%AE&org=")
        canonical = page.one("link", rel="canonical").attributes["href"]
        assert canonical == "/search?q=%E7%A7%91%E6%99%AE&month=2023-12"

    def test_tell_what_could_not_be_read_and_go_on(self, get: Get) -> None:
        page = get("/search?q=科普&from=later")
        assert total(page) == "找到 3 篇"
        assert "看不懂月份“later”" in page.one("ul", class_="notices").text

    def test_tell_how_the_words_were_understood(self, get: Get) -> None:
        assert "不含 院士" in get("/search?q=科普 -院士").one("div", class_="reading").text

    def test_have_a_json_twin(self, get: Get, client: FlaskClient) -> None:
        address = get("/search?q=科普&month=2023-12").link("JSON")
        assert client.get(address).get_json()["total"] == 2


class TestPages:
    def test_turn_and_hold_each_article_once(self, get: Get) -> None:
        seen: list[str] = []
        address = "/search?q=竞赛&n=20"
        for expected in (20, 20, 5):
            page = get(address)
            assert len(titles(page)) == expected
            seen += titles(page)
            following = [a.attributes["href"] for a in page.all("a", rel="next")]
            address = following[0] if following else ""
        assert address == ""
        assert len(set(seen)) == 45

    def test_number_their_hits_through(self, get: Get) -> None:
        assert get("/search?q=竞赛&page=2").one("ol", class_="hits").attributes["start"] == "21"

    def test_of_a_single_page_result_are_not_mentioned(self, get: Get) -> None:
        assert get("/search?q=科普").all("nav", aria_label="翻页") == []

    def test_a_changed_filter_leads_to_the_first_page(self, get: Get) -> None:
        page = get("/search?q=竞赛&org=云州市科协&page=2")
        assert "page" not in page.link("单位：云州市科协，去掉此条件 ×")

    @pytest.mark.parametrize(
        ("sort", "first"),
        [
            pytest.param("new", "青湖区科协慰问院士专家", id="newest first"),
            pytest.param("old", "青湖区科协组织科普大集进山村", id="oldest first"),
        ],
    )
    def test_can_be_sorted_by_date(self, get: Get, sort: str, first: str) -> None:
        page = get(f"/search?q=科普&sort={sort}")
        assert titles(page)[0] == first
        current = [a.text for a in page.all("a", aria_current="true")]
        assert current == ["提及", {"new": "从新到旧", "old": "从旧到新"}[sort], "每页 20 篇"]


class TestLook:
    def test_a_page_can_be_longer(self, get: Get) -> None:
        page = get(get("/search?q=竞赛&page=2").link("每页 50 篇"))
        assert len(titles(page)) == 45

    def test_hits_can_be_listed_without_their_texts_and_with_them_again(self, get: Get) -> None:
        short = get(get("/search?q=山村").link("只列标题"))
        assert titles(short) == titles(get("/search?q=山村"))
        assert short.all("p", class_="snippet") == []
        assert get(short.link("带摘要")).all("p", class_="snippet") != []

    def test_each_hit_leads_to_the_reasons_for_it(self, get: Get) -> None:
        page = get("/search?q=山村")
        why = get(page.link("为何命中：青湖区科协组织科普大集进山村"))
        assert why.one("h1").text == "能检索到：青湖区科协组织科普大集进山村"
