"""How many of some articles have each value of a facet, counted in one pass."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import Column
from indexer.engines.embedded.documents import Mask
from indexer.engines.embedded.standing import Asked

WIDEST = 8  # values of an article that stand in its row of the table; few articles have more

Counts = NDArray[np.int64]


class Tally:
    """The values of one facet as a table with a row for each article."""

    def __init__(self, column: Column, single: Mask) -> None:
        """``single`` are the articles that are counted by themselves."""
        self._column, self._single, self._values = column, single, len(column.values)

    def count(self, hits: Asked) -> Counts:
        """How many of some single articles have each value, and behind them, how many have none."""
        if len(hits) * 2 > len(hits.mask):
            return self._all - self._count(Asked(self._single & ~hits.mask))
        return self._count(hits)

    @cached_property
    def _all(self) -> Counts:
        return self._count(Asked(self._single))

    def _count(self, hits: Asked) -> Counts:
        rows = self._table.take(hits.documents, axis=0)
        counts = np.bincount(rows.ravel(), minlength=self._values + 1)
        if rows.ndim > 1:
            counts[-1] = np.count_nonzero(self._column.bare.take(hits.documents))
            articles, codes = self._rest
            counts += np.bincount(codes[hits.mask.take(articles)], minlength=self._values + 1)
        return counts

    @cached_property
    def _table(self) -> NDArray[np.unsignedinteger]:
        """The numbers of an article's first values, filled up with the number behind the last.

        Flat where no article has more than one.
        """
        counts = self._column.counts
        width = int(min(max(counts.max(initial=1), 1), WIDEST))
        kind = np.uint16 if self._values < np.iinfo(np.uint16).max else np.uint32
        table = np.full((len(counts), width), self._values, dtype=kind)
        for at in range(width):
            some = np.flatnonzero(counts > at)
            table[some, at] = self._column.codes[self._column.starts[some] + at]
        return table if width > 1 else table.ravel()

    @cached_property
    def _rest(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The articles with more values than their row holds, and these values."""
        many = np.flatnonzero(self._column.counts > WIDEST)
        articles, codes = self._column.pairs(many)
        places = np.arange(len(articles)) - np.searchsorted(articles, articles)
        further = places >= WIDEST
        return articles[further].astype(np.intp), codes[further].astype(np.intp)
