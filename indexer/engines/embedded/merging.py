"""Several segments -> one, from their arrays; nothing is cut into words again."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.builder import FACETS, Draft
from indexer.engines.embedded.columns import Column
from indexer.engines.embedded.lists import Mask
from indexer.engines.embedded.runs import Run
from indexer.engines.embedded.schema import TEXTS
from indexer.engines.embedded.segment import Segment, TextField

Numbers = NDArray[np.int64]


def merged(parts: Iterable[tuple[Segment, Mask]]) -> Draft:
    """One segment with the articles of several that are alive, in their order."""
    draft = Draft()
    for segment, alive in parts:
        numbers = len(draft.ids) + np.cumsum(alive) - 1
        runs = {
            text: _renumbered(segment.texts[text].words.run(), alive, numbers) for text in TEXTS
        }
        words = _words(draft, segment, runs.values())
        for text, run in runs.items():
            ours = Run(words[run.keys], run.documents, run.frequencies)
            draft.runs[f"{text}.words"].append(ours)
            _take_text(draft, text, segment.texts[text], (alive, numbers))
        kept = np.flatnonzero(alive).tolist()
        draft.ids += [segment.ids[at].decode() for at in kept]
        for name in FACETS:
            draft.values[name] += _rows(segment.columns[name], kept)
        days = np.stack([*segment.days["event"], *segment.days["issued"]], axis=1)[alive]
        draft.days += [(a, b, c, d) for a, b, c, d in days.tolist()]
        draft.entries += list(zip(*(one[alive].tolist() for one in segment.entries), strict=True))
    return draft


def _words(draft: Draft, segment: Segment, runs: Iterable[Run]) -> NDArray[np.uint32]:
    """The draft's number of each word of a segment; 0 for words that no kept article holds."""
    words = np.zeros(len(segment.terms), dtype=np.uint32)
    held = np.unique(np.concatenate([run.keys for run in runs]))
    words[held] = [draft.words[segment.terms[at].decode()] for at in held.tolist()]
    return words


def _take_text(draft: Draft, text: str, field: TextField, maps: tuple[Mask, Numbers]) -> None:
    """The pairs, lengths and signs of one text of a segment, its documents renumbered."""
    alive, numbers = maps
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
