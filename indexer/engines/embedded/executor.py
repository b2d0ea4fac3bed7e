"""The question's tree -> which documents match, in which tier, and how their scores come about.

Documents are those of all segments together, and what a term is worth is counted over all.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, partial, reduce

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.cache import Kept
from indexer.engines.embedded.days import within
from indexer.engines.embedded.documents import Mask
from indexer.engines.embedded.matches import (
    AllMatch,
    AnyMatch,
    FavouredMatch,
    Match,
    NameMatch,
    PhraseMatch,
    TextMatch,
    WordMatch,
    unscored,
)
from indexer.engines.embedded.schema import RULES, TextRule, rules_of
from indexer.engines.embedded.scoring import (
    ALIAS_WEIGHT,
    SUBJECT_WEIGHT,
    Floats,
    Weighing,
    idf,
)
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.standing import Cut, Row, Standing
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


class Executor:
    """Runs questions over one snapshot; what is costly to find is kept in ``kept``."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser, kept: Kept) -> None:
        self.snapshot = snapshot
        self.rows = Rows(snapshot, analyser, kept)
        self._analyser = analyser
        self._kept, self._generation = kept, object()  # worths are those of one generation

    def run(self, node: Node) -> Match:
        """What a tree of leaves, And, Or, Not, Favoured and Everything matches."""
        match node:
            case And(children):
                return self._all(children)
            case Or(children):
                matches = [self.run(child) for child in children]
                return AnyMatch(*_together(np.logical_or, matches), matches)
            case Favoured(child, extras):
                own, rows = self.run(child), [self.row(one.text, one.field) for one in extras]
                return FavouredMatch(own.found, own.as_words, own, rows)
            case Not(child):
                return unscored(self.snapshot.living(~self.run(child).found))
            case Word() | Phrase() | Prefix() | Near() | Name():
                return self._text(node)
        return unscored(self._having(node))

    def cut(self, word: str, field: Field | None = None) -> TextMatch:
        """Where a word was cut."""
        key = self._generation, word, field
        return self._kept.get(key, partial(self._cut, word, field))

    def _cut(self, word: str, field: Field | None) -> TextMatch:
        term = word.encode()
        terms = [(part.segment.terms.find(term),) for part in self.snapshot.parts]
        return self._terms(terms, rules_of(field))

    def row(self, normal: str, field: Field | None = None, open_end: bool = False) -> TextMatch:
        """Where signs stand in a row."""
        rules = rules_of(field)
        return self._standing(
            [Row(self.rows.documents(rule.name, normal, open_end), rule.weight) for rule in rules]
        )

    def beginning(self, prefix: str, field: Field | None = None) -> TextMatch:
        """Where words were cut that begin so; QuestionRejected for too many of them."""
        return self._terms(self.rows.expanded(prefix), rules_of(field))

    def _all(self, children: Sequence[Node]) -> AllMatch:
        """What all match; what comes behind a child that leaves nothing over is not looked at."""
        matches = [self.run(children[0])]
        found = matches[0].found
        for child in children[1:]:
            if not found.any():
                break
            matches.append(self.run(child))
            found = found & matches[-1].found
        return AllMatch(*_together(np.logical_and, matches), matches)

    def _text(self, leaf: Word | Phrase | Prefix | Near | Name) -> Match:
        """What stands in the texts."""
        match leaf:
            case Word(text, field, literal):
                cut = self.cut(text, field)
                return _in_tiers(cut, self.row(text, field)) if literal else cut
            case Prefix(text, field, literal):
                cut = self.beginning(text, field)
                return _in_tiers(cut, self.row(text, field, open_end=True)) if literal else cut
            case Phrase(text, field):
                row = self.row(text, field)
                words = dict.fromkeys(self._analyser.words(text))
                cuts = [self.cut(word, field) for word in words]
                return PhraseMatch(row.found, row.found, row, cuts)
            case Near(left, right, distance):
                return self._near(left, right, distance)
        return self._name(leaf)

    def _near(self, left: Phrase, right: Phrase, distance: int) -> TextMatch:
        find = partial(self.rows.near, left=left.text, right=right.text, distance=distance)
        rules = [rule for rule in rules_of(left.field) if rule in rules_of(right.field)]
        return self._standing([Row(find(rule.name), rule.weight) for rule in rules])

    def _name(self, name: Name) -> NameMatch:
        """The name itself; below it its other names, and articles that are about the body."""
        own, others = self.run(Word(name.text, name.field)), self._others(name)
        found = own.found | (others > 0)
        worth = idf(self.snapshot.size, int(np.count_nonzero(found)))
        return NameMatch(found, own.as_words | (others > 0), own, others, worth)

    def _others(self, name: Name) -> Floats:
        """What each article gives for the other names of a body, before its idf."""
        weights = np.zeros(self.snapshot.size)
        if name.field is None:
            about = self._having(Tagged("organization", (name.organization,)))
            weights[about] = SUBJECT_WEIGHT
        for rule in rules_of(name.field):
            for alias in name.aliases:
                documents = self.rows.documents(rule.name, alias).numbers
                weights[documents] = np.maximum(weights[documents], ALIAS_WEIGHT * rule.weight)
        if not self.snapshot.whole:
            weights[~self.snapshot.alive] = 0.0
        return weights

    def _terms(self, terms: Sequence[Sequence[int]], rules: Sequence[TextRule]) -> TextMatch:
        """Where some terms of each segment were cut, as if they were one."""
        return self._standing(
            [
                Cut(self.snapshot.occurrences(rule.name, terms), self._weighings[rule.name])
                for rule in rules
            ]
        )

    def _standing(self, texts: Sequence[Standing]) -> TextMatch:
        """One thing in some texts; its idf counts the articles of the text that has most."""
        held = max((len(text.documents) for text in texts), default=0)
        found = self.snapshot.living(self._any(texts))
        return TextMatch(found, found, texts, idf(self.snapshot.size, held))

    def _any(self, texts: Sequence[Standing]) -> Mask:
        """The documents of any of some texts."""
        masks = [text.documents.mask for text in texts if len(text.documents)]
        if len(masks) == 1:
            return masks[0]
        return reduce(np.logical_or, masks) if masks else np.zeros(self.snapshot.size, dtype=bool)

    @cached_property
    def _weighings(self) -> dict[str, Weighing]:
        """For each text what terms give in it."""
        return {rule.name: Weighing(rule, self.snapshot.lengths[rule.name]) for rule in RULES}

    def _having(self, leaf: Node) -> Mask:
        """What has a value or a date; everything."""
        match leaf:
            case Tagged(facet, values):
                mask = self.snapshot.columns[facet].having(values)
            case Dated(basis, low, high):
                mask = within(*self.snapshot.days[basis.value], low, high)
            case Undated(basis):
                mask = self.snapshot.days[basis.value][0] == 0
            case Everything():
                return self.snapshot.alive
            case _:
                raise TypeError(f"an engine is not asked for {type(leaf).__name__}")
        return self.snapshot.living(mask)


def _together(join: Callable[[Mask, Mask], Mask], matches: Sequence[Match]) -> tuple[Mask, Mask]:
    """What all or any of some matches find, and what they find as words."""
    found = reduce(join, [one.found for one in matches])
    if all(one.as_words is one.found for one in matches):
        return found, found
    return found, reduce(join, [one.as_words for one in matches])


def _in_tiers(cut: TextMatch, row: TextMatch) -> WordMatch:
    """Matches as words above those that only stand in a row."""
    return WordMatch(cut.found | row.found, cut.found, cut, row)
