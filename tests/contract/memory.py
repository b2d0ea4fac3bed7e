"""The plain engine: no index, every question read against every text. It keeps the exam honest."""

from collections import Counter
from collections.abc import Collection, Iterable

from indexer.analysis import Analyser
from indexer.errors import IndexMissing
from indexer.models import (
    NONE,
    And,
    Answer,
    CatalogState,
    EngineStats,
    Everything,
    Explanation,
    FacetCounts,
    Filters,
    IndexEntry,
    Node,
    Not,
    Or,
    Phrase,
    Problem,
    Question,
    Ranked,
    Sort,
    Word,
)

FACETS = ("organization", "month", "section", "person")


class MemoryEngine:
    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._entries: dict[str, IndexEntry] = {}
        self._stats: EngineStats | None = None

    @property
    def fingerprint(self) -> str:
        return self._analyser.fingerprint

    def replace(self, entries: Iterable[IndexEntry], state: CatalogState) -> EngineStats:
        self._entries = {}
        return self.update(entries, (), state)

    def update(
        self, changed: Iterable[IndexEntry], removed: Collection[str], state: CatalogState
    ) -> EngineStats:
        for key in removed:
            self._entries.pop(key, None)
        self._entries |= {entry.id: entry for entry in changed}
        self._stats = EngineStats("memory", "", len(self._entries), self.fingerprint, state)
        return self._stats

    def stats(self) -> EngineStats:
        if self._stats is None:
            raise IndexMissing("还没有索引；请先运行 bulletin index")
        return self._stats

    def verify(self) -> tuple[Problem, ...]:
        return ()

    def explain(self, question: Question, article_id: str) -> Explanation:
        entry = self._entries.get(article_id)
        return Explanation(entry is not None, bool(entry and self._found(question.root, entry)))

    def search(self, question: Question) -> Answer:
        self.stats()
        found = [e for e in self._entries.values() if self._found(question.root, e)]
        kept = [e for e in found if all(_fits(name, e, question.filters) for name in FACETS)]
        tier = {e.id: not self._found(question.root, e, literal=False) for e in kept}
        kept.sort(key=lambda e: _order(e, question.sort, tier[e.id]))
        facets = tuple(
            _count(name, found, question.filters, question.duplicates) for name in FACETS
        )
        if not question.duplicates:
            kept = list({_cluster(e): e for e in reversed(kept)}.values())[::-1]
        page = kept[question.offset : question.offset + question.limit]
        hits = tuple(Ranked(e.id, 0.0, tier[e.id]) for e in page)
        return Answer(len(kept), hits, facets)

    def _found(self, node: Node, entry: IndexEntry, literal: bool = True) -> bool:
        match node:
            case And(children):
                return all(self._found(child, entry, literal) for child in children)
            case Or(children):
                return any(self._found(child, entry, literal) for child in children)
            case Not(child):
                return not self._found(child, entry)
            case Word(text):
                cut = any(text in self._analyser.words(t) for t in (entry.title, entry.body))
                return cut or (literal and self._in_a_row(text, entry))
            case Phrase(text):
                return self._in_a_row(text, entry)
        return isinstance(node, Everything)

    def _in_a_row(self, text: str, entry: IndexEntry) -> bool:
        needle = "\0".join(("", *self._analyser.characters(text), ""))
        rows = (self._analyser.characters(field) for field in (entry.title, entry.body))
        return any(needle in "\0".join(("", *row, "")) for row in rows)


def _values(name: str, entry: IndexEntry) -> tuple[str, ...]:
    if name == "organization":
        return entry.organizations
    if name == "person":
        return entry.persons
    value = entry.section if name == "section" else (entry.date or "")[:7]
    return (value,) if value else ()


def _chosen(name: str, filters: Filters) -> tuple[str, ...]:
    return {
        "organization": filters.organizations,
        "month": filters.months,
        "section": filters.sections,
        "person": filters.people,
    }[name]


def _fits(name: str, entry: IndexEntry, filters: Filters) -> bool:
    values, chosen = _values(name, entry), _chosen(name, filters)
    ranged = name == "month" and (filters.month_from or filters.month_to)
    if not chosen and not ranged:
        return True
    if ranged and values:
        low, high = filters.month_from or "", filters.month_to or "9999-99"
        if low <= values[0] <= high:
            return True
    return bool(set(values) & set(chosen)) or (NONE in chosen and not values)


def _cluster(entry: IndexEntry) -> str:
    return entry.cluster or entry.id


def _count(name: str, found: list[IndexEntry], filters: Filters, duplicates: bool) -> FacetCounts:
    others = [other for other in FACETS if other != name]
    kept = [e for e in found if all(_fits(other, e, filters) for other in others)]
    pairs = {(e.id if duplicates else _cluster(e), v) for e in kept for v in _values(name, e)}
    counts = Counter(value for _, value in pairs)
    for value in _chosen(name, filters):
        if value != NONE:
            counts.setdefault(value, 0)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    empty = {e.id if duplicates else _cluster(e) for e in kept if not _values(name, e)}
    return FacetCounts(name, tuple(ordered), len(empty))


def _order(entry: IndexEntry, sort: Sort, literal: bool) -> tuple[object, ...]:
    day = int((entry.date or "0").replace("-", "").ljust(8, "0"))
    if sort is Sort.RELEVANCE:
        return (literal, -day, entry.id)
    return (day == 0, -day if sort is Sort.NEWEST else day, entry.id)
