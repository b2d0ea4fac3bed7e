"""Small random collections: words of a skewed vocabulary, and an analyser that splits at blanks."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from indexer.engines.base import Analyser
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.storage import Generations
from indexer.models import And, CatalogState, Field, IndexEntry, Node, Not, Or, Word

STATE = CatalogState("c", 1)
LATIN = tuple(one + two for one in "abcde" for two in ("lpha", "eta", "u"))
HAN = ("科协", "科普", "协会", "会", "普", "学会", "科", "会科", "协会科普", "学")


class PlainAnalyser:
    """Words are what stands between blanks."""

    fingerprint = "plain"

    def normal(self, text: str) -> str:
        return text

    def words(self, text: str) -> tuple[str, ...]:
        return tuple(text.split())

    def split(self, normal: str) -> list[str]:
        return normal.split()

    def within(self, word: str) -> tuple[str, ...]:
        return (word,)

    def characters(self, text: str) -> tuple[str, ...]:
        return tuple(text.replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Step:
    """One update: what comes, and the ids of what goes."""

    changed: tuple[IndexEntry, ...]
    removed: tuple[str, ...] = ()


def text(random: Random, words: Sequence[str], longest: int) -> str:
    """Words at random, the first of the vocabulary far more often than the last."""
    weights = [1 / (at + 1) for at in range(len(words))]
    return " ".join(random.choices(words, weights, k=random.randrange(longest)))


def entries(random: Random, words: Sequence[str], first: int, count: int) -> list[IndexEntry]:
    """Articles with titles and bodies at random, some of them empty."""
    return [
        IndexEntry(f"a{number:03}", text(random, words, 6), text(random, words, 90))
        for number in range(first, first + count)
    ]


def steps(random: Random, words: Sequence[str], many: int) -> list[Step]:
    """A build and some updates that add, change and remove articles."""
    size = random.randrange(5, 40)
    found = [Step(tuple(entries(random, words, 0, size)))]
    for _ in range(many):
        again = [entries(random, words, random.randrange(size), 1)[0] for _ in range(3)]
        fresh = entries(random, words, size, random.randrange(1, 12))
        removed = tuple(f"a{random.randrange(size):03}" for _ in range(3))
        found.append(Step((*again, *fresh), removed))
        size += len(fresh)
    return found


def built(folder: Path, analyser: Analyser, taken: Sequence[Step]) -> EmbeddedEngine:
    """An index that was built with the first step and updated with the others."""
    engine = EmbeddedEngine(folder, analyser)
    engine.replace(taken[0].changed, STATE)
    for step in taken[1:]:
        engine.update(step.changed, step.removed, STATE)
    return engine


def opened(folder: Path) -> Snapshot:
    """The generation in force."""
    generations = Generations(folder)
    name = generations.current()
    return Snapshot(folder / name, generations.manifest(name))


def tree(random: Random, words: Sequence[str], field: Field | None, depth: int = 3) -> Node:
    """A tree of words where they were cut, And, Or and Not."""
    kind = random.randrange(4) if depth else 0
    if kind == 0:
        return Word(random.choice(words), field, literal=False)
    if kind == 1:
        return Not(tree(random, words, field, depth - 1))
    children = tuple(tree(random, words, field, depth - 1) for _ in range(random.randrange(2, 4)))
    return And(children) if kind == 2 else Or(children)
