"""tantivy through its Python binding: ready words, a field of blanks, fast fields for facets."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import tantivy
from tantivy import FieldType, Occur, Query

from bench.speed.cases import Case
from bench.speed.contestant import FACETS, MOST_VALUES, Counts, Meaning, Reply, in_order, top
from bench.speed.reading import HITS, make_analyser, make_question, understand
from bench.speed.stock import Cut, Stock
from indexer.models import And, Filters, IndexEntry, Node, Not, Or, Phrase, Prefix, Word

HEAP = 256 << 20
WEIGHTS = {"title": 1.5, "body": 1.0}
SNIPPET = 160
# More values than any segment has, so that counts are exact.
ALL_VALUES = 65_000


class Tantivy:
    """An index of title and body as words with blanks between them, the body stored."""

    def __init__(self, fields: tuple[str, ...] = ("title", "body")) -> None:
        self._fields = fields
        self._analyser = make_analyser()
        self._schema = _schema()

    @property
    def meaning(self) -> Meaning:
        """Words, and phrases as words in a row."""
        return Meaning.WORDS

    def build(self, stock: Stock, folder: Path) -> int:
        """One writer thread, which was faster than two; merges are awaited."""
        return add_all(self.create(folder), stock.ready())

    def create(self, folder: Path) -> tantivy.Index:
        """An empty index."""
        folder.mkdir(parents=True)
        return self._index(folder)

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._opened = self._index(folder)
        self._searcher = self._opened.searcher()

    def ask(self, case: Case) -> Reply:
        """Search with the count, then aggregate, then cut snippets."""
        root = understand(case.typed, self._analyser)
        question = make_question(root, case.filters, duplicates=True)
        text = self._query(root)
        chosen = self._filters(question.filters)
        query = _narrowed(text, chosen.values())
        found = self._searcher.search(query, HITS)
        facets = self._facets(text, query, chosen)
        cutter = tantivy.SnippetGenerator.create(self._searcher, text, self._schema, "body")
        cutter.set_max_num_chars(SNIPPET)
        documents = [self._searcher.doc(address) for _, address in found.hits]
        ids = tuple(str(document.get_first("id")) for document in documents)
        snippets = tuple(cutter.snippet_from_doc(document).to_html() for document in documents)
        return Reply(found.count, ids, facets, snippets)

    def change(self, entries: Iterable[IndexEntry]) -> None:
        """Delete and add, commit, reload."""
        writer = self._opened.writer(HEAP, 1)
        for entry in entries:
            writer.delete_documents_by_term("id", entry.id)
            words = (self._analyser.words(text) for text in (entry.title, entry.body))
            writer.add_document(_document(Cut(entry, *map(" ".join, words))))
        writer.commit()
        self._opened.reload()
        self._searcher = self._opened.searcher()

    def close(self) -> None:
        """Nothing is left open."""
        del self._searcher, self._opened

    def _index(self, folder: Path) -> tantivy.Index:
        index = tantivy.Index(self._schema, str(folder))
        blanks = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("blanks", blanks)
        return index

    def _query(self, node: Node) -> Query:
        match node:
            case And(children):
                return Query.boolean_query([self._must(child) for child in children])
            case Or(children):
                return Query.boolean_query([(Occur.Should, self._query(one)) for one in children])
            case Word(text):
                return self._anywhere(
                    [(name, Query.term_query(self._schema, name, text)) for name in self._fields]
                )
            case Phrase(text):
                return self._phrase(text)
            case Prefix(text):
                pattern = f"{text}.*"
                return self._anywhere(
                    [
                        (name, Query.regex_query(self._schema, name, pattern))
                        for name in self._fields
                    ]
                )
        raise TypeError(f"no question of the benchmark has a {type(node).__name__} here")

    def _must(self, child: Node) -> tuple[Occur, Query]:
        if isinstance(child, Not):
            return Occur.MustNot, self._query(child.child)
        return Occur.Must, self._query(child)

    def _anywhere(self, parts: list[tuple[str, Query]]) -> Query:
        """A match in any field, weighed by the field."""
        return Query.boolean_query(
            [
                (
                    Occur.Should,
                    query if WEIGHTS[name] == 1 else Query.boost_query(query, WEIGHTS[name]),
                )
                for name, query in parts
            ]
        )

    def _phrase(self, text: str) -> Query:
        """Words at their places; the pieces between them are left to be as they are."""
        stream = self._analyser.words(text)
        places = self._places(text, stream)
        if len(places) == 1:
            return self._query(Word(stream[0]))
        return self._anywhere(
            [(name, Query.phrase_query(self._schema, name, places)) for name in self._fields]
        )

    def _places(self, text: str, stream: tuple[str, ...]) -> list[str | tuple[int, str]]:
        """The words of a phrase without the pieces inside them: (0, 中国科协), (3, 召开)."""
        places: list[str | tuple[int, str]] = []
        at = 0
        for token in self._analyser.cut(text):
            if at < len(stream) and stream[at] == token.text:
                places.append((at, token.text))
                at += len(self._analyser.words(token.text))
        return places

    def _filters(self, filters: Filters) -> dict[str, Query]:
        """The chosen filters by facet."""
        chosen = {}
        if filters.organizations:
            terms = list(filters.organizations)
            chosen["organization"] = Query.term_set_query(self._schema, "organization", terms)
        if filters.month_from and filters.month_to:
            low, high = _month(filters.month_from), _month(filters.month_to)
            chosen["month"] = Query.range_query(
                self._schema, "month", FieldType.Unsigned, low, high
            )
        return chosen

    def _facets(
        self, text: Query, query: Query, chosen: Mapping[str, Query]
    ) -> tuple[tuple[str, Counts], ...]:
        """Each facet without its own choice; those of one query are counted together."""
        plain = [name for name in FACETS if name not in chosen]
        counts = self._count(query, plain)
        for name in chosen:
            others = [one for facet, one in chosen.items() if facet != name]
            counts |= self._count(_narrowed(text, others), [name])
        return tuple((name, counts[name]) for name in FACETS)

    def _count(self, query: Query, names: Iterable[str]) -> dict[str, Counts]:
        wanted = {name: _aggregation(name) for name in names}
        told = self._searcher.aggregate(query, wanted)
        return {name: _counts(name, told[name]["buckets"]) for name in wanted}


def add_all(index: tantivy.Index, articles: Iterable[Cut]) -> int:
    """Add articles in one commit, merges awaited; how many they are."""
    writer = index.writer(HEAP, 1)
    held = 0
    for article in articles:
        writer.add_document(_document(article))
        held += 1
    writer.commit()
    writer.wait_merging_threads()
    return held


def both_fields() -> Tantivy:
    """Title and body apart, a word in the title weighing more, as in the product."""
    return Tantivy()


def _aggregation(name: str) -> dict[str, dict[str, object]]:
    size = MOST_VALUES if name == "organization" else 1000
    return {"terms": {"field": name, "size": size, "segment_size": ALL_VALUES}}


def _counts(name: str, buckets: Iterable[Mapping[str, object]]) -> Counts:
    if name == "month":
        months = ((int(str(one["key"]).partition(".")[0]), one["doc_count"]) for one in buckets)
        return in_order((f"{key // 100}-{key % 100:02}", int(str(count))) for key, count in months)
    pairs = [(str(one["key"]), int(str(one["doc_count"]))) for one in buckets]
    return top(pairs) if name == "organization" else in_order(pairs)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", stored=True, tokenizer_name="blanks")
    builder.add_text_field("body", stored=True, tokenizer_name="blanks")
    for name in ("organization", "section"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("month", indexed=True, fast=True)
    return builder.build()


def _document(article: Cut) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("id", article.entry.id)
    document.add_text("title", article.title)
    document.add_text("body", article.body)
    for name in article.entry.organizations:
        document.add_text("organization", name)
    if article.entry.section:
        document.add_text("section", article.entry.section)
    if article.entry.date:
        document.add_unsigned("month", _month(article.entry.date))
    return document


def _month(day: str) -> int:
    """2023-12-21 -> 202312."""
    return int(day[:4]) * 100 + int(day[5:7])


def _narrowed(query: Query, filters: Iterable[Query]) -> Query:
    """The query within filters, which do not score."""
    parts = [(Occur.Must, Query.const_score_query(one, 0.0)) for one in filters]
    return Query.boolean_query([(Occur.Must, query), *parts]) if parts else query
