"""Writing the catalogue: each change is one transaction and one revision."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from indexer.catalog import rows
from indexer.catalog.ids import article_ids, fresh_id
from indexer.catalog.reading import CatalogReader
from indexer.catalog.retired import successors
from indexer.catalog.schema import told
from indexer.models import Article, Bulletin, ReadyArticle, SourceFile, SourceReading, SourceReport

# So many hashes of a sketch find its like: of two texts that share half of their shingles, one
# in 256 is missed.
KEYS = 8


class Catalog(CatalogReader):
    """The catalogue for the one process that holds the writer's lock."""

    writable = True

    def store(self, source: SourceFile, reading: SourceReading, reader: str) -> tuple[str, ...]:
        """Take in one source in place of what was known of its path; returns its article ids.

        ``reader`` is the fingerprint of the rules it was read by. Ready articles keep their own
        ids.
        """
        bulletin = reading.bulletin
        with self._change() as revision:
            issue_id, former = self._issue_of(source.path), self._articles_of(source.path)
            entries, bodies = self._entries_of(source.path), self._bodies_of(source.path)
            self._forget((source.path,), revision)
            self._insert_source(source, reading.report, reader)
            ids = self._ids(source.path, bulletin, reading.ready, former)
            if ids:
                self._insert_issue(issue_id, source.path, bulletin)
                self._insert_articles(issue_id, bulletin, ids, revision)
                self._set_entries(ids, entries, revision)
                self._set_successors(bodies, dict(zip(ids, bulletin.articles, strict=True)))
        return tuple(ids)

    def move(self, old: str, new: SourceFile) -> None:
        """The same content under another path; articles and ids stay."""
        with self._change():
            self._run(
                "UPDATE sources SET path = ?, mtime_ns = ? WHERE path = ?",
                new.path,
                new.mtime_ns,
                old,
            )

    def touch(self, source: SourceFile) -> None:
        """Note a new modification time of unchanged content; no revision, nothing changed."""
        self._run("UPDATE sources SET mtime_ns = ? WHERE path = ?", source.mtime_ns, source.path)

    def forget(self, paths: Collection[str]) -> None:
        """Remove sources with their issues and articles."""
        with self._change() as revision:
            self._forget(paths, revision)

    def note_sketches(self, sketches: Mapping[str, Sequence[int]]) -> None:
        """Keep the sketches of some articles (hashes ascending), by article id."""
        keys = [(hash_, key) for key, sketch in sketches.items() for hash_ in sketch[:KEYS]]
        texts = [(key, rows.dump(sketch)) for key, sketch in sketches.items()]
        with self._change():
            self._many("INSERT OR REPLACE INTO sketches VALUES (?, ?)", texts)
            self._many("INSERT OR IGNORE INTO sketch_keys VALUES (?, ?)", keys)

    def set_clusters(self, clusters: Mapping[str, str]) -> None:
        """Note which cluster each of some articles belongs to, by article id."""
        with self._change() as revision:
            self._many(
                "UPDATE articles SET cluster = ?1, revision = ?2 WHERE id = ?3 AND cluster <> ?1",
                [(cluster, revision, key) for key, cluster in clusters.items()],
            )

    def note_run(self, kind: str, summary: str, started: str = "") -> None:
        """Write one line of the journal of runs; ``started`` is a moment (ISO, UTC)."""
        self._run(
            "INSERT INTO runs (finished, kind, summary, started) VALUES (?, ?, ?, ?)",
            _now(),
            kind,
            summary,
            started,
        )

    def _many(self, statement: str, values: Sequence[tuple[object, ...]]) -> None:
        with told(self._path):
            self._connection.executemany(statement, values)

    def _run(self, statement: str, *values: object) -> None:
        with told(self._path):
            self._connection.execute(statement, values)

    @contextmanager
    def _change(self) -> Iterator[int]:
        """A transaction that ends with the next revision, or leaves everything as it was."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            revision = self.state().revision + 1
            yield revision
            self._run("UPDATE meta SET value = ? WHERE key = 'revision'", str(revision))
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise

    def _issue_of(self, path: str) -> str:
        """The id of a source's issue: the one it had, or a fresh one."""
        for (key,) in self._all("SELECT id FROM issues WHERE source = ?", path):
            return str(key)
        return fresh_id({row[0] for row in self._all("SELECT id FROM issues")}, "issue", path)

    def _articles_of(self, path: str) -> list[tuple[str, str]]:
        return [
            (key, title)
            for key, title in self._all(
                "SELECT a.id, a.title FROM articles a JOIN issues i ON i.id = a.issue "
                "WHERE i.source = ? ORDER BY a.position",
                path,
            )
        ]

    def _entries_of(self, path: str) -> dict[str, tuple[int, str]]:
        """The revision and the moment at which each article of a source was first taken in."""
        found = self._all(
            "SELECT a.id, a.added, a.entered FROM articles a JOIN issues i ON i.id = a.issue "
            "WHERE i.source = ?",
            path,
        )
        return {key: (added, entered) for key, added, entered in found}

    def _set_entries(
        self, ids: Iterable[str], former: Mapping[str, tuple[int, str]], revision: int
    ) -> None:
        """Note when articles were first taken in: as before, or at this revision."""
        now = revision, _now()
        self._many(
            "UPDATE articles SET added = ?, entered = ? WHERE id = ?",
            [(*former.get(key, now), key) for key in ids],
        )

    def _bodies_of(self, path: str) -> dict[str, str]:
        found = self._all(
            "SELECT a.id, a.body FROM articles a JOIN issues i ON i.id = a.issue "
            "WHERE i.source = ?",
            path,
        )
        return dict(found)

    def _set_successors(self, former: Mapping[str, str], present: Mapping[str, Article]) -> None:
        """Note which articles of a source took the place of those it no longer has."""
        gone = {key: body for key, body in former.items() if key not in present}
        texts = {key: article.body.text for key, article in present.items()} if gone else {}
        self._many(
            "UPDATE removed SET successor = ? WHERE id = ?",
            [(new, old) for old, new in successors(gone, texts).items()],
        )

    def _ids(
        self,
        path: str,
        bulletin: Bulletin,
        ready: tuple[ReadyArticle, ...],
        former: list[tuple[str, str]],
    ) -> list[str]:
        if ready:
            return [article.id for article in ready]
        taken = {row[0] for row in self._all("SELECT id FROM articles")}
        return article_ids(path, [article.title for article in bulletin.articles], former, taken)

    def _forget(self, paths: Collection[str], revision: int) -> None:
        for path in paths:
            for key, _ in self._articles_of(path):
                self._run(
                    "INSERT OR REPLACE INTO removed VALUES (?, ?, ?)",
                    key,
                    revision,
                    self._elsewhere(key, path),
                )
            self._run("DELETE FROM sources WHERE path = ?", path)

    def _elsewhere(self, article_id: str, path: str) -> str:
        """The same text in another source, by its id; empty without one."""
        found = self._all(
            "SELECT b.id FROM articles a JOIN articles b ON b.cluster = a.cluster "
            "JOIN issues i ON i.id = b.issue "
            "WHERE a.id = ? AND a.cluster <> '' AND i.source <> ? ORDER BY b.id LIMIT 1",
            article_id,
            path,
        )
        return str(found[0][0]) if found else ""

    def _insert_source(self, source: SourceFile, report: SourceReport, reader: str) -> None:
        self._run(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            source.path,
            source.size,
            source.mtime_ns,
            source.sha256,
            source.correction,
            report.status.value,
            report.reason,
            rows.dump(report.warnings),
            reader,
            _now(),
            rows.notices(report),
        )

    def _insert_issue(self, issue_id: str, path: str, bulletin: Bulletin) -> None:
        issue = bulletin.issue
        self._run(
            "INSERT INTO issues VALUES (?, ?, ?, ?, ?, ?)",
            issue_id,
            path,
            issue.title,
            issue.number,
            issue.date,
            issue.issuer,
        )

    def _insert_articles(
        self, issue_id: str, bulletin: Bulletin, ids: Iterable[str], revision: int
    ) -> None:
        for position, (key, article) in enumerate(zip(ids, bulletin.articles, strict=True)):
            self._run("DELETE FROM removed WHERE id = ?", key)
            self._run(
                "INSERT INTO articles (id, issue, position, revision, title, section, date, page,"
                " url, body, runs, organizations, persons, cut, signers, cluster)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
                key,
                issue_id,
                position,
                revision,
                *rows.article_columns(article),
            )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
