"""Articles -> the arrays of a block: a part of a segment that waits to be merged with others.

A block holds what a segment holds, its postings as they are: keys | counts | documents | flags.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.base import Analyser
from indexer.engines.embedded.arrays import Array
from indexer.engines.embedded.days import span
from indexer.engines.embedded.lexicon import pack_texts
from indexer.engines.embedded.rows import row_of, signs_of
from indexer.engines.embedded.runs import Counts, Run, pairs_of, words_of
from indexer.engines.embedded.schema import TEXTS
from indexer.engines.embedded.vocabulary import Vocabulary
from indexer.models import IndexEntry

FACETS = (
    *("organization", "month", "section", "person", "issue", "cluster"),
    *("signer", "issued_month"),  # the organisations and months that may be meant instead
)
# One number for each article.
NUMBERS = (
    *("event.first", "event.last", "issued.first", "issued.last"),
    *("entry.revision", "entry.day"),  # at which it was first taken in; day 0: not known
)
TOGETHER = 8192  # words that are looked up at a time

Words = tuple[NDArray[np.uint32], Counts]


class Builder:
    """Makes blocks of articles; what it learns of words serves the next block as well."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._vocabulary = Vocabulary(analyser)

    def block(self, entries: Sequence[IndexEntry], first: int) -> Mapping[str, Array]:
        """The arrays of a block of articles, numbered from ``first`` on."""
        if self._vocabulary.is_full:
            self._vocabulary = Vocabulary(self._analyser)
        normal = {text: self._normal(entries, text) for text in TEXTS}
        arrays = dict(pack_texts((entry.id.encode() for entry in entries), "ids"))
        for text, texts in normal.items():
            arrays |= _signs(texts, text, first)
        cut = {text: self._cut(texts) for text, texts in normal.items()}
        arrays |= dict(self._words(cut, first))
        rows = [dict(_values(entry)) for entry in entries]
        for name in FACETS:
            arrays |= _column(name, [row[name] for row in rows])
        numbers = np.array([_numbers(entry) for entry in entries], dtype=np.int32)
        numbers = numbers.reshape(-1, len(NUMBERS))
        return arrays | {name: numbers[:, at] for at, name in enumerate(NUMBERS)}

    def _normal(self, entries: Sequence[IndexEntry], text: str) -> list[str]:
        return [self._analyser.normal(getattr(entry, text)) for entry in entries]

    def _cut(self, texts: list[str]) -> Words:
        """The numbers of the words of some texts, and how many each text has."""
        split, numbered = self._analyser.split, self._vocabulary.numbers
        numbers, lengths = [np.zeros(0, np.uint32)], []
        waiting: list[str] = []
        for normal in texts:
            words = split(normal)
            lengths.append(len(words))
            waiting += words
            if len(waiting) > TOGETHER:
                numbers.append(numbered(waiting))
                waiting = []
        return np.concatenate([*numbers, numbered(waiting)]), np.array(lengths, dtype=np.int64)

    def _words(self, cut: Mapping[str, Words], first: int) -> Iterator[tuple[str, Array]]:
        """The terms of a block in order, and where in its texts they stand."""
        held = {text: self._vocabulary.terms(*words) for text, words in cut.items()}
        known = self._vocabulary.words
        present = np.zeros(len(known), dtype=bool)
        for numbers, _ in held.values():
            present[numbers] = True
        here = sorted(np.flatnonzero(present).tolist(), key=known.__getitem__)
        ranks = np.zeros(len(known), dtype=np.uint32)
        ranks[here] = np.arange(len(here), dtype=np.uint32)
        yield from pack_texts((known[at].encode() for at in here), "terms").items()
        for text, (numbers, lengths) in held.items():
            yield f"{text}.lengths", lengths.astype(np.uint32)
            run = words_of(ranks[numbers], lengths, first, leading=text == "body")
            yield from postings(run, f"{text}.words").items()


def postings(run: Run, name: str) -> Mapping[str, Array]:
    """The arrays of a run in a block."""
    return {
        f"{name}.keys": run.keys,
        f"{name}.counts": run.counts.astype(np.uint32),
        f"{name}.documents": run.documents,
        f"{name}.flags": run.flags,
    }


def _signs(texts: list[str], text: str, first: int) -> Mapping[str, Array]:
    """The rows of signs of some texts, and which pairs stand in them."""
    signs, offsets = signs_of(map(row_of, texts))
    sizes = np.diff(offsets)
    return {
        f"{text}.signs": signs,
        f"{text}.sizes": sizes.astype(np.uint32),
        **postings(pairs_of(signs, sizes, first), f"{text}.pairs"),
    }


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


def _numbers(entry: IndexEntry) -> tuple[int, ...]:
    """What an article has under NUMBERS."""
    added = entry.added, _span(entry.entered)[0]
    return (*_span(entry.date), *_span(entry.issued), *added)


def _span(date: str | None) -> tuple[int, int]:
    return span(date) if date else (0, 0)


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
