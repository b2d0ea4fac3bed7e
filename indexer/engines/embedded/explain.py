"""Why an article is, or is not, among the hits."""

from collections.abc import Iterator

import numpy as np

from indexer.engines.embedded.executor import Executor
from indexer.engines.embedded.schema import TEXT_FIELDS
from indexer.engines.embedded.snapshot import Postings, Snapshot
from indexer.models import And, Evidence, Explanation, Node, Not, Or, Phrase, Word


def explain(snapshot: Snapshot, executor: Executor, root: Node, article_id: str) -> Explanation:
    """Each word and phrase of a tree in one article, with its places and score in each field."""
    if article_id not in snapshot.ids:
        return Explanation(known=False, matched=False)
    document = snapshot.ids.index(article_id)
    evidence = tuple(item for leaf in leaves(root) for item in _leaf(executor, leaf, document))
    return Explanation(True, bool(executor.run(root).found[document]), evidence)


def leaves(node: Node) -> Iterator[Word | Phrase]:
    """The words and phrases of a tree, from left to right."""
    match node:
        case Word() | Phrase():
            yield node
        case And(children) | Or(children):
            for child in children:
                yield from leaves(child)
        case Not(child):
            yield from leaves(child)


def _leaf(executor: Executor, leaf: Word | Phrase, document: int) -> Iterator[Evidence]:
    for field in TEXT_FIELDS:
        words = Postings(np.zeros(0, dtype=np.int64), np.zeros(0))
        if isinstance(leaf, Word):
            words = executor.word_counts(field.words, leaf.text)
        characters = executor.phrase_counts(field.characters, leaf.text)
        cut, row = _at(words, document), _at(characters, document)
        best, name = (words, field.words) if cut else (characters, field.characters)
        scores = field.weight * executor.score(name, best)
        score = float(scores[best.documents == document].sum())
        yield Evidence(leaf.text, field.name, cut, row, score)


def _at(postings: Postings, document: int) -> int:
    return int(postings.frequencies[postings.documents == document].sum())
