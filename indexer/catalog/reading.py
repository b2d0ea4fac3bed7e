"""Reading the catalogue: what files, issues and articles there are, and at which revision."""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from indexer.catalog import rows
from indexer.catalog.schema import connect, told
from indexer.models import (
    ArticleOutline,
    CatalogState,
    Issue,
    SourceFile,
    SourceReport,
    StoredArticle,
    SuggestionKind,
    Version,
)

# A hash that so many articles share is common; so many others of an article find its like.
COMMON = 50
TELLING = 3


class CatalogReader:
    """One SQLite file; a connection for each thread that asks."""

    writable = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()

    def close(self) -> None:
        """Close the connection of this thread; those of others end with their threads."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None

    def state(self) -> CatalogState:
        """Which catalogue this is, and its revision."""
        meta: dict[str, str] = dict(self._all("SELECT key, value FROM meta"))
        return CatalogState(meta["id"], int(meta["revision"]))

    def sources(self) -> tuple[SourceFile, ...]:
        """The files as they were when they were read, by path."""
        found = self._all(
            "SELECT path, size, mtime_ns, sha256, correction FROM sources ORDER BY path"
        )
        return tuple(rows.source_file(row) for row in found)

    def source(self, path: str) -> SourceFile | None:
        """A file as it was when it was read; None for one that is not known."""
        found = self._all(
            "SELECT path, size, mtime_ns, sha256, correction FROM sources WHERE path = ?", path
        )
        return rows.source_file(found[0]) if found else None

    def reports(self) -> tuple[SourceReport, ...]:
        """How the reading of each source ended, by path."""
        found = self._all(
            "SELECT s.path, s.status, s.reason, s.warnings, count(a.id), s.notices FROM sources s "
            "LEFT JOIN issues i ON i.source = s.path LEFT JOIN articles a ON a.issue = i.id "
            "GROUP BY s.path ORDER BY s.path"
        )
        return tuple(rows.source_report(row) for row in found)

    def readers(self) -> dict[str, str]:
        """The fingerprint of the rules by which each source was read."""
        return dict(self._all("SELECT path, reader FROM sources"))

    def counts(self) -> tuple[int, int]:
        """How many issues and how many articles there are."""
        ((issues, articles),) = self._all(
            "SELECT (SELECT count(*) FROM issues), (SELECT count(*) FROM articles)"
        )
        return int(issues), int(articles)

    def last_run(self) -> str | None:
        """When the last run ended and what it did, in one sentence."""
        found = self._all("SELECT finished, summary FROM runs ORDER BY id DESC LIMIT 1")
        return f"{found[0][0]} {found[0][1]}" if found else None

    def last_started(self) -> str:
        """When the last run began; empty where nobody noted it."""
        found = self._all("SELECT started FROM runs ORDER BY id DESC LIMIT 1")
        return str(found[0][0]) if found else ""

    def article(self, article_id: str) -> StoredArticle | None:
        """One article, or None."""
        found = self._all(f"{rows.ARTICLE} WHERE a.id = ?", article_id)
        return rows.article(found[0]) if found else None

    def found(self, ids: Iterable[str]) -> dict[str, StoredArticle]:
        """The articles of some ids, as far as they are in use."""
        query = f"{rows.ARTICLE} WHERE a.id IN (SELECT value FROM json_each(?))"
        return {row[0]: rows.article(row) for row in self._all(query, rows.dump([*ids]))}

    def articles(self, since: int = 0) -> Iterator[StoredArticle]:
        """All articles changed after a revision, by source and place in it."""
        query = f"{rows.ARTICLE} WHERE a.revision > ? ORDER BY i.source, a.position"
        for row in self._connection.execute(query, (since,)):
            yield rows.article(row)

    def outlines(self) -> Iterator[ArticleOutline]:
        """All articles without their texts, by source and place in it."""
        query = f"{rows.OUTLINE} ORDER BY i.source, a.position"
        for row in self._connection.execute(query):
            yield rows.outline(row)

    def owners(self, ids: Iterable[str]) -> dict[str, str]:
        """The source that holds each of some article ids, as far as they are in use."""
        query = "SELECT i.source FROM articles a JOIN issues i ON i.id = a.issue WHERE a.id = ?"
        found = ((key, self._all(query, key)) for key in ids)
        return {key: str(row[0][0]) for key, row in found if row}

    def siblings(self, issue_id: str) -> tuple[tuple[str, str], ...]:
        """(id, title) of the articles of an issue, in order."""
        found = self._all(
            "SELECT id, title FROM articles WHERE issue = ? ORDER BY position", issue_id
        )
        return tuple((key, title) for key, title in found)

    def versions(self, cluster: str) -> tuple[StoredArticle, ...]:
        """The articles of a cluster, by source; none for the empty one."""
        if not cluster:
            return ()
        found = self._all(f"{rows.ARTICLE} WHERE a.cluster = ? ORDER BY i.source", cluster)
        return tuple(rows.article(row) for row in found)

    def printings(self, clusters: Iterable[str]) -> dict[str, tuple[Version, ...]]:
        """The articles of some clusters, each by source; none for the empty one."""
        found: dict[str, tuple[Version, ...]] = {}
        for cluster, *version in self._all(rows.PRINTINGS, rows.dump([*clusters])):
            found[cluster] = (*found.get(cluster, ()), Version(*version))
        return found

    def sketch(self, article_id: str) -> tuple[int, ...]:
        """The hashes of an article's sketch, ascending; none before it was sketched."""
        found = self._all("SELECT hashes FROM sketches WHERE article = ?", article_id)
        return tuple(json.loads(found[0][0])) if found else ()

    def perhaps_alike(self, article_id: str) -> tuple[str, ...]:
        """Articles that share some of the smallest hashes of an article's sketch.

        A hash of many articles, as of a sentence that stands everywhere, tells nothing: where an
        article has enough others, those are asked for; else most of its hashes must be shared.
        """
        held = self._all("SELECT hash FROM sketch_keys WHERE article = ?", article_id)
        keys = [row[0] for row in held]
        telling = [key for key in keys if not self._is_common(key)]
        least = 1
        if len(telling) < min(TELLING, len(keys)):
            telling, least = keys, max(1, len(keys) // 2)
        marks = ", ".join("?" * len(telling))
        found = self._all(
            f"SELECT article FROM sketch_keys WHERE hash IN ({marks}) AND article <> ? "
            "GROUP BY article HAVING count(*) >= ? ORDER BY article",
            *telling,
            article_id,
            least,
        )
        return tuple(row[0] for row in found)

    def _is_common(self, key: int) -> bool:
        """Whether more than COMMON articles have a hash among the smallest of their sketches."""
        some = "SELECT 1 FROM sketch_keys WHERE hash = ? LIMIT ?"
        return len(self._all(some, key, COMMON + 1)) > COMMON

    def cluster(self, article_id: str) -> str:
        """The cluster of an article; empty before it was compared with the others."""
        found = self._all("SELECT cluster FROM articles WHERE id = ?", article_id)
        return str(found[0][0]) if found else ""

    def date(self, article_id: str) -> str | None:
        """The date of an article, as far as it is known."""
        found = self._all("SELECT date FROM articles WHERE id = ?", article_id)
        return found[0][0] if found else None

    def unclustered(self) -> tuple[str, ...]:
        """The ids of the articles that were not yet compared with the others."""
        return tuple(
            row[0] for row in self._all("SELECT id FROM articles WHERE cluster = '' ORDER BY id")
        )

    def removed(self, since: int) -> tuple[str, ...]:
        """The ids of articles that went after a revision."""
        found = self._all("SELECT id FROM removed WHERE revision > ? ORDER BY id", since)
        return tuple(row[0] for row in found)

    def successor(self, article_id: str) -> str | None:
        """What took the place of an article that was removed; empty if nothing did.

        None for an id that was never removed.
        """
        seen: set[str] = set()
        while article_id not in seen:
            seen.add(article_id)
            found = self._all("SELECT successor FROM removed WHERE id = ?", article_id)
            if not found:
                return None if len(seen) == 1 else article_id
            article_id = str(found[0][0])
        return ""

    def report(self, path: str) -> SourceReport | None:
        """How the reading of one source ended; None for a file that is not known."""
        found = self._all(
            "SELECT s.path, s.status, s.reason, s.warnings, count(a.id), s.notices FROM sources s "
            "LEFT JOIN issues i ON i.source = s.path LEFT JOIN articles a ON a.issue = i.id "
            "WHERE s.path = ? GROUP BY s.path",
            path,
        )
        return rows.source_report(found[0]) if found else None

    def articles_of(self, path: str) -> tuple[str, ...]:
        """The ids of the articles of one source, in order."""
        found = self._all(
            "SELECT a.id FROM articles a JOIN issues i ON i.id = a.issue "
            "WHERE i.source = ? ORDER BY a.position",
            path,
        )
        return tuple(row[0] for row in found)

    def issues(self) -> tuple[tuple[str, Issue], ...]:
        """All issues with their ids, by source."""
        found = self._all("SELECT id, title, number, date, issuer FROM issues ORDER BY source")
        return tuple((key, Issue(*issue)) for key, *issue in found)

    def tally(self, kind: SuggestionKind) -> tuple[tuple[str, int], ...]:
        """The values of one kind and how many articles have each, versions of one text as one."""
        return tuple((value, int(count)) for value, count in self._all(rows.TALLY[kind]))

    @property
    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = connect(self._path, self.writable)
        return connection

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with told(self._path):
            return self._connection.execute(query, values).fetchall()
