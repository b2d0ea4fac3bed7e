"""Versions of one article: one hit, the others named beside it."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import DECEMBER, write_config
from tests.web.html_page import Page
from webui import create_app


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """An archive that holds the same issue twice."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("2023-12.txt", "copy.txt"):
        (corpus / name).write_text(DECEMBER, encoding="utf-8")
    library = open_library(write_config(tmp_path))
    library.update()
    return create_app(library).test_client()


def test_repeated_article_is_one_hit_that_names_the_other_issue(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=山村").text)
    assert "找到 1 篇" in page.text
    assert "另见于 1 期：《云州科协简报》第12期" in page.text


def test_versions_can_be_shown_one_by_one_and_together_again(client: FlaskClient) -> None:
    apart = page_at(client, Page(client.get("/search?q=山村").text).link("逐篇显示"))
    assert "找到 2 篇" in apart.text
    assert "重复文章逐篇显示" in apart.text


def test_json_names_the_other_versions(client: FlaskClient) -> None:
    (hit,) = client.get("/search.json?q=山村").json["hits"]  # type: ignore[index]
    assert len(hit["also_in"]) == 1
    assert client.get("/search.json?q=山村&dup=1").json["total"] == 2  # type: ignore[index]


def page_at(client: FlaskClient, address: str) -> Page:
    return Page(client.get(address).text)
