"""A segment -> a block of the articles that are alive, to be merged with others."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.arrays import Array, ArrayRecord, ArrayWriter
from indexer.engines.embedded.builder import FACETS
from indexer.engines.embedded.columns import Column
from indexer.engines.embedded.documents import Mask
from indexer.engines.embedded.lexicon import pack_texts
from indexer.engines.embedded.lists import Lists
from indexer.engines.embedded.runs import Keys, Run
from indexer.engines.embedded.segment import Segment, TextField

ARTICLES = 2048  # whose signs are copied at a time


def write_block(path: Path, segment: Segment, alive: Mask, first: int) -> tuple[ArrayRecord, ...]:
    """Write the block; its articles are numbered from ``first`` on."""
    numbers = (first + np.cumsum(alive) - 1).astype(np.uint16)
    with ArrayWriter(path) as writer:
        kept = np.flatnonzero(alive).tolist()
        arrays = dict(pack_texts((segment.ids[at] for at in kept), "ids"))
        for name in FACETS:
            arrays |= _column(segment.columns[name], alive, name)
        arrays |= {name: array[alive] for name, array in segment.numbers.items()}
        keys = {}
        for text, field in segment.texts.items():
            keys[f"{text}.words"] = _write_lists(
                writer, f"{text}.words", _kept(field.words, alive, numbers)
            )
            pairs = _write_lists(writer, f"{text}.pairs", _kept(field.pairs, alive, numbers))
            writer.add(f"{text}.pairs.keys", pairs)
            writer.add(f"{text}.lengths", field.lengths[alive])
            _write_signs(writer, text, field, alive)
        for name, array in {**arrays, **_words(segment, keys)}.items():
            writer.add(name, array)
    return tuple(writer.records)


def _column(column: Column, alive: Mask, name: str) -> Mapping[str, Array]:
    """The values of the articles that are alive."""
    counts = np.diff(column.starts)
    codes = column.codes[np.repeat(alive, counts)]
    used = np.unique(codes)
    return {
        **pack_texts((column.values[code].encode() for code in used.tolist()), name),
        f"{name}.codes": used.searchsorted(codes).astype(np.uint32),
        f"{name}.starts": np.concatenate([[0], np.cumsum(counts[alive])]).astype(np.uint32),
    }


def _words(segment: Segment, keys: Mapping[str, Keys]) -> Mapping[str, Array]:
    """The terms that some article holds, and the keys by their places among these."""
    held = np.unique(np.concatenate(list(keys.values())))
    return {
        **pack_texts((segment.terms[at] for at in held.tolist()), "terms"),
        **{
            f"{name}.keys": held.searchsorted(some).astype(np.uint32) for name, some in keys.items()
        },
    }


def _kept(lists: Lists, alive: Mask, numbers: NDArray[np.uint16]) -> Iterator[Run]:
    """The lists without the articles that are not alive, in runs; no list is empty."""
    for run in lists.runs():
        if not len(run.keys):
            continue
        kept = alive[run.documents]
        counts = np.add.reduceat(kept, np.cumsum(run.counts) - run.counts, dtype=np.int64)
        flags = run.flags[kept] if len(run.flags) else run.flags
        some = counts > 0
        yield Run(run.keys[some], counts[some], numbers[run.documents[kept]], flags)


def _write_lists(writer: ArrayWriter, name: str, runs: Iterator[Run]) -> Keys:
    """Write all of some runs but their keys, which are returned."""
    keys, counts = [np.zeros(0, np.uint32)], [np.zeros(0, np.uint32)]
    flags = [np.zeros(0, np.uint16)]

    def documents() -> Iterator[Array]:
        for run in runs:
            keys.append(run.keys)
            counts.append(run.counts.astype(np.uint32))
            flags.append(run.flags)
            yield run.documents

    writer.stream(f"{name}.documents", np.uint16, documents())
    writer.add(f"{name}.counts", np.concatenate(counts))
    writer.add(f"{name}.flags", np.concatenate(flags))
    return np.concatenate(keys)


def _write_signs(writer: ArrayWriter, text: str, field: TextField, alive: Mask) -> None:
    """Write the rows of signs of the articles that are alive."""
    signs, sizes = field.rows()
    ends = np.concatenate([[0], np.cumsum(sizes)])

    def rows() -> Iterator[Array]:
        for low in range(0, len(sizes), ARTICLES):
            high = min(low + ARTICLES, len(sizes))
            yield signs[ends[low] : ends[high]][np.repeat(alive[low:high], sizes[low:high])]

    writer.add(f"{text}.sizes", sizes[alive].astype(np.uint32))
    writer.stream(f"{text}.signs", np.uint16, rows())
