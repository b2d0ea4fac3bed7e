"""What the library says in Chinese, said in English: each sentence by a real question."""

import re

import pytest
from flask.testing import FlaskClient

from indexer.library import Library
from indexer.query import notices
from webui import create_app
from webui.sayings import FORMS, told

HAN = re.compile("[\u3400-\u9fff]")
QUOTED = re.compile('"[^"]*"')


@pytest.mark.parametrize(
    "said",
    [
        *(notices.OPEN_QUOTE, notices.OPEN_BRACKET, notices.STRAY_BRACKET),
        *(notices.NEAR_WHAT, notices.NEAR_FAR, notices.no_words("AND )")),
        *(notices.short_prefix("科*", "科"), notices.misplaced_star("*科普", "科普")),
        *(notices.lone_sign("&"), notices.lone_operator("OR"), notices.no_date("2023-13")),
        notices.swapped("2023-11", "2024-01"),
    ],
)
def test_what_had_to_be_guessed_is_said_in_english(library: Library, said: str) -> None:
    with create_app(library).test_request_context("/?hl=en"):
        assert not HAN.search(QUOTED.sub("", told(said))), told(said)
    assert told(said) == said


@pytest.mark.parametrize(
    ("question", "notice"),
    [
        pytest.param("科普 OR", '"OR" has no word beside it and was left out', id="an operator"),
        pytest.param(
            "栏目:没有", 'Section: there is no "没有" in the archive', id="no such section"
        ),
        pytest.param("nosuch:科普", 'There is no field "nosuch:"', id="no such field"),
    ],
)
def test_notices_of_a_search_are_english(client: FlaskClient, question: str, notice: str) -> None:
    told = client.get("/search.json", query_string={"q": question, "hl": "en"}).get_json()
    assert any(one.startswith(notice) for one in told["notices"]), told["notices"]


@pytest.mark.parametrize(
    ("search", "reason"),
    [
        pytest.param("q=科普", "Number 1 of 3 results", id="its place"),
        pytest.param("q=讲座", '"讲座" is neither in the title nor in the text', id="no word"),
        pytest.param("q=科普 -村民", "The search excludes 村民, which the article has", id="a no"),
        pytest.param(
            "month=2022-01",
            "Filter: Month 2022-01. This article has Date: 2023-12-15",
            id="another month",
        ),
        pytest.param(
            "section=简讯",
            "Filter: Section 简讯. This article has Section: 区科协动态",
            id="a section",
        ),
    ],
)
def test_reasons_are_english(client: FlaskClient, search: str, reason: str) -> None:
    (article_id,) = (
        one["id"]
        for one in client.get("/search.json?q=标题:科普大集").get_json()["hits"]
        if "山村" in one["title"]
    )
    why = client.get(f"/why.json?{search}&id={article_id}&hl=en").get_json()
    said = [one["message"] for one in why["reasons"]]
    assert any(one.startswith(reason) for one in said), said


def test_a_condition_is_read_in_english(client: FlaskClient) -> None:
    told = client.get("/search.json?q=科普 日期:2023-12&hl=en").get_json()
    assert told["reading"]["conditions"] == ["Date: 2023-12"]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_reads_back_what_it_says(library: Library, form: str) -> None:
    """Its own values, and not those of a looser form before it."""
    values = {name: f"⟨{name}⟩" for name in re.findall(r"%\((\w+)\)s", form)}
    with create_app(library).test_request_context("/?hl=en"):
        english = told(form % values)
    assert all(value in english for value in values.values()), english
    assert not HAN.search(re.sub("科普日", "", english)), english


def test_what_is_not_known_stays_as_it_is(library: Library) -> None:
    with create_app(library).test_request_context("/?hl=en"):
        assert told("这句话没有人说过") == "这句话没有人说过"
