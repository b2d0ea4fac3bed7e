"""Clean text that still knows where on the page each character stood."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.models.face import Face


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` characters from ``start`` of a passage stood at ``offset`` of page ``page``."""

    start: int
    page: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the runs that map it back to its pages; characters put in belong to no run."""

    text: str
    runs: tuple[Run, ...] = ()

    def slice(self, start: int, stop: int) -> "Passage":
        """The characters from start to stop (both within the text), with their places."""
        kept = (
            (max(run.start, start), min(run.start + run.length, stop), run)
            for run in self.runs
            if run.start < stop and run.start + run.length > start
        )
        runs = tuple(
            Run(low - start, run.page, run.offset + low - run.start, high - low)
            for low, high, run in kept
        )
        return Passage(self.text[start:stop], runs)

    def stripped(self) -> "Passage":
        """The passage without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, max(start, len(self.text.rstrip())))

    def place(self, offset: int) -> tuple[int, int] | None:
        """(page, offset in the page's text) of a character; of the run before it if it was put in.

        None where the passage has no runs at all.
        """
        at = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        if not self.runs:
            return None
        run = self.runs[max(at, 0)]
        return run.page, run.offset + min(max(offset - run.start, 0), run.length - 1)

    @staticmethod
    def join(passages: Iterable["Passage"], separator: str = "") -> "Passage":
        """The passages one after the other with ``separator`` between them."""
        texts: list[str] = []
        runs: list[Run] = []
        length = 0
        for passage in passages:
            if texts:
                length += len(separator)
            runs += (
                Run(run.start + length, run.page, run.offset, run.length) for run in passage.runs
            )
            texts.append(passage.text)
            length += len(passage.text)
        return Passage(separator.join(texts), tuple(runs))


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line without its blanks at either end.

    ``indent`` counts columns (a full-width character takes two); ``blanks`` is the number of
    empty lines before it, a page turn included as none; ``face`` is None where not known.
    """

    passage: Passage
    page: int
    indent: int
    blanks: int
    face: Face | None = None

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, joined as Chinese is joined."""

    passage: Passage
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The joined characters."""
        return self.passage.text

    @property
    def page(self) -> int:
        """The page on which the paragraph begins, from 1."""
        return self.lines[0].page

    @property
    def face(self) -> Face | None:
        """How the paragraph is set; lines that are set otherwise are none of it."""
        return self.lines[0].face


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: its paragraphs in reading order, page furniture gone.

    ``paged`` as in Extraction; ``heads`` are running heads and folios that were dropped, once
    each: the masthead may be told by them.
    """

    paragraphs: tuple[Paragraph, ...]
    paged: bool = True
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a normal text: ``text`` is what stands at [start, stop) of it."""

    text: str
    position: int
    start: int
    stop: int
