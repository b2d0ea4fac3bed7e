"""One opened generation: its segments, what was deleted from them, and values under one number."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.builder import FACETS
from indexer.engines.embedded.lists import Mask
from indexer.engines.embedded.schema import TEXTS
from indexer.engines.embedded.segment import Segment
from indexer.engines.embedded.storage import Manifest

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a snapshot.

    ``alive`` are the articles that were not deleted, ``codes`` turn the segment's numbers of facet
    values into the snapshot's, ``groups`` tell which articles are versions of one text (-1: none).
    """

    segment: Segment
    alive: Mask
    codes: Mapping[str, Codes]
    groups: Codes


class Snapshot:
    """A generation that does not change; memory-mapped, so that threads may share it."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.name, self.manifest = folder.name, manifest
        segments = [Segment(folder / one.file, one.arrays) for one in manifest.segments]
        alive = [
            _alive(segment, one.deleted)
            for segment, one in zip(segments, manifest.segments, strict=True)
        ]
        self.values = {name: _values(segments, name) for name in FACETS}
        numbers = {
            name: {value: at for at, value in enumerate(values)}
            for name, values in self.values.items()
        }
        groups = _groups(segments, alive)
        self.parts = tuple(
            Part(
                segment,
                mask,
                {name: _codes(segment, name, numbers[name]) for name in FACETS},
                group,
            )
            for segment, mask, group in zip(segments, alive, groups, strict=True)
        )
        self.size = sum(part.segment.size for part in self.parts)

    @cached_property
    def averages(self) -> Mapping[str, float]:
        """The average number of terms of each text."""
        sums = {
            text: sum(int(part.segment.texts[text].lengths.sum()) for part in self.parts)
            for text in TEXTS
        }
        return {text: total / max(self.size, 1) or 1.0 for text, total in sums.items()}

    @cached_property
    def has_groups(self) -> bool:
        """Whether any article has other versions."""
        return any(bool((part.groups >= 0).any()) for part in self.parts)

    def find(self, article_id: str) -> tuple[int, int] | None:
        """The part and the document of an article; None where it is not, or was deleted."""
        wanted = article_id.encode()
        for number, part in enumerate(self.parts):
            for document, one in enumerate(part.segment.ids):
                if one == wanted and part.alive[document]:
                    return number, document
        return None


def _alive(segment: Segment, deleted: tuple[int, ...]) -> Mask:
    mask = np.ones(segment.size, dtype=bool)
    mask[list(deleted)] = False
    return mask


def _values(segments: list[Segment], name: str) -> list[str]:
    """All values of a facet, sorted."""
    return sorted({value for segment in segments for value in segment.columns[name].values})


def _codes(segment: Segment, name: str, numbers: Mapping[str, int]) -> Codes:
    return np.array([numbers[value] for value in segment.columns[name].values], dtype=np.int64)


def _groups(segments: list[Segment], alive: list[Mask]) -> list[Codes]:
    """The number of the cluster of each article that has others of its kind, else -1.

    Only articles whose cluster has not their own id are told one; the one that gave it its id
    belongs to it, too.
    """
    named: dict[str, int] = {}
    for segment in segments:
        for value in segment.columns["cluster"].values:
            named.setdefault(value, len(named))
    found = []
    for segment, mask in zip(segments, alive, strict=True):
        groups = np.full(segment.size, -1, dtype=np.int64)
        column = segment.columns["cluster"]
        codes = np.array([named[value] for value in column.values], dtype=np.int64)
        if len(column.codes):
            groups[column.documents] = codes[column.codes]
        if named:
            for document, one in enumerate(segment.ids):
                number = named.get(one.decode())
                if number is not None:
                    groups[document] = number
        groups[~mask] = -1
        found.append(groups)
    return found
