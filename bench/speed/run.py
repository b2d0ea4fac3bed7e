"""One run: build every index, prove the answers, then take times, the contestants in turn."""

import os
import shutil
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from bench.speed.cases import SAMPLE, Case, Kind, draw_cases
from bench.speed.contestants.texts import write_texts
from bench.speed.corpus import Recipe
from bench.speed.entrants import Entrant
from bench.speed.equality import (
    Answers,
    against_each_other,
    against_every_article,
    phrase_totals,
)
from bench.speed.figures import First, Index, Run, Timing
from bench.speed.machine import BUSY, Machine, describe_machine
from bench.speed.reading import make_analyser, understand
from bench.speed.stock import Stock, prepare
from bench.speed.worker import Opened, Spent, Worker
from indexer.catalog import WriterLock

CHANGED = 10
PARSINGS = 9
MARK = Case(-2, Kind.WORD, "zzq9999999")  # stands in changed articles only
MOST_READ = 100_000  # articles that are read one by one to prove the answers


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: the articles, who takes part, how often, and where to put it all."""

    recipe: Recipe
    entrants: tuple[Entrant, ...]
    folder: Path
    rounds: int = 5
    share: int = 1
    cold: tuple[Kind, ...] = tuple(Kind)


def run(plan: Plan) -> Run:
    """The whole run; SystemExit if answers differ, WriterBusy if another run has the folder."""
    machine = describe_machine()
    plan.folder.mkdir(parents=True, exist_ok=True)
    with WriterLock(plan.folder / "lock"):
        return _run(plan, machine)


def _run(plan: Plan, machine: Machine) -> Run:
    say(f"preparing {plan.recipe.articles} articles")
    stock = prepare(plan.folder, plan.recipe)
    cases = draw_cases(stock.ready(SAMPLE), plan.recipe.seed, plan.share)
    texts = plan.folder / "texts.sqlite"
    write_texts(texts, stock.entries())
    indexes = tuple(_build(plan, stock))
    asked = tuple(entrant for entrant in plan.entrants if entrant.asked)
    answers, timings = _ask(plan, stock, asked, cases)
    cold = {one.name: _cold(plan, one, cases) for one in asked}
    changes = _change(plan, stock, asked)
    notices = [f"the load was {machine.load:.2f} at the start"] if machine.load > BUSY else []
    return Run(
        machine=machine,
        recipe=plan.recipe,
        asked=cases,
        indexes=indexes,
        timings=tuple(
            replace(one, cold=cold[one.name], change=changes.get(one.name)) for one in timings
        ),
        parsing=tuple(map(_parsing, cases)),
        phrases=tuple((name, tuple(row)) for name, row in phrase_totals(cases, answers).items()),
        texts_size=disk_size(texts),
        notices=tuple(notices),
    )


def say(line: str) -> None:
    """Tell how far the run is."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def disk_size(path: Path) -> int:
    """The bytes a file or folder takes on the disk, a file with several names counted once."""
    paths = [path, *path.rglob("*")] if path.is_dir() else [path]
    files = {(stat.st_dev, stat.st_ino): stat for stat in map(Path.stat, paths)}
    return sum(stat.st_blocks * 512 for stat in files.values())


def _parsing(case: Case) -> float:
    """The seconds of making the tree of a question, the median of some times."""
    times = []
    for _ in range(PARSINGS):
        begun = time.perf_counter()
        understand(case.typed, make_analyser())
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _build(plan: Plan, stock: Stock) -> list[Index]:
    """Every index once, each in a new process."""
    indexes: dict[str, Index] = {}
    for entrant in plan.entrants:
        if entrant.folder in indexes:
            continue
        folder = plan.folder / entrant.folder
        shutil.rmtree(folder, ignore_errors=True)
        say(f"{entrant.name}: building")
        with Worker(entrant, folder) as worker:
            built = worker.build(stock)
        data = folder / "index" if (folder / "index").is_dir() else folder
        indexes[entrant.folder] = Index(entrant.name, built, disk_size(data))
    return list(indexes.values())


