from urllib.parse import parse_qsl, urlsplit

from tests.web.conftest import Get
from tests.web.result_page import labels, total


class TestFacets:
    def test_come_with_counts(self, get: Get) -> None:
        page = get("/search?q=科普")
        assert labels(page, "section") == ["区科协动态 2 篇", "市科协动态 1 篇"]
        assert labels(page, "org")[0] == "青湖区科协 2 篇"

    def test_keep_their_other_values_when_one_is_chosen(self, get: Get) -> None:
        page = get("/search?q=科普&section=市科协动态")
        assert total(page) == "找到 1 篇"
        assert labels(page, "section") == ["市科协动态 1 篇", "区科协动态 2 篇"]

    def test_values_add_up_within_and_narrow_across(self, get: Get) -> None:
        assert total(get("/search?q=科普&section=市科协动态&section=区科协动态")) == "找到 3 篇"
        assert total(get("/search?q=科普&section=区科协动态&month=2024-01")) == "找到 1 篇"

    def test_chosen_values_are_checked_and_never_vanish(self, get: Get) -> None:
        page = get("/search?q=科普&org=无此单位")
        box = page.one("input", value="无此单位")
        assert "checked" in box.attributes
        assert labels(page, "org")[0] == "无此单位 0 篇"

    def test_an_alias_is_replaced_by_the_preferred_name(self, get: Get) -> None:
        page = get("/search?org=云州市科学技术协会")
        assert page.link("单位：云州市科协，去掉此条件 ×") == "/"
        assert "checked" in page.one("input", value="云州市科协").attributes

    def test_the_undated_can_be_chosen(self, get: Get) -> None:
        assert labels(get("/search?q=竞赛"), "month")[-1] == "日期不详 5 篇"
        assert total(get("/search?q=竞赛&month=none")) == "找到 5 篇"

    def test_boxes_belong_to_the_one_form_and_submit_nothing_themselves(self, get: Get) -> None:
        page = get("/search?q=科普")
        boxes = [*page.all("input", type="checkbox"), page.one("input", id="refine")]
        assert {box.attributes["form"] for box in boxes} == {page.one("form").attributes["id"]}
        assert [b.text for b in page.all("button", type="submit")] == [
            "检索",
            "应用筛选",
            "应用筛选",
            "二次检索",
        ]

    def test_the_form_keeps_order_and_page_length(self, get: Get) -> None:
        page = get("/search?q=科普&sort=old&n=50")
        hidden = {
            (i.attributes["name"], i.attributes["value"]) for i in page.all("input", type="hidden")
        }
        assert hidden == {("sort", "old"), ("n", "50")}


class TestConditions:
    def test_each_has_a_chip_that_takes_it_away(self, get: Get) -> None:
        page = get("/search?q=科普&section=区科协动态&from=2023-12&to=2024&match=any")
        chips = {
            a.text: dict(parse_qsl(urlsplit(a.attributes["href"]).query))
            for a in page.all("a", class_="chip")
        }
        everything = {
            "q": "科普",
            "match": "any",
            "section": "区科协动态",
            "from": "2023-12",
            "to": "2024",
        }

        def without(*names: str) -> dict[str, str]:
            return {name: value for name, value in everything.items() if name not in names}

        assert chips == {
            "匹配：任一词，去掉此条件 ×": without("match"),
            "栏目：区科协动态，去掉此条件 ×": without("section"),
            "时间：2023年12月至2024年，去掉此条件 ×": without("from", "to"),
        }

    def test_all_go_at_once_and_the_words_stay(self, get: Get) -> None:
        page = get("/search?q=科普&section=区科协动态&month=2024-01")
        assert total(get(page.link("清除全部"))) == "找到 3 篇"

    def test_a_range_narrows(self, get: Get) -> None:
        assert total(get("/search?q=科普&to=2023")) == "找到 2 篇"
        assert total(get("/search?q=科普&from=2024-01")) == "找到 1 篇"
