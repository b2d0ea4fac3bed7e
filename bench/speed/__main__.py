"""Everything that is told of the speed, measured and written down.

python -m bench.speed                       # 10,000 articles, about two minutes
python -m bench.speed --articles 100000     # the full run
python -m bench.speed --only "ours; tantivy" --rounds 9
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench.speed.cases import Kind
from bench.speed.chart import draw_chart
from bench.speed.corpus import Recipe
from bench.speed.entrants import ENTRANTS, Entrant
from bench.speed.reading import ROOT
from bench.speed.run import Plan, run, say
from bench.speed.table import make_report

FULL = 100_000  # from here on every kind of question has its cold start
SHORT = (Kind.WORD, Kind.AND, Kind.PHRASE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write report, raw figures and chart, print the report; returns 0."""
    asked = _parser().parse_args(arguments)
    cold = tuple(Kind) if asked.articles >= FULL else SHORT
    plan = Plan(
        recipe=Recipe(asked.articles, asked.seed, asked.repeats),
        entrants=_entrants(asked.only),
        folder=asked.work / str(asked.articles),
        rounds=asked.rounds,
        share=asked.share,
        cold=cold,
    )
    measured = run(plan)
    asked.results.mkdir(parents=True, exist_ok=True)
    name = asked.results / f"speed-{asked.articles}"
    report = make_report(measured)
    name.with_suffix(".md").write_text(report, encoding="utf-8")
    name.with_suffix(".svg").write_text(draw_chart(measured), encoding="utf-8")
    raw = json.dumps(asdict(measured), ensure_ascii=False, indent=1)
    name.with_suffix(".json").write_text(raw, encoding="utf-8")
    sys.stdout.write(report)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.speed")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeats", type=float, default=0.0, help="share of repeated articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--share", type=int, default=1, help="ask only every so many questions")
    parser.add_argument("--only", default="", help="names of contestants with ; between")
    parser.add_argument("--work", type=Path, default=ROOT / "var" / "bench")
    parser.add_argument("--results", type=Path, default=ROOT / "bench" / "results")
    return parser


def _entrants(only: str) -> tuple[Entrant, ...]:
    """Those asked for that can take part; of the others it is said that they do not."""
    names = [name.strip() for name in only.split(";")] if only else [one.name for one in ENTRANTS]
    unknown = set(names) - {one.name for one in ENTRANTS}
    if unknown:
        raise SystemExit(f"no contestant is called {', '.join(sorted(unknown))}")
    ready = []
    for one in ENTRANTS:
        if one.name in names and one.make() is not None:
            ready.append(one)
        elif one.name in names:
            say(f"{one.name} takes no part: {one.absence}")
    return tuple(ready)


if __name__ == "__main__":
    sys.exit(main())
