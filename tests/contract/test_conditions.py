"""The conditions beside the text: issue, basis of months, who sent it in, bodies below, entry."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from indexer.engines.base import Engine
from indexer.models import NONE, Basis, Filters, IndexEntry, Query, Question, Sort, Word
from indexer.search import SearchParts, search
from tests.contract.fixture import ROWS
from tests.contract.test_exam import found, months, organizations

case = pytest.param
ALL = "".join(row.id for row in ROWS)
# The fixture stores Beijing's issue first, Qingdao's (article g) second.
FIRST_REVISION = 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        case(
            Query("", months=("2024-01",), basis=Basis.ISSUED),
            ALL,
            id="the month of the issue, whatever day is told",
        ),
        case(
            Query("", month_to="2023-12", basis=Basis.ISSUED), "", id="no issue is from before 2024"
        ),
        case(
            Query("", organizations=("北京市科协",), signed=True),
            "a",
            id="articles that a body sent in, not those that name it",
        ),
        case(
            Query("科协", organizations=(NONE,), signed=True),
            "cdfgmopr",
            id="articles that nobody signed",
        ),
        case(
            Query("", without_organizations=("延庆区科协",), signed=True),
            set(ALL) - {"e"},
            id="without what a body sent in",
        ),
        case(
            Query("", organizations=("北京市科协",), subordinates=True),
            "abcdefr",
            id="a body with those below it",
        ),
        case(
            Query("", organizations=("北京市科学技术协会",), subordinates=True),
            "abcdefr",
            id="another name of it with those below it",
        ),
        case(
            Query("科协", since_revision=FIRST_REVISION), "g", id="what came after a revision alone"
        ),
        case(Query("科协", since_revision=0), "cdefgmopr", id="all came after the beginning"),
        case(Query("科协", since="2024-01-01"), "cdefgmopr", id="all came after a day gone by"),
        case(
            Query("科协", since=(date.today() + timedelta(2)).isoformat()),
            "",
            id="nothing has come after tomorrow",
        ),
    ],
)
def test_condition_leaves_exactly(parts: SearchParts, query: Query, expected: str) -> None:
    assert sorted(found(parts, replace(query, page_size=100))) == sorted(expected)


def test_an_issue_is_a_choice_and_counted_like_one(parts: SearchParts) -> None:
    ids = {issue.title: key for key, issue in parts.catalog.issues()}
    qingdao = ids["科协动态"]
    results = search(parts, Query("科协", issues=(qingdao,)))
    assert [hit.article_id for hit in results.hits] == ["g"]
    told = {value.label: (value.count, value.selected) for value in results.facets["issue"]}
    assert told == {
        "工作简报第1期（2024-01-05）": (8, False),
        "科协动态第1期（2024-01-10）": (1, True),
    }


def test_months_of_the_issues_are_counted_where_they_are_meant(parts: SearchParts) -> None:
    assert months(parts, Query("科协", basis=Basis.ISSUED)) == {"2024-01": 9}


@pytest.mark.parametrize(
    "query",
    [
        case(Query("", signed=True), id="those that sent articles in"),
        case(Query("", subordinates=True), id="bodies with all below them"),
        case(
            Query("", organizations=("北京市科协",), subordinates=True),
            id="bodies with all below them while one is chosen",
        ),
        case(Query("", since_revision=FIRST_REVISION), id="what is new"),
    ],
)
def test_every_count_is_what_a_click_then_shows(parts: SearchParts, query: Query) -> None:
    for value, count in organizations(parts, query).items():
        assert search(parts, replace(query, organizations=(value,))).total == count, value


def test_sorted_by_entry_the_last_taken_in_comes_first_then_the_newest(parts: SearchParts) -> None:
    assert "".join(found(parts, Query("科协", sort=Sort.ADDED)))[:4] == "gmer"


def test_entry_survives_an_update_that_changes_another_article(
    parts: SearchParts, engine: Engine
) -> None:
    entries = [
        IndexEntry("old", "讲座", "科普。", added=3, entered="2024-01-02"),
        IndexEntry("new", "讲座", "科普。", added=7, entered="2024-02-01"),
    ]
    state = parts.catalog.state()
    engine.replace(entries, state)
    for number in range(9):  # so many that small segments are joined
        last = IndexEntry("other", "讲座", "科普。", added=9, entered="2024-03-01")
        engine.update([last, IndexEntry(f"x{number}", "讲座", "年会。", added=8)], (), state)

    def ids(filters: Filters) -> list[str]:
        answer = engine.search(Question(Word("科普"), filters, Sort.ADDED))
        return [hit.article_id for hit in answer.hits]

    assert ids(Filters()) == ["other", "new", "old"]
    assert ids(Filters(since_revision=3)) == ["other", "new"]
    assert ids(Filters(since="2024-02-01")) == ["other", "new"]
    assert ids(Filters(since="2024-02-02", since_revision=1)) == ["other"]
