"""How do the parts fit together? The facade of the product, and its only wiring.

with open_library(Path("config.toml")) as library:
    library.update()
    results = library.search(Query(text="科普 延庆", organizations=("延庆区科协",)))
    results.total, results.hits[0].title, results.facets["organization"]
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType

from indexer import build, doctor, search, sources
from indexer.analysis import Analyser
from indexer.articles import describe
from indexer.build import BuildSettings
from indexer.catalog import Catalog, CatalogReader, WriterLock
from indexer.config import Config, load_config
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.errors import CorpusMissing, IndexUnavailable
from indexer.extract import can_recognise, missing_limits
from indexer.models import (
    ArticlePage,
    EngineStats,
    Finding,
    Hit,
    Issue,
    IssuePage,
    LibraryStatus,
    Listener,
    Organization,
    Problem,
    Progress,
    Query,
    Results,
    RunReport,
    SourceReading,
    Suggestion,
    Why,
)
from indexer.query import EXAMPLES
from indexer.search import SearchParts

__all__ = ["EXAMPLES", "Library", "open_library"]


def open_library(config: Path | Config) -> "Library":
    """The archive that a settings file describes; nothing is read or written before it is used."""
    return Library(load_config(config) if isinstance(config, Path) else config)


def _silent(_: Progress) -> None:
    """Listen to nothing."""


class Library:
    """One archive: its bulletins, its record and its index. Searching is safe from any thread."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._settings = BuildSettings(config.corpus, config.reading, config.knowledge)
        self._analyser = Analyser(config.knowledge)
        self._engine = EmbeddedEngine(config.data / "index", self._analyser)

    def __enter__(self) -> "Library":
        """The library itself."""
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

    def read(self, path: Path) -> SourceReading:
        """How a file is read, nothing being kept; CorpusMissing where there is no such file."""
        if not path.is_file():
            raise CorpusMissing(f"找不到文件 {path}；请检查路径")
        return build.read_source(path, sources.name_of(path, self.config.corpus), self._settings)

    def describe(self, name: str) -> Organization:
        """The preferred name of a body, what kind it is, and the body above it."""
        return describe(name, self.config.knowledge)

    def update(self, paths: Sequence[Path] = (), listener: Listener = _silent) -> RunReport:
        """Take in what changed in the corpus, or in the paths given; a report of all that was done.

        Raises CorpusMissing, and WriterBusy while another process writes.
        """
        with self._writing() as catalog:
            return build.update(catalog, self._engine, self._settings, paths, listener)

    def rebuild(self, listener: Listener = _silent) -> RunReport:
        """A new index beside the old one from the catalogue, then the swap.

        Raises IndexMissing where nothing was ever read, and WriterBusy.
        """
        self._catalog.state()
        with self._writing() as catalog:
            return build.rebuild(catalog, self._engine, listener)

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

    def status(self) -> LibraryStatus:
        """The archive in figures: every source with its status, and the index as it stands."""
        issues, articles = self._catalog.counts()
        return LibraryStatus(
            sources=self._catalog.reports(),
            issues=issues,
            articles=articles,
            index=self._stats(),
            last_run=self._catalog.last_run(),
            notices=tuple(self._notices()),
        )

    def doctor(self) -> tuple[Finding, ...]:
        """What a person should look at: unreadable files, doubtful cuts, missing issues and more.

        IndexMissing where nothing was ever read.
        """
        return doctor.examine(self._catalog, self.config.corpus, self.config.knowledge)

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the index: damaged files, or other articles than the catalogue's."""
        problems = self._engine.verify()
        _, articles = self._catalog.counts()
        held = self._engine.stats().articles
        if held != articles:
            fault = f"索引有 {held} 篇，目录库有 {articles} 篇"
            problems += (Problem("index", fault, "请运行 bulletin reindex"),)
        return problems

    @cached_property
    def _catalog(self) -> CatalogReader:
        return CatalogReader(self.config.data / "catalog.sqlite")

    @cached_property
    def _parts(self) -> SearchParts:
        return SearchParts(self._catalog, self._engine, self._analyser, self.config.knowledge)

    @contextmanager
    def _writing(self) -> Iterator[Catalog]:
        """The catalogue to write in, while nobody else may."""
        with WriterLock(self.config.data / "lock"):
            catalog = Catalog(self.config.data / "catalog.sqlite")
            try:
                yield catalog
            finally:
                catalog.close()

    def _stats(self) -> EngineStats | None:
        try:
            return self._engine.stats()
        except IndexUnavailable:
            return None

    def _notices(self) -> Iterator[str]:
        if notice := self.index_notice():
            yield notice
        if self.config.reading.ocr and not can_recognise():
            yield "没有安装文字识别，扫描件只能登记，不能检索；见 README 的“扫描件”"
        for limit in missing_limits():
            yield f"本系统不能限制{limit}：读取来历不明的文件时请留意"
