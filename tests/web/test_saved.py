"""Searches the office shares: the list, the address that lasts, the feed, and all feeds at once."""

from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from indexer.models import Concern
from tests.web.archive import make_archive
from tests.web.conftest import Get
from webui import create_app

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_list_tells_counts_and_feeds(get: Get) -> None:
    page = get("/saved")
    lines = [li.text for li in page.all("li") if "订阅" in li.text]
    assert lines == ["科普在青湖 2 篇 订阅：科普在青湖", "院士 1 篇 订阅：院士"]


def test_what_is_written_wrongly_is_shown_as_such(get: Get) -> None:
    wrong = [li.text for li in get("/saved").all("li") if "写错了" in li.text]
    assert wrong == [
        "另一个科普 写错了 kepu：slug 重复了",
        "哪个月 写错了 wrong：没有“2023-13”这个月份，请写成 2023-05 这样",
    ]


def test_the_first_page_lists_those_that_are_right(get: Get) -> None:
    page = get("/")
    links = [a.text for a in page.all("a") if a.attributes["href"].startswith("/saved/")]
    assert links == ["科普在青湖 2 篇", "院士 1 篇"]


@pytest.mark.parametrize(
    ("slug", "address"),
    [
        pytest.param("kepu", "/search?q=科普&org=青湖区科协", id="written as an address"),
        pytest.param("lecture", "/search?q=院士", id="words alone"),
    ],
)
def test_an_address_that_lasts_leads_to_the_search(
    client: FlaskClient, slug: str, address: str
) -> None:
    response = client.get(f"/saved/{slug}")
    assert response.status_code == 302
    assert unquote(response.location) == address


def test_the_feed_of_a_search_is_that_of_its_hits(client: FlaskClient) -> None:
    response = client.get("/saved/kepu.atom")
    feed = ElementTree.fromstring(response.data)
    assert response.mimetype == "application/atom+xml"
    titles = {entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")}
    assert titles == {"青湖区科协慰问院士专家", "青湖区科协组织科普大集进山村"}
    own = [link.get("href") for link in feed.iter(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == ["http://localhost/saved/kepu.atom"]


def test_a_feed_keeps_its_id_and_those_of_its_entries_when_its_query_is_improved(
    tmp_path: Path,
) -> None:
    config = make_archive(tmp_path)
    with open_library(config) as library:
        library.update()
        before = ids(create_app(library).test_client())
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("q=科普&org=青湖区科协", "q=科普"), encoding="utf-8")
    with open_library(config) as library:
        library.rebuild()
        after = ids(create_app(library).test_client())
    assert after[0] == before[0]
    assert set(before) < set(after)


def ids(client: FlaskClient) -> list[str | None]:
    """The id of the feed, then those of its entries."""
    feed = ElementTree.fromstring(client.get("/saved/kepu.atom").data)
    entries = feed.iter(f"{ATOM}entry")
    return [feed.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in entries)]


def test_feed_readers_take_in_all_that_are_right(client: FlaskClient) -> None:
    outline = ElementTree.fromstring(client.get("/saved.opml").data)
    found = {one.get("text"): one.get("xmlUrl") for one in outline.iter("outline")}
    assert found == {
        "科普在青湖": "http://localhost/saved/kepu.atom",
        "院士": "http://localhost/saved/lecture.atom",
    }


@pytest.mark.parametrize("address", ["/saved/nobody", "/saved/wrong", "/saved/nobody.atom"])
def test_what_is_not_shared_is_not_there(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_doctor_names_what_is_written_wrongly(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}\n[[saved]]\nslug = "Bad Slug"\nquery = "科普"\n', encoding="utf-8")
    with open_library(config) as library:
        library.update()
        told = [one for one in library.doctor() if one.kind is Concern.SAVED]
    assert [(one.subject, one.message) for one in told] == [
        ("kepu", "slug 重复了"),
        ("Bad Slug", "slug 只能用小写字母、数字和 -"),
    ]
