import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Get
from tests.web.result_page import titles, total

SEARCHES = [
    pytest.param("q=科普", id="one word"),
    pytest.param("q=科普&section=区科协动态", id="a word and a facet"),
    pytest.param("q=科普&section=区科协动态&section=市科协动态", id="two values of a facet"),
    pytest.param("q=竞赛&org=云州市科协&month=2022-05&month=2022-07", id="two facets"),
    pytest.param("month=none", id="the undated alone"),
    pytest.param("q=竞赛&from=2022-03&to=2022-05", id="a range"),
]


def answer(client: FlaskClient, address: str) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == 200, response.text
    assert response.mimetype == "application/json"
    found: dict[str, Any] = json.loads(response.text)
    return found


def test_an_answer_has_the_members_of_version_one(client: FlaskClient) -> None:
    found = answer(client, "/search.json?q=山村")
    assert list(found) == [
        "ok", "version", "query", "total", "partial", "took_ms", "page", "pages", "next_url",
        "hits", "facets", "histogram", "no_date", "reading", "suggestions", "help", "notices",
        "zero",
    ]  # fmt: skip
    assert (found["ok"], found["version"], found["total"], found["page"]) == (True, 1, 1, 1)
    assert found["query"]["q"] == "山村"
    assert found["query"]["sort"] == "rel"


def test_a_hit_tells_what_a_program_needs(client: FlaskClient) -> None:
    (hit,) = answer(client, "/search.json?q=山村")["hits"]
    assert hit["title"] == "青湖区科协组织科普大集进山村"
    assert hit["date"] == "2023-12-15"
    assert hit["section"] == "区科协动态"
    assert hit["issue"] == "云州科协简报"
    assert hit["page"] == 2
    assert hit["source"] == "2023-12.txt"
    assert client.get(hit["url"]).status_code == 200


def test_marks_are_offsets_of_the_words_in_code_points(client: FlaskClient) -> None:
    (hit,) = answer(client, "/search.json?q=山村")["hits"]
    texts = [(hit["title"], hit["title_marks"])]
    texts += [(snippet["text"], snippet["marks"]) for snippet in hit["snippets"]]
    words = {text[start:stop] for text, marks in texts for start, stop in marks}
    assert words == {"山村"}


def test_pages_are_followed_to_the_end(client: FlaskClient) -> None:
    address, ids = "/search.json?q=竞赛&n=20", []
    while address:
        found = answer(client, address)
        ids += [hit["id"] for hit in found["hits"]]
        address = found["next_url"]
    assert len(ids) == len(set(ids)) == found["total"] == 45


@pytest.mark.parametrize("search", SEARCHES)
def test_page_and_json_give_the_same_articles_in_the_same_order(
    client: FlaskClient, get: Get, search: str
) -> None:
    page, found = get(f"/search?{search}"), answer(client, f"/search.json?{search}")
    assert titles(page) == [hit["title"] for hit in found["hits"]]
    assert total(page) == f"找到 {found['total']} 篇"


@pytest.mark.parametrize("search", SEARCHES)
def test_the_count_of_a_value_is_the_total_after_choosing_it(
    client: FlaskClient, search: str
) -> None:
    found = answer(client, f"/search.json?{search}")
    unlimited = [name for name, facet in found["facets"].items() if not chosen(facet)]
    assert unlimited
    for name in unlimited:
        if name == "month" and found["query"]["month_from"]:
            continue  # a month beside a range widens it
        for value in found["facets"][name]["values"]:
            narrowed = answer(client, value["toggle_url"].replace("/search", "/search.json", 1))
            assert narrowed["total"] == value["count"], value


def chosen(facet: dict[str, Any]) -> bool:
    return any(value["selected"] for value in facet["values"])


def test_months_and_undated_add_up_to_the_total(client: FlaskClient) -> None:
    found = answer(client, "/search.json?q=竞赛")
    assert sum(value["count"] for value in found["facets"]["month"]["values"]) == found["total"]


def test_an_empty_search_gives_everything(client: FlaskClient) -> None:
    assert answer(client, "/search.json")["total"] == 50


@pytest.mark.parametrize(
    ("search", "field"),
    [
        pytest.param("q=" + "字" * 201, "q", id="a text too long"),
        pytest.param("q=a&from=2023-13", "from", id="an impossible month"),
        pytest.param("q=a&to=later", "to", id="an unreadable month"),
        pytest.param("q=a&sort=best", "sort", id="an unknown order"),
        pytest.param("q=a&n=7", "n", id="a page length not offered"),
        pytest.param("q=竞赛&page=501", "page", id="a page beyond ten thousand hits"),
        pytest.param("q=" + "(" * 30 + "科", "q", id="a question the library refuses"),
    ],
)
def test_a_bad_value_is_refused_by_the_name_of_its_field(
    client: FlaskClient, search: str, field: str
) -> None:
    response = client.get(f"/search.json?{search}")
    assert response.status_code == 400
    assert response.mimetype == "application/problem+json"
    problem = response.get_json()
    assert (problem["ok"], problem["status"]) == (False, 400)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert problem["request_id"] == response.headers["X-Request-ID"]


def test_a_reversed_range_is_swapped_and_said(client: FlaskClient) -> None:
    found = answer(client, "/search.json?q=竞赛&from=2022-05&to=2022-03")
    assert (found["query"]["month_from"], found["query"]["month_to"]) == ("2022-03", "2022-05")
    assert found["notices"] == ["起止月份前后颠倒，已对调"]


def test_a_page_beyond_the_end_is_not_there(client: FlaskClient) -> None:
    response = client.get("/search.json?q=竞赛&page=9")
    assert (response.status_code, response.get_json()["status"]) == (404, 404)


def test_a_format_there_is_not_is_answered_in_kind(client: FlaskClient) -> None:
    response = client.get("/article/note~2E7.json")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_before_the_first_index_there_is_no_service(unindexed: FlaskClient) -> None:
    response = unindexed.get("/search.json?q=科普")
    assert response.status_code == 503
    assert "bulletin index" in response.get_json()["detail"]
