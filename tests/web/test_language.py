"""Two languages: which one is spoken, that English pages mark what is Chinese, the same data."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import Library, open_library
from tests.web.archive import make_archive
from tests.web.html_page import VOID, Page
from webui import create_app
from webui.language import counted
from webui.months import date_label, range_label

HAN = re.compile("[\u3400-\u9fff]")
SPOKEN = ("aria-label", "alt", "title", "placeholder")
PAGES = [
    pytest.param("/", id="the first page"),
    pytest.param("/search?q=科普", id="a result"),
    pytest.param(
        "/search?q=科普&org=青湖区科协&not_person=陈岚&month=2023-12&refine=科协&in=title&sub=1",
        id="every kind of condition",
    ),
    pytest.param("/search?q=没有这个词", id="nothing found"),
    pytest.param("/search?q=*科普 nosuch:科协 (x&within=30d&month=2022-01&hl=de", id="notices"),
    pytest.param("/search?q=市科协", id="a widened name"),
    pytest.param("/search?month=2023-13", id="a refusal"),
    pytest.param("/facet/org?q=科普&order=tree", id="a facet"),
    pytest.param("/facet/month", id="the months"),
    pytest.param("/facet/issue?order=name", id="the issues by sound"),
    pytest.param("/article/{id}?q=科普", id="an article"),
    pytest.param("/why?q=讲座&find=科普", id="articles that may be meant"),
    pytest.param("/why?q=讲座&id={id}", id="why not"),
    pytest.param("/why?q=科普&id={id}", id="why"),
    pytest.param("/browse", id="the calendar"),
    pytest.param("/browse/2023", id="a year"),
    pytest.param("/browse/2023/12", id="a month"),
    pytest.param("/org/青湖区科协", id="an organisation"),
    pytest.param("/person/陈岚", id="a person"),
    pytest.param("/saved", id="shared searches"),
    pytest.param("/status", id="the archive"),
    pytest.param("/help", id="help"),
    pytest.param("/about", id="about"),
    pytest.param("/prefs", id="settings"),
    pytest.param("/科普/nosuch", id="no page"),
]


class Spoken(HTMLParser):
    """The texts of a page, each with the language it is said to be in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang", self._open[-1][1])
        heard = [value for name, value in given.items() if name in SPOKEN or name[:5] == "data-"]
        # A title of the head and a search kept by the browser hold no elements.
        self.texts += [(language, text) for text in heard if tag != "link" and "href" not in given]
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open[-1][0] != "title":
            self.texts.append((self._open[-1][1], data))


@pytest.fixture
def article_id(client: FlaskClient) -> str:
    found: str = client.get("/search.json?q=科普").get_json()["hits"][0]["id"]
    return found


@pytest.mark.parametrize("address", PAGES)
def test_an_english_page_marks_whatever_is_chinese(
    client: FlaskClient, article_id: str, address: str
) -> None:
    client.get("/prefs?lang=en")
    html = client.get(address.format(id=article_id)).text
    assert Page(html).one("html").attributes["lang"] == "en"
    asked = Page(html).all("section", id="results")
    known = {one.attributes["data-asked"] for one in asked}
    unmarked = [
        text.strip()
        for language, text in Spoken(html).texts
        if language == "en" and HAN.search(text) and text not in known
    ]
    assert unmarked == []


@pytest.mark.parametrize("address", PAGES)
def test_a_chinese_page_says_nothing_in_english_words(
    client: FlaskClient, article_id: str, address: str
) -> None:
    html = client.get(address.format(id=article_id)).text
    languages = {language for language, _ in Spoken(html).texts}
    assert languages <= {"zh-Hans", "zh", "en", ""}
    assert {text for language, text in Spoken(html).texts if language == "en"} <= {"English"}


