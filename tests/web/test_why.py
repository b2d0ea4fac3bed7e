"""Why an article is, or is not, found."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Get
from tests.web.html_page import Page


def reasons(page: Page) -> str:
    return page.one("ol", class_="reasons").text


def test_a_hit_is_told_with_its_place_and_what_gave_it(get: Get) -> None:
    page = get("/why?q=竞赛&id=note.7")
    assert page.one("h1").text == "能检索到：简讯第7号"
    assert "排在第" in reasons(page)
    assert page.link("查看这篇文章").startswith("/article/note~2E7?q=")


@pytest.mark.parametrize(
    ("search", "reason"),
    [
        pytest.param("q=量子", "都没有“量子”", id="a word that is missing"),
        pytest.param("q=竞赛&month=2024-01", "筛选的月份是 2024-01", id="another month"),
        pytest.param("q=竞赛 -编号", "检索时排除了 编号", id="an excluded word"),
        pytest.param("q=竞赛&refine=量子", "都没有“量子”", id="a narrowing"),
        pytest.param("q=竞赛&not_section=简讯", "筛选排除了栏目 简讯", id="an excluded section"),
    ],
)
def test_what_keeps_an_article_out_is_named(get: Get, search: str, reason: str) -> None:
    page = get(f"/why?{search}&id=note.7")
    assert page.one("h1").text == "检索不到：简讯第7号"
    assert reason in reasons(page)


def test_an_article_can_be_named_by_its_title(get: Get) -> None:
    page = get("/why?q=量子&find=简讯第7号")
    why = get(page.link("简讯第7号"))
    assert why.one("h1").text == "检索不到：简讯第7号"


def test_an_article_can_be_named_by_its_file(get: Get) -> None:
    assert get("/why?q=山村&find=2023-12.txt").one("h1").text.startswith("能检索到：")


def test_what_nobody_knows_is_said(get: Get) -> None:
    assert "一篇也没有" in get("/why?q=科普&find=量子").text
    assert "资料库中没有“x”" in get("/why?q=科普&id=x").text


def test_the_form_keeps_the_search(get: Get) -> None:
    page = get("/why?q=科普&org=青湖区科协")
    hidden = {i.attributes["value"] for i in page.all("input", type="hidden")}
    assert {"科普", "青湖区科协"} <= hidden


def test_programs_get_the_same_verdict(client: FlaskClient) -> None:
    answer = client.get("/why.json?q=竞赛&id=note.7").get_json()
    assert (answer["found"], answer["title"]) == (True, "简讯第7号")
    assert answer["reasons"][0]["good"] is True
