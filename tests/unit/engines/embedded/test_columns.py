"""Facet values of articles: who has which, and how many have each."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from indexer.engines.embedded.columns import Column, joined
from indexer.engines.embedded.standing import Asked
from indexer.engines.embedded.tallies import WIDEST, Tally

Rows = Sequence[Sequence[str]]


def column(rows: Rows) -> Column:
    """The column of some articles' values."""
    values = sorted({value for row in rows for value in row})
    codes = np.array([values.index(value) for row in rows for value in row], dtype=np.uint32)
    starts = np.cumsum([0, *map(len, rows)]).astype(np.uint32)
    return Column(values, codes, starts)


def some(random: Random, count: int, most: int) -> list[list[str]]:
    """Up to so many values for each of some articles, of a few and of many values."""
    values = [f"v{number:02}" for number in range(20)]
    return [random.sample(values, random.randrange(most + 1)) for _ in range(count)]


ROWS: Rows = (["b", "a"], [], ["c"], ["a"], ["d", "b", "c"])


@pytest.mark.parametrize(
    ("values", "having"),
    [
        pytest.param(["a"], [0, 3], id="one value"),
        pytest.param(["a", "c"], [0, 2, 3, 4], id="any of two"),
        pytest.param(["a", "b", "c", "d", "e"], [0, 2, 3, 4], id="many at once"),
        pytest.param(["e"], [], id="a value that nobody has"),
        pytest.param([], [], id="no value"),
    ],
)
def test_articles_with_any_of_some_values(values: list[str], having: list[int]) -> None:
    assert np.flatnonzero(column(ROWS).having(values)).tolist() == having


def test_articles_with_a_value_in_a_range() -> None:
    assert np.flatnonzero(column(ROWS).between("b", "c")).tolist() == [0, 2, 4]
    assert np.flatnonzero(column(ROWS).between("bb", "bc")).tolist() == []


def test_pairs_are_those_of_the_articles_asked_for() -> None:
    articles, codes = column(ROWS).pairs(np.array([1, 4, 0]))
    assert articles.tolist() == [4, 4, 4, 0, 0]
    assert [column(ROWS).values[code] for code in codes] == ["d", "b", "c", "b", "a"]


def test_columns_of_segments_are_one_behind_the_other() -> None:
    other: Rows = (["z", "a"], [], ["b"])
    whole = joined([column(ROWS), column(other), column(())])
    rows = [
        [whole.values[code] for code in whole.codes[low:high]]
        for low, high in zip(whole.starts[:-1], whole.starts[1:], strict=True)
    ]
    assert rows == [*ROWS, *other]


@pytest.mark.parametrize("most", [0, 1, 4, WIDEST + 4])
@pytest.mark.parametrize("seed", range(4))
def test_tally_counts_as_a_person_would(most: int, seed: int) -> None:
    random = Random(seed)
    rows = some(random, 200, most)
    single = np.array([random.random() < 0.9 for _ in rows])
    tally = Tally(column(rows), single)
    for share in (0.0, 0.1, 0.5, 0.9, 1.0):
        hits = single & np.array([random.random() < share for _ in rows])
        counts = Counter(value for at in np.flatnonzero(hits) for value in rows[at])
        expected = [counts[value] for value in column(rows).values]
        bare = sum(not rows[at] for at in np.flatnonzero(hits))
        assert tally.count(Asked(hits)).tolist() == [*expected, bare], share
