"""How do the parts fit together? The facade of the product, and its only wiring.

with open_library(Path("config.toml")) as library:
    library.update()
    results = library.search(Query(text="科普 延庆", organizations=("延庆区科协",)))
    results.total, results.hits[0].title, results.facets["organization"]
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from indexer import build, doctor, sources
from indexer.archive import EXAMPLES, Archive
from indexer.articles import describe
from indexer.build import BuildSettings
from indexer.catalog import Catalog, WriterLock
from indexer.config import Config, load_config
from indexer.errors import CorpusMissing
from indexer.extract import can_recognise, missing_limits
from indexer.models import (
    Finding,
    LibraryStatus,
    Listener,
    Organization,
    Problem,
    Progress,
    RunReport,
    SourceReading,
)

__all__ = ["EXAMPLES", "Library", "open_library"]


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
