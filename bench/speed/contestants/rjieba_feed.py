"""tantivy fed by rjieba itself: the fastest way known to index Chinese text; nothing is asked."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path

from rjieba import Jieba

from bench.speed.contestants.tantivy_py import Tantivy, add_all
from bench.speed.stock import Cut, Stock
from indexer.models import IndexEntry

BATCH = 500
AHEAD = 4


class FedByRjieba(Tantivy):
    """Segmentation in a second process, two batches ahead of the one writer thread."""

    def __init__(self) -> None:
        """Loads the dictionary, which a forked process then has as well."""
        super().__init__()
        _segmenter()

    def build(self, stock: Stock, folder: Path) -> int:
        """All articles, from their printed texts."""
        with ProcessPoolExecutor(1) as cutter:
            return add_all(self.create(folder), _cut_ahead(cutter, stock.entries()))


def fed() -> FedByRjieba:
    """Its other words would give other totals."""
    return FedByRjieba()


def _cut_ahead(cutter: ProcessPoolExecutor, entries: Iterator[IndexEntry]) -> Iterator[Cut]:
    """The articles with their words, some batches being cut while others are written."""
    pending: list[tuple[list[IndexEntry], Future[list[tuple[str, str]]]]] = []
    while True:
        while len(pending) < AHEAD and (batch := list(islice(entries, BATCH))):
            texts = [(entry.title, entry.body) for entry in batch]
            pending.append((batch, cutter.submit(_cut, texts)))
        if not pending:
            return
        batch, cut = pending.pop(0)
        for entry, (title, body) in zip(batch, cut.result(), strict=True):
            yield Cut(entry, title, body)


def _cut(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    cut = _segmenter().cut_for_search
    return [(" ".join(cut(title, False)), " ".join(cut(body, False))) for title, body in texts]


@cache
def _segmenter() -> Jieba:
    return Jieba()
