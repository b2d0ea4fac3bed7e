"""Whoosh's exhaustive search over our files is the judge of our search, BM25 by hand of both."""

from collections.abc import Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random

import numpy as np
import pytest
from whoosh import query
from whoosh.matching import ListMatcher, Matcher
from whoosh.scoring import BM25F
from whoosh.searching import SearchContext, Searcher

from indexer.engines.embedded.cache import Kept
from indexer.engines.embedded.codec import open_index
from indexer.engines.embedded.executor import Executor
from indexer.engines.embedded.schema import LEAD_TERMS, LEAD_WEIGHT, RULES, rules_of
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.standing import Asked
from indexer.models import And, Field, IndexEntry, Node, Not, Or, Question, Word
from tests.unit.engines.embedded.plain import (
    HAN,
    LATIN,
    PlainAnalyser,
    Step,
    built,
    entries,
    opened,
    steps,
    tree,
)

CLOSE = 1e-9
FIELDS = (None, Field.TITLE, Field.BODY)


class OurBM25F(BM25F):
    """The worth of a word counts the articles of the text that has most of them."""

    def __init__(self, field: Field | None) -> None:
        super().__init__(K1=1.2, title_words_B=0.3, body_words_B=0.75, lead_words_B=0.0)
        self._fields = [f"{rule.name}_words" for rule in rules_of(field)]

    def idf(self, searcher: Searcher, fieldname: str, text: str | bytes) -> float:
        parent = searcher.get_parent()
        held = max(parent.doc_frequency(name, text) for name in self._fields)
        return log(parent.doc_count_all() / (held + 1)) + 1


class Union(query.Or):
    """Adds document by document also where Whoosh would take a shortcut that drops scores of 0."""

    matcher_type = query.Or.DEFAULT_MATCHER


class Without(query.Query):
    """What a query does not match, with score 0; Whoosh's own Not gives 1."""

    def __init__(self, child: query.Query) -> None:
        self._child = child

    def estimate_size(self, ixreader: object) -> int:
        return 1

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Matcher:
        found = set(self._child.matcher(searcher, searcher.boolean_context()).all_ids())
        rest = [at for at in searcher.reader().all_doc_ids() if at not in found]
        return ListMatcher(rest, weights=[0.0] * len(rest))


def asked(node: Node) -> query.Query:
    """A tree of words as Whoosh is asked it."""
    match node:
        case Word(text, field):
            terms = [
                query.Term(f"{rule.name}_words", text, boost=rule.weight)
                for rule in rules_of(field)
            ]
            lead = [query.Term("lead_words", text, boost=LEAD_WEIGHT)]
            return Union([*terms, *(lead if field is not Field.TITLE else [])])
        case And(children):
            return query.And([asked(child) for child in children])
        case Or(children):
            return Union([asked(child) for child in children])
        case Not(child):
            return Without(asked(child))
    raise TypeError(node)


def exhaustive(searcher: Searcher, node: Node) -> dict[int, float]:
    """The score of every document that Whoosh finds."""
    results = searcher.search(asked(node), limit=None)
    assert len(results) == results.scored_length()
    return {results.docnum(at): results.score(at) for at in range(len(results))}


def ours(executor: Executor, node: Node) -> dict[int, float]:
    """The score of every document that we find, numbered over all segments as Whoosh does."""
    match = executor.run(node)
    asked = Asked(match.found)
    return dict(zip(asked.documents.tolist(), match.scores(asked).tolist(), strict=True))


def agree(one: dict[int, float], other: dict[int, float]) -> bool:
    return one.keys() == other.keys() and all(abs(one[at] - other[at]) < CLOSE for at in one)


def numbers(snapshot: Snapshot) -> dict[str, int]:
    """The document of each article, numbered over all segments."""
    ids = [one.decode() for part in snapshot.parts for one in part.segment.ids]
    alive = np.concatenate([part.alive for part in snapshot.parts])
    return {ids[at]: at for at in np.flatnonzero(alive).tolist()}


def fall(scores: Sequence[float]) -> bool:
    """Whether no score is above the one before by more than a rounding."""
    return all(later <= earlier + CLOSE for earlier, later in pairwise(scores))


@pytest.mark.parametrize("words", [pytest.param(LATIN, id="Latin"), pytest.param(HAN, id="Han")])
@pytest.mark.parametrize("seed", range(12))
def test_search_finds_what_whoosh_finds_with_the_same_scores(
    seed: int, words: tuple[str, ...], tmp_path: Path
) -> None:
    random = Random(seed)
    # Four small segments are searched beside each other, more are merged.
    engine = built(tmp_path / "index", PlainAnalyser(), steps(random, words, seed % 6))
    snapshot = opened(tmp_path / "index")
    executor, documents = Executor(snapshot, PlainAnalyser(), Kept(0)), numbers(snapshot)
    for field in FIELDS:
        with open_index(snapshot).searcher(weighting=OurBM25F(field)) as searcher:
            for _ in range(5):
                root = tree(random, words, field)
                expected = exhaustive(searcher, root)
                assert agree(ours(executor, root), expected), root
                answer = engine.search(Question(root, limit=1000))
                order = [documents[hit.article_id] for hit in answer.hits]
                assert answer.total == len(expected) == len(order), root
                assert fall([expected[at] for at in order]), root


@pytest.mark.parametrize("seed", range(3))
def test_scores_are_those_of_bm25_by_hand(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    articles = entries(random, LATIN, 0, 60)
    built(tmp_path / "i", PlainAnalyser(), [Step(tuple(articles))])
    executor = Executor(opened(tmp_path / "i"), PlainAnalyser(), Kept(0))
    for word in LATIN:
        assert agree(ours(executor, Word(word)), by_hand(articles, word)), word


def by_hand(articles: Sequence[IndexEntry], word: str) -> dict[int, float]:
    """BM25F as written in the paper, from the texts themselves."""
    texts = {"title": [one.title.split() for one in articles]}
    texts["body"] = [one.body.split() for one in articles]
    held = max(sum(word in one for one in some) for some in texts.values())
    idf = log(len(articles) / (held + 1)) + 1
    scores: dict[int, float] = {}
    for rule in RULES:
        average = sum(map(len, texts[rule.name])) / len(articles)
        for at, one in enumerate(texts[rule.name]):
            often = one.count(word)
            if often:
                norm = 1.2 * (1 - rule.b + rule.b * len(one) / average)
                lead = LEAD_WEIGHT * (rule.name == "body" and word in one[:LEAD_TERMS])
                gained = rule.weight * often * 2.2 / (often + norm) + lead
                scores[at] = scores.get(at, 0.0) + idf * gained
    return scores
