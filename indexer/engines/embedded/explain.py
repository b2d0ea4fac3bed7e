"""Why an article is, or is not, among the hits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from indexer.engines.embedded.executor import Executor
from indexer.engines.embedded.matches import TextMatch
from indexer.engines.embedded.rows import places, row_of
from indexer.engines.embedded.schema import TextRule, rules_of
from indexer.engines.embedded.standing import Asked, Occurrences
from indexer.models import (
    And,
    Evidence,
    Explanation,
    Favoured,
    Field,
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


def explain(executor: Executor, root: Node, article_id: str) -> Explanation:
    """Each leaf of a tree in one article, with its places and score in each field."""
    document = executor.snapshot.find(article_id)
    if document is None:
        return Explanation(known=False, matched=False)
    evidence = tuple(item for leaf in leaves(root) for item in _leaf(executor, leaf, document))
    found = bool(executor.run(root).found[document])
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


def _leaf(executor: Executor, leaf: Leaf, document: int) -> Iterator[Evidence]:
    match leaf:
        case Word(_, field) | Phrase(_, field) | Prefix(_, field):
            for rule in rules_of(field):
                yield _text(executor, leaf, rule, document)
        case Name():
            yield from _name(executor, leaf, document)
        case Near(left, right):
            for row in (left, right):
                yield from _leaf(executor, row, document)
        case Tagged(facet, values):
            held = bool(executor.run(leaf).found[document])
            yield Evidence("、".join(values), facet, 0, int(held), 0.0)


def _name(executor: Executor, name: Name, document: int) -> Iterator[Evidence]:
    """The name itself, the other names that stand there, and whether the article is about it."""
    yield from _leaf(executor, Word(name.text, name.field), document)
    for alias in name.aliases:
        for item in _leaf(executor, Phrase(alias, name.field), document):
            if item.characters:
                yield replace(item, text=name.text, alias=alias)
    yield from _leaf(executor, Tagged("organization", (name.organization,)), document)


def _text(
    executor: Executor, leaf: Word | Phrase | Prefix, rule: TextRule, document: int
) -> Evidence:
    """What one word or row of characters gives in one text of one article."""
    part, number = executor.snapshot.place(document)
    field, open_end = part.segment.texts[rule.name], isinstance(leaf, Prefix)
    row = len(places(field.text(number), row_of(leaf.text), open_end))
    terms: Sequence[int] = ()
    if isinstance(leaf, Prefix):
        terms = executor.rows.expanded(leaf.text)[executor.snapshot.parts.index(part)]
    elif isinstance(leaf, Word):
        terms = [part.segment.terms.find(leaf.text.encode())]
    cut = _count(field.occurrences(terms), number)
    match = executor.row(leaf.text, leaf.field, open_end)
    if cut:
        find = executor.beginning if open_end else executor.cut
        match = find(leaf.text, leaf.field)
    return Evidence(leaf.text, rule.name, cut, row, _gain(match, rule, leaf.field, document))


def _gain(match: TextMatch, rule: TextRule, field: Field | None, document: int) -> float:
    """What one of the texts of a match gives to the score of an article."""
    mask = np.zeros(len(match.found), dtype=bool)
    mask[document] = True
    sums = np.zeros(1)
    match.texts[rules_of(field).index(rule)].add(Asked(mask), match.worth, sums)
    return float(sums[0])


def _count(held: Occurrences, document: int) -> int:
    """How often a document has it."""
    more = held.several.counts[held.several.documents == document]
    return int(more[0]) if len(more) else int(held.documents.mask[document])
