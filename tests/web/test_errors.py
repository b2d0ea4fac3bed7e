import logging
from pathlib import Path
from urllib.parse import unquote, urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import DECEMBER, make_archive, write_config, write_notes
from tests.web.html_page import Page
from webui import create_app
from webui.security import mind_queue


def page_of(client: FlaskClient, address: str, status: int) -> Page:
    response = client.get(address)
    assert response.status_code == status, response.text
    page = Page(response.text)
    assert page.one("title").text.startswith("错误：")
    return page


@pytest.mark.parametrize(
    ("address", "field"),
    [
        pytest.param("/search?q=" + "字" * 201, "q", id="a text too long"),
        pytest.param("/search?q=a&from=2023-13", "from", id="a range from nowhere"),
        pytest.param("/search?q=a&to=2023年0月", "to", id="a range to nowhere"),
        pytest.param("/search?q=" + "(" * 30 + "科", "q", id="a question the library refuses"),
    ],
)
def test_a_refused_field_keeps_its_value_and_says_why(
    client: FlaskClient, address: str, field: str
) -> None:
    page = page_of(client, address, 400)
    shown = page.one("input", name=field)
    assert address.endswith(shown.attributes["value"])
    assert shown.attributes["aria-invalid"] == "true"
    described = shown.attributes["aria-describedby"].split()
    assert f"{field}-fault" in described
    message = page.one("p", id=f"{field}-fault").text
    assert message
    assert page.link(message) == f"#{field}"


def test_a_refused_search_announces_itself_first(client: FlaskClient) -> None:
    summary = page_of(client, "/search?q=a&from=2023-13", 400).one("div", role="alert")
    assert "autofocus" in summary.attributes
    assert "2023-13" in summary.text


def test_a_refused_search_loses_no_condition(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=科普&section=简讯&sort=old&from=2023-13&to=2024", 400)
    hidden = {
        (i.attributes["name"], i.attributes["value"]) for i in page.all("input", type="hidden")
    }
    assert hidden == {("section", "简讯"), ("sort", "old")}
    assert page.one("input", id="q").attributes["value"] == "科普"
    assert page.one("input", id="to").attributes["value"] == "2024"


def test_pages_beyond_ten_thousand_hits_are_refused(client: FlaskClient) -> None:
    assert "前 10,000 条" in page_of(client, "/search?q=竞赛&page=501", 400).text


def test_a_page_beyond_the_end_links_to_the_last(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=竞赛&page=9", 404)
    last = client.get(page.link("到最后一页（第 3 页）"))
    assert last.status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/nowhere", id="no such page"),
        pytest.param("/article/unknown", id="no such article"),
        pytest.param("/article/~FF", id="an id that is no text"),
        pytest.param("/article/note~2e7", id="an id in another spelling"),
        pytest.param("/article/", id="no id at all"),
        pytest.param("/nowhere.json.html", id="no such page in no such format"),
        pytest.param("/static/../__init__.py", id="a way out of the static folder"),
        pytest.param("/static/%2e%2e/__init__.py", id="the same way, encoded"),
    ],
)
def test_what_is_not_there_is_said_with_a_way_on(client: FlaskClient, address: str) -> None:
    page = page_of(client, address, 404)
    assert page.link("返回首页") == "/"
    assert page.one("input", id="q").attributes["value"] == ""


def test_the_words_of_a_lost_address_stand_in_the_box(client: FlaskClient) -> None:
    page = page_of(client, "/检索/科普 大集", 404)
    assert page.one("input", id="q").attributes["value"] == "检索 科普 大集"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/search.pdf?q=科普", id="a result"),
        pytest.param("/article/note~2E7.docx", id="an article"),
        pytest.param("/help.txt", id="a page that is only a page"),
    ],
)
def test_a_page_in_a_form_there_is_not_is_said_to_be_there(
    client: FlaskClient, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 406
    assert "不提供地址末尾所写的格式" in response.text


def test_a_form_there_is_not_leads_to_the_page(client: FlaskClient) -> None:
    page = page_of(client, "/search.pdf?q=科普&sort=new", 406)
    assert client.get(page.link("打开网页")).status_code == 200
    assert unquote(page.link("打开网页")) == "/search?q=科普&sort=new"


def test_a_missing_article_leads_back_to_its_search(client: FlaskClient) -> None:
    page = page_of(client, "/article/unknown?q=竞赛", 404)
    assert page.one("input", id="q").attributes["value"] == "竞赛"
    assert client.get(page.link("重新检索")).status_code == 200


def test_before_the_first_index_the_command_is_named(unindexed: FlaskClient) -> None:
    for address in ("/search?q=科普", "/status", "/article/x"):
        assert "bulletin index" in page_of(unindexed, address, 503).text


def test_only_reading_is_allowed(client: FlaskClient) -> None:
    response = client.post("/search", data={"q": "科普"})
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize(
    ("path", "kind"), [("/search", "text/html"), ("/search.json", "application/problem+json")]
)
def test_an_address_of_eight_kilobytes_is_the_longest(
    client: FlaskClient, path: str, kind: str
) -> None:
    start = f"{path}?q=a&x="
    assert client.get(start + "x" * (8192 - len(start))).status_code == 200
    response = client.get(start + "x" * (8193 - len(start)))
    assert (response.status_code, response.mimetype) == (414, kind)
    assert "地址" in response.text


def test_the_longest_questions_fit_into_an_address(client: FlaskClient) -> None:
    asked = [("q", f"“{'科' * 198}”"), *(("refine", f"“{at}{'普' * 97}”") for at in range(3))]
    address = f"/search?{urlencode(asked)}"
    assert len(address) < 8192
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        pytest.param("/search.json?q=科普&n=7", 400, id="a value nobody can read"),
        pytest.param("/article/unknown.json", 404, id="no such article"),
        pytest.param("/search.json?q=竞赛&page=9", 404, id="no such page of a result"),
        pytest.param("/help.json", 406, id="no such format"),
    ],
)
def test_each_error_has_its_twin_for_programs(
    client: FlaskClient, address: str, status: int
) -> None:
    response = client.get(address)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    problem = response.get_json()
    assert list(problem) == [
        *("ok", "type", "title", "status", "detail", "error", "errors", "request_id")
    ]
    assert (problem["ok"], problem["status"]) == (False, status)
    assert problem["error"] == problem["detail"] != ""
    assert problem["request_id"] == response.headers["X-Request-ID"]


