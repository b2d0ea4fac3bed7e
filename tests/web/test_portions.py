"""A very long article is shown in part, with ways to the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import write_config, write_notes
from tests.web.html_page import Page
from webui import create_app
from webui.presenters.portion import LONGEST

HEAD = """云州科协简报
第 12 期
云州市科学技术协会办公室编        2023 年 12 月 25 日

【市科协动态】

全市科普工作综述

"""
LINE = "    各区科协组织志愿者走进社区，向居民介绍健康知识。\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A bulletin of one article over five pages, and a note without pages; both very long."""
    folder = tmp_path_factory.mktemp("long")
    corpus = folder / "corpus"
    corpus.mkdir()
    pages = [
        f"    第{page}部分的重点是{word}。\n" + LINE * 900 for page, word in enumerate("甲乙丙丁戊")
    ]
    (corpus / "2023-12.txt").write_text(HEAD + "\f".join(pages), encoding="utf-8")
    note: dict[str, object] = {
        "id": "long",
        "title": "长篇讲话",
        "text": "\n".join(["同志们，开头。", *["再讲一点。" * 100] * 200, "同志们，结尾。"]),
    }
    write_notes(corpus / "notes.jsonl", [note])
    with open_library(write_config(folder)) as library:
        library.update()
        yield create_app(library).test_client()


def read(client: FlaskClient, question: str, more: str = "") -> Page:
    hit = client.get(f"/search.json?q={question}").get_json()["hits"][0]
    return Page(client.get(hit["url"] + more).text)


def shown(page: Page) -> str:
    return page.one("div", class_="body").text


def test_a_page_and_its_neighbours_are_shown(client: FlaskClient) -> None:
    page = read(client, "重点", "&p=3")
    assert "只显示第 2—4 页" in page.text
    assert [word for word in "甲乙丙丁戊" if f"重点是{word}" in shown(page)] == list("乙丙丁")
    assert [mark.attributes["id"] for mark in page.all("mark")] == ["m2", "m3", "m4"]


@pytest.mark.parametrize(
    ("asked", "pages"),
    [
        pytest.param("", "1—2", id="the first ones at first"),
        pytest.param("&p=5", "4—5", id="the last ones"),
        pytest.param("&p=99", "4—5", id="the last ones for a page behind"),
    ],
)
def test_at_the_ends_there_are_fewer(client: FlaskClient, asked: str, pages: str) -> None:
    assert f"只显示第 {pages} 页" in read(client, "重点", asked).text


def test_the_rest_is_led_to(client: FlaskClient) -> None:
    page = read(client, "重点", "&p=3")
    before = Page(client.get(page.link("前面的页")).text)
    assert "重点是甲" in shown(before)
    after = Page(client.get(page.link("后面的页")).text)
    assert "重点是戊" in shown(after)
    assert "重点是甲" in client.get(page.link("全文（文本文件）")).text


def test_matches_that_are_not_shown_are_led_to(client: FlaskClient) -> None:
    page = read(client, "重点")
    href = [a.attributes["href"] for a in page.all("a") if a.text == "重点"]
    assert href[:2] == ["#m1", "#m2"]
    path, _, anchor = href[4].partition("#")
    assert Page(client.get(path).text).one("mark", id=anchor).text == "重点"


def test_of_a_text_without_pages_the_beginning_is_shown(client: FlaskClient) -> None:
    page = read(client, "同志们")
    assert "只显示开头部分" in page.text
    assert "开头" in shown(page)
    assert "结尾" not in shown(page)
    assert len(shown(page)) < LONGEST + 1000
    assert "结尾" in client.get(page.link("全文（文本文件）")).text


def test_an_article_of_usual_length_is_shown_whole(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(HEAD + LINE * 9, encoding="utf-8")
    with open_library(write_config(tmp_path)) as library:
        library.update()
        page = read(create_app(library).test_client(), "志愿者")
    assert "本文很长" not in page.text
