"""The codec by which Whoosh reads our segments: its own search then checks ours.

    with open_index(snapshot).searcher() as searcher:
        searcher.search(Term("body_words", "科普"), limit=None)

Nothing of Whoosh's is on the disk: no table of contents, no pickle. It cannot write here.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from whoosh.codec import base
from whoosh.columns import Column, ColumnReader
from whoosh.fields import FieldType
from whoosh.filedb.filestore import Lock, RamStorage, Storage
from whoosh.formats import Format
from whoosh.index import TOC, FileIndex
from whoosh.matching import LeafMatcher
from whoosh.reading import TermInfo, TermNotFound
from whoosh.scoring import BaseScorer

from indexer.engines.embedded.builder import FACETS
from indexer.engines.embedded.columns import Column as Facet
from indexer.engines.embedded.cursors import ArrayCursor, ArrayMatcher
from indexer.engines.embedded.snapshot import Part, Snapshot
from indexer.engines.embedded.whoosh_schema import Postings, terms_of, whoosh_schema

Term = tuple[str, bytes]


def open_index(snapshot: Snapshot) -> FileIndex:
    """A generation as a Whoosh index that can be read and searched."""
    return ArrayIndex(snapshot)


class ArrayIndex(FileIndex):
    """A generation; what Whoosh keeps in a table of contents comes from the manifest."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.storage, self.indexname = RamStorage(), snapshot.name
        names = (record.file for record in snapshot.manifest.segments)
        segments = [
            ArraySegment(snapshot.name, name, part)
            for name, part in zip(names, snapshot.parts, strict=True)
        ]
        number = int(snapshot.name.rpartition("-")[2])
        self._toc = TOC(whoosh_schema(), segments, number)

    def _read_toc(self) -> TOC:
        return self._toc

    def latest_generation(self) -> int:
        """The number of the generation."""
        return self._toc.generation

    def lock(self, name: str) -> Lock:
        """Never given: EmbeddedEngine writes."""
        raise NotImplementedError(f"{name}: an index is written by EmbeddedEngine")


class ArraySegment(base.Segment):
    """A segment and which of its documents were deleted."""

    compound = False

    def __init__(self, indexname: str, name: str, part: Part) -> None:
        self.indexname, self.segid, self.part = indexname, name, part
        self._deleted = frozenset((~part.alive).nonzero()[0].tolist())

    def codec(self) -> base.Codec:
        """How to read it."""
        return ArrayCodec()

    def doc_count_all(self) -> int:
        """How many documents there are, the deleted ones included."""
        return self.part.segment.size

    def deleted_count(self) -> int:
        """How many were deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        """Those that were deleted."""
        return self._deleted

    def is_deleted(self, docnum: int) -> bool:
        """Whether this one was deleted."""
        return docnum in self._deleted


class ArrayCodec(base.Codec):
    """Reads, and does not write."""

    def terms_reader(self, storage: Storage, segment: ArraySegment) -> base.TermsReader:
        """The terms of a segment."""
        return ArrayTerms(segment.part)

    def per_document_reader(
        self, storage: Storage, segment: ArraySegment
    ) -> base.PerDocumentReader:
        """The documents of a segment."""
        return ArrayDocuments(segment)


class ArrayTerms(base.TermsReader):
    """The terms of all fields of a segment, fields and terms in order."""

    def __init__(self, part: Part) -> None:
        self._fields = terms_of(part.segment)

    def __contains__(self, term: Term) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return list(self._fields)

    def cursor(self, fieldname: str, fieldobj: FieldType) -> base.FieldCursor:
        """A walk through the terms of a field."""
        return ArrayCursor(self._fields[fieldname], fieldobj)

    def terms(self) -> Iterator[Term]:
        """All terms."""
        return chain.from_iterable(self.terms_from(name, b"") for name in self._fields)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """The terms of a field that are not before a text."""
        terms = self._fields[fieldname]
        start = bisect_left(terms, prefix)
        return ((fieldname, terms[at]) for at in range(start, len(terms)))

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        """All terms and what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        """The same of the terms of a field that are not before a text."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What is known of a term, counted anew: Whoosh changes what it is given."""
        found = self._find(fieldname, text)
        if found is None:
            raise TermNotFound(f"{fieldname}:{text!r}")
        lengths = self._fields[fieldname].lengths
        info = TermInfo()
        for document, weight in zip(found.documents, found.weights, strict=True):
            info.add_posting(document, weight, int(lengths[document]))
        return info

    def frequency(self, fieldname: str, text: bytes) -> float:
        """How often a term stands anywhere; 0 for an unknown one."""
        found = self._find(fieldname, text)
        return sum(found.weights) if found else 0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """In how many documents a term stands; 0 for an unknown one."""
        found = self._find(fieldname, text)
        return len(found.documents) if found else 0

    def matcher(
        self, fieldname: str, text: bytes, format_: Format, scorer: BaseScorer | None = None
    ) -> LeafMatcher:
        """A walk through the documents of a term."""
        found = self._find(fieldname, text)
        if found is None:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return ArrayMatcher((fieldname, text), found, format_, scorer)

    def _find(self, fieldname: str, text: bytes) -> Postings | None:
        terms = self._fields.get(fieldname, ())
        at = bisect_left(terms, text)
        known = at < len(terms) and terms[at] == text
        return self._fields[fieldname].postings(at) if known else None


class ArrayDocuments(base.PerDocumentReader):
    """What is known of each document of a segment: lengths, ids and the values of facets."""

    def __init__(self, segment: ArraySegment) -> None:
        self._segment, self._ids = segment, segment.part.segment.ids
        terms = terms_of(segment.part.segment)
        self._lengths = {name: field.lengths for name, field in terms.items()}

    def doc_count(self) -> int:
        """How many documents were not deleted."""
        return self._segment.doc_count()

    def doc_count_all(self) -> int:
        """How many documents there are, the deleted ones included."""
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        """Whether any was deleted."""
        return self._segment.has_deletions()

    def is_deleted(self, docnum: int) -> bool:
        """Whether this one was deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> frozenset[int]:
        """Those that were deleted."""
        return self._segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many terms a document has in a field."""
        lengths = self._lengths.get(fieldname)
        return default if lengths is None else int(lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        """How many terms all documents have, the deleted ones included."""
        return int(self._lengths[fieldname].sum()) if fieldname in self._lengths else 0

    def min_field_length(self, fieldname: str) -> int:
        """The fewest terms of any document."""
        return int(self._lengths[fieldname].min()) if fieldname in self._lengths else 0

    def max_field_length(self, fieldname: str) -> int:
        """The most terms of any document."""
        return int(self._lengths[fieldname].max()) if fieldname in self._lengths else 0

    def stored_fields(self, docnum: int) -> dict[str, object]:
        """The id; texts are in the catalogue."""
        return {"id": self._ids[docnum].decode()}

    def supports_columns(self) -> bool:
        """Yes."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether this is a facet."""
        return fieldname in FACETS

    def column_reader(self, fieldname: str, column: Column) -> ColumnReader:
        """The values of a facet."""
        return ArrayColumn(self._segment.part.segment.columns[fieldname])


class ArrayColumn(ColumnReader):
    """The values of a facet by document; inherits the rest, which goes by ``self[docnum]``."""

    def __init__(self, facet: Facet) -> None:
        self._facet, self._doccount = facet, len(facet.starts) - 1

    def __getitem__(self, docnum: int) -> bytes:
        low, high = self._facet.starts[docnum : docnum + 2].tolist()
        return "\t".join(self._facet.values[code] for code in self._facet.codes[low:high]).encode()
