"""The question's tree -> which documents match, in which tier, with what score.

Every step has one result for each segment; what a term is worth is counted over all of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.days import within
from indexer.engines.embedded.lists import Mask, Numbers
from indexer.engines.embedded.schema import LEAD_WEIGHT, TextRule, rules_of
from indexer.engines.embedded.scoring import (
    ALIAS_WEIGHT,
    OWN_NAME_WEIGHT,
    ROW_WEIGHT,
    SUBJECT_WEIGHT,
    Floats,
    gain,
    idf,
)
from indexer.engines.embedded.snapshot import Part, Snapshot
from indexer.engines.embedded.texts import Rows
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
    """In one segment: documents that match; those in which every word was cut so; the scores."""

    found: Mask
    as_words: Mask
    scores: Floats


Result = Sequence[Matched]
# For each segment the documents of something in one text, and what each gives before its idf.
Scored = list[tuple[Numbers, Floats]]


class Executor:
    """Runs questions over one snapshot."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser) -> None:
        self.snapshot = snapshot
        self.rows = Rows(snapshot, analyser)
        self._analyser = analyser

    def run(self, node: Node) -> Result:
        """What a tree of leaves, And, Or, Not, Favoured and Everything matches."""
        match node:
            case And() | Or():
                return self._joined(node)
            case Favoured(child, extras):
                return self._favoured(self.run(child), extras)
            case Word() | Phrase() | Prefix() | Near() | Name():
                return self._text(node)
            case Not(child):
                parts = zip(self.snapshot.parts, self.run(child), strict=True)
                return [_unscored(part.alive & ~one.found) for part, one in parts]
            case Tagged() | Dated() | Undated() | Everything():
                return [_unscored(_having(part, node)) for part in self.snapshot.parts]
        raise TypeError(f"an engine is not asked for {type(node).__name__}")

    def word(self, text: TextRule, word: str) -> Scored:
        """Where a word was cut in one text."""
        term = word.encode()
        return [
            self._terms(part, text, [part.segment.terms.find(term)]) for part in self.snapshot.parts
        ]

    def row(self, text: TextRule, normal: str) -> Scored:
        """Where signs stand in a row in one text; once or often is the same."""
        return self._each(partial(self.rows.documents, name=text.name, normal=normal), text)

    def _text(self, leaf: Word | Phrase | Prefix | Near | Name) -> Result:
        """What stands in a text."""
        match leaf:
            case Word(text, field, literal):
                return self._word(text, field, literal)
            case Phrase(text, field):
                return self._phrase(text, field)
            case Prefix():
                return self._prefix(leaf)
            case Near(left, right, distance):
                return self._near(left, right, distance)
        return self._name(leaf)

    def _word(self, text: str, field: Field | None, literal: bool = True) -> Result:
        """Where the word was cut, and where its characters stand without having been cut so."""
        cut = self._scored([self.word(rule, text) for rule in rules_of(field)])
        if not literal:
            return cut
        return [_tiers(*pair) for pair in zip(cut, self._row(text, field), strict=True)]

    def _row(self, text: str, field: Field | None) -> Result:
        return self._scored([self.row(rule, text) for rule in rules_of(field)])

    def _phrase(self, text: str, field: Field | None) -> Result:
        """Where the row stands, worth as much again as its words are."""
        row = self._row(text, field)
        for word in dict.fromkeys(self._analyser.words(text)):
            cut = self._scored([self.word(rule, word) for rule in rules_of(field)])
            for one, more in zip(row, cut, strict=True):
                np.add(one.scores, more.scores, out=one.scores, where=one.found)
        return row

    def _prefix(self, prefix: Prefix) -> Result:
        text, rules = prefix.text, rules_of(prefix.field)
        terms = list(zip(self.snapshot.parts, self.rows.expanded(text), strict=True))
        cut = self._scored(
            [[self._terms(part, rule, some) for part, some in terms] for rule in rules]
        )
        if not prefix.literal:
            return cut
        find = self.rows.documents
        rows = self._scored(
            [
                self._each(partial(find, name=rule.name, normal=text, open_end=True), rule)
                for rule in rules
            ]
        )
        return [_tiers(*pair) for pair in zip(cut, rows, strict=True)]

    def _near(self, left: Phrase, right: Phrase, distance: int) -> Result:
        rules = [rule for rule in rules_of(left.field) if rule in rules_of(right.field)]
        near = partial(self.rows.near, left=left.text, right=right.text, distance=distance)
        return self._scored([self._each(partial(near, name=rule.name), rule) for rule in rules])

    def _name(self, name: Name) -> Result:
        """The name itself; below it its other names, and articles that are about the body."""
        own = self._word(name.text, name.field)
        others = [self._other(number, name) for number in range(len(own))]
        found = [one.found | (other > 0) for one, other in zip(own, others, strict=True)]
        worth = idf(self.snapshot.size, sum(int(mask.sum()) for mask in found))
        return [
            Matched(
                mask,
                one.as_words | (other > 0),
                np.where(one.found, np.maximum(one.scores, OWN_NAME_WEIGHT * worth), other * worth),
            )
            for mask, one, other in zip(found, own, others, strict=True)
        ]

    def _other(self, number: int, name: Name) -> Floats:
        """What each article of a segment gives for the other names of a body, before its idf."""
        part = self.snapshot.parts[number]
        weights = np.zeros(part.segment.size)
        if name.field is None:
            about = _having(part, Tagged("organization", (name.organization,)))
            weights[about] = SUBJECT_WEIGHT
        for rule in rules_of(name.field):
            for alias in name.aliases:
                documents = self.rows.documents(number, rule.name, alias)
                weights[documents] = np.maximum(weights[documents], ALIAS_WEIGHT * rule.weight)
        weights[~part.alive] = 0.0
        return weights

    def _favoured(self, matched: Result, extras: Sequence[Phrase]) -> Result:
        for extra in extras:
            row = self._row(extra.text, extra.field)
            for one, more in zip(matched, row, strict=True):
                np.add(one.scores, ROW_WEIGHT * more.scores, out=one.scores, where=one.found)
        return matched

    def _joined(self, node: And | Or) -> Result:
        """Children joined, their scores added in the order of the tree."""
        join = np.logical_and if isinstance(node, And) else np.logical_or
        children = [self.run(child) for child in node.children]
        if isinstance(node, Or):
            children = [
                _where_found(one) if isinstance(child, And | Favoured) else one
                for child, one in zip(node.children, children, strict=True)
            ]

        def both(one: Matched, other: Matched) -> Matched:
            return Matched(
                join(one.found, other.found),
                join(one.as_words, other.as_words),
                one.scores + other.scores,
            )

        return [reduce(both, parts) for parts in zip(*children, strict=True)]

    def _terms(self, part: Part, rule: TextRule, terms: Sequence[int]) -> tuple[Numbers, Floats]:
        """The documents of some terms as if they were one, and what each gives before its idf."""
        field = part.segment.texts[rule.name]
        held = [field.word(term) for term in terms if term >= 0]
        if len(held) == 1:
            ((documents, counts, leads),) = held
        elif held:
            sums, lead = np.zeros(part.segment.size), np.zeros(part.segment.size, dtype=bool)
            for some, often, leading in held:
                sums[some] += often
                lead[some] |= leading
            documents = np.flatnonzero(sums)
            counts, leads = sums[documents].astype(np.int64), lead[documents]
        else:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        lengths = field.lengths[documents] / self.snapshot.averages[rule.name]
        return documents, rule.weight * gain(
            counts.astype(float), lengths, rule.b
        ) + LEAD_WEIGHT * leads

    def _each(self, find: Callable[[int], Numbers], rule: TextRule) -> Scored:
        """The documents of something in each segment, all worth the text's weight."""
        found = [find(number) for number in range(len(self.snapshot.parts))]
        return [(documents, np.full(len(documents), rule.weight)) for documents in found]

    def _scored(self, texts: Sequence[Scored]) -> Result:
        """What stands in some texts; its idf counts the articles of the text that has most."""
        held = max((sum(len(documents) for documents, _ in text) for text in texts), default=0)
        worth = idf(self.snapshot.size, held)
        results = []
        for number, part in enumerate(self.snapshot.parts):
            found, scores = np.zeros(part.segment.size, dtype=bool), np.zeros(part.segment.size)
            for text in texts:
                documents, gains = text[number]
                found[documents] = True
                scores[documents] += worth * gains
            found &= part.alive
            results.append(Matched(found, found, scores))
        return results


def _having(part: Part, leaf: Tagged | Dated | Undated | Everything) -> Mask:
    """What has a value or a date."""
    segment = part.segment
    match leaf:
        case Tagged(facet, values):
            column, wanted = segment.columns[facet], frozenset(values)
            return column.mask(wanted.__contains__) & part.alive
        case Dated(basis, low, high):
            return within(*segment.days[basis.value], low, high) & part.alive
        case Undated(basis):
            first, _ = segment.days[basis.value]
            undated: Mask = (first == 0) & part.alive
            return undated
    return part.alive


def _unscored(found: Mask) -> Matched:
    return Matched(found, found, np.zeros(len(found)))


def _where_found(result: Result) -> Result:
    """An And among alternatives: where it does not match, none of its words gives anything."""
    return [replace(one, scores=one.scores * one.found) for one in result]


def _tiers(cut: Matched, literal: Matched) -> Matched:
    """Matches as words above those that only stand in a row."""
    only = literal.found & ~cut.found
    scores = np.where(only, literal.scores, cut.scores)
    return Matched(cut.found | literal.found, cut.found, scores)