def _ask(
    plan: Plan, stock: Stock, entrants: Sequence[Entrant], cases: Sequence[Case]
) -> tuple[list[Answers], list[Timing]]:
    """The answers to all questions, proved, and then the times of all rounds."""
    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(one, plan.folder / one.folder)) for one in entrants]
        opened = [worker.open() for worker in workers]
        answers = [
            _answers(worker, ready, cases) for worker, ready in zip(workers, opened, strict=True)
        ]
        _prove(stock, cases, answers, plan.recipe.articles)
        times: dict[str, list[tuple[Spent, ...]]] = {one.name: [] for one in entrants}
        for number in range(plan.rounds):
            say(f"round {number + 1} of {plan.rounds}")
            for name, spent in _round(workers, cases, number).items():
                times[name].append(spent)
    timings = [
        Timing(entrant.name, ready.spent, tuple(times[entrant.name]), (), None)
        for entrant, ready in zip(entrants, opened, strict=True)
    ]
    return answers, timings


def _answers(worker: Worker, ready: Opened, cases: Sequence[Case]) -> Answers:
    say(f"{worker.entrant.name}: answering")
    replies = tuple(worker.ask(case).reply for case in cases)
    return Answers(worker.entrant.name, ready.meaning, replies)


def _prove(stock: Stock, cases: Sequence[Case], answers: Sequence[Answers], articles: int) -> None:
    """Ends the run where answers differ: then there is nothing to be timed."""
    say("comparing the answers")
    faults = against_each_other(cases, answers)
    if articles <= MOST_READ:
        faults += against_every_article(stock, cases, answers)
    if faults:
        more = f"\n... {len(faults)} in all" if len(faults) > 30 else ""
        raise SystemExit("answers differ, no times are taken\n" + "\n".join(faults[:30]) + more)


def _round(
    workers: Sequence[Worker], cases: Sequence[Case], number: int
) -> dict[str, tuple[Spent, ...]]:
    """Every question once to everybody: A B C, then B C A..., every other round backwards."""
    processor = max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else -1
    for worker in workers:
        worker.settle(processor)
    spent: dict[str, list[Spent]] = {worker.entrant.name: [] for worker in workers}
    for at, case in enumerate(cases):
        first = (at + number) % len(workers)
        order = [*workers[first:], *workers[:first]]
        for worker in order[:: -1 if number % 2 else 1]:
            spent[worker.entrant.name].append(worker.ask(case).spent)
    return {name: tuple(times) for name, times in spent.items()}


def _cold(plan: Plan, entrant: Entrant, cases: Sequence[Case]) -> tuple[First, ...]:
    """The first question of each kind in a new process, the index gone from the file cache."""
    say(f"{entrant.name}: cold starts")
    found = []
    for kind in plan.cold:
        case = next(case for case in cases if case.kind is kind)
        with Worker(entrant, plan.folder / entrant.folder) as worker:
            forget(plan.folder / entrant.folder)
            forget(plan.folder / "texts.sqlite")
            opening = worker.open().spent.wall
            found.append(First(kind, opening, worker.ask(case).spent.wall))
    return tuple(found)


def forget(path: Path) -> None:
    """Ask the system to drop files from its cache; where it cannot, cold is warm."""
    paths = [path, *path.rglob("*")] if path.is_dir() else [path]
    for file in (one for one in paths if one.is_file() and hasattr(os, "posix_fadvise")):
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _change(plan: Plan, stock: Stock, entrants: Sequence[Entrant]) -> dict[str, Spent]:
    """Ten articles changed in each index, until a question finds all ten."""
    changed = tuple(
        replace(entry, body=f"{entry.body}\n{MARK.typed}。") for entry in stock.entries(CHANGED)
    )
    spent: dict[str, Spent] = {}
    for entrant in {one.folder: one for one in reversed(entrants)}.values():
        say(f"{entrant.name}: changing {CHANGED} articles")
        with Worker(entrant, plan.folder / entrant.folder) as worker:
            worker.open()
            told = worker.change(changed, MARK)
        if told.reply.total != CHANGED:
            raise SystemExit(f"{entrant.name} finds {told.reply.total} of {CHANGED} changes")
        spent[entrant.name] = told.spent
    return spent
