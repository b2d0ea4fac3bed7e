"""The page with every value of one facet."""

import pytest
from flask.testing import FlaskClient

from indexer.models import FacetValue
from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import labels, total
from webui.presenters.facet_list import as_tree


def letters(page: Page) -> list[str]:
    return [h2.text for h2 in page.all("h2")]


def test_every_value_stands_there_with_its_count(get: Get) -> None:
    assert labels(get("/facet/org?q=竞赛"), "org") == ["云州市科协 23 篇", "青湖区科协 22 篇"]


def test_values_can_be_put_in_order_of_their_sound(get: Get) -> None:
    page = get("/facet/org?q=竞赛&order=name")
    assert labels(page, "org") == ["青湖区科协 22 篇", "云州市科协 23 篇"]
    assert letters(page) == ["Q", "Y"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("青湖", ["青湖区科协 22 篇"], id="some characters"),
        pytest.param("yzs", ["云州市科协 23 篇"], id="initials"),
        pytest.param("学会", [], id="nothing of the kind"),
    ],
)
def test_values_can_be_filtered(get: Get, typed: str, found: list[str]) -> None:
    page = get(f"/facet/org?q=竞赛&filter={typed}")
    assert labels(page, "org") == found
    assert ("没有符合的单位" in page.text) is (found == [])


def test_boxes_and_the_search_make_one_address(get: Get) -> None:
    form = get("/facet/org?q=竞赛&month=2022-03&org=云州市科协").all("form")[-1]
    assert form.attributes["action"] == "/search"
    page = get("/facet/org?q=竞赛&month=2022-03&org=云州市科协&org=东山市科协&filter=青湖")
    hidden = {
        (i.attributes["name"], i.attributes["value"]) for i in page.all("input", type="hidden")
    }
    assert {("q", "竞赛"), ("month", "2022-03"), ("org", "东山市科协")} <= hidden


def test_each_value_can_be_left_out(get: Get) -> None:
    page = get("/facet/org?q=竞赛")
    assert total(get(page.link("排除云州市科协"))) == "找到 22 篇"


def test_the_result_leads_there_where_there_are_more_values_than_it_shows(get: Get) -> None:
    assert "/facet/" not in " ".join(
        a.attributes["href"] for a in get("/search?q=竞赛").all("a") if "href" in a.attributes
    )


def test_a_facet_there_is_not_is_said(client: FlaskClient) -> None:
    assert client.get("/facet/unknown").status_code == 404


def test_programs_get_every_value(client: FlaskClient) -> None:
    values = client.get("/facet/org.json?q=竞赛").get_json()["values"]
    assert [(value["id"], value["count"]) for value in values] == [
        ("云州市科协", 23),
        ("青湖区科协", 22),
    ]
    excluded = client.get(values[0]["exclude_url"].replace("/search", "/search.json", 1))
    assert excluded.get_json()["total"] == 22


def test_letters_lead_to_the_first_value_of_each(get: Get) -> None:
    page = get("/facet/org?q=竞赛&order=name")
    assert [page.link(letter) for letter in ("Q", "Y")] == ["#letter-Q", "#letter-Y"]


def test_organisations_can_stand_below_those_they_belong_to() -> None:
    parents = {"青湖区科协": "云州市科协", "青湖区学会": "青湖区政府", "青湖区政府": "云州市科协"}
    values = [FacetValue(name, name, 1) for name in ("青湖区学会", "青湖区科协", "云州市科协")]
    ordered, depths = as_tree(values, parents.get)
    assert [value.value for value in ordered] == ["云州市科协", "青湖区学会", "青湖区科协"]
    assert depths == {"云州市科协": 0, "青湖区学会": 1, "青湖区科协": 1}


def test_issues_are_a_facet_by_their_names(get: Get) -> None:
    page = get("/facet/issue?q=科普")
    assert labels(page, "issue") == [
        "云州科协简报第12期（2023-12-25） 2 篇",
        "云州科协简报第1期（2024-01-10） 1 篇",
    ]
