"""Sketches against the true share of common shingles."""

import random

import pytest

from indexer.analysis import likeness, make_sketch
from indexer.analysis.sketch import SHINGLE, SIZE

WORDS = ("科普讲座", "院士专家", "学会服务", "创新驱动", "基层组织", "企业青年", "展览论坛")


def text(seed: int, words: int = 200) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(WORDS) for _ in range(words))


def shingles(words: str) -> set[str]:
    return {words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1)}


@pytest.mark.parametrize("kept", [0, 40, 100, 160, 200])
def test_likeness_estimates_the_common_share(kept: int) -> None:
    one = text(1, 200)
    other = one[: 2 * kept] + text(2, 200 - kept)
    common = shingles(one) & shingles(other)
    true = len(common) / len(shingles(one) | shingles(other))
    assert likeness(make_sketch(one), make_sketch(other)) == pytest.approx(true, abs=0.2)


def test_copies_are_alike_whatever_their_punctuation() -> None:
    one = make_sketch("科普讲座，走进校园。\n院士座谈")
    assert likeness(one, make_sketch("科普讲座走进校园，院士座谈。")) == 1.0


def test_short_and_empty_texts_are_like_nothing() -> None:
    assert make_sketch("科普") == ()
    assert likeness((), make_sketch(text(1))) == 0.0


def test_sketch_is_bounded_and_ascending() -> None:
    sketch = make_sketch(text(1, 5000))
    assert len(sketch) == SIZE
    assert list(sketch) == sorted(sketch)
