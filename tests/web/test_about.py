"""The page about the archive."""

from pathlib import Path

from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import make_archive
from tests.web.conftest import Get
from tests.web.html_page import Page
from webui import create_app


def test_it_tells_what_is_there_and_what_is_lacking(get: Get) -> None:
    page = get("/about")
    assert page.one("h1").text == "关于与无障碍说明"
    assert "简报 3 期，文章 50 篇" in page.text
    assert "没有内容 1 份" in page.text
    assert "Apache License 2.0" in page.text
    for name in ("无障碍", "联系", "日期、单位和人物从哪里来"):
        assert name in {heading.text for heading in page.all("h2")}


def test_every_page_leads_to_it_and_it_leads_on(get: Get, client: FlaskClient) -> None:
    assert get("/").link("关于与无障碍说明") == "/about"
    for label in ("资料与索引状态", "换字号和配色", "OpenAPI 说明"):
        assert client.get(get("/about").link(label)).status_code == 200


def test_it_names_whom_to_ask(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    text = config.read_text(encoding="utf-8")
    named = 'name = "云州科协简报检索"\ncontact = "办公室 8888 <office>"'
    config.write_text(text.replace('name = "云州科协简报检索"', named), encoding="utf-8")
    with open_library(config) as library:
        library.update()
        page = Page(create_app(library).test_client().get("/about").text)
    assert "请联系：办公室 8888 <office>" in page.text


def test_programs_that_collect_pages_are_told_to_stay_out(client: FlaskClient) -> None:
    response = client.get("/robots.txt")
    assert (response.mimetype, response.text) == ("text/plain", "User-agent: *\nDisallow: /\n")
