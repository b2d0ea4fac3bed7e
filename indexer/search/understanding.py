"""What was typed -> the tree an engine is asked, its leaves cut and in normal form."""

from collections.abc import Iterator

from indexer.analysis import Analyser
from indexer.errors import QuestionRejected
from indexer.models import (
    And,
    Match,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Text,
    Understanding,
    Word,
)
from indexer.query import parse_question


def understand(analyser: Analyser, query: Query) -> tuple[Node, tuple[str, ...]]:
    """The tree for the engine, its leaves cut and in normal form, and the notices."""
    if query.match is Match.PHRASE and query.text.strip():
        reading = parse_question("“" + query.text.strip('“”"「」 ') + "”")
    else:
        reading = parse_question(query.text)
    root = _lower(reading.root, analyser, Or if query.match is Match.ANY else And)
    if root is None:
        raise QuestionRejected("检索词过于宽泛；请输入要找的词，例如 科普日")
    return root, reading.notices


def needles(root: Node) -> tuple[str, ...]:
    """The words and phrases that are looked for, each once, in normal form."""
    return tuple(dict.fromkeys(leaf.text for leaf, wanted in leaves(root) if wanted))


def describe(root: Node, notices: tuple[str, ...]) -> Understanding:
    """How a tree reads to the person who typed it."""
    found = list(leaves(root))
    return Understanding(
        words=tuple(leaf.text for leaf, wanted in found if wanted and isinstance(leaf, Word)),
        phrases=tuple(leaf.text for leaf, wanted in found if wanted and isinstance(leaf, Phrase)),
        excluded=tuple(leaf.text for leaf, wanted in found if not wanted),
        notices=notices,
    )


def leaves(node: Node, wanted: bool = True) -> Iterator[tuple[Word | Phrase, bool]]:
    """The words and phrases of a tree, and whether each is wanted or excluded."""
    match node:
        case Word() | Phrase():
            yield node, wanted
        case Not(child):
            yield from leaves(child, not wanted)
        case And(children) | Or(children):
            for child in children:
                yield from leaves(child, wanted)


def _lower(node: Node, analyser: Analyser, joint: type[And] | type[Or]) -> Node | None:
    """The tree with Text leaves cut into words; None where nothing is left to search."""
    match node:
        case Text(text):
            return _cut(text, analyser, joint)
        case Phrase(text):
            normal = analyser.normal(text).strip()
            return Phrase(normal) if normal else None
        case Not(child):
            lowered = _lower(child, analyser, And)
            return None if lowered is None else Not(lowered)
        case And(children) | Or(children):
            kind = Or if isinstance(node, Or) or joint is Or else And
            parts = [_lower(child, analyser, joint) for child in children]
            found = tuple(part for part in parts if part is not None)
            return _combine(found, kind)
    return node


def _cut(text: str, analyser: Analyser, joint: type[And] | type[Or]) -> Node | None:
    words = analyser.required(text)
    if not words:  # only punctuation: it is searched as it stands
        normal = analyser.normal(text)
        return Phrase(normal) if normal else None
    return joint(tuple(map(Word, words))) if len(words) > 1 else Word(words[0])


def _combine(parts: tuple[Node, ...], kind: type[And] | type[Or]) -> Node | None:
    """And or Or of the parts; exclusions always narrow the rest, whatever joins the others."""
    excluded = tuple(part for part in parts if isinstance(part, Not))
    wanted = tuple(part for part in parts if not isinstance(part, Not))
    if kind is Or and wanted and excluded:
        return And((*excluded, wanted[0] if len(wanted) == 1 else Or(wanted)))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(parts)
