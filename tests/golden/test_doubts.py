"""Wrong cuts of disturbed bulletins are on the whole those that are called doubtful."""

import pytest

from bench.doubts import Judged, disturbances, judge_all
from bench.reading import GOLD
from indexer.articles.confidence import DOUBTFUL

# `python -m bench.doubts` prints what is reached.
LEAST_WRONG_AMONG_DOUBTFUL = 0.7
LEAST_DOUBTFUL_AMONG_WRONG = 0.65
MOST_DOUBTFUL_AMONG_RIGHT = 0.05


@pytest.fixture(scope="module")
def cuts() -> list[Judged]:
    return list(judge_all(GOLD))


def test_wrong_cuts_are_doubtful_and_doubtful_cuts_are_wrong(cuts: list[Judged]) -> None:
    wrong = [one for one in cuts if not one.right]
    doubtful = [one for one in cuts if one.cut.confidence < DOUBTFUL]
    both = [one for one in wrong if one.cut.confidence < DOUBTFUL]
    assert len(wrong) >= 100
    assert len(both) / len(doubtful) >= LEAST_WRONG_AMONG_DOUBTFUL
    assert len(both) / len(wrong) >= LEAST_DOUBTFUL_AMONG_WRONG
    right = len(cuts) - len(wrong)
    assert (len(doubtful) - len(both)) / right <= MOST_DOUBTFUL_AMONG_RIGHT


def test_every_disturbance_was_tried(cuts: list[Judged]) -> None:
    assert {one.disturbance for one in cuts} == set(disturbances())
