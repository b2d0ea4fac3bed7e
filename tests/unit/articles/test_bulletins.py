"""Whole bulletins of many layouts against their labels in tests/golden."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from indexer.models import Article, Issue
from tests.unit.articles.reading import ROOT, read_file

FILES = sorted(path for path in (ROOT / "tests" / "golden").glob("*.txt"))
LOWEST_F1 = 0.93  # organisations and people are told by rules, which a new name may still escape

Label = Mapping[str, Any]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def bulletin(request: pytest.FixtureRequest) -> tuple[Issue, Sequence[Article], Label]:
    path: Path = request.param
    read = read_file(path)
    return read.issue, read.articles, labels(path)


def labels(path: Path) -> Label:
    label: Label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return label


def plain(text: str | None) -> str:
    return "".join((text or "").split())


def test_articles_begin_and_end_where_a_reader_says(
    bulletin: tuple[Issue, Sequence[Article], Label],
) -> None:
    _, articles, label = bulletin

    assert [plain(a.title) for a in articles] == [plain(one["title"]) for one in label["articles"]]
    for article, one in zip(articles, label["articles"], strict=True):
        assert plain(one["first_sentence"]) in plain(article.body.text)
        assert plain(one["last_sentence"]) in plain(article.body.text)


def test_sections_dates_and_pages_are_those_of_the_labels(
    bulletin: tuple[Issue, Sequence[Article], Label],
) -> None:
    _, articles, label = bulletin

    for article, one in zip(articles, label["articles"], strict=True):
        dates = [one["date"], *one.get("date_alt", [])]
        assert plain(article.section) == plain(one["section"]), one["title"]
        assert article.date in dates, one["title"]
        assert article.page == one["page"], one["title"]


def test_the_issue_is_told_by_its_masthead(
    bulletin: tuple[Issue, Sequence[Article], Label],
) -> None:
    issue, _, label = bulletin
    told = label["issue"]

    assert plain(issue.title) in {plain(t) for t in [told["title"], *told.get("title_alt", [])]}
    assert plain(issue.number) in {plain(n) for n in [told["number"], *told.get("number_alt", [])]}
    assert plain(issue.issuer) == plain(told["issuer"])
    assert (issue.date or "").startswith(told["date"] or "")


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        pytest.param("organizations", lambda article: article.organizations, id="organisations"),
        pytest.param("persons", lambda a: [person.name for person in a.persons], id="people"),
    ],
)
def test_names_agree_with_the_labels(kind: str, read: Callable[[Article], Iterable[str]]) -> None:
    right = wrong = missing = 0
    for path in FILES:
        label = labels(path)
        aliases = label.get("organization_aliases", {})
        for article, one in zip(read_file(path).articles, label["articles"], strict=True):
            expected = {aliases.get(name, name) for name in one[kind]}
            optional = set(one.get(f"{kind}_optional", [])) - expected
            found = {aliases.get(name, name) for name in read(article)} - optional
            right += len(found & expected)
            wrong += len(found - expected)
            missing += len(expected - found)

    assert 2 * right / (2 * right + wrong + missing) >= LOWEST_F1
