"""The part of the library that only reads: all that a question needs, and nothing that indexes.

Whoever only asks is not kept waiting for what reads files.
"""

from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from indexer import search
from indexer.analysis import Analyser
from indexer.catalog import CatalogReader
from indexer.config import Config, load_config
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.errors import IndexUnavailable
from indexer.models import (
    ArticlePage,
    EngineStats,
    Hit,
    Issue,
    IssuePage,
    Query,
    Results,
    Suggestion,
    Why,
)
from indexer.query import EXAMPLES
from indexer.search import SearchParts

__all__ = ["EXAMPLES", "Archive", "open_archive"]


def open_archive(config: Path) -> "Archive":
    """The archive that a settings file describes, to be searched; nothing is read before that."""
    return Archive(load_config(config))


class Archive:
    """The bulletins of a library, their record and their index; any thread may ask."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._analyser = Analyser(config.knowledge)
        self._engine = EmbeddedEngine(config.data / "index", self._analyser)

    def __enter__(self) -> Self:
        """The archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close what was opened."""
        self.close()

    def close(self) -> None:
        """Give back files and connections."""
        self._engine.close()
        self._catalog.close()

    def search(self, query: Query, facet_values: int | None = None) -> Results:
        """One page of what a query finds, with exact total and facets.

        Of organisations and people the ``facet_values`` most frequent are told, the chosen ones
        besides, or all of them: there may be thousands. Raises QuestionRejected for a question
        beyond the limits, IndexUnavailable where no index can answer.
        """
        return search.search(self._parts, query, facet_values)

    def count(self, query: Query) -> int:
        """How many articles a query finds; raises what ``search`` raises."""
        return search.count(self._parts, query)

    def article(self, article_id: str, query: Query | None = None) -> ArticlePage:
        """One article, marked for a query; ArticleMissing for an unknown id."""
        return search.show(self._parts, article_id, query)

    def issue(self, issue_id: str) -> IssuePage:
        """One issue with its articles; ArticleMissing for an unknown id."""
        return search.show_issue(self._parts, issue_id)

    def issues(self) -> tuple[tuple[str, Issue], ...]:
        """All issues with their ids, by source."""
        return self._catalog.issues()

    def issue_label(self, issue_id: str) -> str:
        """What an issue is called: 工作简报第3期（2024-01-05）; empty for an unknown id."""
        return self._parts.issue_labels.get(issue_id, "")

    def parent(self, organization: str) -> str | None:
        """The body above one of the archive's organisations, as far as it is known."""
        return self._parts.families.parents.get(organization)

    def original(self, issue_id: str) -> Path | None:
        """The file of an issue; None for an unknown id, and where no file is left in the corpus."""
        source = search.source_of(self._parts, issue_id)
        path = (self.config.corpus / (source or "")).resolve()
        inside = path.is_relative_to(self.config.corpus) and path.is_file()
        return path if source and inside else None

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Organisations, people, sections and titles that what was typed so far may mean."""
        return search.suggest(self._parts, text, limit)

    def syllables(self, name: str, is_person: bool = False) -> tuple[str, ...]:
        """How a name sounds, one syllable for each character: 北京 -> bei, jing."""
        return search.syllables_of(self._parts, name, is_person)

    def similar(self, article_id: str, limit: int = 5) -> tuple[Hit, ...]:
        """Other articles with the same telling words; ArticleMissing for an unknown id."""
        return search.similar(self._parts, article_id, limit)

    def why(self, article: str, query: Query) -> Why:
        """Why an article is, or is not, found; ``article`` is an id, a source path, or path#3.

        Raises QuestionRejected for a question beyond the limits, IndexUnavailable where no index
        can answer.
        """
        return search.why(self._parts, article, query)

    def index_notice(self) -> str:
        """What is wrong with the index as a whole, with the remedy; empty while it is current."""
        stats = self._stats()
        if stats is None:
            return "还没有可用的索引；请运行 bulletin reindex"
        if stats.state.revision < self._catalog.state().revision:
            return "索引落后于目录库；请运行 bulletin index"
        if stats.fingerprint != self._analyser.fingerprint:
            return "索引与词典不一致；请运行 bulletin index"
        return ""

    def index(self) -> EngineStats | None:
        """The index as it stands; None where there is none that can be opened."""
        return self._stats()

    def revision(self) -> int:
        """The revision of the catalogue, which each change raises; IndexMissing without one."""
        return self._catalog.state().revision

    @cached_property
    def _catalog(self) -> CatalogReader:
        return CatalogReader(self.config.data / "catalog.sqlite")

    @cached_property
    def _parts(self) -> SearchParts:
        return SearchParts(self._catalog, self._engine, self._analyser, self.config.knowledge)

    def _stats(self) -> EngineStats | None:
        try:
            return self._engine.stats()
        except IndexUnavailable:
            return None
