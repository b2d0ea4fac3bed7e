"""Articles -> the arrays of one segment, in blocks, so that memory stays bounded."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from indexer.engines.base import Analyser
from indexer.engines.embedded.arrays import Array
from indexer.engines.embedded.days import span
from indexer.engines.embedded.lexicon import pack_texts
from indexer.engines.embedded.lists import pack
from indexer.engines.embedded.rows import Signs, row_of, signs_of
from indexer.engines.embedded.runs import TILE, Run, counted, distinct, merge, split
from indexer.engines.embedded.schema import LEAD_TERMS, TEXTS
from indexer.models import IndexEntry

BLOCK = 4096
KINDS = ("words", "pairs")
FACETS = (
    *("organization", "month", "section", "person", "issue", "cluster"),
    *("signer", "issued_month"),  # the organisations and months that may be meant instead
)

Counts = NDArray[np.int64]


class Vocabulary(dict[str, int]):
    """The words met so far, numbered in the order of their first appearance."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


@dataclass(slots=True)
class Draft:
    """What a segment will hold, in the order of its documents; words by their first appearance."""

    words: Vocabulary = field(default_factory=Vocabulary)
    runs: dict[str, list[Run]] = field(
        default_factory=lambda: {f"{text}.{kind}": [] for text in TEXTS for kind in KINDS}
    )
    lengths: dict[str, list[Counts]] = field(default_factory=lambda: {text: [] for text in TEXTS})
    signs: dict[str, list[Signs]] = field(default_factory=lambda: {text: [] for text in TEXTS})
    sizes: dict[str, list[Counts]] = field(default_factory=lambda: {text: [] for text in TEXTS})
    ids: list[str] = field(default_factory=list)
    values: dict[str, list[tuple[str, ...]]] = field(
        default_factory=lambda: {name: [] for name in FACETS}
    )
    days: list[tuple[int, int, int, int]] = field(default_factory=list)
    entries: list[tuple[int, int]] = field(default_factory=list)

    def arrays(self) -> Mapping[str, Array]:
        """All arrays of the segment."""
        words = sorted(self.words, key=str.encode)
        ranks = np.zeros(len(words), dtype=np.uint32)
        ranks[[self.words[word] for word in words]] = np.arange(len(words), dtype=np.uint32)
        arrays = dict(pack_texts((word.encode() for word in words), "terms"))
        arrays |= pack_texts((one.encode() for one in self.ids), "ids")
        arrays["ids.ranks"] = _ranks(self.ids)
        for text in TEXTS:
            arrays |= self._text(text, ranks)
        for name, values in self.values.items():
            arrays |= _column(name, values)
        days = np.array(self.days, dtype=np.int32).reshape(-1, 4)
        for at, name in enumerate(("event.first", "event.last", "issued.first", "issued.last")):
            arrays[name] = days[:, at]
        entries = np.array(self.entries, dtype=np.int32).reshape(-1, 2)
        arrays |= {"entry.revision": entries[:, 0], "entry.day": entries[:, 1]}
        return arrays

    def _text(self, text: str, ranks: NDArray[np.uint32]) -> Mapping[str, Array]:
        """The words, pairs, lengths and signs of one text of all documents."""
        size = len(self.ids)
        ranked = [_ranked(run, ranks) for run in self.runs[f"{text}.words"]]
        sizes = np.concatenate([np.zeros(1, np.int64), *self.sizes[text]])
        return {
            **pack(merge(ranked), size, f"{text}.words"),
            **pack(merge(self.runs[f"{text}.pairs"]), size, f"{text}.pairs", frequencies=False),
            f"{text}.lengths": _joined(self.lengths[text]).astype(np.uint32),
            f"{text}.signs": _joined(self.signs[text]).astype(np.uint16, copy=False),
            f"{text}.offsets": np.cumsum(sizes).astype(np.uint32),
        }


