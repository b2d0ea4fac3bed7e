import socket
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from indexer.library import Library, open_library
from tests.web.archive import write_config, write_notes
from tests.web.export_files import entries_of, sheet_of
from tests.web.html_page import Page
from webui import create_app
from webui.security import trust

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
ANSWERS = [
    ("/", 200),
    ("/search?q=竞赛", 200),
    ("/search", 302),
    ("/search?q=竞赛&from=2023-13", 400),
    ("/search?q=竞赛&page=9", 404),
    ("/search.json?q=竞赛", 200),
    ("/search.json?q=竞赛&n=7", 400),
    ("/facet/org?q=竞赛", 200),
    ("/facet/org?q=竞赛&month=2023-13", 400),
    ("/facet/unknown", 404),
    ("/facet/month.json?q=竞赛", 200),
    ("/help", 200),
    ("/suggest?q=科", 200),
    ("/robots.txt", 200),
    ("/org/云州市科协", 200),
    ("/person/陈岚", 200),
    ("/person/无此人", 404),
    ("/prefs", 200),
    ("/search.csv?q=竞赛", 200),
    ("/search.xlsx?q=竞赛", 200),
    ("/search.md?q=竞赛", 200),
    ("/search.atom?q=竞赛", 200),
    ("/search.csv?q=竞赛&from=2023-13", 400),
    ("/issue/unknown", 404),
    ("/browse", 200),
    ("/browse/2023", 200),
    ("/browse/1999", 404),
    ("/browse/2023/12", 200),
    ("/browse/2023/13", 404),
    ("/saved", 200),
    ("/saved/kepu", 302),
    ("/saved/unknown", 404),
    ("/saved/kepu.atom", 200),
    ("/saved/wrong.atom", 404),
    ("/saved.opml", 200),
    ("/status/failures.csv", 200),
    ("/pdf/unknown", 404),
    ("/page/unknown/1-0.webp", 404),
    ("/why", 200),
    ("/why?q=竞赛&id=note.7", 200),
    ("/why.json?q=竞赛&id=note.7", 200),
    ("/opensearch.xml", 200),
    ("/search.docx?q=竞赛", 200),
    ("/search.docx?q=竞赛&group=section", 400),
    ("/search.pdf?q=竞赛", 406),
    ("/article/note~2E7.json", 200),
    ("/article/note~2E7.txt", 200),
    ("/article/unknown.json", 404),
    ("/status.json", 200),
    ("/readyz", 200),
    ("/about", 200),
    ("/api/openapi.json", 200),
    ("/article/note~2E7", 200),
    ("/article/unknown", 404),
    ("/status", 200),
    ("/healthz", 200),
    ("/static/style-0.css", 404),
    ("/nowhere", 404),
    ("/search?x=" + "x" * 9000, 414),
]
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script>alert(1)</script>',
    '" autofocus onfocus="alert(1)',
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</mark><b>科普</b>",
    "<!-- <a href=javascript:alert(1)>科普</a>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;&amp;#60;",
    "javascript:alert(1)",
    "<a href='//evil.example'>科普</a>",
    "科普<iframe src=//evil.example></iframe>",
    "]]><!DOCTYPE html>",
    "\u202e<b>\u2028\u2029",
]


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_every_answer_carries_the_headers(client: FlaskClient, address: str, status: int) -> None:
    with client.get(address) as response:
        headers = response.headers
        assert response.status_code == status
        assert headers["Content-Security-Policy"] == POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Permissions-Policy"] == ""
        assert headers["X-Robots-Tag"] == "noindex"
        assert headers["X-Request-ID"]
        assert "Cache-Control" in headers
        own = {"visit"} if status == 200 and response.mimetype == "text/html" else set()
        assert {one.split("=")[0] for one in headers.getlist("Set-Cookie")} == own


def test_what_pages_load_lasts_under_the_name_of_its_content(client: FlaskClient) -> None:
    client.get("/prefs?theme=dark")
    page = Page(client.get("/").text)
    loaded = [e.attributes["href"] for e in page.all("link") if "/static/" in e.attributes["href"]]
    loaded += [script.attributes["src"] for script in page.all("script")]
    assert len(loaded) == 6
    for address in loaded:
        with client.get(address) as response:
            assert response.status_code == 200
            assert response.headers["Content-Security-Policy"] == POLICY
            assert {"public", "immutable"} <= set(response.headers["Cache-Control"].split(", "))


def test_a_refused_host_gets_the_headers_too(client: FlaskClient) -> None:
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.headers["Content-Security-Policy"] == POLICY


def test_every_route_is_in_the_table_above(app: Flask, client: FlaskClient) -> None:
    tried = {path.split("?")[0] for path, _ in ANSWERS}
    adapter = app.url_map.bind("localhost")
    nowhere = {"/nowhere", "/facet/unknown", "/search.pdf"}
    reached = {adapter.match(path)[0] for path in tried - nowhere}
    assert reached == set(app.view_functions)


@pytest.mark.parametrize(
    ("host", "asked", "status"),
    [
        pytest.param("archive.example", "archive.example", 200, id="the host it is told to serve"),
        pytest.param("archive.example", "localhost:8000", 200, id="this machine, always"),
        pytest.param("archive.example", "evil.example", 400, id="another host"),
        pytest.param("0.0.0.0", socket.gethostname(), 200, id="every address: the machine's name"),
        pytest.param("0.0.0.0", "evil.example", 400, id="every address: still no other name"),
    ],
)
def test_only_known_hosts_are_served(app: Flask, host: str, asked: str, status: int) -> None:
    trust(app, host)
    response = app.test_client().get("/healthz", headers={"Host": asked})
    assert response.status_code == status


