"""The queries themselves; their parser (whoosh.qparser) is left out on purpose."""

from collections.abc import Iterator, Sequence

from whoosh.matching import Matcher
from whoosh.query.spans import Span as Span
from whoosh.reading import IndexReader
from whoosh.searching import SearchContext, Searcher

class QueryError(Exception): ...

class Query:
    boost: float
    error: Exception | None
    def __or__(self, query: Query) -> Query: ...
    def __and__(self, query: Query) -> Query: ...
    def __sub__(self, query: Query) -> Query: ...
    def is_leaf(self) -> bool: ...
    def children(self) -> Iterator[Query]: ...
    def copy(self) -> Query: ...
    def all_terms(self, phrases: bool = True) -> set[tuple[str, str]]: ...
    def with_boost(self, boost: float) -> Query: ...
    def estimate_size(self, ixreader: IndexReader) -> int: ...
    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Matcher: ...
    def docs(self, searcher: Searcher) -> Iterator[int]: ...
    def normalize(self) -> Query: ...
    def simplify(self, ixreader: IndexReader) -> Query: ...

class _NullQuery(Query):
    def __call__(self) -> _NullQuery: ...

NullQuery: _NullQuery

class Every(Query):
    fieldname: str | None
    def __init__(self, fieldname: str | None = None, boost: float = 1.0) -> None: ...

class Term(Query):
    fieldname: str
    text: str | bytes
    def __init__(
        self,
        fieldname: str,
        text: str | bytes,
        boost: float = 1.0,
        minquality: float | None = None,
    ) -> None: ...

class MultiTerm(Query):
    constantscore: bool

class Prefix(MultiTerm):
    fieldname: str
    text: str
    def __init__(
        self, fieldname: str, text: str, boost: float = 1.0, constantscore: bool = True
    ) -> None: ...

class FuzzyTerm(MultiTerm):
    fieldname: str
    text: str
    def __init__(
        self, fieldname: str, text: str, boost: float = 1.0, maxdist: int = 1, prefixlength: int = 1
    ) -> None: ...

class TermRange(MultiTerm):
    fieldname: str
    def __init__(
        self,
        fieldname: str,
        start: str | None,
        end: str | None,
        startexcl: bool = False,
        endexcl: bool = False,
        boost: float = 1.0,
        constantscore: bool = True,
    ) -> None: ...

class Phrase(Query):
    fieldname: str
    words: list[str]
    slop: int
    def __init__(
        self,
        fieldname: str,
        words: list[str],
        slop: int = 1,
        boost: float = 1.0,
        char_ranges: list[tuple[int, int]] | None = None,
    ) -> None: ...

class CompoundQuery(Query):
    subqueries: list[Query]
    def __init__(self, subqueries: Sequence[Query], boost: float = 1.0) -> None: ...

class And(CompoundQuery): ...

class Or(CompoundQuery):
    DEFAULT_MATCHER: int
    matcher_type: int
    minmatch: int
    scale: float | None
    def __init__(
        self,
        subqueries: Sequence[Query],
        boost: float = 1.0,
        minmatch: int = 0,
        scale: float | None = None,
    ) -> None: ...

class DisjunctionMax(CompoundQuery):
    def __init__(
        self, subqueries: Sequence[Query], boost: float = 1.0, tiebreak: float = 0.0
    ) -> None: ...

class BinaryQuery(CompoundQuery):
    a: Query
    b: Query
    def __init__(self, a: Query, b: Query) -> None: ...

class AndNot(BinaryQuery): ...
class Require(BinaryQuery): ...
class AndMaybe(BinaryQuery): ...

class Not(Query):
    query: Query
    def __init__(self, query: Query, boost: float = 1.0) -> None: ...

class WrappingQuery(Query):
    child: Query
    def __init__(self, child: Query) -> None: ...

class ConstantScoreQuery(WrappingQuery):
    score: float
    def __init__(self, child: Query, score: float = 1.0) -> None: ...
