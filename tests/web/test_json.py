import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from indexer.library import Library, open_library
from tests.web.archive import DECEMBER, make_archive, write_config, write_notes
from tests.web.conftest import Get
from tests.web.result_page import titles, total
from webui import create_app

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
        "ok", "version", "query", "total", "total_with_repeats", "partial", "took_ms", "page",
        "pages", "next_url", "hits", "facets", "histogram", "no_date", "reading", "suggestions",
        "help", "notices", "zero", "index",
    ]  # fmt: skip
    assert (found["ok"], found["version"], found["total"], found["page"]) == (True, 1, 1, 1)
    assert found["query"]["q"] == "山村"
    assert found["query"]["sort"] == "rel"


HIT = {
    *("id", "title", "title_marks", "orgs", "people", "date", "date_certain", "issue", "issue_id"),
    *(
        "issue_number",
        "issue_date",
        "section",
        "page",
        "pages",
        "places",
        "source",
        "score",
        "literal",
    ),
    *("is_new", "added", "snippets", "also_in", "url", "pdf_url"),
}


def test_a_hit_tells_what_a_program_needs(client: FlaskClient) -> None:
    (hit,) = answer(client, "/search.json?q=山村")["hits"]
    assert set(hit) == HIT
    assert hit["orgs"] == [{"id": "青湖区科协", "label": "青湖区科协", "role": "mentioned"}]
    assert (hit["issue_date"], hit["pages"], hit["pdf_url"]) == ("2023-12-25", [2], None)
    assert hit["places"] == 1
    assert hit["added"].endswith("+00:00")
    assert hit["title"] == "青湖区科协组织科普大集进山村"
    assert hit["date"] == "2023-12-15"
    assert hit["section"] == "区科协动态"
    assert hit["issue"] == "云州科协简报"
    assert hit["page"] == 2
    assert hit["source"] == "2023-12.txt"
    assert client.get(hit["url"]).status_code == 200


def test_a_hit_tells_who_sent_it_in_and_who_is_only_named(tmp_path: Path) -> None:
    make_archive(tmp_path)
    end = "参加公众超过 3.2 万人次。"
    signed = f"{end}青湖区科协派人参加。\n\n（云州市科协供稿）"
    bulletin = tmp_path / "corpus" / "2023-12.txt"
    bulletin.write_text(DECEMBER.replace(end, signed), encoding="utf-8")
    with open_library(tmp_path / "config.toml") as library:
        library.update()
        client = create_app(library).test_client()
        (hit,) = answer(client, "/search.json?q=主场活动总结会 青湖区科协派人")["hits"]
        assert {one["id"]: one["role"] for one in hit["orgs"]} == {
            "云州市科协": "by",
            "青湖区科协": "mentioned",
        }
        assert answer(client, "/search.json?q=总结会&org=青湖区科协&orgrole=by")["total"] == 0
        assert answer(client, "/search.json?q=总结会&org=云州市科协&orgrole=by")["total"] == 1


def test_places_are_those_the_page_of_the_article_counts(client: FlaskClient, get: Get) -> None:
    for hit in answer(client, "/search.json?q=科普")["hits"]:
        assert hit["places"]
        assert f"本文命中 {hit['places']} 处" in get(hit["url"]).text


def test_marks_are_offsets_of_the_words_in_code_points(client: FlaskClient) -> None:
    (hit,) = answer(client, "/search.json?q=山村")["hits"]
    texts = [(hit["title"], hit["title_marks"])]
    texts += [(snippet["text"], snippet["marks"]) for snippet in hit["snippets"]]
    words = {text[start:stop] for text, marks in texts for start, stop in marks}
    assert words == {"山村"}


