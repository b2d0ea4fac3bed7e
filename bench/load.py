"""How many questions a second does the web server answer, and how long does each wait?

    python -m bench.load config.toml [--connections 16] [--seconds 20] [--path /search.json]
    python -m bench.load config.toml --questions FILE    # one a line, instead of the built-in ones

The server is a process of its own, started as ``bulletin serve`` starts it; the questions come over
so many connections that are kept open, each asking its next question when the last was answered.
"""

import argparse
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import combinations, cycle, islice
from pathlib import Path
from urllib.parse import quote, urlsplit

WORDS = (
    *("科普", "学会", "人才", "竞赛", "宣传", "政策", "教师", "学习", "专家", "软件", "经费"),
    *("设计", "医院", "推荐", "市级", "农业", "青少年", "展览", "调研", "培训"),
)
PATIENCE = 30.0  # seconds for one answer
WARMING = 20  # questions that are not timed
_ADDRESS = re.compile(r"http://\S+")


def questions() -> tuple[str, ...]:
    """The built-in questions: each word, and each two words."""
    return (*WORDS, *map(" ".join, combinations(WORDS, 2)))


@dataclass(slots=True)
class Tally:
    """The milliseconds each answer took, the bytes of all, and what went wrong."""

    took: list[float] = field(default_factory=list)
    size: int = 0
    errors: list[str] = field(default_factory=list)


@contextmanager
def served(config: Path) -> Iterator[str]:
    """The address of a server over an archive, as long as the context lasts."""
    start = "from indexer.cli import main; main()"
    command = [sys.executable, "-u", "-c", start, "serve", "--config", str(config), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            told = (_ADDRESS.search(line) for line in server.stdout or ())
            address = next((found.group() for found in told if found), "")
            if not address:
                raise SystemExit("the server did not start")
            yield address
        finally:
            server.terminate()


def ask(address: str, paths: Iterator[str], until: float, tally: Tally) -> None:
    """Ask over one connection until a moment of the clock, or as long as there are questions."""
    place = urlsplit(address)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)
    for path in paths:
        start = time.perf_counter()
        if start >= until:
            break
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, HTTPException) as error:
            tally.errors.append(repr(error))
            connection.close()
            continue
        if answer.status != 200:
            tally.errors.append(f"{answer.status} {body[:80]!r}")
        tally.took.append((time.perf_counter() - start) * 1000)
        tally.size += len(body)
    connection.close()


def press(address: str, paths: Sequence[str], connections: int, seconds: float) -> Tally:
    """Ask over several connections at once, each beginning at another question."""
    tallies = [Tally() for _ in range(connections)]
    until = time.perf_counter() + seconds
    askers = []
    for at, tally in enumerate(tallies):
        own = islice(cycle(paths), at * len(paths) // connections, None)
        askers.append(threading.Thread(target=ask, args=(address, own, until, tally)))
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    return Tally(
        sorted(took for tally in tallies for took in tally.took),
        sum(tally.size for tally in tallies),
        [error for tally in tallies for error in tally.errors],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print requests a second, the times and the errors; 1 where there were errors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("config", type=Path, help="the config.toml of an archive with an index")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--path", default="/search.json")
    parser.add_argument("--questions", type=Path, help="a file with one question a line")
    asked = parser.parse_args(arguments)
    typed = asked.questions.read_text("utf-8").splitlines() if asked.questions else questions()
    paths = [f"{asked.path}?q={quote(text)}" for text in typed]
    with served(asked.config) as address:
        ask(address, islice(cycle(paths), WARMING), float("inf"), Tally())
        tally = press(address, paths, asked.connections, asked.seconds)
    _print(tally, asked.seconds)
    return 1 if tally.errors else 0


def _print(tally: Tally, seconds: float) -> None:
    write = sys.stdout.write
    write(f"requests/s {len(tally.took) / seconds:8.1f}\n")
    if len(tally.took) > 1:
        hundredths = statistics.quantiles(tally.took, n=100)
        for percent in (50, 95, 99):
            write(f"p{percent} ms     {hundredths[percent - 1]:8.1f}\n")
        write(f"longest ms {tally.took[-1]:8.1f}\n")
        write(f"KB each    {tally.size / len(tally.took) / 1024:8.1f}\n")
    write(f"errors     {len(tally.errors):8}\n")
    for error in dict.fromkeys(tally.errors[:5]):
        write(f"  {error}\n")


if __name__ == "__main__":
    sys.exit(main())
