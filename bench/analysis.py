"""How long does the analysis of one article take, and of the first question of a process?

    python -m bench.analysis               # the table, on the association's own bulletin

Processor time, the best of some rounds; articles are of 580 characters.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import process_time

from indexer.analysis import Analyser, find_matches, make_sketch
from indexer.config import load_config

ROOT = Path(__file__).parents[1]
LENGTH = 580
NEEDLES = ("科协", "北京", "学会")
ROUNDS, REPEATS = 7, 20
# Seconds of a fresh process, spoken by itself; nothing but the imports is done beforehand.
FIRST = """
from time import process_time
from pathlib import Path
start = process_time()
from indexer.analysis import Analyser
imported = process_time()
from indexer.config import load_config
knowledge = load_config(Path("config.toml")).knowledge
configured = process_time()
analyser = Analyser(knowledge)
analyser.required("北京市科协 科普活动")
asked = process_time()
analyser.fingerprint
print(imported - start, asked - configured, process_time() - asked)
"""


def articles() -> list[str]:
    """The own bulletin in stretches of an article's length."""
    text = (ROOT / "corpus" / "beijing-kexie-2023-12.txt").read_text(encoding="utf-8")
    joined = text.replace("\n\n", "")
    return [joined[at : at + LENGTH] for at in range(0, len(joined) - LENGTH + 1, LENGTH)]


def microseconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """What one text costs."""
    return min(_seconds(work, texts) for _ in range(ROUNDS)) * 1e6


def first_question() -> list[float]:
    """Milliseconds of a fresh process: imports, first question, fingerprint; medians of five."""
    runs = [_spoken() for _ in range(5)]
    return [sorted(column)[2] * 1e3 for column in zip(*runs, strict=True)]


def rows() -> Iterable[tuple[str, float]]:
    """Each measure with its microseconds."""
    analyser = Analyser(load_config(ROOT / "config.toml").knowledge)
    printed = articles()
    normal = [analyser.normal(text) for text in printed]
    yield "normal(text)", microseconds(analyser.normal, printed)
    yield "terms(normal text)", microseconds(analyser.terms, normal)
    yield "words(text)", microseconds(analyser.words, printed)
    yield "characters(text)", microseconds(analyser.characters, printed)
    yield "find_matches, 3 needles", microseconds(lambda text: find_matches(text, NEEDLES), printed)
    yield "make_sketch(normal text)", microseconds(make_sketch, normal)


def _seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    start = process_time()
    for _ in range(REPEATS):
        for text in texts:
            work(text)
    return (process_time() - start) / REPEATS / len(texts)


def _spoken() -> list[float]:
    command = [sys.executable, "-c", FIRST]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return [float(value) for value in done.stdout.split()]


def main() -> None:
    """Print the table."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    for name, cost in rows():
        sys.stdout.write(f"{name:28} {cost:8.1f} us\n")
    names = ("import of the analysis", "first question", "fingerprint")
    for name, cost in zip(names, first_question(), strict=True):
        sys.stdout.write(f"{name:28} {cost:8.1f} ms\n")


if __name__ == "__main__":
    main()