class Builder:
    """Takes articles, at most TILE of them, and drafts a segment."""

    def __init__(self, analyser: Analyser) -> None:
        self.draft = Draft()
        self._analyser = analyser

    def add(self, entries: Iterable[IndexEntry]) -> None:
        """Take in articles, a block at a time."""
        rest = iter(entries)
        while block := list(islice(rest, min(BLOCK, TILE - len(self.draft.ids)))):
            self._take(block)

    def _take(self, block: list[IndexEntry]) -> None:
        first = len(self.draft.ids)
        for text in TEXTS:
            texts = [self._analyser.normal(getattr(entry, text)) for entry in block]
            self._take_words(text, texts, first)
            self._take_signs(text, texts, first)
        for entry in block:
            self.draft.ids.append(entry.id)
            for name, values in _values(entry):
                self.draft.values[name].append(values)
            self.draft.days.append((*_span(entry.date), *_span(entry.issued)))
            self.draft.entries.append((entry.added, _span(entry.entered)[0]))

    def _take_words(self, text: str, texts: list[str], first: int) -> None:
        numbers, leading = array("I"), array("I")
        lengths, leads = [], []
        for normal in texts:
            words = self._analyser.terms(normal)
            numbers.extend(map(self.draft.words.__getitem__, words))
            lengths.append(len(words))
            if text == "body":
                leading.extend(map(self.draft.words.__getitem__, words[:LEAD_TERMS]))
                leads.append(min(len(words), LEAD_TERMS))
        keys = _keys(np.frombuffer(numbers, np.uint32), lengths, first)
        lead = _keys(np.frombuffer(leading, np.uint32), leads, first) if leads else None
        self.draft.runs[f"{text}.words"].append(counted(keys, lead))
        self.draft.lengths[text].append(np.array(lengths, dtype=np.int64))

    def _take_signs(self, text: str, texts: list[str], first: int) -> None:
        signs, offsets = signs_of(map(row_of, texts))
        sizes = np.diff(offsets)
        follows = np.append(signs[1:], np.uint16(0)).astype(np.uint32)
        pairs = (signs.astype(np.uint32) << np.uint32(16)) | follows
        keys = _keys(pairs, sizes, first)[signs > 0]
        found, _ = distinct(keys)
        numbers, documents = split(found)
        none = np.zeros(0, np.uint8)
        self.draft.runs[f"{text}.pairs"].append(Run(numbers, documents, none))
        self.draft.signs[text].append(signs)
        self.draft.sizes[text].append(sizes)


def _keys(numbers: NDArray[np.uint32], lengths: Iterable[int], first: int) -> NDArray[np.uint64]:
    """Number << 16 | document for each number; ``lengths`` say how many each document has."""
    sizes = np.asarray(list(lengths), dtype=np.int64)
    documents = np.repeat(np.arange(first, first + len(sizes), dtype=np.uint64), sizes)
    return (numbers.astype(np.uint64) << np.uint64(16)) | documents


def _ranked(run: Run, ranks: NDArray[np.uint32]) -> Run:
    """A run with the numbers of words in sorted order; no longer sorted itself."""
    return Run(ranks[run.keys], run.documents, run.frequencies)


def _values(entry: IndexEntry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What an article has of each facet."""
    yield "organization", tuple(dict.fromkeys(entry.organizations))
    yield "month", (entry.date[:7],) if entry.date else ()
    yield "section", (entry.section,) if entry.section else ()
    yield "person", tuple(dict.fromkeys(entry.persons))
    yield "issue", (entry.issue,) if entry.issue else ()
    yield "cluster", (entry.cluster,) if entry.cluster not in ("", entry.id) else ()
    yield "signer", tuple(dict.fromkeys(entry.signers))
    yield "issued_month", (entry.issued[:7],) if entry.issued else ()


def _span(date: str | None) -> tuple[int, int]:
    return span(date) if date else (0, 0)


def _ranks(ids: list[str]) -> NDArray[np.uint32]:
    """The place of each id when all are sorted."""
    ranks = np.zeros(len(ids), dtype=np.uint32)
    ranks[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids), dtype=np.uint32)
    return ranks


def _joined(parts: Sequence[Array]) -> Array:
    return np.concatenate([np.zeros(0, np.uint16), *parts])


def _column(name: str, rows: list[tuple[str, ...]]) -> Mapping[str, Array]:
    """The arrays of a facet: its sorted values, and for each article the numbers of its own."""
    values = sorted({value for row in rows for value in row})
    number = {value: at for at, value in enumerate(values)}
    starts = np.zeros(len(rows) + 1, dtype=np.uint32)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    codes = np.array([number[value] for row in rows for value in row], dtype=np.uint32)
    return {
        **pack_texts((value.encode() for value in values), name),
        f"{name}.codes": codes,
        f"{name}.starts": starts,
    }
