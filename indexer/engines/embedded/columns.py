"""The values of one facet in one segment: which articles have which."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.arrays import ArrayFile
from indexer.engines.embedded.documents import Mask, Numbers
from indexer.engines.embedded.lexicon import Texts

FEW = 4  # values that are looked for one after the other


class Column:
    """Article i has the values of the numbers ``codes[starts[i]:starts[i + 1]]``; values ascend."""

    def __init__(self, values: Sequence[str], codes: Numbers, starts: Numbers) -> None:
        self.values, self.codes, self.starts = values, codes, starts

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """How many values each article has."""
        starts: NDArray[np.int64] = self.starts.astype(np.int64)
        return starts[1:] - starts[:-1]

    @cached_property
    def documents(self) -> Numbers:
        """The article of each pair of article and value."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    @cached_property
    def bare(self) -> Mask:
        """The articles without any value."""
        bare: Mask = self.counts == 0
        return bare

    def having(self, values: Sequence[str]) -> Mask:
        """The articles with any of some values."""
        return self._coded([self.number[one] for one in values if one in self.number])

    def between(self, low: str, high: str) -> Mask:
        """The articles with a value in a range, both ends included."""
        codes = range(bisect_left(self.values, low), bisect_right(self.values, high))
        return self._pairs((self.codes >= codes.start) & (self.codes < codes.stop))

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each value."""
        return {value: code for code, value in enumerate(self.values)}

    def pairs(self, documents: Numbers) -> tuple[Numbers, Numbers]:
        """Each article of some as often as it has values, and the numbers of these."""
        counts = self.counts[documents]
        firsts = np.repeat(self.starts[documents] - np.cumsum(counts) + counts, counts)
        return np.repeat(documents, counts), self.codes[firsts + np.arange(len(firsts))]

    def _coded(self, codes: Sequence[int]) -> Mask:
        if len(codes) > FEW:
            chosen = np.zeros(len(self.values), dtype=bool)
            chosen[list(codes)] = True
            return self._pairs(chosen[self.codes])
        mask = np.zeros(len(self.counts), dtype=bool)
        for code in codes:
            mask[self.documents[self.codes == code]] = True
        return mask

    def _pairs(self, chosen: Mask) -> Mask:
        """The articles of some of the pairs."""
        mask = np.zeros(len(self.counts), dtype=bool)
        mask[self.documents[chosen]] = True
        return mask


class Columns(dict[str, Column]):
    """Columns by name, each made when it is first asked for: some have very many values."""

    def __init__(self, make: Callable[[str], Column]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> Column:
        column = self[name] = self._make(name)
        return column


def read_column(file: ArrayFile, name: str) -> Column:
    """The column of a segment."""
    values = [value.decode() for value in Texts(file, name)]
    return Column(values, file[f"{name}.codes"], file[f"{name}.starts"])


def joined(columns: Sequence[Column]) -> Column:
    """The columns of some segments as one, their articles behind each other."""
    if len(columns) == 1:
        return columns[0]
    values = sorted({value for column in columns for value in column.values})
    number = {value: code for code, value in enumerate(values)}
    codes, starts = [np.zeros(0, dtype=np.uint32)], [np.zeros(1, dtype=np.int64)]
    held = 0
    for column in columns:
        numbers = np.array([number[value] for value in column.values], dtype=np.uint32)
        codes.append(numbers[column.codes])
        starts.append(column.starts[1:].astype(np.int64) + held)
        held += len(column.codes)
    return Column(values, np.concatenate(codes), np.concatenate(starts))
