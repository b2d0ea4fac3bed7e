"""An index as Whoosh sees it: the fields, and of each field of a segment the terms and postings.

title_words  body_words   the words that were cut in a text, with their frequencies
lead_words                those at the beginning of a body, each with weight 1
id                        the articles by their ids
organization  month  ...  columns; several values of one article with a tab between them
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from whoosh.fields import COLUMN, ID, KEYWORD, Schema

from indexer.engines.embedded.builder import FACETS
from indexer.engines.embedded.runs import LEADING
from indexer.engines.embedded.schema import LEAD_TERMS, TEXTS
from indexer.engines.embedded.segment import Segment

LEAD = "lead_words"


def whoosh_schema() -> Schema:
    """The fields of every index; Whoosh takes it from here and never from a file."""
    words = {f"{text}_words": KEYWORD(scorable=True) for text in TEXTS}
    columns = {name: COLUMN() for name in FACETS}
    return Schema(
        id=ID(stored=True, unique=True), **words, **{LEAD: KEYWORD(scorable=True)}, **columns
    )


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of a term, ascending, and its weight in each."""

    documents: Sequence[int]
    weights: Sequence[float]


class WordTerms(Sequence[bytes]):
    """The words of one field of a segment in the order of their bytes."""

    def __init__(self, segment: Segment, field: str) -> None:
        self._words, self._leading = segment.terms, field == LEAD
        self._text = segment.texts["body" if self._leading else field.removesuffix("_words")]
        lengths = self._text.lengths
        self.lengths = np.minimum(lengths, LEAD_TERMS) if self._leading else lengths

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]  # never a slice
        return self._words[int(self._keys[at])]

    def postings(self, at: int) -> Postings:
        """Where the term of this place stands."""
        held = self._text.occurrences((int(self._keys[at]),))
        if self._leading:
            leading = held.several.documents[held.several.leads].tolist()
            return Postings(leading, [1.0] * len(leading))
        documents, weights = held.documents.numbers, np.ones(len(held.documents))
        weights[np.searchsorted(documents, held.several.documents)] = held.several.counts
        return Postings(documents.tolist(), weights.tolist())

    @cached_property
    def _keys(self) -> NDArray[np.uint32]:
        """The segment's numbers of the words that stand in this field."""
        if not self._leading:
            return self._text.words.keys
        run = self._text.words.run()
        return np.unique(np.repeat(run.keys, run.counts)[run.flags >= LEADING])


class IdTerms(Sequence[bytes]):
    """The ids of a segment's articles in the order of their bytes."""

    def __init__(self, segment: Segment) -> None:
        self._ids, self._documents = segment.ids, np.argsort(segment.ranks)
        self.lengths = np.ones(segment.size, dtype=np.uint32)

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]  # never a slice
        return self._ids[int(self._documents[at])]

    def postings(self, at: int) -> Postings:
        """The one article that has the id of this place."""
        return Postings((int(self._documents[at]),), (1.0,))


FieldTerms = WordTerms | IdTerms


def terms_of(segment: Segment) -> Mapping[str, FieldTerms]:
    """The indexed fields of a segment."""
    names = sorted([*(f"{text}_words" for text in TEXTS), LEAD])
    return {"id": IdTerms(segment)} | {name: WordTerms(segment, name) for name in names}
