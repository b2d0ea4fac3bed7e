"""One opened generation: its segments, and all their articles numbered one behind the other."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.columns import Column, Columns, joined
from indexer.engines.embedded.days import Days, order
from indexer.engines.embedded.documents import DocumentSet, Mask
from indexer.engines.embedded.schema import TEXTS
from indexer.engines.embedded.segment import Segment
from indexer.engines.embedded.standing import Occurrences, Several
from indexer.engines.embedded.storage import Manifest
from indexer.engines.embedded.tallies import Tally
from indexer.models import Basis

Lengths = NDArray[np.uint32]
Groups = NDArray[np.int64]
S = TypeVar("S", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a snapshot, whose articles begin at ``base``; ``alive`` were not deleted."""

    segment: Segment
    base: int
    alive: Mask


class Snapshot:
    """A generation that does not change; memory-mapped, so that threads may share it.

    Masks and numbers of documents are those of all segments together.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.name, self.manifest = folder.name, manifest
        segments = [Segment(folder / one.file, one.arrays) for one in manifest.segments]
        self._bases = np.cumsum([0, *(segment.size for segment in segments)]).tolist()
        self.size: int = self._bases[-1]
        self.alive = np.ones(self.size, dtype=bool)
        for base, one in zip(self._bases, manifest.segments, strict=False):
            self.alive[[base + document for document in one.deleted]] = False
        self.whole = not any(one.deleted for one in manifest.segments)
        self.parts = tuple(
            Part(segment, base, self.alive[base : base + segment.size])
            for segment, base in zip(segments, self._bases, strict=False)
        )
        self._tallies: dict[tuple[str, bool], Tally] = {}

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """The values of all facets."""
        return Columns(lambda name: joined([part.segment.columns[name] for part in self.parts]))

    @cached_property
    def groups(self) -> Groups:
        """The number of the cluster of each article that is a version of a text; else -1."""
        return _groups([part.segment for part in self.parts], self.columns["cluster"], self.alive)

    @cached_property
    def has_groups(self) -> bool:
        """Whether any article is a version of a text."""
        return bool((self.groups >= 0).any())

    @cached_property
    def single(self) -> Mask:
        """The articles that were not deleted and are no versions of others."""
        mask: Mask = self.alive & (self.groups < 0)
        return mask

    @cached_property
    def lengths(self) -> Mapping[str, Lengths]:
        """How many terms each text has."""
        return {
            name: _joined([part.segment.texts[name].lengths for part in self.parts], np.uint32)
            for name in TEXTS
        }

    @cached_property
    def days(self) -> Mapping[str, tuple[Days, Days]]:
        """The first and the last day that each article's dates may mean."""
        return {
            name: (
                _joined([part.segment.days[name][0] for part in self.parts], np.int32),
                _joined([part.segment.days[name][1] for part in self.parts], np.int32),
            )
            for name in (basis.value for basis in Basis)
        }

    @cached_property
    def chronology(self) -> NDArray[np.float64]:
        """Numbers by which articles sort by the date of their event; 0 without."""
        return order(*self.days[Basis.EVENT.value]).astype(float)

    @cached_property
    def entries(self) -> tuple[Days, Days]:
        """The revision and the day (0: not known) at which each article was first taken in."""
        held = [part.segment.entries for part in self.parts]
        revisions, days = ([one[at] for one in held] for at in (0, 1))
        return _joined(revisions, np.int32), _joined(days, np.int32)

    def living(self, mask: Mask) -> Mask:
        """Those of some articles that were not deleted."""
        return mask if self.whole else mask & self.alive

    def gathered(self, find: Callable[[int], DocumentSet]) -> DocumentSet:
        """The documents that are found in each segment by its number."""
        held = [find(number) for number in range(len(self.parts))]
        if len(held) == 1:
            return held[0]
        if any(one.is_dense for one in held):
            count = sum(map(len, held))
            return DocumentSet(
                self.size, mask=_joined([one.mask for one in held], np.bool_), count=count
            )
        numbers = [one.numbers + part.base for part, one in zip(self.parts, held, strict=True)]
        return DocumentSet(self.size, _joined(numbers, np.intp))

    def occurrences(self, text: str, terms: Sequence[Sequence[int]]) -> Occurrences:
        """Where some terms of each segment stand in a text, as if they were one."""
        parts = zip(self.parts, terms, strict=True)
        held = [part.segment.texts[text].occurrences(some) for part, some in parts]
        if len(held) == 1:
            return held[0]
        documents = self.gathered(lambda number: held[number].documents)
        return Occurrences(documents, lambda: self._several([one.several for one in held]))

    def _several(self, held: Sequence[Several]) -> Several:
        numbers = [one.documents + part.base for part, one in zip(self.parts, held, strict=True)]
        return Several(
            _joined(numbers, np.intp),
            _joined([one.counts for one in held], np.int64),
            _joined([one.leads for one in held], np.bool_),
        )

    def tally(self, name: str, duplicates: bool) -> Tally:
        """What counts the values of a facet; versions of texts stay out on request."""
        key = name, duplicates or not self.has_groups
        if key not in self._tallies:
            self._tallies[key] = Tally(self.columns[name], self.alive if key[1] else self.single)
        return self._tallies[key]

    def place(self, document: int) -> tuple[Part, int]:
        """The segment of a document, and its number there."""
        part = self.parts[bisect_right(self._bases, document) - 1]
        return part, document - part.base

    def id(self, document: int) -> bytes:
        """The id of a document."""
        part, number = self.place(document)
        return part.segment.ids[number]

    def find(self, article_id: str) -> int | None:
        """The document of an article; None where it is not, or was deleted."""
        wanted = article_id.encode()
        for part in self.parts:
            for number, one in enumerate(part.segment.ids):
                if one == wanted and part.alive[number]:
                    return part.base + number
        return None


def _joined(arrays: Sequence[NDArray[Any]], kind: type[S]) -> NDArray[S]:
    """Some arrays of a kind as one."""
    if len(arrays) == 1:
        return arrays[0]
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=kind)


def _groups(segments: Sequence[Segment], clusters: Column, alive: Mask) -> Groups:
    """The number of the cluster of each article that has others of its kind, else -1.

    Only articles whose cluster has not their own id are told one; the one that gave it its id
    belongs to it, too.
    """
    groups = np.full(len(alive), -1, dtype=np.int64)
    if not clusters.values:
        return groups
    groups[clusters.documents] = clusters.codes
    ids = (one.decode() for segment in segments for one in segment.ids)
    for document, one in enumerate(ids):
        if one in clusters.number:
            groups[document] = clusters.number[one]
    groups[~alive] = -1
    return groups