def test_the_switch_leads_to_the_same_page_and_back(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=科普&page=1&n=10").text)
    switched = client.get(page.link("English"))
    assert switched.status_code == 303
    assert switched.headers["Location"] == "/search?q=%E7%A7%91%E6%99%AE&page=1&n=10"
    english = Page(client.get(switched.headers["Location"]).text)
    assert english.one("h2", id="results-heading").text == "3 articles"
    back = client.get(english.link("中文")).headers["Location"]
    assert Page(client.get(back).text).one("h2", id="results-heading").text == "找到 3 篇"


def test_the_language_stays_beside_the_other_settings(client: FlaskClient) -> None:
    client.get("/prefs?theme=dark")
    client.get("/prefs?lang=en")
    client.get("/prefs?size=xl")
    chosen = Page(client.get("/").text).one("html").attributes
    assert (chosen["lang"], chosen["data-theme"], chosen["data-size"]) == ("en", "dark", "xl")


def test_an_address_asks_for_one_answer_only(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=科普&hl=en").text)
    assert page.one("html").attributes["lang"] == "en"
    assert [a for a in page.all("a") if "hl=" in a.attributes["href"]] == []
    assert Page(client.get("/").text).one("html").attributes["lang"] == "zh-Hans"
    client.get("/prefs?lang=en")
    assert Page(client.get("/?hl=zh").text).one("html").attributes["lang"] == "zh-Hans"


def test_what_a_browser_prefers_is_not_asked(client: FlaskClient) -> None:
    html = client.get("/", headers={"Accept-Language": "en"}).text
    assert Page(html).one("html").attributes["lang"] == "zh-Hans"


def test_those_who_chose_nothing_get_the_language_of_the_settings(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}\n[web]\ndefault_language = "en"\n', encoding="utf-8")
    with open_library(config) as library:
        client = create_app(library).test_client()
        assert 'lang="en"' in client.get("/").text
        assert 'lang="zh-Hans"' in client.get("/?hl=zh").text


def test_an_answer_that_is_held_is_held_in_its_language(client: FlaskClient) -> None:
    chinese, english = (client.get(f"/search?q=科普{more}") for more in ("", "&hl=en"))
    client.get("/prefs?lang=en")
    chosen = client.get("/search?q=科普")
    tags = {answer.headers["ETag"] for answer in (chinese, english, chosen)}
    assert len(tags) == 3
    held = {"If-None-Match": chinese.headers["ETag"]}
    assert client.get("/search?q=科普", headers=held).status_code == 200


@pytest.mark.parametrize(
    ("address", "chinese", "english"),
    [
        ("/search.json?q=a&month=2023-13", "没有“2023-13”这个月份", 'There is no month "2023-13"'),
        ("/search.json?q=a&match=x", "不认识的 match“x”", 'match cannot be "x"'),
        (f"/search.json?q={'(' * 60}a", "括号套得太深", "The brackets are nested too deeply"),
        ("/article/nosuch.json", "它可能已从资料中移除", "It may have been removed"),
        ("/nosuch.json", "地址可能不完整", "The address may be incomplete"),
    ],
)
def test_what_programs_are_told_follows_the_address(
    client: FlaskClient, address: str, chinese: str, english: str
) -> None:
    for language, sentence in (("zh", chinese), ("en", english)):
        joint = "&" if "?" in address else "?"
        told = client.get(f"{address}{joint}hl={language}").get_json()
        assert sentence in told["error"]


def test_a_language_that_is_not_spoken_is_refused_to_programs(client: FlaskClient) -> None:
    assert client.get("/search.json?q=科普&hl=fr").status_code == 400


def test_both_languages_have_the_same_names_and_hits(client: FlaskClient) -> None:
    chinese, english = (
        client.get(f"/search.json?q=科普&hl={hl}").get_json() for hl in ("zh", "en")
    )
    assert chinese["hits"] == english["hits"]
    assert list(_keys(chinese)) == list(_keys(english))


def test_a_table_has_its_head_in_the_language_asked_for(client: FlaskClient) -> None:
    heads = [client.get(f"/search.csv?q=科普&hl={hl}").text.splitlines()[0] for hl in ("zh", "en")]
    assert "标题,单位,人物" in heads[0]
    assert "Title,Organisation,Person" in heads[1]


def test_a_citation_is_chinese_in_every_language(client: FlaskClient, article_id: str) -> None:
    told = client.get(f"/article/{article_id}.json?hl=en").get_json()
    assert re.search(r"《云州科协简报》第12期第\d页，\w+，2023年12月25日$", told["citation"])


@pytest.mark.parametrize(
    ("date", "english"),
    [("2023-05-30", "30 May 2023"), ("2023-12-01", "1 Dec 2023"), ("2023-05", "May 2023")],
)
def test_dates_are_written_as_english_writes_them(
    library: Library, date: str, english: str
) -> None:
    with create_app(library).test_request_context("/?hl=en"):
        assert date_label(date) == english
        assert range_label(date, None) == f"From {english}"


@pytest.mark.parametrize(
    ("number", "english"),
    [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (1200, "1,200 articles")],
)
def test_one_is_not_many(library: Library, number: int, english: str) -> None:
    with create_app(library).test_request_context("/?hl=en"):
        assert counted("%(num)s 篇", number) == english


def _keys(value: object) -> Iterator[str]:
    """The names of all members, whatever is in them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)
