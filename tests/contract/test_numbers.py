"""Numbers must agree: what a facet's value tells is what choosing it finds, whatever was asked."""

from dataclasses import replace
from random import Random

import pytest

from indexer.models import NONE, Basis, Facets, Match, Query
from indexer.search import SearchParts, count, search

WORDS = ("科普", "科协", "座谈会", "北京市科协", "大会", "保密", "活动 科普", "“东京”", "")
ORGANIZATIONS = ("北京市科协", "延庆区科协", "中国科协", NONE)
MONTHS = ("2023-12", "2024-01", NONE)
FACETS = ("organization", "month", "section", "person", "issue")


def some(chance: Random, values: tuple[str, ...]) -> tuple[str, ...]:
    """None of them mostly, else one or two."""
    return tuple(chance.sample(values, chance.choice((0, 0, 1, 2))))


def asked(chance: Random) -> Query:
    """A search as somebody may have clicked it together."""
    return Query(
        text=chance.choice(WORDS),
        match=chance.choice((Match.SMART, Match.ANY)),
        organizations=some(chance, ORGANIZATIONS),
        months=some(chance, MONTHS),
        without_organizations=some(chance, ORGANIZATIONS)[:1],
        basis=chance.choice(tuple(Basis)),
        signed=chance.random() < 0.2,
        subordinates=chance.random() < 0.3,
        since_revision=chance.choice((None, None, 0, 1)),
        duplicates=chance.random() < 0.3,
        title_only=chance.random() < 0.2,
    )


def choosing(query: Query, facet: str, value: str) -> Query:
    """The query with one value of a facet as its only choice of it."""
    return {
        "organization": replace(query, organizations=(value,)),
        "month": replace(query, months=(value,)),
        "section": replace(query, sections=(value,)),
        "person": replace(query, people=(value,)),
        "issue": replace(query, issues=(value,)),
    }[facet]


@pytest.mark.parametrize("seed", range(20))
def test_a_count_is_the_total_after_choosing_it(parts: SearchParts, seed: int) -> None:
    chance = Random(seed)
    for _ in range(10):
        query = asked(chance)
        facets = search(parts, query).facets
        for name in FACETS:
            for value in chance.sample(facets[name], min(1, len(facets[name]))):
                chosen = choosing(query, name, value.value)
                assert count(parts, chosen) == value.count, (query, name, value)


@pytest.mark.parametrize("seed", range(20))
def test_months_and_the_undated_make_up_the_total(parts: SearchParts, seed: int) -> None:
    chance = Random(seed)
    for _ in range(10):
        query = replace(asked(chance), months=())
        results = search(parts, query)
        assert undated(results.facets) + dated(results.facets) == results.total


def dated(facets: Facets) -> int:
    return sum(value.count for value in facets.histogram)


def undated(facets: Facets) -> int:
    return sum(value.count for value in facets.month if value.value == NONE)
