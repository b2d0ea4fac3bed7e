"""SQLite's FTS5: ready words, facet columns in tables beside it."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.speed.cases import Case
from bench.speed.contestant import FACETS, Counts, Meaning, Reply, in_order, top
from bench.speed.reading import HITS, make_analyser, understand, words_in_a_row
from bench.speed.stock import Cut, Stock
from indexer.models import And, Filters, IndexEntry, Node, Not, Or, Phrase, Prefix, Word

SQLITE = sqlite3.sqlite_version
# Signs inside words (2.5万元) belong to them; between words there are only blanks.
SCHEMA = """
CREATE VIRTUAL TABLE texts USING fts5(
  title, body, tokenize = "unicode61 remove_diacritics 0 tokenchars '.%+#&-_'");
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE, month TEXT, section TEXT);
CREATE TABLE bodies (organization TEXT, number INTEGER, PRIMARY KEY (organization, number))
  WITHOUT ROWID;
CREATE INDEX by_month ON articles (month);
CREATE INDEX by_number ON bodies (number, organization);
"""
FILTERS = {
    "organization": "number IN (SELECT number FROM bodies WHERE organization = :organization)",
    "month": "month BETWEEN :low AND :high",
}


class Fts5:
    """A database in one file."""

    def __init__(self) -> None:
        self._analyser = make_analyser()

    @property
    def meaning(self) -> Meaning:
        """Words, and phrases as words in a row."""
        return Meaning.WORDS

    def build(self, stock: Stock, folder: Path) -> int:
        """All articles in one transaction, then the segments merged into one."""
        folder.mkdir(parents=True)
        base = sqlite3.connect(folder / "fts5.sqlite")
        base.executescript(SCHEMA)
        held = 0
        for article in stock.ready():
            held += 1
            _insert(base, held, article)
        base.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        base.commit()
        base.execute("ANALYZE")
        base.close()
        return held

    def open(self, folder: Path) -> None:
        """Open the database."""
        self._base = sqlite3.connect(folder / "fts5.sqlite")
        self._base.execute("PRAGMA mmap_size = 4000000000")

    def ask(self, case: Case) -> Reply:
        """The matching rows once into a table, from which hits and facets are taken."""
        match = self._match(understand(case.typed, self._analyser))
        base, filters = self._base, case.filters
        values = _values(filters)
        base.execute("DROP TABLE IF EXISTS temp.found")
        base.execute(
            "CREATE TEMP TABLE found AS SELECT articles.* FROM texts "
            "JOIN articles ON articles.number = texts.rowid WHERE texts MATCH ?",
            (match,),
        )
        where = _where(filters)
        total = base.execute(f"SELECT count(*) FROM found {where}", values).fetchone()[0]
        facets = tuple((name, self._count(name, filters)) for name in FACETS)
        hits = base.execute(
            "SELECT articles.id, snippet(texts, 1, '<b>', '</b>', '…', 40) FROM texts "
            "JOIN articles ON articles.number = texts.rowid "
            f"WHERE texts MATCH :match {where.replace('WHERE', 'AND', 1)} "
            "ORDER BY bm25(texts, 1.5, 1.0) LIMIT :hits",
            values | {"match": match, "hits": HITS},
        ).fetchall()
        return Reply(total, tuple(row[0] for row in hits), facets, tuple(row[1] for row in hits))

    def change(self, entries: Iterable[IndexEntry]) -> None:
        """One transaction."""
        find = "SELECT number FROM articles WHERE id = ?"
        for entry in entries:
            number = self._base.execute(find, (entry.id,)).fetchone()[0]
            self._base.execute("DELETE FROM texts WHERE rowid = ?", (number,))
            for table in ("articles", "bodies"):
                self._base.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
            words = (self._analyser.words(text) for text in (entry.title, entry.body))
            _insert(self._base, number, Cut(entry, *map(" ".join, words)))
        self._base.commit()

    def close(self) -> None:
        """Close the database."""
        self._base.close()

    def _match(self, node: Node) -> str:
        """The question in the language of MATCH."""
        match node:
            case And(children):
                wanted = (self._match(one) for one in children if not isinstance(one, Not))
                return "(" + " AND ".join(wanted) + "".join(self._excluded(children)) + ")"
            case Or(children):
                return "(" + " OR ".join(map(self._match, children)) + ")"
            case Word(text):
                return f'"{text}"'
            case Phrase(text):
                return f'"{" ".join(words_in_a_row(text, self._analyser))}"'
            case Prefix(text):
                return f'"{text}" *'
        raise TypeError(f"no question of the benchmark has a {type(node).__name__} here")

    def _excluded(self, children: tuple[Node, ...]) -> Iterator[str]:
        for one in children:
            if isinstance(one, Not):
                yield f" NOT {self._match(one.child)}"

    def _count(self, name: str, filters: Filters) -> Counts:
        """The values of a facet among what was found, without its own choice."""
        where = _where(filters, without=name)
        if name == "organization":
            rows = self._base.execute(
                "SELECT organization, count(*) FROM bodies "
                f"WHERE number IN (SELECT number FROM found {where}) GROUP BY organization",
                _values(filters),
            )
            return top(rows)
        rows = self._base.execute(
            f"SELECT {name}, count(*) FROM found {where} GROUP BY {name}", _values(filters)
        )
        return in_order(row for row in rows if row[0])


def database() -> Fts5:
    """The only way it is asked."""
    return Fts5()


def _insert(base: sqlite3.Connection, number: int, article: Cut) -> None:
    entry = article.entry
    texts = (number, article.title, article.body)
    base.execute("INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)", texts)
    month = entry.date[:7] if entry.date else None
    row = (number, entry.id, month, entry.section)
    base.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", row)
    bodies = ((name, number) for name in entry.organizations)
    base.executemany("INSERT INTO bodies VALUES (?, ?)", bodies)


def _where(filters: Filters, without: str = "") -> str:
    chosen = {"organization": filters.organizations, "month": filters.month_from}
    parts = [FILTERS[name] for name, value in chosen.items() if value and name != without]
    return f"WHERE {' AND '.join(parts)}" if parts else ""


def _values(filters: Filters) -> dict[str, object]:
    name = filters.organizations[0] if filters.organizations else None
    return {"organization": name, "low": filters.month_from, "high": filters.month_to}
