"""Blocks -> one segment, in bounded memory: of the postings only some keys at a time are read.

The bytes of a segment do not depend on how its articles were cut into blocks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from pathlib import Path

import numpy as np

from indexer.engines.embedded.arrays import Array, ArrayParts, ArrayRecord, ArrayWriter
from indexer.engines.embedded.builder import FACETS, NUMBERS
from indexer.engines.embedded.lexicon import pack_texts, unpack_texts
from indexer.engines.embedded.packing import write_lists
from indexer.engines.embedded.runs import Counts, Keys, Run, spread
from indexer.engines.embedded.schema import TEXTS

AT_ONCE = 1 << 19  # postings that are merged at a time
Blocks = Sequence[ArrayParts]


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of one kind in one block, by the keys under which they are merged."""

    block: ArrayParts
    name: str
    keys: Keys
    counts: Keys

    def runs(self, edges: Keys) -> Iterator[Run]:
        """The lists from one edge to the next, the last of which is open."""
        cuts = [*self.keys.searchsorted(edges).tolist(), len(self.keys)]
        last = 0
        for low, high in pairwise(cuts):
            counts = self.counts[low:high].astype(np.int64)
            first, last = last, last + int(counts.sum())
            documents = self.block.read(f"{self.name}.documents", first, last)
            flags = self.block.read(f"{self.name}.flags", first, last)
            yield Run(self.keys[low:high], counts, documents, flags)


class _Numbers(dict[bytes, int]):
    """Texts, numbered in the order in which they are first asked for."""

    def __missing__(self, text: bytes) -> int:
        number = self[text] = len(self)
        return number


def write_segment(path: Path, blocks: Blocks) -> tuple[int, tuple[ArrayRecord, ...]]:
    """Write the segment of some blocks, whose documents ascend; its size and what lies in it."""
    with ArrayWriter(path) as writer:
        size = _write_articles(writer, blocks)
        terms, ranks = _united(blocks, "terms")
        _write_texts(writer, "terms", terms)
        for text in TEXTS:
            name = f"{text}.words"
            read = zip(ranks, _all(blocks, f"{name}.keys"), strict=True)
            runs = _merged(blocks, name, [places[keys] for places, keys in read])
            write_lists(writer, name, runs, size)
            name = f"{text}.pairs"
            runs = _merged(blocks, name, _all(blocks, f"{name}.keys"))
            write_lists(writer, name, runs, size, frequencies=False)
            _write_signs(writer, blocks, text)
    return size, tuple(writer.records)


def _write_signs(writer: ArrayWriter, blocks: Blocks, text: str) -> None:
    """Write how many terms each article has, and its row of signs."""
    writer.add(f"{text}.lengths", _joined(blocks, f"{text}.lengths"))
    writer.add(f"{text}.offsets", _ends(_joined(blocks, f"{text}.sizes")).astype(np.uint32))
    signs = (piece for block in blocks for piece in block.pieces(f"{text}.signs"))
    writer.stream(f"{text}.signs", np.uint16, signs)


def _write_articles(writer: ArrayWriter, blocks: Blocks) -> int:
    """Write ids, facet values and days; how many articles there are."""
    ids = [one for block in blocks for one in _texts(block, "ids")]
    ranks = np.zeros(len(ids), dtype=np.uint32)
    ranks[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids), dtype=np.uint32)
    _write_texts(writer, "ids", ids)
    writer.add("ids.ranks", ranks)
    for name in FACETS:
        values, numbers = _united(blocks, name)
        _write_texts(writer, name, values)
        read = zip(numbers, _all(blocks, f"{name}.codes"), strict=True)
        codes = [places[some] for places, some in read]
        writer.add(f"{name}.codes", np.concatenate([np.zeros(0, np.uint32), *codes]))
        counts = [np.diff(starts) for starts in _all(blocks, f"{name}.starts")]
        writer.add(f"{name}.starts", _ends(np.concatenate(counts)).astype(np.uint32))
    for name in NUMBERS:
        writer.add(name, _joined(blocks, name))
    return len(ids)


def _united(blocks: Blocks, name: str) -> tuple[list[bytes], list[Keys]]:
    """All texts of some blocks in order, and for each block the places of its own."""
    numbers = _Numbers()
    held = []
    for block in blocks:
        texts = _texts(block, name)
        held.append(np.fromiter(map(numbers.__getitem__, texts), np.uint32, len(texts)))
    whole = sorted(numbers)
    places = np.zeros(len(whole), dtype=np.uint32)
    places[[numbers[text] for text in whole]] = np.arange(len(whole), dtype=np.uint32)
    return whole, [places[some] for some in held]


def _merged(blocks: Blocks, name: str, keys: Sequence[Keys]) -> Iterator[Run]:
    """The lists of one kind of all blocks, in runs."""
    counts = _all(blocks, f"{name}.counts")
    lists = [_Lists(*one) for one in zip(blocks, repeat(name), keys, counts, strict=False)]
    edges = _edges(keys, counts)
    return map(_joined_run, zip(*(one.runs(edges) for one in lists), strict=True))


def _edges(keys: Sequence[Keys], counts: Sequence[Keys]) -> Keys:
    """The keys with which runs begin, of AT_ONCE postings or up to twice as many.

    Between two of the keys that are looked at a block has so many postings that all have AT_ONCE.
    """
    step = max(AT_ONCE // len(keys), 1)
    seen = [np.zeros(0, np.uint32)]
    for some, numbers in zip(keys, counts, strict=True):
        ends = np.cumsum(numbers, dtype=np.int64)
        seen.append(some[ends.searchsorted(np.arange(step, int(numbers.sum()), step))])
    edges = np.sort(np.concatenate(seen))[len(keys) - 1 :: len(keys)]
    return np.unique(np.concatenate([np.zeros(1, np.uint32), edges]))


def _joined_run(runs: Sequence[Run]) -> Run:
    """One run of several, whose documents ascend from run to run."""
    keys = np.concatenate([run.keys for run in runs])
    counts = np.concatenate([run.counts for run in runs])
    order = np.argsort(keys, kind="stable")
    places = spread((np.cumsum(counts) - counts)[order], counts[order])
    documents = np.concatenate([run.documents for run in runs])[places]
    flags = np.concatenate([run.flags for run in runs])
    keys = keys[order]
    starts = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
    together = np.add.reduceat(counts[order], starts) if len(keys) else counts
    return Run(keys[starts], together, documents, flags[places] if len(flags) else flags)


def _texts(block: ArrayParts, name: str) -> list[bytes]:
    return unpack_texts(block.read(f"{name}.bytes"), block.read(f"{name}.offsets"))


def _write_texts(writer: ArrayWriter, name: str, texts: list[bytes]) -> None:
    for part, array in pack_texts(texts, name).items():
        writer.add(part, array)


def _all(blocks: Blocks, name: str) -> list[Array]:
    return [block.read(name) for block in blocks]


def _joined(blocks: Blocks, name: str) -> Array:
    return np.concatenate(_all(blocks, name))


def _ends(sizes: Array) -> Counts:
    """Where each of some parts begins, and one more."""
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
