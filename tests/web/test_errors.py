import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.html_page import Page


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
        pytest.param("/static/../__init__.py", id="a way out of the static folder"),
        pytest.param("/static/%2e%2e/__init__.py", id="the same way, encoded"),
    ],
)
def test_what_is_not_there_is_said_with_a_way_on(client: FlaskClient, address: str) -> None:
    page = page_of(client, address, 404)
    assert page.link("返回首页") == "/"
    assert page.one("input", id="q").attributes["value"] == ""


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


def test_an_endless_address_is_refused(client: FlaskClient) -> None:
    assert "地址" in page_of(client, "/search?q=a&x=" + "x" * 9000, 414).text


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
