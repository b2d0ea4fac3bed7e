"""What readers see while something is broken, missing, or being replaced."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import DictLoader

from indexer.library import Library, open_library
from tests.web.archive import make_archive, note, write_notes
from tests.web.html_page import Page
from webui import create_app

Harm = Callable[[Path], None]
READERS = 8
ADDRESSES = ("/search?q=竞赛", "/search.json?q=竞赛", "/article/note~2E7?q=竞赛", "/readyz", "/")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Library]:
    """An archive of one's own, indexed."""
    with open_library(make_archive(tmp_path)) as library:
        library.update()
        yield library


def test_ready_means_that_a_search_is_answered(client: FlaskClient) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (200, "ready\n")
    assert response.headers["Cache-Control"] == "no-store"


def test_before_the_first_index_nothing_is_ready_but_the_process_lives(
    unindexed: FlaskClient,
) -> None:
    response = unindexed.get("/readyz")
    assert response.status_code == 503
    assert "bulletin index" in response.text
    assert unindexed.get("/healthz").status_code == 200


def _damage_manifest(index: Path) -> None:
    for manifest in index.rglob("MANIFEST.json"):
        manifest.write_text("{", encoding="utf-8")


def _lose_segments(index: Path) -> None:
    for segment in index.rglob("*.bin"):
        segment.unlink()


def _cut_segments(index: Path) -> None:
    for segment in index.rglob("*.bin"):
        segment.write_bytes(segment.read_bytes()[:1000])


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(_damage_manifest, id="a manifest that cannot be read"),
        pytest.param(_lose_segments, id="files that are gone"),
        pytest.param(_cut_segments, id="files that end too soon"),
    ],
)
def test_a_damaged_index_is_said_with_the_remedy(own: Library, harm: Harm) -> None:
    harm(own.config.data / "index")
    with open_library(own.config) as library:
        client = create_app(library).test_client()
        page = client.get("/search?q=竞赛")
        twin = client.get("/search.json?q=竞赛")
        assert [page.status_code, twin.status_code] == [503, 503]
        assert "bulletin reindex" in Page(page.text).text
        assert "bulletin reindex" in twin.get_json()["detail"]
        assert client.get("/readyz").status_code == 503
        assert client.get("/status").status_code == 200


def test_readers_do_not_notice_that_the_index_is_replaced(own: Library) -> None:
    app, ended = create_app(own), threading.Event()
    answers: list[tuple[str, int]] = []

    def read(address: str) -> None:
        client = app.test_client()
        while not ended.is_set():
            answers.append((address, client.get(address).status_code))

    readers = [
        threading.Thread(target=read, args=(ADDRESSES[at % len(ADDRESSES)],))
        for at in range(READERS)
    ]
    for reader in readers:
        reader.start()
    for number in range(100, 104):
        write_notes(own.config.corpus / f"{number}.jsonl", [note(number)])
        own.update()
    own.rebuild()
    ended.set()
    for reader in readers:
        reader.join()
    assert {status for _, status in answers} == {200}
    assert {address for address, _ in answers} == set(ADDRESSES)
    assert app.test_client().get("/search.json?q=竞赛").get_json()["total"] == 49


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/search?q=竞赛", id="the template of a page fails"),
        pytest.param("/nowhere", id="the template of the error page fails"),
        pytest.param("/search?q=竞赛&from=2023-13", id="the template of a refusal is not there"),
    ],
)
def test_a_template_that_fails_leaves_the_page_that_cannot(app: Flask, address: str) -> None:
    app.jinja_env.loader = DictLoader({"search.html": "{{ no.such }}", "error.html": "{% if %}"})
    response = app.test_client().get(address)
    assert response.status_code == 500
    page = Page(response.text)
    assert page.one("h1").text == "出错了"
    assert page.link("返回首页") == "/"
    assert response.headers["X-Request-ID"] in page.text
    assert response.headers["Content-Security-Policy"]
    assert response.headers.get("ETag") is None
