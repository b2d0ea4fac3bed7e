"""What is typed -> the question every contestant gets; the same work for all of them."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from indexer.analysis import Analyser
from indexer.config import load_config
from indexer.models import And, Filters, Node, Not, Or, Phrase, Prefix, Question, Text, Word
from indexer.query import parse_question

ROOT = Path(__file__).parents[2]
TODAY = (2025, 1, 1)
HITS = 10
MOST_VALUES = 50  # of organisations and people; of months and sections all are told


@cache
def make_analyser() -> Analyser:
    """The analyser under the project's own settings, one a process."""
    return Analyser(load_config(ROOT / "config.toml").knowledge)


def understand(typed: str, analyser: Analyser) -> Node:
    """The tree of a typed question, its texts cut into words that must all be there."""
    return _lowered(parse_question(typed, date(*TODAY)).root, analyser)


def make_question(root: Node, filters: Filters, duplicates: bool) -> Question:
    """The question an engine gets for the first ten hits."""
    return Question(
        root,
        filters,
        limit=HITS,
        duplicates=duplicates,
        facet_values=MOST_VALUES,
        facets=("organization", "month", "section"),
    )


def words_alone(node: Node) -> Node:
    """The tree with words found only where they were cut."""
    match node:
        case And(children) | Or(children):
            return type(node)(tuple(map(words_alone, children)))
        case Not(child):
            return Not(words_alone(child))
        case Word() | Prefix():
            return replace(node, literal=False)
    return node


def needles(node: Node) -> tuple[str, ...]:
    """The wanted texts of a tree, each once: what snippets mark."""
    return tuple(dict.fromkeys(_needles(node)))


def words_in_a_row(phrase: str, analyser: Analyser) -> tuple[str, ...]:
    """The words of a phrase and the pieces between them, those of its last word left out."""
    stream, last = analyser.words(phrase), analyser.cut(phrase)[-1].text
    return stream[: len(stream) - len(analyser.words(last)) + 1]


def _needles(node: Node) -> list[str]:
    match node:
        case And(children) | Or(children):
            return [text for child in children for text in _needles(child)]
        case Word(text) | Phrase(text) | Prefix(text):
            return [text]
    return []


def _lowered(node: Node, analyser: Analyser) -> Node:
    match node:
        case Text(text):
            words = tuple(map(Word, analyser.required(text)))
            return words[0] if len(words) == 1 else And(words)
        case And(children) | Or(children):
            return _flat(type(node), tuple(_lowered(child, analyser) for child in children))
        case Not(child):
            return Not(_lowered(child, analyser))
        case Phrase(text) | Prefix(text):
            return replace(node, text=analyser.normal(text))
    return node


def _flat(kind: type[And] | type[Or], children: tuple[Node, ...]) -> Node:
    """A joint whose children of the same kind are its own children."""
    flat: list[Node] = []
    for child in children:
        flat += child.children if isinstance(child, kind) else [child]
    return kind(tuple(flat))
