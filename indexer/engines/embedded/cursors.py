"""Walks for Whoosh: through the terms of a field, and through the documents of a term."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from whoosh.codec.base import FieldCursor
from whoosh.fields import FieldType
from whoosh.formats import Format
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.scoring import BaseScorer

from indexer.engines.embedded.whoosh_schema import FieldTerms, Postings


class ArrayCursor(FieldCursor):
    """A place among the terms of a field."""

    def __init__(self, terms: FieldTerms, field: FieldType) -> None:
        self._terms, self._field, self._at = terms, field, 0

    def first(self) -> str | None:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not before a text."""
        self._at = bisect_left(self._terms, self._field.to_bytes(string))
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The term here; None behind the last."""
        return self._field.from_bytes(self._terms[self._at]) if self.is_valid() else None

    def term(self) -> str | None:
        """The same, as cursors over several segments call it."""
        return self.text()

    def is_valid(self) -> bool:
        """Whether there is a term here."""
        return self._at < len(self._terms)


class ArrayMatcher(LeafMatcher):
    """A place among the documents of a term; knows nothing of blocks and their quality."""

    def __init__(
        self,
        term: tuple[str, bytes],
        postings: Postings,
        format_: Format,
        scorer: BaseScorer | None,
    ) -> None:
        self._term, self._postings, self._at = term, postings, 0
        self.format, self.scorer = format_, scorer

    def is_active(self) -> bool:
        """Whether there is a document here."""
        return self._at < len(self._postings.documents)

    def reset(self) -> None:
        """Go to the first document."""
        self._at = 0

    def copy(self) -> "ArrayMatcher":
        """Another one in the same place."""
        other = ArrayMatcher(self._term, self._postings, self.format, self.scorer)
        other._at = self._at
        return other

    def replace(self, minquality: float = 0) -> "ArrayMatcher":
        """Itself: there is nothing simpler."""
        return self

    def supports_block_quality(self) -> bool:
        """No."""
        return False

    def max_quality(self) -> float:
        """The most that any document can give."""
        return self.scorer.max_quality() if self.scorer else max(self._postings.weights)

    def id(self) -> int:
        """The document here."""
        return self._postings.documents[self._at]

    def all_ids(self) -> Iterator[int]:
        """The documents from here on."""
        return islice(self._postings.documents, self._at, None)

    def next(self) -> None:
        """Go to the next document."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    def skip_to(self, id: int) -> None:
        """Go to the first document from this number on; never back."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._postings.documents, id, self._at)

    def weight(self) -> float:
        """The weight of the term here."""
        return self._postings.weights[self._at]

    def value(self) -> bytes:
        """The weight as Whoosh's format Frequency encodes it."""
        return int(self.weight()).to_bytes(4, "big")
