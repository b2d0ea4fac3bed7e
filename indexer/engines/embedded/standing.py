"""What stands in one text of a segment's articles, and what it gives to the score of each."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from indexer.engines.embedded.documents import DocumentSet, Mask, Numbers
from indexer.engines.embedded.scoring import Floats, Weighing

FEW = 1000  # among so many, a document is found by halves
SPARSE = 4  # a list so many times shorter than what is asked is looked through by itself


class Asked:
    """The documents of a segment that are asked for, ascending."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask

    def __len__(self) -> int:
        return len(self.documents)

    @cached_property
    def documents(self) -> Numbers:
        """Their numbers."""
        return np.flatnonzero(self.mask)

    def places(self, documents: Numbers) -> Numbers:
        """Where documents stand among those asked for; they must be asked for."""
        if len(self) < FEW:
            return self.documents.searchsorted(documents)
        return self._places.take(documents)

    @cached_property
    def _places(self) -> Numbers:
        places = np.empty(len(self.mask), dtype=np.int32)
        places[self.documents] = np.arange(len(self), dtype=np.int32)
        return places


@dataclass(frozen=True, slots=True)
class Several:
    """The documents that have a term more than once, or at the beginning of the text; ascending.

    How often each has it, and whether one leads the text.
    """

    documents: Numbers
    counts: Numbers
    leads: Mask


class Occurrences:
    """The documents of some terms as if they were one; most have it once."""

    def __init__(self, documents: DocumentSet, load: Callable[[], Several]) -> None:
        self.documents, self._load = documents, load

    @cached_property
    def several(self) -> Several:
        """Those that have it otherwise, read when scores are wanted."""
        return self._load()


class Standing(ABC):
    """Documents of a segment in which something stands in one text, and what each gives."""

    def __init__(self, documents: DocumentSet) -> None:
        self.documents = documents

    @property
    def nbytes(self) -> int:
        """The memory it may take, with those that have it more than once."""
        return self.documents.nbytes + 8 * len(self.documents)

    def add(self, asked: Asked, worth: float, sums: Floats) -> None:
        """Add to the sums of the documents asked for what they gain here, times an idf."""
        if len(self.documents) * SPARSE < len(asked):
            inside = self.documents.within(asked.mask).numbers
            sums[asked.places(inside)] += worth * self._once(inside)
        else:
            gains = worth * self._once(asked.documents)
            sums += gains * self.documents.mask.take(asked.documents)

    @abstractmethod
    def _once(self, documents: Numbers) -> Floats | float:
        """What one occurrence gives in each of some documents, before its idf."""


class Row(Standing):
    """Signs that stand in a row; once or often is the same."""

    def __init__(self, documents: DocumentSet, weight: float) -> None:
        super().__init__(documents)
        self._weight = weight

    def _once(self, documents: Numbers) -> float:
        return self._weight


class Cut(Standing):
    """A term that was cut in the text."""

    def __init__(self, occurrences: Occurrences, weighing: Weighing) -> None:
        super().__init__(occurrences.documents)
        self._occurrences, self._weighing = occurrences, weighing

    def add(self, asked: Asked, worth: float, sums: Floats) -> None:
        """As in every text, and what more occurrences than one give beyond the first."""
        if len(self.documents) * SPARSE < len(asked) or self._stands_in(asked):
            super().add(asked, worth, sums)
            self._add_several(self._occurrences.several, asked, worth, sums)

    def _stands_in(self, asked: Asked) -> bool:
        return bool(self.documents.mask.take(asked.documents).any())

    def _add_several(self, held: Several, asked: Asked, worth: float, sums: Floats) -> None:
        here = np.flatnonzero(asked.mask.take(held.documents))
        if len(here):
            several = held.documents.take(here)
            gains = self._weighing.gains(several, held.counts.take(here), held.leads.take(here))
            sums[asked.places(several)] += worth * (gains - self._weighing.once.take(several))

    def _once(self, documents: Numbers) -> Floats:
        return self._weighing.once.take(documents)
