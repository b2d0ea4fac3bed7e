"""Who holds an answer is told whether it is still the answer."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import make_archive, note, write_notes
from tests.web.test_security import ANSWERS
from webui import create_app

# What tells the state of this moment.
FRESH = ("/status", "/status.json", "/status/failures.csv", "/healthz", "/readyz")
HELD = [
    *(
        "/",
        "/search?q=竞赛",
        "/facet/org?q=竞赛",
        "/article/note~2E7",
        "/browse",
        "/help",
        "/about",
    ),
    *("/search.json?q=竞赛", "/search.csv?q=竞赛", "/search.xlsx?q=竞赛", "/search.md?q=竞赛"),
    *("/search.docx?q=竞赛", "/search.atom?q=竞赛", "/facet/org.json", "/article/note~2E7.json"),
    *("/article/note~2E7.txt", "/api/openapi.json", "/why.json?q=竞赛&id=note.7"),
]


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_every_answer_says_how_long_it_lasts(
    client: FlaskClient, address: str, status: int
) -> None:
    with client.get(address) as response:
        kept = response.headers["Cache-Control"]
        if address in FRESH:
            assert (kept, response.headers.get("ETag")) == ("no-store", None)
        elif status == 200:
            assert kept == "private, no-cache"
            assert response.headers["ETag"].startswith('W/"')
            assert "Cookie" in response.headers["Vary"]
        else:
            assert response.headers.get("ETag") is None


@pytest.mark.parametrize("address", HELD)
def test_what_is_held_is_not_sent_again(client: FlaskClient, address: str) -> None:
    client.get("/")  # the first page begins a visit
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    assert "Cookie" in again.headers["Vary"]
    assert again.headers["X-Content-Type-Options"] == "nosniff"
    head = client.head(address, headers={"If-None-Match": tag})
    assert head.status_code == 304


@pytest.mark.parametrize("tag", ["*", '"other"', 'W/"other", "another"'])
def test_who_holds_something_else_gets_the_answer(client: FlaskClient, tag: str) -> None:
    assert client.get("/search?q=竞赛", headers={"If-None-Match": tag}).status_code == 200


def test_another_search_or_look_is_another_answer(app: Flask) -> None:
    client = app.test_client()
    tags = [client.get(f"/search?q=竞赛{more}").headers["ETag"] for more in ("", "&n=10", "&dup=1")]
    client.get("/prefs?theme=dark")
    tags.append(client.get("/search?q=竞赛").headers["ETag"])
    assert len(set(tags)) == 4


def test_a_new_article_is_another_answer(tmp_path: Path) -> None:
    with open_library(make_archive(tmp_path)) as library:
        library.update()
        client = create_app(library).test_client()
        held = ("/search?q=竞赛", "/search.atom?q=竞赛", "/article/note~2E7")
        for number, address in enumerate(held, 100):
            tag = client.get(address).headers["ETag"]
            write_notes(tmp_path / "corpus" / f"{number}.jsonl", [note(number)])
            library.update()
            again = client.get(address, headers={"If-None-Match": tag})
            assert again.status_code == 200
            assert again.headers["ETag"] != tag


def test_where_nothing_is_indexed_nothing_is_held(unindexed: FlaskClient) -> None:
    response = unindexed.get("/", headers={"If-None-Match": 'W/"x"'})
    assert (response.status_code, response.headers.get("ETag")) == (200, None)
