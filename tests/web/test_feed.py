"""A search as a feed: what came in last, under names that last."""

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import make_archive, note, write_config, write_notes
from tests.web.conftest import Get
from tests.web.export_files import ATOM, entries_of
from webui import create_app

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
TIME = "%Y-%m-%dT%H:%M:%SZ"


def feed_of(client: FlaskClient, search: str) -> ElementTree.Element:
    response = client.get(f"/search.atom?{search}")
    assert response.status_code == 200, response.text
    assert response.mimetype == "application/atom+xml"
    return ElementTree.fromstring(response.data)


def links_of(feed: ElementTree.Element) -> dict[str, str]:
    return {e.get("rel", ""): e.get("href", "") for e in feed.findall(f"{ATOM}link")}


def moments_of(feed: ElementTree.Element) -> list[str]:
    return [e.findtext(f"{ATOM}published", "") for e in feed.iter(f"{ATOM}entry")]


def test_a_feed_has_what_a_reader_needs(client: FlaskClient) -> None:
    feed = feed_of(client, "q=科普")
    assert feed.findtext(f"{ATOM}id") == "tag:localhost,2023:search?q=%E7%A7%91%E6%99%AE"
    assert feed.findtext(f"{ATOM}title") == "云州科协简报检索：科普"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "云州科协简报检索"
    assert links_of(feed)["self"] == "http://localhost/search.atom?q=%E7%A7%91%E6%99%AE"
    assert "next" not in links_of(feed)
    entries = list(feed.iter(f"{ATOM}entry"))
    assert len(entries) == 3
    for entry in entries:
        for name in ("id", "title", "published", "updated", "link", "summary"):
            assert entry.find(f"{ATOM}{name}") is not None
        assert client.get(links_of(entry)["alternate"]).status_code == 200


def test_a_feed_is_as_new_as_its_newest_entry(client: FlaskClient) -> None:
    feed = feed_of(client, "q=科普")
    newest = feed.findtext(f"{ATOM}updated", "")
    assert newest == max(moments_of(feed))
    told = client.get("/search.atom?q=科普").last_modified
    assert told == datetime.strptime(newest, TIME).replace(tzinfo=UTC)


def test_a_feed_goes_on_page_by_page(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    write_notes(tmp_path / "corpus" / "notes.jsonl", map(note, range(120)))
    with open_library(write_config(tmp_path)) as library:
        library.update()
        client = create_app(library).test_client()
        ids: list[str] = []
        search, starts = "q=竞赛", []
        while search:
            feed = feed_of(client, search)
            ids += [e.findtext(f"{ATOM}id", "") for e in feed.iter(f"{ATOM}entry")]
            starts.append(feed.findtext(f"{OPENSEARCH}startIndex"))
            assert feed.findtext(f"{OPENSEARCH}totalResults") == "120"
            assert feed.findtext(f"{OPENSEARCH}itemsPerPage") == "50"
            search = links_of(feed).get("next", "").partition("?")[2]
    assert starts == ["1", "51", "101"]
    assert len(ids) == len(set(ids)) == 120


@pytest.mark.parametrize(("page", "status"), [("9", 404), ("201", 400), ("x", 400)])
def test_a_page_of_a_feed_that_is_not_there_is_told(
    client: FlaskClient, page: str, status: int
) -> None:
    response = client.get(f"/search.atom?q=竞赛&page={page}")
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")


def test_what_came_in_last_stands_first_however_old_it_is(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    with open_library(config) as library:
        library.update()
        old: dict[str, object] = {
            "id": "old",
            "title": "旧闻",
            "text": "科普竞赛旧闻。",
            "date": "1999-01-01",
        }
        write_notes(tmp_path / "corpus" / "old.jsonl", [old])
        library.update()
        client = create_app(library).test_client()
        feed = feed_of(client, "q=竞赛")
        assert next(feed.iter(f"{ATOM}entry")).findtext(f"{ATOM}title") == "旧闻"
        assert moments_of(feed) == sorted(moments_of(feed), reverse=True)


def test_names_last_over_a_new_index_and_another_host(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}\n[web]\naddress = "http://news.example/"\n', encoding="utf-8")
    with open_library(config) as library:
        library.update()
        client = create_app(library).test_client()
        first = entries_of(client.get("/search.atom?q=科普").data)
        library.rebuild()
        again = entries_of(client.get("/search.atom?q=科普", base_url="http://127.0.0.1").data)
        own = links_of(feed_of(client, "q=科普"))["self"]
    assert sorted(first) == sorted(again)
    assert all(key.startswith("tag:news.example,2023:article/") for key, _ in first)
    assert own.startswith("http://news.example/search.atom?")


def test_a_feed_that_is_held_is_not_sent_again(client: FlaskClient) -> None:
    held = client.get("/search.atom?q=科普")
    tagged = client.get("/search.atom?q=科普", headers={"If-None-Match": held.headers["ETag"]})
    assert (tagged.status_code, tagged.data) == (304, b"")


def test_a_feed_is_announced_by_its_page(get: Get, client: FlaskClient) -> None:
    link = get("/search?q=科普").one("link", type="application/atom+xml")
    assert client.get(link.attributes["href"]).status_code == 200
