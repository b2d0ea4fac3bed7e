"""How high does the one right paragraph stand? MRR@10 and P@1 over a collection with judgements.

A collection is a folder with docs.jsonl (id, title, text), queries.tsv and qrels.tsv (TREC).
"""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from opencc import OpenCC

from bench.quality.archive import Paper, archive_of
from indexer.library import Library
from indexer.models import Match, Query

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts, questions by id, and for each question the ids of the texts that answer it."""

    papers: tuple[Paper, ...]
    questions: tuple[tuple[str, str], ...]
    right: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Mean reciprocal rank in the first ten, share of first places, and milliseconds each."""

    mrr: float
    first: float
    milliseconds: float
    questions: int


def load(folder: Path) -> Collection:
    """The collection of a folder."""
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    questions = [line.split("\t", 1) for line in _lines(folder / "queries.tsv")]
    right: dict[str, frozenset[str]] = {}
    for line in _lines(folder / "qrels.tsv"):
        question, _, paper, grade = line.split()
        if int(grade) > 0:
            right[question] = right.get(question, frozenset()) | {paper}
    return Collection(
        tuple(Paper(row["id"], row["title"], row["text"]) for row in rows),
        tuple((key, text) for key, text in questions),
        right,
    )


def traditional(collection: Collection) -> Collection:
    """The same with its texts in traditional characters, the questions as they were."""
    convert = OpenCC("s2t").convert
    papers = (Paper(p.id, convert(p.title), convert(p.text)) for p in collection.papers)
    return Collection(tuple(papers), collection.questions, collection.right)


def measure(collection: Collection, every: int = 1) -> Ranking:
    """The figures over every so many questions, each asked as it is typed, any word sufficing."""
    asked = collection.questions[::every]
    with archive_of(collection.papers) as library:
        started = time.perf_counter()
        ranks = [_reciprocal(library, text, collection.right[key]) for key, text in asked]
        spent = time.perf_counter() - started
    return Ranking(
        sum(ranks) / len(ranks),
        sum(rank == 1 for rank in ranks) / len(ranks),
        1000 * spent / len(ranks),
        len(ranks),
    )


def _reciprocal(library: Library, text: str, right: frozenset[str]) -> float:
    hits = library.search(Query(text, match=Match.ANY, page_size=DEPTH)).hits
    ids = [hit.article_id for hit in hits]
    return next((1 / rank for rank, one in enumerate(ids, 1) if one in right), 0.0)


def _lines(path: Path) -> Sequence[str]:
    return path.read_text(encoding="utf-8").splitlines()
