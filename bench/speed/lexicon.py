"""Words, places and bodies to write bulletins with, made from the list in words.txt."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, product
from pathlib import Path

from indexer.analysis import Analyser

LIST = Path(__file__).parent / "words.txt"
ORGANIZATIONS = 2_000
# Zipf-Mandelbrot: rank r weighs 1 / (r + OFFSET) ** SLOPE.
OFFSET = 10
SLOPE = 1.05


@dataclass(frozen=True, slots=True)
class Draw:
    """Values of which the first are drawn most often."""

    values: tuple[str, ...]
    heights: tuple[float, ...]

    @staticmethod
    def of(values: Sequence[str]) -> "Draw":
        """A draw from values in the order of their ranks."""
        weights = ((rank + OFFSET) ** -SLOPE for rank in range(len(values)))
        return Draw(tuple(values), tuple(accumulate(weights)))

    def some(self, chance: random.Random, count: int) -> list[str]:
        """So many values, the same one perhaps twice."""
        return chance.choices(self.values, cum_weights=self.heights, k=count)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All there is to write with; ``kinds`` are the rows of the list, ``signs`` their signs."""

    kinds: dict[str, tuple[str, ...]]
    signs: tuple[str, ...]
    words: Draw
    organizations: Draw


def make_lexicon(analyser: Analyser, seed: int) -> Lexicon:
    """The lexicon of a seed: the list, and every two signs of it that are a word to the analyser.

    So the vocabulary is that of the dictionary: some ten thousand words, most of them rare.
    """
    kinds = _read_list()
    listed = [word for kind in ("thing", "deed", "quality", "manner") for word in kinds[kind]]
    chance = random.Random(seed)
    signs = tuple(sorted({sign for words in kinds.values() for word in words for sign in word}))
    pairs = "，".join(left + right for left, right in product(signs, signs))
    known = [word for word in analyser.required(pairs) if len(word) == 2]
    common, rare = list(dict.fromkeys(listed)), sorted(set(known) - set(listed))
    chance.shuffle(common)
    chance.shuffle(rare)
    organizations = list(islice(_organizations(kinds), ORGANIZATIONS))
    chance.shuffle(organizations)
    return Lexicon(kinds, signs, Draw.of(common + rare), Draw.of(organizations))


def _read_list() -> dict[str, tuple[str, ...]]:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {kind: tuple(words.split()) for kind, words in rows}


def _organizations(kinds: dict[str, tuple[str, ...]]) -> "list[str]":
    """Invented bodies: 云州市科协, 清河市机械学会."""
    bodies = [*kinds["body"], *map("".join, product(kinds["field"], kinds["society"]))]
    return [f"{place}市{body}" for body in bodies for place in kinds["place"]]
