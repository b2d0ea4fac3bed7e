"""Xapian by Debian's python3-xapian: ready words, facets from value slots."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import xapian
from xapian import Query

from bench.speed.cases import Case
from bench.speed.contestant import FACETS, Counts, Meaning, Reply, in_order, top
from bench.speed.reading import HITS, make_analyser, understand, words_in_a_row
from bench.speed.stock import Cut, Stock
from indexer.models import And, Filters, IndexEntry, Node, Not, Or, Phrase, Prefix, Word

MONTH, SECTION, FIRST_BODY = 0, 1, 2
MOST_BODIES = 6  # of one article, each in a slot of its own
SLOTS = {
    "month": (MONTH,),
    "section": (SECTION,),
    "organization": tuple(range(FIRST_BODY, FIRST_BODY + MOST_BODIES)),
}
TITLE, ID, ORGANIZATION = "S", "Q", "XO"
TITLE_WEIGHT = 1.5
SNIPPET = 400  # bytes


class Xapian:
    """A database in a folder."""

    def __init__(self) -> None:
        self._analyser = make_analyser()

    @property
    def meaning(self) -> Meaning:
        """Words, and phrases as words in a row."""
        return Meaning.WORDS

    def build(self, stock: Stock, folder: Path) -> int:
        """All articles in one commit."""
        base = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OPEN)
        held = 0
        for article in stock.ready():
            base.add_document(_document(article))
            held += 1
        base.commit()
        base.close()
        return held

    def open(self, folder: Path) -> None:
        """Open the database."""
        self._folder = folder
        self._base = xapian.Database(str(folder))

    def ask(self, case: Case) -> Reply:
        """All matches are looked at, so that totals and counts are exact."""
        text = self._query(understand(case.typed, self._analyser))
        chosen = _filters(case.filters)
        plain = tuple(name for name in FACETS if name not in chosen)
        found, counts = self._search(_narrowed(text, chosen.values()), HITS, plain)
        for name in chosen:
            others = [one for facet, one in chosen.items() if facet != name]
            counts |= self._search(_narrowed(text, others), 0, (name,))[1]
        stem = xapian.Stem("none")
        ids, snippets = [], []
        for match in found:
            key, body = json.loads(match.document.get_data())
            ids.append(str(key))
            snippets.append(found.snippet(body, SNIPPET, stem).decode())
        facets = tuple((name, counts[name]) for name in FACETS)
        return Reply(found.get_matches_estimated(), tuple(ids), facets, tuple(snippets))

    def change(self, entries: Iterable[IndexEntry]) -> None:
        """Replace by id, commit, reopen."""
        base = xapian.WritableDatabase(str(self._folder), xapian.DB_OPEN)
        for entry in entries:
            words = (self._analyser.words(text) for text in (entry.title, entry.body))
            base.replace_document(ID + entry.id, _document(Cut(entry, *map(" ".join, words))))
        base.commit()
        base.close()
        self._base.reopen()

    def close(self) -> None:
        """Close the database."""
        self._base.close()

    def _search(
        self, query: Query, most: int, names: Iterable[str]
    ) -> tuple[xapian.MSet, dict[str, Counts]]:
        """The first hits, and the counts of some facets."""
        enquire = xapian.Enquire(self._base)
        enquire.set_query(query)
        spies = {name: [xapian.ValueCountMatchSpy(slot) for slot in SLOTS[name]] for name in names}
        for several in spies.values():
            for spy in several:
                enquire.add_matchspy(spy)
        found = enquire.get_mset(0, most, self._base.get_doccount())
        return found, {name: _counts(name, several) for name, several in spies.items()}

    def _query(self, node: Node) -> Query:
        match node:
            case And(children):
                wanted = [self._query(one) for one in children if not isinstance(one, Not)]
                unwanted = [self._query(one.child) for one in children if isinstance(one, Not)]
                query = Query(Query.OP_AND, wanted)
                return Query(Query.OP_AND_NOT, [query, *unwanted]) if unwanted else query
            case Or(children):
                return Query(Query.OP_OR, [self._query(one) for one in children])
            case Word(text):
                return _anywhere(Query(TITLE + text), Query(text))
            case Phrase(text):
                row = words_in_a_row(text, self._analyser)
                titles = [TITLE + word for word in row]
                return _anywhere(_row(titles), _row(list(row)))
            case Prefix(text):
                return _anywhere(_beginning(TITLE + text), _beginning(text))
        raise TypeError(f"no question of the benchmark has a {type(node).__name__} here")


def database() -> Xapian:
    """The only way it is asked."""
    return Xapian()


def _anywhere(title: Query, body: Query) -> Query:
    """A match in either field, weighing more in the title."""
    return Query(Query.OP_OR, [Query(Query.OP_SCALE_WEIGHT, title, TITLE_WEIGHT), body])


def _row(terms: list[str]) -> Query:
    return Query(Query.OP_PHRASE, terms, len(terms))


def _beginning(text: str) -> Query:
    """All words that begin so, however many."""
    return Query(Query.OP_WILDCARD, text, 0, Query.WILDCARD_LIMIT_ERROR)


def _filters(filters: Filters) -> dict[str, Query]:
    chosen = {}
    if filters.organizations:
        chosen["organization"] = Query(ORGANIZATION + filters.organizations[0])
    if filters.month_from and filters.month_to:
        low, high = filters.month_from, filters.month_to
        chosen["month"] = Query(Query.OP_VALUE_RANGE, MONTH, low, high)
    return chosen


def _narrowed(query: Query, filters: Iterable[Query]) -> Query:
    """The query within filters, which do not score."""
    for one in filters:
        query = Query(Query.OP_FILTER, [query, one])
    return query


def _counts(name: str, spies: Iterable[xapian.ValueCountMatchSpy]) -> Counts:
    counts: Counter[str] = Counter()
    for spy in spies:
        counts.update({item.term.decode(): item.termfreq for item in spy.values()})
    pairs = ((value, count) for value, count in counts.items() if value)
    return top(pairs) if name == "organization" else in_order(pairs)


def _document(article: Cut) -> xapian.Document:
    entry, document = article.entry, xapian.Document()
    document.set_data(json.dumps((entry.id, article.body), ensure_ascii=False))
    document.add_boolean_term(ID + entry.id)
    for place, word in enumerate(article.title.split(" ")):
        document.add_posting(TITLE + word, place)
    for place, word in enumerate(article.body.split(" ")):
        document.add_posting(word, place)
    document.add_value(MONTH, (entry.date or "")[:7])
    document.add_value(SECTION, entry.section or "")
    for slot, name in enumerate(entry.organizations, FIRST_BODY):
        document.add_value(slot, name)
        document.add_boolean_term(ORGANIZATION + name)
    return document
