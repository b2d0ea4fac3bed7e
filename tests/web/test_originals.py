"""Issues and their files, found by id and by nothing else."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import make_archive
from tests.web.html_page import Page
from webui import create_app

SAMPLE = Path(__file__).parents[2] / "corpus" / "yunzhou-kexie-2023-09.pdf"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("originals")
    config = make_archive(folder)
    shutil.copy(SAMPLE, folder / "corpus" / "九月 简报.pdf")
    with open_library(config) as library:
        library.update()
    return folder


@pytest.fixture
def client(folder: Path) -> Iterator[FlaskClient]:
    with open_library(folder / "config.toml") as library:
        yield create_app(library).test_client()


@pytest.fixture
def article(client: FlaskClient) -> Page:
    """An article of the PDF."""
    hits = client.get("/search.json?q=科普&from=2023-08&to=2023-10").get_json()["hits"]
    hit = next(hit for hit in hits if hit["source"].endswith(".pdf"))
    return Page(client.get(hit["url"]).text)


def test_a_pdf_is_shown_at_the_page_of_the_article(client: FlaskClient, article: Page) -> None:
    link = next(a for a in article.all("a") if a.text.startswith("打开原 PDF"))
    address, _, place = link.attributes["href"].partition("#")
    assert place.startswith("page=")
    with client.get(address) as response:
        assert response.mimetype == "application/pdf"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Disposition"].startswith("inline")
        assert response.data == SAMPLE.read_bytes()


def test_parts_of_a_file_can_be_asked_for(client: FlaskClient, article: Page) -> None:
    address = article.link("下载原件").partition("?")[0]
    with client.get(address, headers={"Range": "bytes=0-3"}) as response:
        assert (response.status_code, response.data) == (206, b"%PDF")


def test_a_file_can_be_kept_under_its_name(client: FlaskClient, article: Page) -> None:
    with client.get(article.link("下载原件")) as response:
        disposition = response.headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert "UTF-8''%E4%B9%9D%E6%9C%88%20%E7%AE%80%E6%8A%A5.pdf" in disposition


def test_what_is_no_pdf_is_only_given_out(client: FlaskClient) -> None:
    hit = client.get("/search.json?q=山村").get_json()["hits"][0]
    page = Page(client.get(hit["url"]).text)
    assert not [a for a in page.all("a") if a.text.startswith("打开原 PDF")]
    with client.get(page.link("下载原件")) as response:
        assert response.mimetype == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")


PATHS = (
    "..", "../config.toml", "%2e%2e%2fconfig.toml", "~2E~2E~2Fconfig~2Etoml",
    "2023-12~2Etxt", "~2Fetc~2Fpasswd", "", "x/y", "~00",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_found_by_a_path(client: FlaskClient, path: str) -> None:
    assert client.get(f"/pdf/{path}").status_code == 404


def test_a_file_that_is_gone_is_not_there_and_not_offered(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    with open_library(config) as library:
        library.update()
        client = create_app(library).test_client()
        hit = client.get("/search.json?q=山村").get_json()["hits"][0]
        address = Page(client.get(hit["url"]).text).link("下载原件")
        (tmp_path / "corpus" / "2023-12.txt").unlink()
        assert client.get(address).status_code == 404
        assert "下载原件" not in client.get(hit["url"]).text


class TestIssue:
    @pytest.fixture
    def page(self, client: FlaskClient) -> Page:
        hit = client.get("/search.json?q=山村").get_json()["hits"][0]
        return Page(client.get(Page(client.get(hit["url"]).text).link("本期目录")).text)

    def test_lists_its_articles_by_section(self, page: Page) -> None:
        assert page.one("h1").text == "《云州科协简报》第12期"
        assert [h2.text for h2 in page.all("h2")] == ["市科协动态", "区科协动态"]
        assert "青湖区科协组织科普大集进山村" in page.text

    def test_leads_to_the_issues_before_and_after(self, client: FlaskClient, page: Page) -> None:
        after = Page(client.get(page.one("a", rel="next").attributes["href"]).text)
        assert after.one("h1").text == "《云州科协简报》第1期"


def test_issues_and_months_are_browsed_by_year(client: FlaskClient) -> None:
    page = Page(client.get("/browse").text)
    year = Page(client.get(page.link("2023年")).text)
    assert "找到" in year.text or year.one("h1").text == "2023年"
    only = Page(client.get("/browse/2024").text)
    assert "《云州科协简报》第1期（2024年1月10日）" in only.text
    assert "第12期" not in only.text
