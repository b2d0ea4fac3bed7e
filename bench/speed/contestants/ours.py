"""The product's own engine by its public interface, with snippets as the product cuts them."""

from collections.abc import Iterable
from pathlib import Path

from bench.speed.cases import Case
from bench.speed.contestant import FACETS, Meaning, Reply, in_order, top
from bench.speed.contestants.texts import Texts
from bench.speed.reading import (
    make_analyser,
    make_question,
    needles,
    understand,
    words_alone,
)
from bench.speed.stock import Stock
from indexer.analysis import find_matches
from indexer.engines.embedded.engine import CACHE, EmbeddedEngine
from indexer.models import CatalogState, FacetCounts, IndexEntry
from indexer.snippets import make_snippets


class Ours:
    """EmbeddedEngine; the texts of hits come from a table by key, as from the catalogue."""

    def __init__(self, alone: bool, cache: int = 0) -> None:
        """With ``alone`` a word is found only where it was cut, and every version is a hit.

        ``cache`` bytes of what was found are kept for the next question.
        """
        self._alone, self._cache = alone, cache
        self._analyser = make_analyser()

    @property
    def meaning(self) -> Meaning:
        """As the product means it, or by words alone."""
        return Meaning.WORDS_LITERAL if self._alone else Meaning.FULL

    def build(self, stock: Stock, folder: Path) -> int:
        """The index by the engine; the texts into their table beside it."""
        engine = EmbeddedEngine(folder / "index", self._analyser)
        held = engine.replace(stock.entries(), CatalogState("bench", 1)).articles
        engine.close()
        return held

    def open(self, folder: Path) -> None:
        """Open index and texts."""
        self._engine = EmbeddedEngine(folder / "index", self._analyser, cache=self._cache)
        self._texts = Texts(folder.parent / "texts.sqlite")
        self._revision = self._engine.stats().state.revision

    def ask(self, case: Case) -> Reply:
        """Parse, search, count, cut snippets."""
        root = understand(case.typed, self._analyser)
        asked = words_alone(root) if self._alone else root
        answer = self._engine.search(make_question(asked, case.filters, duplicates=self._alone))
        ids = tuple(hit.article_id for hit in answer.hits)
        marks = needles(root)
        snippets = tuple(self._snippet(body, marks) for body in self._texts.bodies(ids))
        return Reply(answer.total, ids, _facets(answer.facets), snippets)

    def change(self, entries: Iterable[IndexEntry]) -> None:
        """One update of the engine."""
        self._revision += 1
        self._engine.update(entries, (), CatalogState("bench", self._revision))

    def close(self) -> None:
        """Close index and texts."""
        self._engine.close()
        self._texts.close()

    @staticmethod
    def _snippet(body: str, marks: tuple[str, ...]) -> str:
        return "…".join(piece.text for piece in make_snippets(body, find_matches(body, marks)))


def words() -> Ours:
    """By words alone, to be compared with the others."""
    return Ours(alone=True)


def full() -> Ours:
    """With the product's whole meaning."""
    return Ours(alone=False)


def kept() -> Ours:
    """By words alone, what was found being kept as in the product."""
    return Ours(alone=True, cache=CACHE)


def _facets(counts: Iterable[FacetCounts]) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    by_name = {one.name: one.values for one in counts}
    return tuple(
        (name, top(by_name[name]) if name == "organization" else in_order(by_name[name]))
        for name in FACETS
    )
