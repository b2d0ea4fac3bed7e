"""The order of hits where much is equal, whatever the segments and whatever is kept."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.models import CatalogState, IndexEntry, Question, Sort, Word
from tests.unit.engines.embedded.plain import (
    LATIN,
    STATE,
    PlainAnalyser,
    Step,
    built,
    entries,
    tree,
)


def dated(random: Random, count: int) -> list[IndexEntry]:
    """Articles of one word and of few dates, some without, their ids in no order."""
    numbers = random.sample(range(10 * count), count)
    first = date(2023, 12, 28)
    return [
        IndexEntry(
            f"a{number:04}",
            "",
            "alpha",
            random.choice((None, (first + timedelta(random.randrange(4))).isoformat())),
            added=random.randrange(3),
        )
        for number in numbers
    ]


def day(entry: IndexEntry) -> int:
    return int((entry.date or "0").replace("-", ""))


@pytest.mark.parametrize("cuts", [pytest.param(1, id="one segment"), pytest.param(4, id="four")])
@pytest.mark.parametrize("sort", Sort)
def test_what_is_equal_comes_by_date_and_id(sort: Sort, cuts: int, tmp_path: Path) -> None:
    articles = dated(Random(1), 400)
    steps = [Step(tuple(articles[at::cuts])) for at in range(cuts)]
    engine = built(tmp_path / "index", PlainAnalyser(), steps)
    keys = {
        Sort.RELEVANCE: lambda one: (-day(one), one.id),
        Sort.NEWEST: lambda one: (not day(one), -day(one), one.id),
        Sort.OLDEST: lambda one: (not day(one), day(one), one.id),
        Sort.ADDED: lambda one: (-one.added, -day(one), one.id),
    }
    expected = [one.id for one in sorted(articles, key=keys[sort])]
    for offset, limit in ((0, 10), (95, 10), (390, 20), (0, 400)):
        question = Question(Word("alpha"), sort=sort, offset=offset, limit=limit)
        found = [hit.article_id for hit in engine.search(question).hits]
        assert found == expected[offset : offset + limit]


@pytest.mark.parametrize("seed", range(6))
def test_scores_have_the_same_bits_in_one_segment_or_four_kept_or_not(
    seed: int, tmp_path: Path
) -> None:
    random = Random(seed)
    articles = entries(random, LATIN, 0, 80)
    whole = built(tmp_path / "whole", PlainAnalyser(), [Step(tuple(articles))])
    parts = [Step(tuple(articles[at : at + 20])) for at in range(0, 80, 20)]
    built(tmp_path / "parts", PlainAnalyser(), parts)
    forgetful = EmbeddedEngine(tmp_path / "parts", PlainAnalyser(), cache=0)
    mindful = EmbeddedEngine(tmp_path / "parts", PlainAnalyser())
    for _ in range(20):
        question = Question(tree(random, LATIN, None), limit=80)
        answers = [engine.search(question) for engine in (whole, forgetful, mindful, mindful)]
        assert all(answer == answers[0] for answer in answers), question.root


def test_index_that_was_built_anew_in_an_empty_folder_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    engine = built(folder, PlainAnalyser(), [Step((IndexEntry("one", "", "alpha"),))])
    question = Question(Word("alpha"))
    assert engine.search(question).total == 1
    folder.rename(tmp_path / "old")
    other = EmbeddedEngine(folder, PlainAnalyser())
    two = (IndexEntry("one", "", "alpha"), IndexEntry("two", "", "alpha"))
    other.replace(two, CatalogState("c", 2))
    assert other.stats().generation == "gen-00000001"
    assert engine.search(question).total == 2
    assert other.stats().state != STATE
