"""How the pages look to somebody who chose: kept in a cookie, led back, and nothing else."""

import pytest
from flask.testing import FlaskClient

from tests.web.html_page import Page


def look(client: FlaskClient) -> dict[str, str]:
    return Page(client.get("/").text).one("html").attributes


def test_a_choice_is_kept_and_one_is_led_back(client: FlaskClient) -> None:
    response = client.get("/prefs?theme=dark&size=xl&back=/search?q=a")
    assert (response.status_code, response.headers["Location"]) == (303, "/search?q=a")
    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert (look(client)["data-theme"], look(client)["data-size"]) == ("dark", "xl")
    styles = Page(client.get("/").text).all("link", rel="stylesheet")
    assert any(style.attributes["href"].startswith("/static/look-") for style in styles)


def test_choices_are_kept_one_by_one_and_cleared_together(client: FlaskClient) -> None:
    client.get("/prefs?theme=contrast")
    client.get("/prefs?keys=off")
    assert (look(client)["data-theme"], look(client)["data-keys"]) == ("contrast", "off")
    page = Page(client.get("/prefs").text)
    assert "checked" in page.one("input", value="contrast").attributes
    client.get(page.link("全部清除"))
    assert look(client)["data-theme"] == "auto"


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "", "/a\nb"],
)
def test_nobody_is_led_elsewhere(client: FlaskClient, back: str) -> None:
    response = client.get("/prefs", query_string={"theme": "dark", "back": back})
    assert response.headers["Location"] == "/prefs"


def test_other_sites_cannot_choose(client: FlaskClient) -> None:
    response = client.get("/prefs?theme=dark", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("value", ["", "x", "dark", "..", "dark.x.y", "<b>.l.on"])
def test_whatever_a_cookie_says_there_is_a_page(client: FlaskClient, value: str) -> None:
    client.set_cookie("look", value)
    assert look(client)["data-size"] in ("m", "l")


def test_pages_of_one_look_are_kept_from_readers_of_another(client: FlaskClient) -> None:
    assert client.get("/").headers["Vary"] == "Cookie"
