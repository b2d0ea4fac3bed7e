"""What is new to a visitor: two visits and a run between, a pause, another catalogue, a switch."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from time import time

import pytest
from flask.testing import FlaskClient

from indexer.library import Library, open_library
from tests.web.archive import make_archive, note, write_notes
from tests.web.html_page import Page
from tests.web.result_page import total
from webui import create_app
from webui.look import VISIT


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Library]:
    with open_library(make_archive(tmp_path)) as opened:
        opened.update()
        yield opened


@pytest.fixture
def visitor(archive: Library) -> FlaskClient:
    return create_app(archive).test_client()


def take_in_more(archive: Library) -> None:
    """Three articles more, in a file of their own."""
    more = ({**note(number), "id": f"more.{number}"} for number in (1, 2, 3))
    write_notes(archive.config.corpus / "more.jsonl", more)
    archive.update()


def pass_hours(monkeypatch: pytest.MonkeyPatch, hours: int) -> None:
    now = time() + hours * 3600
    monkeypatch.setattr("webui.visits.time.time", lambda: now)


def news(visitor: FlaskClient) -> str:
    """What the first page says behind the number of articles."""
    line = Page(visitor.get("/").text).all("p")
    said = next(p.text for p in line if p.text.startswith("收录文章"))
    return said.partition(" · ")[2]


def badges(visitor: FlaskClient, address: str) -> int:
    return len(Page(visitor.get(address).text).all("strong", class_="new"))


def test_nothing_is_new_at_the_first_visit(visitor: FlaskClient) -> None:
    assert news(visitor) == ""
    assert news(visitor) == ""
    assert badges(visitor, "/search?q=竞赛") == 0


def test_what_came_between_two_visits_is_new_and_stays_so_for_the_visit(
    archive: Library, visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.get("/")
    take_in_more(archive)
    pass_hours(monkeypatch, 9)
    for _ in range(2):  # not gone at the second click
        assert news(visitor) == "上次访问以来新增 3 篇"
    found = Page(visitor.get(Page(visitor.get("/").text).link("上次访问以来新增 3 篇")).text)
    assert total(found) == "找到 3 篇"
    assert badges(visitor, "/search?q=竞赛&sort=added") == 3
    pass_hours(monkeypatch, 20)
    assert news(visitor) == "上次访问以来没有新增"
    assert badges(visitor, "/search?q=竞赛&sort=added") == 0


def test_a_short_pause_begins_no_visit(
    archive: Library, visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.get("/")
    take_in_more(archive)
    pass_hours(monkeypatch, 6)
    assert news(visitor) == ""  # still the first visit
    pass_hours(monkeypatch, 12)
    assert news(visitor) == ""
    pass_hours(monkeypatch, 24)
    assert news(visitor) == "上次访问以来新增 3 篇"


def test_after_a_rebuilt_catalogue_nothing_is_called_new(
    archive: Library, visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.get("/")
    config = archive.config.path
    archive.close()
    shutil.rmtree(archive.config.data)
    pass_hours(monkeypatch, 9)
    with open_library(config) as again:
        again.update()
        other = create_app(again).test_client()
        held = visitor.get_cookie(VISIT)
        assert held is not None
        other.set_cookie(VISIT, held.value)
        for _ in range(2):
            assert news(other) == "索引已整体重建，暂不能判断新增"
            assert badges(other, "/search?q=竞赛") == 0
        pass_hours(monkeypatch, 20)
        assert news(other) == "上次访问以来没有新增"


def test_whoever_does_not_want_it_has_no_cookie(
    archive: Library, visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.get("/")
    assert visitor.get_cookie(VISIT) is not None
    visitor.get("/prefs?visits=off&back=/")
    assert visitor.get_cookie(VISIT) is None
    take_in_more(archive)
    pass_hours(monkeypatch, 9)
    assert news(visitor) == ""
    assert visitor.get_cookie(VISIT) is None


@pytest.mark.parametrize(
    "cookie",
    [
        pytest.param("nonsense", id="no visit at all"),
        pytest.param("../../etc.1.2.3", id="another catalogue's name that is none"),
        pytest.param("ab.9999999999999.1.1", id="a number beyond all numbers"),
    ],
)
def test_a_cookie_that_cannot_be_read_counts_as_none(visitor: FlaskClient, cookie: str) -> None:
    visitor.set_cookie(VISIT, cookie)
    assert news(visitor) == ""


def test_the_cookie_is_for_the_server_alone(visitor: FlaskClient) -> None:
    (cookie,) = visitor.get("/").headers.getlist("Set-Cookie")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_programs_get_no_cookie(visitor: FlaskClient) -> None:
    for address in ("/search.json?q=竞赛", "/search.atom?q=竞赛", "/saved.opml", "/suggest?q=科"):
        assert "Set-Cookie" not in visitor.get(address).headers
