"""Facet columns as arrays: which articles have a value, and how many of a set have each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.postings import Mask
from indexer.models import NONE, FacetCounts


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one facet: pair i says that article ``documents[i]`` has ``codes[i]``."""

    name: str
    values: tuple[str, ...]
    documents: NDArray[np.int64]
    codes: NDArray[np.int64]
    size: int

    @staticmethod
    def build(name: str, rows: Sequence[Iterable[str]]) -> "Column":
        """The column of a facet from the values of each article, in the articles' order."""
        pairs = [(at, value) for at, row in enumerate(rows) for value in dict.fromkeys(row)]
        values = tuple(sorted({value for _, value in pairs}))
        code = {value: number for number, value in enumerate(values)}
        documents = np.array([at for at, _ in pairs], dtype=np.int64)
        codes = np.array([code[value] for _, value in pairs], dtype=np.int64)
        return Column(name, values, documents, codes, len(rows))

    def mask(self, wanted: Callable[[str], bool], missing: bool = False) -> Mask:
        """The articles with a value that is wanted; with ``missing`` those without any, too."""
        chosen = np.array([wanted(value) for value in self.values], dtype=bool)
        mask = np.zeros(self.size, dtype=bool)
        if len(chosen):
            mask[self.documents[chosen[self.codes]]] = True
        return mask | ~self._present() if missing else mask

    def counts(
        self, mask: Mask, selected: Iterable[str], clusters: NDArray[np.int64]
    ) -> FacetCounts:
        """How many of the articles have each value; chosen values stay, even at 0.

        Articles of one number in ``clusters`` count once for each value.
        """
        within = mask[self.documents]
        pairs = np.stack((clusters[self.documents[within]], self.codes[within]))
        codes = np.unique(pairs, axis=1)[1]
        numbers = np.bincount(codes, minlength=len(self.values))
        missing = len(np.unique(clusters[mask & ~self._present()]))
        found = {value: int(n) for value, n in zip(self.values, numbers, strict=True) if n}
        for value in selected:
            if value != NONE:
                found.setdefault(value, 0)
        ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return FacetCounts(self.name, tuple(ordered), missing)

    def _present(self) -> Mask:
        mask = np.zeros(self.size, dtype=bool)
        mask[self.documents] = True
        return mask
