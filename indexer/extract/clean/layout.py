"""How a file sets its paragraphs: its width, margin, indent, and what an empty line means."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from indexer.extract.clean.lines import columns
from indexer.models import Face, Line

LONGEST_END = 8  # characters among which the last sign of a line is looked for
FEWEST_BROKEN = 3  # lines that show that empty lines stand inside paragraphs
SLACK = 7  # columns a full line may stay short: a sign or a number that did not fit any more
_INDENTS = range(2, 9)  # columns a first line may be indented by; more is a centred line
_SENTENCE_END = re.compile(r"[。！？!?…；;：:][”’」』）)】\"']*$")


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence, a clause or an introduction ends."""
    return bool(_SENTENCE_END.search(text[-LONGEST_END:]))


@dataclass(frozen=True, slots=True)
class Layout:
    """The habits of one file, in columns.

    ``wrapped``: lines are broken at the edge of the page, else a line is a paragraph;
    ``even``: the broken lines are about equally long; ``spacing``: empty lines between the
    lines of one paragraph; ``indent``: of first lines, beyond the margin; ``body``: the face
    of most letters, None where faces are not known.
    """

    wrapped: bool
    even: bool
    spacing: int
    full: int
    margin: int
    indent: int | None
    body: Face | None = None

    def is_short(self, line: Line) -> bool:
        """Whether the line ends well before the edge."""
        return self._reach(line) < self.full - SLACK

    def is_indented(self, line: Line) -> bool:
        """Whether the line is set in, as a first line or a centred one."""
        return line.indent - self.margin >= _INDENTS.start

    def _reach(self, line: Line) -> float:
        scale = line.face.size / self.body.size if line.face and self.body else 1
        return line.indent - self.margin + scale * columns(line.text)


def layout_of(stretches: Sequence[Sequence[Line]]) -> Layout:
    """The layout that the lines between the page turns have in common."""
    lines = [line for stretch in stretches for line in stretch]
    margin = _margin(lines)
    reaches = sorted(line.indent - margin + columns(line.text) for line in lines)
    full = reaches[len(reaches) * 9 // 10] if reaches else 0
    pairs = [pair for stretch in stretches for pair in pairwise(stretch)]
    broken = [(line, after) for line, after in pairs if not ends_sentence(line.text)]
    halves = [(line, after) for line, after in broken if columns(line.text) * 2 >= full]
    long = sum(_is_long(columns(line.text), full) for line, _ in broken)
    few = len(halves) < FEWEST_BROKEN
    spacing = 0 if few else int(median(after.blanks for _, after in halves))
    return Layout(
        wrapped=long * 10 >= 3 * sum(_is_long(reach, full) for reach in reaches),
        even=_even(halves, spacing, full, margin),
        spacing=spacing,
        full=full,
        margin=margin,
        indent=_indent(lines, margin),
        body=Face.most_common((line.face, len(line.text)) for line in lines),
    )


def _is_long(reach: int, full: int) -> bool:
    """Whether a line is too long for a title, so that its end tells how lines end."""
    return reach * 4 >= full * 3


def _margin(lines: Sequence[Line]) -> int:
    """The smallest indent that a tenth of the lines share."""
    counts = Counter(line.indent for line in lines)
    return min((at for at, count in counts.items() if count * 10 >= len(lines)), default=0)


def _indent(lines: Sequence[Line], margin: int) -> int | None:
    """The indent of first lines, where the file indents them."""
    counts = Counter(line.indent - margin for line in lines)
    often = [(counts[at], at) for at in _INDENTS if counts[at] >= max(3, len(lines) // 12)]
    return max(often)[1] if often else None


def _even(broken: Iterable[tuple[Line, Line]], spacing: int, full: int, margin: int) -> bool:
    """Whether most lines broken in mid-sentence reach the edge."""
    reaches = [
        line.indent - margin + columns(line.text)
        for line, after in broken
        if after.blanks <= spacing and after.indent - margin < _INDENTS.start
    ]
    return sum(reach >= full - SLACK for reach in reaches) * 10 >= 6 * max(len(reaches), 1)
