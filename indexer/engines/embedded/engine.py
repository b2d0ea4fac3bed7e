"""The engine of one machine: Whoosh segments in generations, questions run over arrays."""

import threading
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage

from indexer.engines.base import Analyser
from indexer.engines.embedded import filters
from indexer.engines.embedded.executor import Executor
from indexer.engines.embedded.explain import explain
from indexer.engines.embedded.ranking import rank
from indexer.engines.embedded.schema import FORMAT, ID, TEXT_FIELDS, make_document, make_schema
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.storage import Generations, Manifest
from indexer.errors import IndexDamaged, IndexOutdated
from indexer.models import (
    Answer,
    CatalogState,
    EngineStats,
    Explanation,
    IndexEntry,
    Problem,
    Question,
    Term,
)


class EmbeddedEngine:
    """An index in a folder. Any number of threads may search while one process writes."""

    def __init__(self, folder: Path, analyser: Analyser) -> None:
        self._generations = Generations(folder)
        self._analyser = analyser
        self._lock = threading.Lock()
        self._opened: tuple[Snapshot, Executor] | None = None

    @property
    def fingerprint(self) -> str:
        """That of the analyser this engine works with."""
        return self._analyser.fingerprint

    def search(self, question: Question) -> Answer:
        """The exact total, one page of hits, and all facet counts; IndexMissing before a build."""
        snapshot, executor = self._current()
        matched = executor.run(question.root)
        found = matched.found & ~filters.excluded(snapshot, question.filters)
        masks = filters.masks(snapshot, question.filters)
        mask = filters.combine(found, masks)
        clusters = np.arange(snapshot.size) if question.duplicates else snapshot.clusters
        facets = filters.count(snapshot, found, masks, question.filters, clusters)
        total, hits = rank(snapshot, matched, mask, question, clusters)
        return Answer(total, tuple(hits), facets)

    def replace(self, entries: Iterable[IndexEntry], state: CatalogState) -> EngineStats:
        """Build a new index beside the old one and swap; on any error the old one stays."""
        return self._build(None, entries, (), state)

    def update(
        self, changed: Iterable[IndexEntry], removed: Collection[str], state: CatalogState
    ) -> EngineStats:
        """Take in changed articles and drop removed ones, seen by the next search or not at all."""
        return self._build(self._generations.current(), changed, removed, state)

    def stats(self) -> EngineStats:
        """What the index holds; IndexMissing before a build, IndexOutdated in another format."""
        name = self._generations.current()
        manifest = self._manifest(name)
        return EngineStats(
            name, manifest.built_at, manifest.articles, manifest.fingerprint, manifest.state
        )

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the files of the index; empty when all is well."""
        return self._generations.verify()

    def explain(self, question: Question, article_id: str) -> Explanation:
        """How an article answers a question: each word, where it stands, and what it gave."""
        snapshot, executor = self._current()
        return explain(snapshot, executor, question.root, article_id)

    def terms(self) -> Iterable[Term]:
        """The words that were cut in titles and texts, with the number of articles of each.

        A word of both is told once, with the larger number.
        """
        snapshot, _ = self._current()
        counts: dict[str, int] = {}
        for field in TEXT_FIELDS:
            for term in snapshot.terms(field.words):
                counts[term.word] = max(term.articles, counts.get(term.word, 0))
        return tuple(Term(word, articles) for word, articles in counts.items())

    def close(self) -> None:
        """Give back the files."""
        with self._lock:
            if self._opened is not None:
                self._opened[0].close()
            self._opened = None

    def _current(self) -> tuple[Snapshot, Executor]:
        """The newest generation, opened once and shared until another is published.

        An older snapshot is left to the threads that still use it and freed with the last one.
        """
        name = self._generations.current()
        with self._lock:
            if self._opened is None or self._opened[0].name != name:
                manifest = self._manifest(name)
                snapshot = Snapshot(self._generations.root / name, manifest)
                self._opened = snapshot, Executor(snapshot, self._analyser)
            return self._opened

    def _manifest(self, name: str) -> Manifest:
        """The manifest of a generation; IndexOutdated where it is of another format."""
        manifest = self._generations.manifest(name)
        if manifest.format != FORMAT:
            raise IndexOutdated(
                f"索引格式是 {manifest.format}，程序要 {FORMAT}；请运行 bulletin reindex"
            )
        return manifest

    def _build(
        self,
        base: str | None,
        entries: Iterable[IndexEntry],
        removed: Collection[str],
        state: CatalogState,
    ) -> EngineStats:
        folder = self._generations.begin(base)
        try:
            articles = self._write(folder, base is None, entries, removed)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            manifest = Manifest(FORMAT, self._analyser.fingerprint, state, articles, now)
            self._generations.publish(folder, manifest)
        except BaseException:
            self._generations.discard(folder)
            raise
        return self.stats()

    def _write(
        self, folder: Path, fresh: bool, entries: Iterable[IndexEntry], removed: Collection[str]
    ) -> int:
        """Write the segments of a generation; returns how many articles it then holds."""
        storage = FileStorage(str(folder))
        opened = (
            storage.create_index(make_schema())
            if fresh
            else storage.open_index(schema=make_schema())
        )
        writer = opened.writer()
        seen = 0
        try:
            for article_id in removed:
                writer.delete_by_term(ID, article_id)
            for entry in entries:
                writer.update_document(**make_document(entry, self._analyser))
                seen += 1
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        articles = int(opened.doc_count())
        if fresh and articles != seen:
            raise IndexDamaged(f"写入 {seen} 篇，索引中却有 {articles} 篇；请运行 bulletin reindex")
        return articles
