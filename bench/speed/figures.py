"""What a run measured, and the figures that are told of it."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from bench.speed.cases import Case, Kind
from bench.speed.corpus import Recipe
from bench.speed.machine import Machine
from bench.speed.worker import Built, Spent

PERCENTS = (50, 95, 99)


@dataclass(frozen=True, slots=True)
class Index:
    """One index: how it was built, and its bytes on the disk."""

    name: str
    built: Built
    size: int

    @property
    def rate(self) -> float:
        """Articles a second by the clock."""
        return self.built.articles / self.built.spent.wall


@dataclass(frozen=True, slots=True)
class First:
    """What a new process needed, nothing of the index being in the file cache."""

    kind: Kind
    opening: float
    answer: float


@dataclass(frozen=True, slots=True)
class Timing:
    """One contestant: opening, each round of each question, the cold starts, a change."""

    name: str
    opening: Spent
    rounds: tuple[tuple[Spent, ...], ...]
    cold: tuple[First, ...]
    change: Spent | None

    def median(self, question: int, cpu: bool = False) -> float:
        """Seconds of one question, the median of its rounds."""
        return statistics.median(_seconds(one[question], cpu) for one in self.rounds)


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run measured; ``asked`` are the questions, ``notices`` what to bear in mind.

    ``parsing`` are the seconds of parsing and cutting each question, which all of them pay alike.
    """

    machine: Machine
    recipe: Recipe
    asked: tuple[Case, ...]
    indexes: tuple[Index, ...]
    timings: tuple[Timing, ...]
    parsing: tuple[float, ...]
    phrases: tuple[tuple[str, tuple[int, ...]], ...]
    texts_size: int
    notices: tuple[str, ...]

    def index(self, name: str) -> Index | None:
        """The index of a contestant, None if it has none of its own."""
        return next((one for one in self.indexes if one.name == name), None)

    def timing(self, name: str) -> Timing | None:
        """The times of a contestant, None if it took no part."""
        return next((one for one in self.timings if one.name == name), None)

    def medians(self, timing: Timing, kind: Kind | None = None, cpu: bool = False) -> list[float]:
        """The median seconds of each question, or of those of one kind."""
        return [
            timing.median(at, cpu)
            for at, case in enumerate(self.asked)
            if kind in (None, case.kind)
        ]

    def slower(self, ours: Timing, rival: Timing, kind: Kind | None = None) -> float:
        """The share of questions that take us longer than the rival, by the clock."""
        pairs = zip(self.medians(ours, kind), self.medians(rival, kind), strict=True)
        return statistics.fmean(left > right for left, right in pairs)


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def ratios(ours: Timing, rival: Timing, percent: int, cpu: bool = False) -> list[float]:
    """A percentile of ours over the rival's, round by round, since a machine's speed drifts."""
    return [
        percentile([_seconds(one, cpu) for one in left], percent)
        / percentile([_seconds(one, cpu) for one in right], percent)
        for left, right in zip(ours.rounds, rival.rounds, strict=True)
    ]


def _seconds(spent: Spent, cpu: bool) -> float:
    return spent.cpu if cpu else spent.wall
