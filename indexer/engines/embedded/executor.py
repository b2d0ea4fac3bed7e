"""The question's tree -> which documents match, in which tier, with what score."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.postings import Floats, Mask, Postings
from indexer.engines.embedded.schema import LEAD, TEXT_FIELDS, TextField
from indexer.engines.embedded.scoring import (
    ALIAS_WEIGHT,
    OWN_NAME_WEIGHT,
    ROW_WEIGHT,
    SUBJECT_WEIGHT,
    Scorer,
)
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.texts import Texts
from indexer.models import (
    And,
    Dated,
    Everything,
    Favoured,
    Field,
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


@dataclass(frozen=True, slots=True)
class Matched:
    """Documents that match; those in which every word was cut as a word; the scores."""

    found: Mask
    as_words: Mask
    scores: Floats


def fields_of(field: Field | None) -> tuple[TextField, ...]:
    """The text fields a leaf looks in: the one it names, or all."""
    return tuple(one for one in TEXT_FIELDS if field in (None, one.name))


class Executor:
    """Runs questions over one snapshot. Arrays have one place a document."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser) -> None:
        self._snapshot = snapshot
        self.texts = Texts(snapshot, analyser)
        self.scorer = Scorer(snapshot)

    def run(self, node: Node) -> Matched:
        """What a tree of leaves, And, Or, Not, Favoured and Everything matches."""
        match node:
            case And() | Or():
                return self._joined(node)
            case Not(child):
                return self._unscored(self._snapshot.alive & ~self.run(child).found)
            case Favoured(child, extras):
                return self._favoured(self.run(child), extras)
            case Everything():
                return self._unscored(self._snapshot.alive)
            case Tagged() | Dated() | Undated():
                return self._unscored(self._having(node))
            case Word() | Phrase() | Prefix() | Near() | Name():
                return self._text(node)
        raise TypeError(f"an engine is not asked for {type(node).__name__}")

    def _text(self, leaf: Word | Phrase | Prefix | Near | Name) -> Matched:
        """What stands in a text."""
        match leaf:
            case Word(text, field):
                return self._word(text, field)
            case Phrase(text, field):
                return self._phrase(text, field)
            case Prefix(text, field):
                return self._prefix(text, field)
            case Near(left, right, distance):
                return self._near(left, right, distance)
        return self._name(leaf)

    def _having(self, leaf: Tagged | Dated | Undated) -> Mask:
        """What has a value or a date."""
        match leaf:
            case Tagged(facet, values):
                return self._snapshot.tags[facet].mask(frozenset(values).__contains__)
            case Dated(basis, low, high):
                return self._snapshot.days[basis].within(low, high)
        return self._snapshot.days[leaf.basis].undated() & self._snapshot.alive

    def _phrase(self, text: str, field: Field | None) -> Matched:
        return self._scored(
            (one, one.characters, self.texts.row(one.characters, text)) for one in fields_of(field)
        )

    def _word(self, text: str, field: Field | None) -> Matched:
        """Where the word was cut, and where its characters stand without having been cut so."""
        fields = fields_of(field)
        parts = [(one, one.words, self.texts.words(one.words, text)) for one in fields]
        if LEAD.name in {one.name for one in fields}:
            parts.append((LEAD, LEAD.words, self.texts.words(LEAD.words, text)))
        cut = self._scored(parts)
        return _tiers(cut, self._phrase(text, field))

    def _prefix(self, text: str, field: Field | None) -> Matched:
        fields = fields_of(field)
        cut = ((one, one.words, self.texts.beginning(one.words, text)) for one in fields)
        rows = (
            (one, one.characters, self.texts.row_beginning(one.characters, text)) for one in fields
        )
        return _tiers(self._scored(cut), self._scored(rows))

    def _near(self, left: Phrase, right: Phrase, distance: int) -> Matched:
        fields = [one for one in fields_of(left.field) if one in fields_of(right.field)]
        return self._scored(
            (one, one.characters, self.texts.near(one.characters, left.text, right.text, distance))
            for one in fields
        )

    def _name(self, name: Name) -> Matched:
        """The name itself; below it its other names, and articles that are about the body."""
        own = self._word(name.text, name.field)
        subject = self._zeros(bool)
        if name.field is None:
            subject = self._snapshot.tags["organization"].mask(name.organization.__eq__)
        other, weights = subject, SUBJECT_WEIGHT * subject
        for field in fields_of(name.field):
            for alias in name.aliases:
                held = self._zeros(bool)
                held[self.texts.row(field.characters, alias).documents] = True
                other = other | held
                weights = np.maximum(weights, ALIAS_WEIGHT * field.weight * held)
        found = own.found | other
        idf = self.scorer.idf(int(found.sum()))
        scores = np.where(own.found, np.maximum(own.scores, OWN_NAME_WEIGHT * idf), weights * idf)
        return Matched(found, own.as_words | other, scores)

    def _favoured(self, matched: Matched, extras: Iterable[Phrase]) -> Matched:
        scores = matched.scores.copy()
        for extra in extras:
            scores += ROW_WEIGHT * self._phrase(extra.text, extra.field).scores
        return Matched(matched.found, matched.as_words, np.where(matched.found, scores, 0.0))

    def _scored(self, parts: Iterable[tuple[TextField, str, Postings]]) -> Matched:
        """The documents of some postings, each list scored in its index field."""
        lists = list(parts)
        found, scores = self._zeros(bool), self._zeros()
        documents = max((len(postings.documents) for _, _, postings in lists), default=0)
        for field, name, postings in lists:
            found[postings.documents] = True
            scores[postings.documents] += self.scorer.score(field, name, postings, documents)
        return Matched(found, found, scores)

    def _joined(self, node: And | Or) -> Matched:
        """Children joined, their scores added in the order of the tree."""
        join = np.logical_and if isinstance(node, And) else np.logical_or
        parts = [self.run(child) for child in node.children]
        total = parts[0].scores.copy()
        for part in parts[1:]:
            total += part.scores
        found = join.reduce([part.found for part in parts])
        return Matched(found, join.reduce([part.as_words for part in parts]), total)

    def _unscored(self, found: Mask) -> Matched:
        return Matched(found, found, self._zeros())

    def _zeros(self, kind: type = float):  # type: ignore[no-untyped-def]
        return np.zeros(self._snapshot.size, dtype=kind)


def _tiers(cut: Matched, literal: Matched) -> Matched:
    """Matches as words above those that only stand in a row."""
    only = literal.found & ~cut.found
    scores = np.where(only, literal.scores, cut.scores)
    return Matched(cut.found | literal.found, cut.found, scores)
