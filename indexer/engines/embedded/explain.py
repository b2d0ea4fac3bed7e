"""Why an article is, or is not, among the hits."""

from collections.abc import Iterator
from dataclasses import replace

from indexer.engines.embedded.executor import Executor, fields_of
from indexer.engines.embedded.postings import Postings, nowhere
from indexer.engines.embedded.schema import TextField
from indexer.engines.embedded.snapshot import Snapshot
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


def explain(snapshot: Snapshot, executor: Executor, root: Node, article_id: str) -> Explanation:
    """Each leaf of a tree in one article, with its places and score in each field."""
    if article_id not in snapshot.ids:
        return Explanation(known=False, matched=False)
    document = snapshot.ids.index(article_id)
    evidence = tuple(item for leaf in leaves(root) for item in _leaf(executor, leaf, document))
    return Explanation(True, bool(executor.run(root).found[document]), evidence)


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
            for one in fields_of(field):
                yield _text(executor, leaf, one, document)
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
    executor: Executor, leaf: Word | Phrase | Prefix, field: TextField, document: int
) -> Evidence:
    """What one word or row of characters gives in one field of one article."""
    words, characters = _postings(executor, leaf, field)
    cut, row = words.at(document), characters.at(document)
    pairs = [_postings(executor, leaf, one) for one in fields_of(leaf.field)]
    held = max(len(pair[0 if cut else 1].documents) for pair in pairs)
    best, name = (words, field.words) if cut else (characters, field.characters)
    scores = executor.scorer.score(field, name, best, held)
    gain = float(scores[best.documents == document].sum())
    return Evidence(leaf.text, str(field.name), cut, row, gain)


def _postings(
    executor: Executor, leaf: Word | Phrase | Prefix, field: TextField
) -> tuple[Postings, Postings]:
    """Where a leaf was cut as a word, and where its characters stand, in one field."""
    texts = executor.texts
    match leaf:
        case Prefix(text):
            rows = texts.row_beginning(field.characters, text)
            return texts.beginning(field.words, text), rows
        case Word(text):
            return texts.words(field.words, text), texts.row(field.characters, text)
    return nowhere(), texts.row(field.characters, leaf.text)