def test_marks_count_signs_beyond_the_first_plane_as_one(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    one: dict[str, object] = {"id": "a", "title": "𠮷字山村", "text": "𠮷𠮷山村。"}
    write_notes(tmp_path / "corpus" / "notes.jsonl", [one])
    with open_library(write_config(tmp_path)) as library:
        library.update()
        (hit,) = answer(create_app(library).test_client(), "/search.json?q=山村")["hits"]
    assert hit["title_marks"] == [[2, 4]]
    assert hit["snippets"][0]["marks"] == [[2, 4]]


def test_counts_come_without_hits(client: FlaskClient) -> None:
    found = answer(client, "/search.json?q=竞赛&n=0")
    assert (found["total"], found["hits"], found["pages"]) == (45, [], 0)
    assert (found["next_url"], found["query"]["n"]) == (None, 0)
    usual = answer(client, "/search.json?q=竞赛")
    assert found["facets"] == usual["facets"]
    assert found["histogram"] == usual["histogram"]


def test_a_hundred_hits_may_be_asked_for_at_once(client: FlaskClient) -> None:
    found = answer(client, "/search.json?n=100")
    assert len(found["hits"]) == found["total"] == 50
    assert found["next_url"] is None


def test_versions_are_counted_beside_the_total(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    text = "云州市科协举办科普日活动，市民参观展览，专家现场讲解防灾知识，学生动手做实验。"
    notes: list[dict[str, object]] = [
        {"id": f"v{at}", "title": "科普日活动", "text": text} for at in range(3)
    ]
    write_notes(tmp_path / "corpus" / "notes.jsonl", notes)
    with open_library(write_config(tmp_path)) as library:
        library.update()
        client = create_app(library).test_client()
        found = answer(client, "/search.json?q=科普日")
        apart = answer(client, "/search.json?q=科普日&dup=1")
    assert (found["total"], found["total_with_repeats"]) == (1, 3)
    assert (apart["total"], apart["total_with_repeats"]) == (3, 3)
    assert len(found["hits"][0]["also_in"]) == 2


def test_an_answer_names_the_index_it_came_from(client: FlaskClient, library: Library) -> None:
    index = library.index()
    assert index
    told = answer(client, "/search.json?q=山村")["index"]
    assert told == {"generation": index.generation, "built_at": index.built_at}


def test_a_zero_tells_how_sure_it_is(client: FlaskClient) -> None:
    zero = answer(client, "/search.json?q=竞赛 山村")["zero"]
    assert zero["certainty"] == "gaps"
    assert zero["terms"] == [
        {"text": "竞赛", "docs_all": 45, "docs_here": 45},
        {"text": "山村", "docs_all": 1, "docs_here": 1},
    ]
    assert zero["gaps"] == {
        "scanned": 0, "encrypted": 0, "broken": 0, "others": 1, "waiting": None,
    }  # fmt: skip


def test_an_article_comes_whole_and_marked(client: FlaskClient) -> None:
    (hit,) = answer(client, "/search.json?q=山村")["hits"]
    found = answer(client, hit["url"].replace("?", ".json?"))
    assert (found["id"], found["title"]) == (hit["id"], hit["title"])
    words = {p["text"][start:stop] for p in found["paragraphs"] for start, stop in p["marks"]}
    assert words == {"山村"}
    assert found["citation"].startswith("青湖区科协组织科普大集进山村，《云州科协简报》第12期第2页")
    assert [one["title"] for one in found["siblings"]] == [
        "科普日主场活动总结会召开",
        "科技工作者之家揭牌",
    ]
    text = client.get(found["text_url"])
    assert text.mimetype == "text/plain"
    assert found["title"] in text.text
    assert found["citation"] in text.text
    assert all(paragraph["text"] in text.text for paragraph in found["paragraphs"])


def test_every_value_of_a_facet_comes_under_its_name(client: FlaskClient) -> None:
    found = answer(client, "/facet/org.json?q=竞赛")
    assert (found["ok"], found["version"], found["facet"]) == (True, 1, "org")
    usual = answer(client, "/search.json?q=竞赛")["facets"]["org"]["values"]
    assert found["values"] == usual


def test_the_state_of_the_archive_is_told(client: FlaskClient) -> None:
    response = client.get("/status.json")
    found = response.get_json()
    assert (found["issues"], found["articles"], found["indexed"]) == (3, 50, 50)
    assert found["files"]["by_status"] == {"ok": 3, "empty": 1}
    assert [one["source"] for one in found["files"]["failures"]] == ["empty.txt"]
    assert response.headers["Cache-Control"] == "no-store"


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
    response = client.get("/issue/none.json")
    assert (response.status_code, response.mimetype) == (406, "application/problem+json")


def test_before_the_first_index_there_is_no_service(unindexed: FlaskClient) -> None:
    response = unindexed.get("/search.json?q=科普")
    assert response.status_code == 503
    assert "bulletin index" in response.get_json()["detail"]
