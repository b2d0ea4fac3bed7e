"""One contestant in a process of its own: the messages to it, and what it measures."""

import gc
import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from bench.speed.cases import Case, Kind
from bench.speed.contestant import Contestant, Meaning, Reply
from bench.speed.entrants import Entrant
from bench.speed.memory import Peak, Watch
from bench.speed.reading import make_analyser
from bench.speed.stock import Stock
from indexer.models import IndexEntry

T = TypeVar("T")
# Finds nothing; asked once, so that what opens with the first question is open.
NOTHING = Case(-1, Kind.WORD, "鼟鼜")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of all processors."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Opened:
    """The contestant is ready to answer."""

    meaning: Meaning
    spent: Spent


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered."""

    reply: Reply
    spent: Spent


@dataclass(frozen=True, slots=True)
class Built:
    """An index was built."""

    articles: int
    spent: Spent
    peak: Peak = field(default_factory=Peak)


@dataclass(frozen=True, slots=True)
class Changed:
    """Some articles were replaced, and the next question was answered."""

    reply: Reply
    spent: Spent


@dataclass(frozen=True, slots=True)
class Build:
    """Build an index of a stock."""

    stock: Stock


@dataclass(frozen=True, slots=True)
class Open:
    """Open the index."""


@dataclass(frozen=True, slots=True)
class Settle:
    """Stay on one processor (a negative one: any) and clear away what was left behind."""

    processor: int


@dataclass(frozen=True, slots=True)
class Change:
    """Replace some articles, then answer a question."""

    entries: tuple[IndexEntry, ...]
    case: Case


Message = Build | Open | Case | Settle | Change


class Worker:
    """The process of one contestant, seen from outside."""

    def __init__(self, entrant: Entrant, folder: Path) -> None:
        context = get_context("spawn")
        self._line, other = context.Pipe()
        self.entrant = entrant
        self._process = context.Process(target=_serve, args=(other, entrant, folder))
        self._process.start()
        other.close()

    def __enter__(self) -> "Worker":
        """The worker itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Have the process end."""
        self.close()

    def build(self, stock: Stock) -> Built:
        """Build the index, its memory watched."""
        watch = Watch(self._process.pid or 0)
        built = self._ask(Build(stock), Built)
        return Built(built.articles, built.spent, watch.stop())

    def open(self) -> Opened:
        """Open the index."""
        return self._ask(Open(), Opened)

    def ask(self, case: Case) -> Answered:
        """Ask one question."""
        return self._ask(case, Answered)

    def settle(self, processor: int = -1) -> None:
        """Keep to one processor, with nothing left to clear away."""
        self._ask(Settle(processor), Settle)

    def change(self, entries: tuple[IndexEntry, ...], case: Case) -> Changed:
        """Replace articles and ask."""
        return self._ask(Change(entries, case), Changed)

    def close(self) -> None:
        """Have the process end."""
        self._line.close()
        self._process.join()

    def _ask(self, message: Message, kind: type[T]) -> T:
        self._line.send(message)
        try:
            told = self._line.recv()
        except EOFError:
            raise SystemExit(f"{self.entrant.name} ended early; its message stands above") from None
        assert isinstance(told, kind)
        return told


def _serve(line: Connection, entrant: Entrant, folder: Path) -> None:
    """Answer messages until nobody sends any more."""
    contestant = entrant.make()
    assert contestant is not None, f"{entrant.name} is not installed"
    make_analyser().words("预热")  # the dictionary is loaded before anything is timed
    opened = False
    while (message := _next(line)) is not None:
        line.send(_answer(contestant, message, folder))
        opened = opened or isinstance(message, Open)
    if opened:
        contestant.close()


def _next(line: Connection) -> Message | None:
    try:
        message: Message = line.recv()
    except EOFError:
        return None
    return message


def _answer(
    contestant: Contestant, message: Message, folder: Path
) -> Built | Opened | Answered | Changed | Settle:
    match message:
        case Build(stock):
            articles, spent = _timed(lambda: contestant.build(stock, folder), _all_processes)
            return Built(articles, spent)
        case Open():
            return Opened(contestant.meaning, _timed(lambda: _open(contestant, folder))[1])
        case Settle(processor):
            _settle(processor)
            return message
        case Change(entries, case):
            return Changed(*_timed(lambda: _change(contestant, entries, case), _all_processes))
    return Answered(*_timed(lambda: contestant.ask(message)))


def _open(contestant: Contestant, folder: Path) -> None:
    contestant.open(folder)
    contestant.ask(NOTHING)


def _change(contestant: Contestant, entries: tuple[IndexEntry, ...], case: Case) -> Reply:
    contestant.change(entries)
    return contestant.ask(case)


def _timed(
    work: Callable[[], T], processor: Callable[[], float] = time.process_time
) -> tuple[T, Spent]:
    begun, used = time.perf_counter(), processor()
    result = work()
    return result, Spent(time.perf_counter() - begun, processor() - used)


def _all_processes() -> float:
    """The processor seconds of this process and of its children that have ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _settle(processor: int) -> None:
    gc.collect()
    if hasattr(os, "sched_setaffinity"):
        count = os.cpu_count() or 1
        os.sched_setaffinity(0, {processor} if processor >= 0 else range(count))
