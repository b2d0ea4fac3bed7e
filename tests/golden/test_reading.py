"""The project's own bulletins are read as a careful reader reads them."""

import pytest

from bench.reading import BLIND, COLUMNS, Tally, measure, measure_all, total
from indexer.models import Article, Bulletin, Issue, Passage, Person

# What is asked of all bulletins together; `python -m bench.reading` prints what is reached.
LEAST = {
    "boundaries": 0.98,
    "titles": 0.98,
    "sections": 0.97,
    "dates": 0.97,
    "months": 0.97,
    "pages": 0.97,
    "issues": 0.97,
    "organizations": 0.90,
    "persons": 0.93,
}
GOLD = {
    "issue": {"title": "动态", "number": "第3期", "date": "2024-03", "issuer": None},
    "articles": [
        {
            "title": "科普讲座",
            "section": "要闻",
            "date": "2024-03-06",
            "page": None,
            "organizations": ["甲市科协"],
            "organizations_optional": ["乙馆"],
            "persons": ["李红梅"],
            "first_sentence": "首句。",
            "last_sentence": "末句。",
        }
    ],
}
READ = Article(
    "科普讲座",
    Passage("首句。\n末句。"),
    "要闻",
    "2024-03-06",
    None,
    ("甲市科学技术协会", "乙馆"),
    (Person("李红梅"),),
)
ISSUE = Issue("动态", "第3期", "2024-03")


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return measure_all()


def test_all_bulletins_together_reach_what_is_asked(tallies: dict[str, Tally]) -> None:
    whole = total(list(tallies.values()))
    rates = {column: whole.rate(column) for column in LEAST}
    assert {column: rate for column, rate in rates.items() if (rate or 0) < LEAST[column]} == {}


def test_bulletins_by_other_hands_reach_it_too() -> None:
    whole = total(list(measure_all(BLIND).values()))
    rates = {column: whole.rate(column) for column in LEAST}
    assert {column: rate for column, rate in rates.items() if (rate or 0) < LEAST[column]} == {}


def test_the_gold_holds_enough_bulletins(tallies: dict[str, Tally]) -> None:
    assert len(tallies) >= 13
    assert total(list(tallies.values())).seen["titles"] >= 100


def test_beijing_bulletin_is_read_without_a_fault(tallies: dict[str, Tally]) -> None:
    beijing = tallies["beijing-kexie-2023-12"]
    for column in ("boundaries", "titles", "sections", "dates", "months"):
        assert beijing.rate(column) == 1.0, beijing.misses


def test_perfect_reading_is_right_in_every_column() -> None:
    tally = measure(GOLD, Bulletin(ISSUE, (READ,)))
    assert tally.misses == []
    assert {tally.rate(column) for column in (*COLUMNS, "persons")} == {1.0, None}


def test_lost_and_invented_articles_cost() -> None:
    other = Article("别的", Passage("别的。"))
    tally = measure(GOLD, Bulletin(Issue(), (other,)))
    assert tally.rate("boundaries") == 0.0
    assert tally.rate("persons") == 0.0
    assert tally.extra == 1
