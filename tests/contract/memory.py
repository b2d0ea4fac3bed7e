"""The plain engine: no index, every question read against every text. It keeps the exam honest."""

from collections import Counter
from collections.abc import Collection, Iterable

from indexer.analysis import Analyser
from indexer.errors import IndexMissing
from indexer.models import (
    NONE,
    And,
    Answer,
    Basis,
    CatalogState,
    Dated,
    EngineStats,
    Everything,
    Explanation,
    FacetCounts,
    Favoured,
    Field,
    Filters,
    IndexEntry,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Problem,
    Question,
    Ranked,
    Sort,
    Tagged,
    Term,
    Undated,
    Word,
)

FACETS = ("organization", "month", "section", "person", "issue")


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
        filters = question.filters
        entries = [
            e for e in self._entries.values() if not _unwanted(e, filters) and _recent(e, filters)
        ]
        found = [e for e in entries if self._found(question.root, e)]
        kept = [e for e in found if all(_fits(name, e, filters) for name in FACETS)]
        tier = {e.id: not self._found(question.root, e, literal=False) for e in kept}
        kept.sort(key=lambda e: _order(e, question.sort, tier[e.id]))
        facets = tuple(
            _count(name, found, filters, question.duplicates) for name in question.facets
        )
        versions = len(kept)
        if not question.duplicates:
            first: dict[str, IndexEntry] = {}
            for entry in kept:
                first.setdefault(_cluster(entry), entry)
            kept = list(first.values())
        page = kept[question.offset : question.offset + question.limit]
        hits = tuple(Ranked(e.id, 0.0, tier[e.id]) for e in page)
        return Answer(len(kept), hits, facets, versions)

    def terms(self) -> Iterable[Term]:
        counts = Counter(word for e in self._entries.values() for word in self._words(e))
        return tuple(Term(word, articles) for word, articles in counts.items())

    def _words(self, entry: IndexEntry, field: Field | None = None) -> set[str]:
        return {word for text in _texts(entry, field) for word in self._analyser.words(text)}

    def _found(self, node: Node, entry: IndexEntry, literal: bool = True) -> bool:
        match node:
            case And(children):
                return all(self._found(child, entry, literal) for child in children)
            case Or(children):
                return any(self._found(child, entry, literal) for child in children)
            case Not(child):
                return not self._found(child, entry)
            case Favoured(child):
                return self._found(child, entry, literal)
            case Everything():
                return True
        return self._reads(node, entry, literal) or _has(node, entry)

    def _reads(self, leaf: Node, entry: IndexEntry, literal: bool) -> bool:
        """Whether a leaf stands in a text of an article."""
        match leaf:
            case Word(text, field, anywhere):
                cut = text in self._words(entry, field)
                return cut or (literal and anywhere and bool(self._places(text, entry, field)))
            case Prefix(text, field, anywhere):
                cut = any(word.startswith(text) for word in self._words(entry, field))
                return cut or (
                    literal and anywhere and bool(self._places(text, entry, field, open_end=True))
                )
            case Phrase(text, field):
                return bool(self._places(text, entry, field))
            case Name(text, aliases, _, field):
                named = any(self._places(alias, entry, field) for alias in aliases)
                return named or self._reads(Word(text, field), entry, literal)
            case Near(left, right, distance):
                return self._near(left, right, distance, entry)
        return False

    def _near(self, left: Phrase, right: Phrase, distance: int, entry: IndexEntry) -> bool:
        places = [
            (self._places(left.text, entry, field), self._places(right.text, entry, field))
            for field in Field
            if left.field in (None, field) and right.field in (None, field)
        ]
        return any(
            max(a[0], b[0]) - min(a[1], b[1]) <= distance
            for lefts, rights in places
            for a in lefts
            for b in rights
        )

    def _places(
        self, text: str, entry: IndexEntry, field: Field | None, open_end: bool = False
    ) -> list[tuple[int, int]]:
        """Where a row of characters begins and ends, in characters."""
        needle = list(self._analyser.characters(text))
        found = []
        for one in _texts(entry, field):
            row = list(self._analyser.characters(one))
            for at in range(len(row) - len(needle) + 1):
                piece = row[at : at + len(needle)]
                tail = open_end and piece[-1:] and piece[-1].startswith(needle[-1])
                if piece == needle or (tail and piece[:-1] == needle[:-1]):
                    found.append((at, at + len(needle)))
        return found