def test_only_reading_is_allowed_to_programs_too(client: FlaskClient) -> None:
    response = client.delete("/search.json?q=科普")
    assert (response.status_code, response.mimetype) == (405, "application/problem+json")


class TestGone:
    """Articles that are no longer there."""

    def test_what_was_removed_is_gone_and_the_search_is_repeated(self, tmp_path: Path) -> None:
        with open_library(make_archive(tmp_path)) as library:
            library.update()
            (tmp_path / "corpus" / "notes.jsonl").unlink()
            library.update()
            client = create_app(library).test_client()
            page = page_of(client, "/article/note~2E7?q=科普", 410)
            assert client.get(page.link("重新检索")).status_code == 200
            twin = client.get("/article/note~2E7.json")
            assert (twin.status_code, twin.mimetype) == (410, "application/problem+json")
            assert client.get("/article/never").status_code == 404

    def test_what_was_printed_elsewhere_too_leads_there(self, tmp_path: Path) -> None:
        text = "云州市科协举办科普日活动，市民参观展览，专家讲解防灾知识，学生动手做实验。"
        (tmp_path / "corpus").mkdir()
        for name in ("a", "b"):
            one: dict[str, object] = {"id": name, "title": "科普日活动", "text": text}
            write_notes(tmp_path / "corpus" / f"{name}.jsonl", [one])
        with open_library(write_config(tmp_path)) as library:
            library.update()
            (tmp_path / "corpus" / "a.jsonl").unlink()
            library.update()
            client = create_app(library).test_client()
            for suffix in ("", ".json", ".txt"):
                response = client.get(f"/article/a{suffix}?q=科普日&sort=new")
                assert response.status_code == 301
                assert unquote(response.location) == f"/article/b{suffix}?q=科普日&sort=new"

    def test_what_has_another_title_now_leads_there(self, tmp_path: Path) -> None:
        with open_library(make_archive(tmp_path)) as library:
            library.update()
            client = create_app(library).test_client()
            (hit,) = client.get("/search.json?q=揭牌").get_json()["hits"]
            bulletin = tmp_path / "corpus" / "2023-12.txt"
            mended = DECEMBER.replace("科技工作者之家揭牌\n", "市科技工作者之家正式揭牌\n")
            bulletin.write_text(mended, encoding="utf-8")
            library.update()
            response = client.get(f"/article/{hit['id']}?q=揭牌", follow_redirects=True)
            assert response.history[0].status_code == 301
            assert Page(response.text).one("h1").text == "市科技工作者之家正式揭牌"


class TestBusy:
    """More requests than can be answered."""

    def test_who_comes_while_many_wait_is_told_when_to_try_again(self, app: Flask) -> None:
        mind_queue(app, lambda: 33)
        client = app.test_client()
        response = client.get("/search?q=科普")
        assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
        assert "稍等" in Page(response.text).text
        twin = client.get("/search.json?q=科普")
        assert (twin.status_code, twin.headers["Retry-After"]) == (503, "5")
        assert twin.mimetype == "application/problem+json"
        assert client.get("/healthz").status_code == 200

    def test_who_comes_while_few_wait_is_answered(self, app: Flask) -> None:
        mind_queue(app, lambda: 32)
        assert app.test_client().get("/search?q=科普").status_code == 200


def test_a_bug_shows_a_number_that_is_in_the_log_and_nothing_else(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    @app.get("/bug")
    def bug() -> str:
        raise RuntimeError("a secret of the program")

    with caplog.at_level(logging.ERROR):
        response = app.test_client().get("/bug")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "Traceback" not in response.text
    number = response.headers["X-Request-ID"]
    assert number in Page(response.text).text
    assert any(number in record.getMessage() for record in caplog.records)
    assert "a secret of the program" in caplog.text


def test_a_bug_in_a_machine_format_is_a_problem_document(app: Flask) -> None:
    @app.get("/bug.json")
    def bug() -> str:
        raise RuntimeError("a secret of the program")

    response = app.test_client().get("/bug.json")
    assert (response.status_code, response.mimetype) == (500, "application/problem+json")
    assert "secret" not in response.text


def test_a_foreign_host_name_is_refused_in_words(client: FlaskClient) -> None:
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "主机名" in Page(response.text).text
