"""What is suggested while somebody types, and the description for browsers."""

from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Get
from tests.web.result_page import total

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        pytest.param("云州", "云州市科协", "单位", id="the beginning of an organisation"),
        pytest.param("qhqkx", "青湖区科协", "单位", id="the initials of its sound"),
        pytest.param("陈", "陈岚", "人物", id="a person"),
        pytest.param("简讯", "简讯", "栏目", id="a section"),
        pytest.param("科普大集", "青湖区科协组织科普大集进山村", "标题", id="a title"),
    ],
)
def test_each_suggestion_leads_to_what_it_promises(
    client: FlaskClient, get: Get, typed: str, text: str, kind: str
) -> None:
    response = client.get(f"/suggest?q={typed}")
    assert response.mimetype == "application/x-suggestions+json"
    asked, texts, kinds, addresses = response.get_json()
    at = texts.index(text)
    name, count = kinds[at].split(" · ")
    assert (asked, name) == (typed, kind)
    assert total(get(addresses[at])) == f"找到 {count}"


@pytest.mark.parametrize("typed", ["", "　", "量子", "<b>", "字" * 500])
def test_nothing_is_suggested_for_nothing(client: FlaskClient, typed: str) -> None:
    asked, *rest = client.get("/suggest", query_string={"q": typed}).get_json()
    assert rest == [[], [], []]
    assert len(asked) <= 200


def test_before_the_first_index_programs_are_told(unindexed: FlaskClient) -> None:
    response = unindexed.get("/suggest?q=科")
    assert (response.status_code, response.mimetype) == (503, "application/problem+json")


def test_browsers_learn_where_to_search(client: FlaskClient) -> None:
    root = ElementTree.fromstring(client.get("/opensearch.xml").text)
    addresses = [url.attrib["template"] for url in root.iter(f"{OPENSEARCH}Url")]
    assert addresses == [
        "http://localhost/search?q={searchTerms}",
        "http://localhost/suggest?q={searchTerms}",
    ]
    assert len(root.findtext(f"{OPENSEARCH}ShortName", "")) <= 16