def _has(leaf: Node, entry: IndexEntry) -> bool:
    """Whether an article has the value or the date that a leaf asks for."""
    match leaf:
        case Name(organization=organization, field=None):
            return organization in entry.organizations
        case Tagged(facet, values):
            return bool(set(_values(facet, entry, Filters())) & set(values))
        case Dated(basis, low, high):
            return _shares_a_day(_day(entry, basis), low, high)
        case Undated(basis):
            return not _day(entry, basis)
    return False


def _texts(entry: IndexEntry, field: Field | None) -> tuple[str, ...]:
    texts = {Field.TITLE: entry.title, Field.BODY: entry.body}
    return tuple(text for name, text in texts.items() if field in (None, name))


def _day(entry: IndexEntry, basis: Basis) -> str:
    return (entry.date if basis is Basis.EVENT else entry.issued) or ""


def _shares_a_day(day: str, low: str | None, high: str | None) -> bool:
    """ISO texts compared as far as the shorter one goes."""
    size = len(day)
    after = not low or day[: len(low)] >= low[:size]
    before = not high or day[: len(high)] <= high[:size]
    return bool(day) and after and before


def _values(name: str, entry: IndexEntry, filters: Filters) -> tuple[str, ...]:
    if name == "organization":
        return entry.signers if filters.signed else entry.organizations
    if name == "person":
        return entry.persons
    value = {
        "section": entry.section,
        "issue": entry.issue,
        "month": _day(entry, filters.basis)[:7],
    }[name]
    return (value,) if value else ()


def _recent(entry: IndexEntry, filters: Filters) -> bool:
    by_day = filters.since is None or (entry.entered or "") >= filters.since
    return by_day and (filters.since_revision is None or entry.added > filters.since_revision)


def _chosen(name: str, filters: Filters) -> tuple[str, ...]:
    return {
        "organization": filters.organizations,
        "month": filters.months,
        "section": filters.sections,
        "person": filters.people,
        "issue": filters.issues,
    }[name]


def _unwanted(entry: IndexEntry, filters: Filters) -> bool:
    choices = {
        "organization": filters.without_organizations,
        "section": filters.without_sections,
        "person": filters.without_people,
    }
    held = {name: _values(name, entry, filters) or (NONE,) for name in choices}
    return any(set(held[name]) & set(unwanted) for name, unwanted in choices.items())


def _fits(name: str, entry: IndexEntry, filters: Filters) -> bool:
    values, chosen = _values(name, entry, filters), _chosen(name, filters)
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
    held = {e.id: _values(name, e, filters) for e in kept}
    pairs = {(e.id if duplicates else _cluster(e), v) for e in kept for v in held[e.id]}
    counts = Counter(value for _, value in pairs)
    for value in _chosen(name, filters):
        if value != NONE:
            counts.setdefault(value, 0)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    empty = {e.id if duplicates else _cluster(e) for e in kept if not held[e.id]}
    return FacetCounts(name, tuple(ordered), len(empty))


def _order(entry: IndexEntry, sort: Sort, literal: bool) -> tuple[object, ...]:
    day = int((entry.date or "0").replace("-", "").ljust(8, "0"))
    if sort is Sort.RELEVANCE:
        return (literal, -day, entry.id)
    if sort is Sort.ADDED:
        return (-entry.added, -day, entry.id)
    return (day == 0, -day if sort is Sort.NEWEST else day, entry.id)
