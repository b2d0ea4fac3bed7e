"""A node of the question's tree in one segment: what it matches, and how its scores come about.

Sets are made for every node, scores only for the documents that are hits in the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.engines.embedded.documents import Mask
from indexer.engines.embedded.scoring import OWN_NAME_WEIGHT, ROW_WEIGHT, Floats
from indexer.engines.embedded.standing import Asked, Standing


@dataclass(frozen=True, slots=True)
class Match:
    """Documents that match, and those in which every word was cut so; nothing has a score."""

    found: Mask
    as_words: Mask

    def scores(self, asked: Asked) -> Floats:
        """The score of each document that is asked for; anything where it does not match."""
        return np.zeros(len(asked))


@dataclass(frozen=True, slots=True)
class TextMatch(Match):
    """One thing in some texts, worth its idf in each."""

    texts: Sequence[Standing]
    worth: float

    @property
    def nbytes(self) -> int:
        """The memory it may take."""
        return self.found.nbytes + sum(text.nbytes for text in self.texts)

    def scores(self, asked: Asked) -> Floats:
        """The sum over the texts; 0 where it does not stand."""
        sums = np.zeros(len(asked))
        for text in self.texts:
            text.add(asked, self.worth, sums)
        return sums


@dataclass(frozen=True, slots=True)
class WordMatch(Match):
    """A word where it was cut; below, where its signs merely stand in a row."""

    cut: TextMatch
    row: TextMatch

    def scores(self, asked: Asked) -> Floats:
        """Those of the word, or those of the row where it was not cut."""
        scores = self.cut.scores(asked)
        rest = asked.mask & self.row.found & ~self.cut.found
        if rest.any():
            others = Asked(rest)
            scores[asked.places(others.documents)] = self.row.scores(others)
        return scores


@dataclass(frozen=True, slots=True)
class PhraseMatch(Match):
    """A row of signs, worth as much again as its words are."""

    row: TextMatch
    words: Sequence[TextMatch]

    def scores(self, asked: Asked) -> Floats:
        """The sum of the row and its words; 0 where the row does not stand."""
        scores = self.row.scores(asked)
        for word in self.words:
            scores += word.scores(asked)
        return scores * self.found.take(asked.documents)


@dataclass(frozen=True, slots=True)
class NameMatch(Match):
    """A body by its own name; below by what ``others`` give for its other names, times the idf."""

    own: Match
    others: Floats
    worth: float

    def scores(self, asked: Asked) -> Floats:
        """Its own name gives at least its part."""
        own = np.maximum(self.own.scores(asked), OWN_NAME_WEIGHT * self.worth)
        others = self.others.take(asked.documents) * self.worth
        return np.where(self.own.found.take(asked.documents), own, others)


@dataclass(frozen=True, slots=True)
class FavouredMatch(Match):
    """What a child matches, and rows that raise it."""

    child: Match
    extras: Sequence[TextMatch]

    def scores(self, asked: Asked) -> Floats:
        """Those of the child, and what the rows add."""
        scores = self.child.scores(asked)
        for extra in self.extras:
            scores += ROW_WEIGHT * extra.scores(asked)
        return scores


@dataclass(frozen=True, slots=True)
class AllMatch(Match):
    """Children that all match; their scores are added in the order of the tree."""

    children: Sequence[Match]

    def scores(self, asked: Asked) -> Floats:
        """The sum."""
        scores = self.children[0].scores(asked)
        for child in self.children[1:]:
            scores += child.scores(asked)
        return scores


@dataclass(frozen=True, slots=True)
class AnyMatch(AllMatch):
    """Children of which any matches; those that do not give nothing."""

    def scores(self, asked: Asked) -> Floats:
        """The sum over the children that match."""
        scores = np.zeros(len(asked))
        for child in self.children:
            own = child.scores(asked)
            scores += own if isinstance(child, TextMatch | WordMatch) else _where(child, asked, own)
        return scores


def _where(child: Match, asked: Asked, scores: Floats) -> Floats:
    found: Floats = scores * child.found.take(asked.documents)
    return found


def unscored(found: Mask) -> Match:
    """A match by a value or a date."""
    return Match(found, found)
