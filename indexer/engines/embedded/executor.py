"""The question's tree -> which documents match, in which tier, with what score."""

from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np

from indexer.engines.base import Analyser
from indexer.engines.embedded.columns import Mask
from indexer.engines.embedded.schema import TEXT_FIELDS
from indexer.engines.embedded.snapshot import SPAN, Floats, Postings, Snapshot
from indexer.models import And, Everything, Node, Not, Or, Phrase, Word

K1 = 1.2
B = 0.75


@dataclass(frozen=True, slots=True)
class Matched:
    """Documents that match; those in which every word was cut as a word; the scores."""

    found: Mask
    as_words: Mask
    scores: Floats


class Executor:
    """Runs questions over one snapshot. Arrays have one place a document."""

    def __init__(self, snapshot: Snapshot, analyser: Analyser) -> None:
        self._snapshot = snapshot
        self._analyser = analyser
        self._lengths = lru_cache(maxsize=None)(snapshot.lengths)
        self._phrase = lru_cache(maxsize=256)(self._find_phrase)
        self._live = max(int(snapshot.alive.sum()), 1)

    def run(self, node: Node) -> Matched:
        """What a tree of Word, Phrase, And, Or, Not and Everything matches."""
        match node:
            case Word(text):
                return self._word(text)
            case Phrase(text):
                return self._exactly(text)
            case And(children):
                return self._and([self.run(child) for child in children])
            case Or(children):
                return self._or([self.run(child) for child in children])
            case Not(child):
                rest = self._snapshot.alive & ~self.run(child).found
                return Matched(rest, rest, self._zeros())
            case Everything():
                return Matched(self._snapshot.alive, self._snapshot.alive, self._zeros())
        raise TypeError(f"an engine is not asked for {type(node).__name__}")

    def word_counts(self, field: str, word: str) -> Postings:
        """Where a word was cut, in one field."""
        return self._snapshot.words(field, word)

    def phrase_counts(self, field: str, text: str) -> Postings:
        """Where the characters of a normal text stand in a row, in one field."""
        return self._phrase(field, text)

    def score(self, field: str, postings: Postings) -> Floats:
        """BM25 of each posting (Robertson and Zaragoza 2009), K1 and B as above."""
        lengths = self._lengths(field)
        average = float(lengths.sum()) / self._live or 1.0
        length = lengths[postings.documents] / average
        idf = log(self._live / (len(postings.documents) + 1)) + 1
        frequency = postings.frequencies
        gain: Floats = frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length))
        return idf * gain

    def _word(self, text: str) -> Matched:
        """Where the word was cut, and where its characters stand without having been cut so."""
        words, scores = self._zeros(bool), self._zeros()
        for field in TEXT_FIELDS:
            postings = self._snapshot.words(field.words, text)
            words[postings.documents] = True
            scores[postings.documents] += field.weight * self.score(field.words, postings)
        literal = self._exactly(text)
        only = literal.found & ~words
        return Matched(words | literal.found, words, np.where(only, literal.scores, scores))

    def _exactly(self, text: str) -> Matched:
        found, scores = self._zeros(bool), self._zeros()
        for field in TEXT_FIELDS:
            postings = self._phrase(field.characters, text)
            found[postings.documents] = True
            scores[postings.documents] += field.weight * self.score(field.characters, postings)
        return Matched(found, found, scores)

    def _find_phrase(self, field: str, text: str) -> Postings:
        """Keys of the rarest character first, each shifted to where the phrase would begin."""
        characters = self._analyser.characters(text)
        lists = [self._snapshot.places(field, sign) - at for at, sign in enumerate(characters)]
        starts = np.zeros(0, dtype=np.int64)
        for at, keys in enumerate(sorted(lists, key=len)):
            starts = keys if at == 0 else np.intersect1d(starts, keys, assume_unique=True)
            if not len(starts):
                break
        documents, counts = np.unique(starts // SPAN, return_counts=True)
        return Postings(documents, counts.astype(float))

    def _and(self, parts: list[Matched]) -> Matched:
        found = np.logical_and.reduce([part.found for part in parts])
        words = np.logical_and.reduce([part.as_words for part in parts])
        return Matched(found, words, _sum(parts))

    def _or(self, parts: list[Matched]) -> Matched:
        found = np.logical_or.reduce([part.found for part in parts])
        words = np.logical_or.reduce([part.as_words for part in parts])
        return Matched(found, words, _sum(parts))

    def _zeros(self, kind: type = float):  # type: ignore[no-untyped-def]
        return np.zeros(self._snapshot.size, dtype=kind)


def _sum(parts: list[Matched]) -> Floats:
    """The scores of all parts, added in the order of the tree."""
    total = parts[0].scores.copy()
    for part in parts[1:]:
        total += part.scores
    return total
