"""The leaves of a lowered tree: what to mark, and how it reads to the person who typed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.models import (
    And,
    Basis,
    Dated,
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
    Undated,
    Word,
)

FACET_LABELS = {"organization": "单位", "person": "人物", "section": "栏目", "issue": "期号"}
_BASIS_LABELS = {Basis.EVENT: "日期", Basis.ISSUED: "刊发日期"}
_MOST_VALUES = 3


def leaves(node: Node, wanted: bool = True) -> Iterator[tuple[Leaf, bool]]:
    """The leaves of a tree from left to right, and whether each is wanted or excluded."""
    match node:
        case Not(child):
            yield from leaves(child, not wanted)
        case Favoured(child):
            yield from leaves(child, wanted)
        case And(children) | Or(children):
            for child in children:
                yield from leaves(child, wanted)
        case Word() | Phrase() | Prefix() | Name() | Near() | Tagged() | Dated() | Undated():
            yield node, wanted


def ranks(root: Node) -> bool:
    """Whether anything wanted tells one article from another by relevance."""
    return any(wanted and texts(leaf) for leaf, wanted in leaves(root))


@dataclass(frozen=True, slots=True)
class Needles:
    """What is marked in titles and in bodies: words and phrases in normal form, each once.

    Words that stand together as they were typed, as in ``rows``, get one mark.
    """

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


def make_needles(root: Node) -> Needles:
    """What a tree looks for, other names included, nothing that it excludes."""
    rows = tuple(dict.fromkeys(_rows(root)))
    return Needles(_needles(root, Field.TITLE), _needles(root, Field.BODY), rows)


def _rows(node: Node) -> Iterator[str]:
    """The rows of neighbouring words that a tree favours."""
    match node:
        case Favoured(child, extras):
            yield from (extra.text for extra in extras)
            yield from _rows(child)
        case And(children) | Or(children):
            for child in children:
                yield from _rows(child)


def _needles(root: Node, field: Field) -> tuple[str, ...]:
    found: list[str] = []
    for leaf, wanted in leaves(root):
        if wanted and _field(leaf) in (None, field):
            found += texts(leaf)
            if isinstance(leaf, Name):
                found += leaf.aliases
    return tuple(dict.fromkeys(found))


def texts(leaf: Leaf) -> tuple[str, ...]:
    """What a leaf looks for in the texts; nothing for one that asks for values or days."""
    match leaf:
        case Word(text) | Phrase(text) | Prefix(text) | Name(text):
            return (text,)
        case Near(left, right):
            return left.text, right.text
    return ()


def condition(leaf: Leaf) -> str:
    """A leaf that asks for values or days, in words: 单位：北京市科协; empty for any other."""
    match leaf:
        case Tagged(facet, values):
            more = f"等 {len(values)} 个" if len(values) > _MOST_VALUES else ""
            return f"{FACET_LABELS[facet]}：{'、'.join(values[:_MOST_VALUES])}{more}"
        case Dated(basis, low, high):
            days = low if low == high else f"{low or ''}..{high or ''}"
            return f"{_BASIS_LABELS[basis]}：{days}"
        case Undated(basis):
            return f"{_BASIS_LABELS[basis]}：无"
    return ""


def shown(leaf: Leaf) -> str:
    """A leaf as a question shows it: 科普, “科普日”, 科普*."""
    match leaf:
        case Word(text) | Name(text):
            return text
        case Phrase(text):
            return f"“{text}”"
        case Prefix(text):
            return f"{text}*"
        case Near(left, right, distance):
            return f"“{left.text}” NEAR/{distance} “{right.text}”"
    return condition(leaf)


def _field(leaf: Leaf) -> Field | None:
    match leaf:
        case Word() | Phrase() | Prefix() | Name():
            return leaf.field
        case Near(left):
            return left.field
    return None
