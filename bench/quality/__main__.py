"""All figures of the search, printed.

python -m bench.quality                             # on the project's own bulletins
python -m bench.quality --collection FOLDER         # and the ranking of a collection
python -m bench.quality --collection FOLDER --every 10
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.quality import proofs, ranking
from bench.quality.archive import own_archive


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a figure; returns 1 if something that must be exact is not."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality")
    parser.add_argument("--collection", type=Path, help="docs.jsonl, queries.tsv, qrels.tsv")
    parser.add_argument("--every", type=int, default=1, help="ask every so many questions")
    parser.add_argument("--short", action="store_true", help="a tenth of the random questions")
    asked = parser.parse_args(arguments)
    if asked.collection:
        _rank(asked.collection, asked.every)
    return 0 if _prove(10 if asked.short else 1) else 1


def _rank(folder: Path, every: int) -> None:
    collection = ranking.load(folder)
    for label, texts in (
        ("as it is", collection),
        ("traditional texts", ranking.traditional(collection)),
    ):
        found = ranking.measure(texts, every)
        _write(
            f"{folder.name}, {label}: MRR@10 {found.mrr:.4f}  P@1 {found.first:.4f}"
            f"  {found.questions} questions, {found.milliseconds:.1f} ms each"
        )


def _prove(share: int) -> bool:
    with own_archive() as library:
        rows = (
            ("quoted pieces, total exact", proofs.substrings(library, 300 // share, True)),
            ("unquoted pieces, source found", proofs.substrings(library, 300 // share, False)),
            ("facet counts, recounted", proofs.facets(library, 500 // share)),
            ("random questions answered", proofs.random_questions(library, 20_000 // share)),
        )
        for label, proof in rows:
            _write(f"{label}: {proof.right} of {proof.asked}")
            for failure in proof.failures:
                _write(f"    {failure}")
    return all(proof.right == proof.asked for _, proof in rows)


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
