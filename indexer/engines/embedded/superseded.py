"""Which articles are gone, because a later one has their id or because they were removed."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from indexer.engines.embedded.documents import Mask

Ids = Sequence[bytes]


def superseded(
    old: Sequence[tuple[Ids, Mask]], fresh: Sequence[Ids], removed: Collection[bytes]
) -> list[list[int]]:
    """For each segment, the old ones first, the documents that are gone.

    Of the old ones only what their masks tell to be alive counts; ``removed`` is said of them.
    """
    segments = [*old, *((ids, np.ones(len(ids), dtype=bool)) for ids in fresh)]
    hashes = [np.fromiter(map(hash, ids), np.int64, len(ids)) for ids, _ in segments]
    lost = np.fromiter(map(hash, removed), np.int64, len(removed))
    ordered = np.sort(np.concatenate([*hashes, lost]))
    doubled = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    taken: set[bytes] = set()
    found = []
    for number in reversed(range(len(segments))):
        if number == len(old) - 1:
            taken |= set(removed)
        ids, alive = segments[number]
        asked = np.flatnonzero(np.isin(hashes[number], doubled) & alive)
        found.append(_gone(ids, reversed(asked.tolist()), taken))
    return found[::-1]


def _gone(ids: Ids, asked: Iterable[int], taken: set[bytes]) -> list[int]:
    """Those of some documents, from the last on, whose id is taken; the other ids are, from now."""
    gone = []
    for at in asked:
        if ids[at] in taken:
            gone.append(at)
        taken.add(ids[at])
    return sorted(gone)
