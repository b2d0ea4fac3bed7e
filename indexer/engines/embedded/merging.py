"""Several segments -> one, from their arrays; nothing is cut into words again."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.builder import FACETS, Draft
from indexer.engines.embedded.lists import Mask
from indexer.engines.embedded.runs import Run
from indexer.engines.embedded.schema import TEXTS
from indexer.engines.embedded.segment import Column, Segment, TextField

Numbers = NDArray[np.int64]


def merged(parts: Iterable[tuple[Segment, Mask]]) -> Draft:
    """One segment with the articles of several that are alive, in their order."""
    draft = Draft()
    for segment, alive in parts:
        numbers = len(draft.ids) + np.cumsum(alive) - 1
        terms = [draft.words[term.decode()] for term in segment.terms]
        words = np.array(terms, dtype=np.uint32)
        for text in TEXTS:
            _take_text(draft, text, segment.texts[text], (alive, numbers, words))
        kept = np.flatnonzero(alive).tolist()
        draft.ids += [segment.ids[at].decode() for at in kept]
        for name in FACETS:
            draft.values[name] += _rows(segment.columns[name], kept)
        days = np.stack([*segment.days["event"], *segment.days["issued"]], axis=1)[alive]
        draft.days += [(a, b, c, d) for a, b, c, d in days.tolist()]
    return draft


def _take_text(
    draft: Draft, text: str, field: TextField, maps: tuple[Mask, Numbers, NDArray[np.uint32]]
) -> None:
    """One text of a segment, its documents and words under their new numbers."""
    alive, numbers, words = maps
    cut = field.words.run()
    run = _renumbered(Run(words[cut.keys], cut.documents, cut.frequencies), alive, numbers)
    draft.runs[f"{text}.words"].append(run)
    draft.runs[f"{text}.pairs"].append(_renumbered(field.pairs.run(), alive, numbers))
    draft.lengths[text].append(field.lengths[alive].astype(np.int64))
    signs, sizes = field.rows()
    draft.signs[text].append(signs[np.repeat(alive, sizes)])
    draft.sizes[text].append(sizes[alive])


def _renumbered(run: Run, alive: Mask, numbers: Numbers) -> Run:
    kept = alive[run.documents]
    documents = numbers[run.documents[kept]].astype(np.uint16)
    frequencies = run.frequencies[kept] if len(run.frequencies) else run.frequencies
    return Run(run.keys[kept], documents, frequencies)


def _rows(column: Column, kept: list[int]) -> list[tuple[str, ...]]:
    """The values of each article that is kept."""
    return [
        tuple(
            column.values[code] for code in column.codes[column.starts[at] : column.starts[at + 1]]
        )
        for at in kept
    ]
