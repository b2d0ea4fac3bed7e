"""How do the parts fit together? The facade of the product, and its only wiring.

with open_library(Path("config.toml")) as library:
    library.update()
    results = library.search(Query(text="科普 延庆", organizations=("延庆区科协",)))
    results.total, results.hits[0].title, results.facets["organization"]
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

from indexer import build, doctor, sources
from indexer.archive import EXAMPLES, Archive
from indexer.build import BuildSettings
from indexer.catalog import Catalog, WriterLock
from indexer.config import Config, load_config
from indexer.doctor import KIND_WORDS
from indexer.errors import CorpusMissing
from indexer.extract import can_recognise, missing_limits
from indexer.extract.facsimile import Facsimiles, digest
from indexer.models import (
    ArticlePage,
    Facsimile,
    Finding,
    Gap,
    LibraryStatus,
    Listener,
    Organization,
    Overview,
    Problem,
    Progress,
    RunReport,
    SourceReading,
)
from indexer.organizations import describe
from indexer.query import Since, read_since
from indexer.search import Kept, source_of, unseen_words
from indexer.search.paper import original_of, show_facsimile

__all__ = ["EXAMPLES", "KIND_WORDS", "Library", "Since", "open_library", "read_since"]


def open_library(config: Path | Config) -> "Library":
    """The archive that a settings file describes; nothing is read or written before it is used."""
    return Library(load_config(config) if isinstance(config, Path) else config)


def _silent(_: Progress) -> None:
    """Listen to nothing."""


class Library(Archive):
    """An archive that takes in bulletins, too. Searching is safe from any thread."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._settings = BuildSettings(config.corpus, config.reading, config.knowledge)
        self._overview: Kept[Overview] = Kept()

    def gaps(self) -> tuple[Gap, ...]:
        """The issues that are missing in series of which others are there."""
        return tuple(doctor.gaps_in(dict(self._catalog.issues())))

    def facsimile(self, article: ArticlePage, page: int | None = None) -> Facsimile | None:
        """The page of the PDF an article comes from, by its number or that of the first mark.

        Boxes stand around the marks that the article has. None where it comes from no PDF.
        """
        path = self.original(article.issue_id)
        return show_facsimile(self._parts, self._facsimiles, article, path, page)

    def page_picture(
        self, issue_id: str, page: int, name: str, double: bool = False
    ) -> bytes | None:
        """A page of an issue as WebP; None where its file has no such page, or another ``digest``.

        PageUnavailable where it cannot be drawn, or not now.
        """
        source, path = source_of(self._parts, issue_id), self.original(issue_id)
        original = original_of(self._parts, source, path) if source else None
        if original is None or digest(original) != name:
            return None
        return self._facsimiles.picture(original, page, double)

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
        with self._writing() as catalog, build.NotedRun(self.config.data, "收录", listener) as run:
            return build.update(catalog, self._engine, self._settings, paths, run)

    def rebuild(self, listener: Listener = _silent) -> RunReport:
        """A new index beside the old one from the catalogue, then the swap.

        Raises IndexMissing where nothing was ever read, and WriterBusy.
        """
        self._catalog.state()
        with self._writing() as catalog, build.NotedRun(self.config.data, "重建", listener) as run:
            return build.rebuild(catalog, self._engine, run)

    def status(self) -> LibraryStatus:
        """The archive in figures: every source with its status, and the index as it stands."""
        issues, articles = self._catalog.counts()
        return LibraryStatus(
            sources=self._catalog.reports(),
            issues=issues,
            articles=articles,
            index=self._stats(),
            last_run=self._catalog.last_run(),
            last_started=self._catalog.last_started(),
            run=build.noted_run(self.config.data),
            notices=tuple(self._notices()),
        )

    def doctor(self) -> tuple[Finding, ...]:
        """What a person should look at: unreadable files, doubtful cuts, missing issues and more.

        IndexMissing where nothing was ever read.
        """
        config = self.config
        return doctor.examine(self._catalog, config.corpus, config.knowledge, config.saved)

    def overview(self) -> Overview:
        """The archive beyond its files; worked out once a day, and when the catalogue changes."""
        return self._overview.get((self._catalog.state(), date.today()), self._survey)

    def _survey(self) -> Overview:
        unseen = unseen_words(self._parts)
        return doctor.survey(self._catalog, self.config.knowledge, unseen, self.doctor())

    def saved_faults(self) -> tuple[str, ...]:
        """What is wrong with each of the shared searches, in words, or nothing."""
        return doctor.faults_of(self.config.saved)

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
    def _facsimiles(self) -> Facsimiles:
        folder = self.config.data / "cache" / "pages"
        return Facsimiles(folder, self.config.reading, self.config.web.pictures_mb)

    @contextmanager
    def _writing(self) -> Iterator[Catalog]:
        """The catalogue to write in, while nobody else may."""
        with WriterLock(self.config.data / "lock"):
            catalog = Catalog(self.config.data / "catalog.sqlite")
            try:
                yield catalog
            finally:
                catalog.close()

    def _notices(self) -> Iterator[str]:
        if notice := self.index_notice():
            yield notice
        if self.config.reading.ocr and not can_recognise():
            yield "没有安装文字识别，扫描件只能登记，不能检索；见 README 的“扫描件”"
        for limit in missing_limits():
            yield f"本系统不能限制{limit}：读取来历不明的文件时请留意"