def test_pages_are_kept_privately_and_asked_for_again(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "private, no-cache"


@pytest.fixture(scope="module")
def vocabulary(library: Library) -> set[tuple[str, ...]]:
    """Every element with its attributes that pages have when nobody means harm."""
    client = create_app(library).test_client()
    pages = [
        "/", "/search?q=科普", "/search?q=竞赛&page=2", "/search?q=量子&org=无&match=any",
        "/search?q=山村&month=2024-01&to=x", "/search?q=a&to=2023-13&sort=old", "/status",
        "/article/note~2E7?q=竞赛", "/article/note~2E5", "/article/unknown?q=a",
        "/search?q=" + "字" * 201, "/search?q=竞赛 -科普&n=10", "/search?from=2022",
        "/facet/org?q=竞赛&org=云州市科协", "/facet/org?order=name&filter=a", "/help",
        "/search?q=竞赛&refine=a&refine=b&refine=竞", "/search?q=云州市科协&org=云州市科协",
        "/search?q=科普 山村&from=2022&to=2022", "/search?q=竞赛&month=2022-03&within=7d",
        "/search?q=科谱", "/search?month=2022-03", "/facet/org?order=name&q=竞赛",
        "/why?q=竞赛&id=note.7", "/why?q=竞赛&find=讲座", "/why?q=竞赛&find=简讯",
        "/browse", "/org/云州市科协", "/person/陈岚",
    ]  # fmt: skip
    pages += [
        hit.attributes["href"]
        for hit in Page(client.get(pages[1]).text).all("a")
        if "/article/" in hit.attributes["href"]
    ]
    return {e.signature for page in pages for e in Page(client.get(page).text).elements}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_typed_adds_nothing_to_a_page(
    client: FlaskClient, vocabulary: set[tuple[str, ...]], payload: str
) -> None:
    typed = quote(payload)
    for address in (
        f"/search?q={typed}",
        f"/search?q=科普&org={typed}&person={typed}&section={typed}",
        f"/search?q=科普&month={typed}&from={typed}&sort={typed}&n={typed}",
        f"/search?q={typed}&to=2023-13&org={typed}",
        f"/search?q=科普&refine={typed}&not_org={typed}&within={typed}",
        f"/facet/org?q=竞赛&org={typed}&filter={typed}&order={typed}&part={typed}",
        f"/article/note~2E7?q={typed}&org={typed}",
        f"/article/unknown?q={typed}",
        f"/{typed}",
    ):
        response = client.get(address)
        assert response.status_code in (200, 400, 404), address
        assert {e.signature for e in Page(response.text).elements} <= vocabulary, address


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """An archive whose every text, name and file name means harm."""
    folder = tmp_path_factory.mktemp("hostile")
    corpus = folder / "corpus"
    corpus.mkdir()
    notes: list[dict[str, object]] = [
        {
            "id": f"h<{number}>\"'",
            "title": f"科普{payload}",
            "text": f"{payload}科普{payload}\n第二段{payload}",
            "date": "2023-12-01",
            "section": payload,
            "organizations": [payload],
            "persons": [payload],
        }
        for number, payload in enumerate(PAYLOADS)
    ]
    write_notes(corpus / "<img src=x onerror=alert(1)>.jsonl", notes)
    (corpus / "<b>empty<b>.txt").write_text("", encoding="utf-8")
    with open_library(write_config(folder)) as library:
        library.update()
        yield create_app(library).test_client()


def test_what_is_stored_adds_nothing_to_a_page(
    hostile: FlaskClient, vocabulary: set[tuple[str, ...]]
) -> None:
    results = Page(hostile.get("/search?q=科普&n=50").text)
    articles = {
        a.attributes["href"] for a in results.all("a") if "/article/" in a.attributes["href"]
    }
    assert len(articles) == len(PAYLOADS)
    pages = (
        "/",
        "/status",
        "/search?q=科普&n=50",
        "/facet/org?order=name&q=科普",
        "/facet/person?q=科普",
    )
    for address in (*pages, *articles):
        response = hostile.get(address)
        assert response.status_code == 200, address
        assert {e.signature for e in Page(response.text).elements} <= vocabulary, address


def test_what_is_stored_stays_text_in_every_file(hostile: FlaskClient) -> None:
    found = {title for _, title in entries_of(hostile.get("/search.atom?q=科普").data)}
    assert {"科普<script>alert(1)</script>", "科普]]><!DOCTYPE html>"} <= found
    table = sheet_of(hostile.get("/search.xlsx?q=科普").data)
    assert "科普<script>alert(1)</script>" in {row[0] for row in table}
    assert "\\<script\\>" in hostile.get("/search.md?q=科普").text


def test_what_is_stored_is_shown_as_it_is_written(hostile: FlaskClient) -> None:
    page = Page(hostile.get("/search?q=科普&n=50").text)
    assert "科普<script>alert(1)</script>" in {h3.text for h3 in page.all("h3")}
    labels = Page(hostile.get("/facet/org?q=科普").text).all("span", class_="label")
    assert "<img src=x onerror=alert(1)>" in {label.text for label in labels}


NAMES = ["q", "org", "month", "from", "page", "n", "sort", "refine", "in", "not_org", "within"]


@given(st.text(max_size=40), st.sampled_from(NAMES))
def test_whatever_is_asked_there_is_an_answer(library: Library, value: str, name: str) -> None:
    client = create_app(library).test_client()
    for path in ("/search", "/search.json"):
        response = client.get(path, query_string={"q": "科普", name: value})
        assert response.status_code in (200, 302, 400, 404), response.text
