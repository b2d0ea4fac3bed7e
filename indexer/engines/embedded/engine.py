"""The engine of one machine: Whoosh segments in generations, questions run over arrays."""

import threading
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path

from indexer.engines.base import Analyser
from indexer.engines.embedded import facets, filters, ranking
from indexer.engines.embedded.cache import Kept
from indexer.engines.embedded.executor import Executor
from indexer.engines.embedded.explain import explain
from indexer.engines.embedded.schema import FORMAT
from indexer.engines.embedded.snapshot import Snapshot
from indexer.engines.embedded.standing import Asked
from indexer.engines.embedded.storage import Generations, Manifest
from indexer.engines.embedded.writer import write_segments
from indexer.errors import IndexOutdated
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

CACHE = 64 << 20


class EmbeddedEngine:
    """An index in a folder. Any number of threads may search while one process writes."""

    def __init__(self, folder: Path, analyser: Analyser, cache: int = CACHE) -> None:
        """``cache`` is how many bytes of what was found are kept for questions to come."""
        self._generations = Generations(folder)
        self._analyser = analyser
        self._kept = Kept(cache)
        self._lock = threading.Lock()
        self._opened: tuple[Snapshot, Executor] | None = None
        self._pointer = ""

    @property
    def fingerprint(self) -> str:
        """That of the analyser this engine works with."""
        return self._analyser.fingerprint

    def search(self, question: Question) -> Answer:
        """The exact total, one page of hits, and all facet counts; IndexMissing before a build."""
        snapshot, executor = self._current()
        match = executor.run(question.root)
        chosen = filters.masks(snapshot, question.filters)
        found = filters.without(snapshot, question.filters, match.found)
        hits = Asked(filters.combine(found, chosen))
        unchosen = {name: Asked(filters.combine(found, chosen, name)) for name in chosen}
        counts = facets.count(snapshot, hits, unchosen, question)
        total = ranking.count(snapshot, hits, question.duplicates)
        return Answer(
            total, tuple(ranking.rank(snapshot, match, hits, question)), counts, len(hits)
        )

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
        _, executor = self._current()
        return explain(executor, question.root, article_id)

    def terms(self) -> Iterable[Term]:
        """The words that were cut in titles and texts, with the number of articles of each.

        A word of both is told once, with the larger number.
        """
        snapshot, _ = self._current()
        counts: dict[str, int] = {}
        for part in snapshot.parts:
            here = part.segment.term_counts()
            for word, articles in zip(part.segment.terms, here.tolist(), strict=True):
                term = word.decode()
                counts[term] = counts.get(term, 0) + articles
        return tuple(Term(word, articles) for word, articles in counts.items())

    def close(self) -> None:
        """Give back the files."""
        with self._lock:
            self._opened = None

    def _current(self) -> tuple[Snapshot, Executor]:
        """The newest generation, opened once and shared until another is published.

        An older snapshot is left to the threads that still use it and freed with the last one.
        """
        pointer = self._generations.pointer()
        with self._lock:
            if self._opened is None or self._pointer != pointer:
                name = pointer.split()[0]
                snapshot = Snapshot(self._generations.root / name, self._manifest(name))
                self._opened = snapshot, Executor(snapshot, self._analyser, self._kept)
                self._pointer = pointer
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
            kept = self._manifest(base).segments if base else ()
            segments = write_segments(folder, kept, entries, frozenset(removed), self._analyser)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            articles = sum(one.size - len(one.deleted) for one in segments)
            fingerprint = self._analyser.fingerprint
            manifest = Manifest(FORMAT, fingerprint, state, articles, now, segments)
            self._generations.publish(folder, manifest)
        except BaseException:
            self._generations.discard(folder)
            raise
        return self.stats()
