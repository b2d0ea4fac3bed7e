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
        assert [a.text for a in page.all("a", aria_current="true")] == ["从新到旧"]

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
        assert "不含 院士" in get("/search?q=科普 -院士").one("p", class_="reading").text

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
        assert [a.text for a in page.all("a", aria_current="true")] == [
            {"new": "从新到旧", "old": "从旧到新"}[sort]
        ]


class TestNothingFound:
    def test_is_said_in_words(self, get: Get) -> None:
        assert total(get("/search?q=量子")) == "没有找到与“量子”相符的文章"

    def test_offers_wider_searches_with_their_true_counts(self, get: Get) -> None:
        page = get("/search?q=山村&month=2024-01")
        item = next(li for li in page.all("li") if li.text.startswith("去掉“月份：2024年1月”"))
        assert item.text == "去掉“月份：2024年1月”（1 篇）"
        assert total(get(page.link("去掉“月份：2024年1月”"))) == "找到 1 篇"

    def test_offers_any_of_the_words(self, get: Get) -> None:
        page = get("/search?q=山村 编程")
        assert total(get(page.link("只要有任一词"))) == "找到 2 篇"

    def test_offers_nothing_that_cannot_be_asked(self, get: Get) -> None:
        page = get(f"/search?match=phrase&q={'(' * 150}")
        assert "可以试试" not in page.text

    def test_offers_nothing_that_finds_nothing(self, get: Get) -> None:
        page = get("/search?q=量子&section=区科协动态")
        assert "可以试试" not in page.text
        assert "建议" in page.text

    def test_keeps_the_filters(self, get: Get) -> None:
        page = get("/search?q=量子&section=区科协动态")
        assert "checked" in page.one("input", value="区科协动态").attributes
