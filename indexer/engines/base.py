"""What every engine does: seven verbs, values in and values out, texts come from the catalogue."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

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


class Analyser(Protocol):
    """How an engine turns text into terms; the same for articles and questions.

    It can be pickled, to be used in another process. The terms of a text are those within its
    words, in order: this is what ``words`` gives.
    """

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text could give other terms than before."""

    def normal(self, text: str) -> str:
        """The normal form of a text; that of a normal text is the text itself."""

    def split(self, normal: str) -> Sequence[str]:
        """The words of a normal text without overlap, in order; some of them stand for nothing."""

    def within(self, word: str) -> Sequence[str]:
        """The terms that a word stands for wherever it is: itself and the pieces inside it."""

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text, the pieces inside them included."""

    def characters(self, text: str) -> tuple[str, ...]:
        """The characters of a text in a row, walls between paragraphs included."""


class Engine(Protocol):
    """Finds articles. What it holds is derived from the catalogue and can be rebuilt."""

    @property
    def fingerprint(self) -> str:
        """That of the analyser this engine works with."""

    def search(self, question: Question) -> Answer:
        """The exact total, one page of hits, and all facet counts; IndexMissing before a build."""

    def replace(self, entries: Iterable[IndexEntry], state: CatalogState) -> EngineStats:
        """Build a new index beside the old one and swap; on any error the old one stays."""

    def update(
        self, changed: Iterable[IndexEntry], removed: Collection[str], state: CatalogState
    ) -> EngineStats:
        """Take in changed articles and drop removed ones, seen by the next search or not at all."""

    def stats(self) -> EngineStats:
        """What the index holds; IndexMissing before a build."""

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the files of the index; empty when all is well."""

    def explain(self, question: Question, article_id: str) -> Explanation:
        """How an article answers a question: each word, where it stands, and what it gave."""

    def terms(self) -> Iterable[Term]:
        """The words that were cut in titles and texts, with the number of articles of each."""
