"""The leaves of a parsed tree, cut into words, in normal form, fields and names resolved."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from indexer.models import (
    And,
    Favoured,
    Field,
    Fielded,
    Leaf,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Shared,
    Text,
    Widened,
    Word,
)
from indexer.search.leaves import FACET_LABELS
from indexer.search.parts import SearchParts
from indexer.search.tags import resolve

Joint = type[And] | type[Or]


class Lowering:
    """Lowers the trees of one question; what was added and noticed on the way is kept."""

    def __init__(self, parts: SearchParts, aliases: bool, title_only: bool) -> None:
        self.notices: list[str] = []
        self.widened: dict[str, Widened] = {}
        self.shared: dict[str, Shared] = {}
        self.asked: dict[Leaf, str] = {}
        self._parts = parts
        self._normal = parts.analyser.normal
        self._aliases = aliases
        self._field = Field.TITLE if title_only else None

    def run(self, root: Node, joint: Joint) -> Node | None:
        """The tree for the engine; None where nothing is left to search."""
        return self._node(root, joint, self._field)

    def _node(self, node: Node, joint: Joint, field: Field | None) -> Node | None:
        match node:
            case Fielded(name, child):
                return self._fielded(name, child, joint, field)
            case Text(text):
                return self._run([text], joint, field)
            case Not(child):
                lowered = self._node(child, And, field)
                return None if lowered is None else Not(_plain(lowered))
            case And(children) | Or(children):
                kind = Or if isinstance(node, Or) or joint is Or else And
                return _combine(tuple(self._children(node, children, joint, field)), kind)
            case Phrase() | Prefix() | Near():
                return self._exact(node, field)
        return node

    def _children(
        self, node: Node, children: tuple[Node, ...], joint: Joint, field: Field | None
    ) -> Iterator[Node]:
        """The lowered children; words typed side by side are lowered together."""
        for side_by_side, group in groupby(
            children, lambda child: isinstance(node, And) and isinstance(child, Text)
        ):
            if side_by_side:
                texts = [child.text for child in group if isinstance(child, Text)]
                lowered = [self._run(texts, joint, field)]
            else:
                lowered = [self._node(child, joint, field) for child in group]
            yield from (part for part in lowered if part is not None)

    def _fielded(self, name: str, child: Node, joint: Joint, field: Field | None) -> Node | None:
        """A part of a question that is asked of one field."""
        if name == Field.TITLE:
            return self._node(child, joint, Field.TITLE)
        match child:
            case Text(text) | Phrase(text) | Prefix(text):
                tagged, notices = resolve(self._parts, name, text, isinstance(child, Prefix))
                self.notices += notices
                if name == "issue":  # its values are ids, which tell nobody anything
                    self.asked[tagged] = f"{FACET_LABELS[name]}：{text}"
                return tagged
            case Not(inner):
                lowered = self._fielded(name, inner, And, field)
                return None if lowered is None else Not(lowered)
            case And(children) | Or(children):
                parts = (self._fielded(name, one, joint, field) for one in children)
                kind = Or if isinstance(child, Or) else And
                return _combine(tuple(part for part in parts if part is not None), kind)
        return self._node(child, joint, field)

    def _exact(self, node: Phrase | Prefix | Near, field: Field | None) -> Node | None:
        """A phrase, prefix or pair of phrases in normal form."""
        if isinstance(node, Near):
            left, right = self._exact(node.left, field), self._exact(node.right, field)
            if isinstance(left, Phrase) and isinstance(right, Phrase):
                return replace(node, left=left, right=right)
            return left or right
        text = self._normal(node.text).strip()
        return replace(node, text=text, field=field) if text else None

    def _run(self, texts: list[str], joint: Joint, field: Field | None) -> Node | None:
        """Words typed side by side: all of them (or any), better where they stand as typed.

        Where neighbours, or the whole run, stand together, a text is closer to what is meant:
        the sequential dependence model of Metzler and Croft (2005).
        """
        pieces = [piece for text in texts for piece in text.split()]
        cut = dict.fromkeys(word for piece in pieces for word in self._cut(piece))
        if not cut:  # only punctuation: it is searched as it stands
            normal = self._normal("".join(pieces))
            return Phrase(normal, field) if normal else None
        found = tuple(self._leaf(word, field) for word in cut)
        if len(found) == 1:
            return found[0]
        extras = _together(self._normal(" ".join(pieces)), tuple(cut))
        return Favoured(joint(found), tuple(Phrase(text, field) for text in extras))

    def _cut(self, piece: str) -> tuple[str, ...]:
        """The words of a piece; a name of the organisation table is one word."""
        normal = self._normal(piece)
        return (
            (normal,)
            if self._parts.names.bearers(normal)
            else (self._parts.analyser.required(piece))
        )

    def _leaf(self, word: str, field: Field | None) -> Leaf:
        """A word, or a name with its other names where these are looked for too."""
        names = self._parts.names
        bearers = names.bearers(word)
        known = names.known(word) if self._aliases else None
        if known is None:
            if self._aliases and bearers:
                self.shared[word] = Shared(word, bearers)
            return Word(word, field)
        self.widened[word] = Widened(word, known.others, known.entry.name)
        # What an article is about says nothing of its title.
        organization = known.entry.name if field is None else ""
        return Name(word, tuple(map(self._normal, known.others)), organization, field)


def _plain(node: Node) -> Node:
    """A tree without what only ranks: nothing that is excluded ranks higher."""
    return node.child if isinstance(node, Favoured) else node


def _together(normal: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Each two neighbours as they stand in a normal text, and all words from first to last."""
    places: list[tuple[int, int]] = []
    done = 0
    for word in words:
        at = normal.find(word, done)
        if at >= 0:
            done = at + len(word)
            places.append((at, done))
    pairs = [normal[left[0] : right[1]] for left, right in pairwise(places)]
    whole = normal[places[0][0] : places[-1][1]] if places else ""
    return tuple(dict.fromkeys(text for text in (*pairs, whole) if text not in words and text))


def _combine(parts: tuple[Node, ...], kind: Joint) -> Node | None:
    """And or Or of the parts; exclusions always narrow the rest, whatever joins the others."""
    excluded = tuple(part for part in parts if isinstance(part, Not))
    wanted = tuple(part for part in parts if not isinstance(part, Not))
    if kind is Or and wanted and excluded:
        return And((*excluded, wanted[0] if len(wanted) == 1 else Or(wanted)))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(parts)
