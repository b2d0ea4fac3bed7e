"""What stands in one text of a segment's articles, and what it gives to the score of each."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from indexer.engines.embedded.lists import Documents, Mask, Numbers
from indexer.engines.embedded.scoring import Floats, Weighing

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

    @cached_property
    def places(self) -> Numbers:
        """Where each document stands among those asked for; anything where it does not."""
        places = np.empty(len(self.mask), dtype=np.intp)
        places[self.documents] = np.arange(len(self))
        return places


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The documents of some terms as if they were one.

    Most have it once; ``several`` are the others, ascending, with how often each has it and
    whether one leads the text.
    """

    documents: Documents
    several: Numbers
    counts: Numbers
    leads: Mask


class Standing:
    """Documents of a segment in which something stands in one text, and what each gives."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents

    def add(self, asked: Asked, worth: float, sums: Floats) -> None:
        """Add to the sums of the documents asked for what they gain here, times an idf."""
        if len(self.documents) * SPARSE < len(asked):
            inside = self.documents.within(asked.mask).numbers
            sums[asked.places.take(inside)] += worth * self._once(inside)
        else:
            gains = worth * self._once(asked.documents)
            sums += gains * self.documents.mask.take(asked.documents)

    def _once(self, documents: Numbers) -> Floats | float:
        raise NotImplementedError


class Row(Standing):
    """Signs that stand in a row; once or often is the same."""

    def __init__(self, documents: Documents, weight: float) -> None:
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
        if not len(self.documents):
            return
        super().add(asked, worth, sums)
        held = self._occurrences
        here = np.flatnonzero(asked.mask.take(held.several))
        several = held.several.take(here)
        gains = self._weighing.gains(several, held.counts.take(here), held.leads.take(here))
        sums[asked.places.take(several)] += worth * (gains - self._weighing.once.take(several))

    def _once(self, documents: Numbers) -> Floats:
        return self._weighing.once.take(documents)
