"""The pages of one organisation and one person."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Get
from tests.web.html_page import Page
from tests.web.result_page import months, total


@pytest.fixture
def page(get: Get) -> Page:
    return get("/org/青湖区科协")


def test_counts_are_those_of_the_search(get: Get, page: Page) -> None:
    count = next(a.text for a in page.all("a") if a.text.startswith("全部"))
    assert total(get(page.link(count))) == f"找到 {count.removeprefix('全部 ')}"
    name = months(page)[0]
    address = next(a for a in page.all("a") if a.attributes.get("aria-label") == name)
    assert total(get(address.attributes["href"])) == f"找到 {name.split('，')[1]}"


def test_who_is_named_beside_is_linked_to_a_page(get: Get) -> None:
    page = get("/person/陈岚")
    companions = page.one("section", aria_labelledby="company-1").text
    assert companions.startswith("单位")
    assert "云州市科协" in companions
    link = next(a.attributes["href"] for a in page.all("a") if a.text.startswith("云州市科协"))
    assert get(link).one("h1").text == "云州市科协"


def test_nobody_is_beside_himself(page: Page) -> None:
    assert "青湖区科协" not in page.one("section", aria_labelledby="company-1").text


def test_another_name_leads_to_the_same_page(get: Get) -> None:
    page = get("/org/云州市科学技术协会")
    assert page.one("h1").text == "云州市科协"
    assert "也称云州市科学技术协会" in page.one("dl", class_="facts").text


def test_the_result_of_an_organisation_leads_there(get: Get) -> None:
    page = get("/search?org=青湖区科协")
    assert get(page.link("青湖区科协：历年报道")).one("h1").text == "青湖区科协"


def test_who_is_in_no_article_has_no_page(client: FlaskClient) -> None:
    assert client.get("/org/无此单位").status_code == 404
