"""Why an article is, or is not, among the hits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from indexer.engines.embedded.executor import Executor
from indexer.engines.embedded.rows import places, row_of
from indexer.engines.embedded.schema import TextRule, rules_of
from indexer.engines.embedded.scoring import idf
from indexer.models import (
    And,
    Evidence,
    Explanation,
    Favoured,
    Leaf,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Tagged,
    Word,
)


@dataclass(frozen=True, slots=True)
class _Article:
    """Where an article lies."""

    part: int
    document: int


def explain(executor: Executor, root: Node, article_id: str) -> Explanation:
    """Each leaf of a tree in one article, with its places and score in each field."""
    place = executor.snapshot.find(article_id)
    if place is None:
        return Explanation(known=False, matched=False)
    article = _Article(*place)
    evidence = tuple(item for leaf in leaves(root) for item in _leaf(executor, leaf, article))
    found = bool(executor.run(root)[article.part].found[article.document])
    return Explanation(True, found, evidence)


def leaves(node: Node) -> Iterator[Leaf]:
    """The leaves of a tree, from left to right; rows that are merely favoured come last."""
    match node:
        case And(children) | Or(children):
            for child in children:
                yield from leaves(child)
        case Not(child):
            yield from leaves(child)
        case Favoured(child, extras):
            yield from leaves(child)
            yield from extras
        case Word() | Phrase() | Prefix() | Name() | Near() | Tagged():
            yield node


def _leaf(executor: Executor, leaf: Leaf, article: _Article) -> Iterator[Evidence]:
    match leaf:
        case Word(_, field) | Phrase(_, field) | Prefix(_, field):
            for rule in rules_of(field):
                yield _text(executor, leaf, rule, article)
        case Name():
            yield from _name(executor, leaf, article)
        case Near(left, right):
            for row in (left, right):
                yield from _leaf(executor, row, article)
        case Tagged(facet, values):
            held = bool(executor.run(leaf)[article.part].found[article.document])
            yield Evidence("、".join(values), facet, 0, int(held), 0.0)


def _name(executor: Executor, name: Name, article: _Article) -> Iterator[Evidence]:
    """The name itself, the other names that stand there, and whether the article is about it."""
    yield from _leaf(executor, Word(name.text, name.field), article)
    for alias in name.aliases:
        for item in _leaf(executor, Phrase(alias, name.field), article):
            if item.characters:
                yield replace(item, text=name.text, alias=alias)
    yield from _leaf(executor, Tagged("organization", (name.organization,)), article)


def _text(
    executor: Executor, leaf: Word | Phrase | Prefix, rule: TextRule, article: _Article
) -> Evidence:
    """What one word or row of characters gives in one text of one article."""
    part = executor.snapshot.parts[article.part]
    field = part.segment.texts[rule.name]
    open_end = isinstance(leaf, Prefix)
    row = len(places(field.text(article.document), row_of(leaf.text), open_end))
    terms = executor.rows.expanded(leaf.text)[article.part] if open_end else []
    if isinstance(leaf, Word):
        terms = [part.segment.terms.find(leaf.text.encode())]
    cut = sum(_count(field.word(term)[:2], article.document) for term in terms if term >= 0)
    find = executor.word if cut and not open_end else executor.row
    texts = [find(one, leaf.text) for one in rules_of(leaf.field)]
    here = find(rule, leaf.text)[article.part]
    held = max(sum(len(documents) for documents, _ in text) for text in texts)
    gain = float(np.asarray(here[1])[here[0] == article.document].sum())
    return Evidence(leaf.text, rule.name, cut, row, gain * idf(executor.snapshot.size, held))


def _count(held: tuple[np.ndarray, np.ndarray], document: int) -> int:
    return int(held[1][held[0] == document].sum())
