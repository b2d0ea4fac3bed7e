"""What answering takes: the record, an engine, the analyser, and what is known of names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from indexer.analysis import Analyser
from indexer.catalog import CatalogReader
from indexer.engines.base import Engine
from indexer.models import Knowledge, SuggestionKind
from indexer.search.families import Families
from indexer.search.issues import label_of
from indexer.search.kept import Kept
from indexer.search.names import NameTable
from indexer.search.shelf import Shelf
from indexer.search.spelling import Spelling
from indexer.search.terms import Terms
from indexer.search.values import Values


def _no_values() -> dict[SuggestionKind, Kept[Values]]:
    return {kind: Kept() for kind in SuggestionKind}


def _no_shelves() -> dict[SuggestionKind, Kept[Shelf]]:
    return {kind: Kept() for kind in SuggestionKind}


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept between questions."""

    names: Kept[NameTable] = field(default_factory=Kept)
    terms: Kept[Terms] = field(default_factory=Kept)
    spelling: Kept[Spelling] = field(default_factory=Kept)
    values: dict[SuggestionKind, Kept[Values]] = field(default_factory=_no_values)
    shelves: dict[SuggestionKind, Kept[Shelf]] = field(default_factory=_no_shelves)
    families: Kept[Families] = field(default_factory=Kept)
    issue_labels: Kept[Mapping[str, str]] = field(default_factory=Kept)


@dataclass(frozen=True, slots=True)
class SearchParts:
    """What answering takes; safe to share between threads. ``today`` is the reader's clock."""

    catalog: CatalogReader
    engine: Engine
    analyser: Analyser
    knowledge: Knowledge
    today: Callable[[], date] = date.today
    memory: Memory = field(default_factory=Memory)

    @property
    def names(self) -> NameTable:
        """The organisation table by names in normal form."""
        return self.memory.names.get((), lambda: NameTable(self.knowledge, self.analyser.normal))

    @property
    def terms(self) -> Terms:
        """The words that the index holds at this moment."""
        stats = self.engine.stats()
        key = stats.generation, stats.state
        return self.memory.terms.get(key, lambda: Terms(self.engine.terms(), stats.articles))

    @property
    def spelling(self) -> Spelling:
        """All words of the archive, its names included, by sound and look."""
        stats = self.engine.stats()
        key = stats.generation, stats.state
        return self.memory.spelling.get(key, self._make_spelling)

    @property
    def families(self) -> Families:
        """Which organisations of the archive at this moment belong to which."""
        return self.memory.families.get(
            self.catalog.state(),
            lambda: Families(self.values(SuggestionKind.ORGANIZATION).articles, self.knowledge),
        )

    @property
    def issue_labels(self) -> Mapping[str, str]:
        """What each issue is called, by its id: 工作简报第3期（2024-01-05）."""
        return self.memory.issue_labels.get(
            self.catalog.state(),
            lambda: {key: label_of(issue) for key, issue in self.catalog.issues()},
        )

    def values(self, kind: SuggestionKind) -> Values:
        """The organisations, people, sections or titles of the archive at this moment."""
        return self.memory.values[kind].get(
            self.catalog.state(), lambda: Values(self.catalog.tally(kind), self.analyser.normal)
        )

    def _make_spelling(self) -> Spelling:
        words = dict(self.terms.articles)
        for kind in (SuggestionKind.ORGANIZATION, SuggestionKind.PERSON):
            values = self.values(kind)
            for value, articles in values.articles.items():
                words[values.normal(value)] = max(articles, words.get(values.normal(value), 0))
        return Spelling(words)
