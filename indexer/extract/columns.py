"""Two columns that a PDF shows line by line across, read one after the other.

    左一 | 右一
    左二 | 右二      左一 左二 左三 右一 右二 右三
    左三 | 右三

A table looks alike, and must be read across. So columns are only believed where most lines fill
theirs, as those of prose do, and names and numbers do not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

_FEWEST_LINES = 5
_FULL_SHARE = 0.6
# In heights of a letter.
_NARROWEST_COLUMN = 8
_NARROWEST_GUTTER = 1
_RAGGED = 1.5
_BLANK = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of letters in one line, and where it stands; the page is measured from below."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """The size of the letters, roughly."""
        return self.top - self.bottom


def in_columns(boxes: Iterable[Box]) -> str | None:
    """The lines with those of a left column before the right one; None if there are none."""
    rows = _rows(boxes)
    gaps = [gap for row in rows if (gap := _widest_gap(row)) is not None]
    if len(gaps) < _FEWEST_LINES:
        return None
    gutter = median(gaps)
    lines: list[Box] = []
    is_found = False
    for is_crossed, section in groupby(rows, lambda row: _crosses(row, gutter)):
        across = list(section)
        left = [_joined(side) for row in across if (side := _before(row, gutter))]
        right = [_joined(side) for row in across if (side := row[len(_before(row, gutter)) :])]
        if not is_crossed and _is_prose(left) and _is_prose(right):
            is_found = True
            lines += left + right
        else:
            lines += map(_joined, across)
    return "\n".join(line.text for line in lines) if is_found else None


def _rows(boxes: Iterable[Box]) -> list[list[Box]]:
    """The boxes by line, from the top down, and from left to right."""
    rows: list[list[Box]] = []
    for box in sorted((box for box in boxes if box.text.strip()), key=lambda box: -box.top):
        if rows and rows[-1][0].bottom < (box.top + box.bottom) / 2:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box.left) for row in rows]


def _widest_gap(row: Sequence[Box]) -> float | None:
    """The middle of the widest gap in a line, if one is wide enough for a gutter."""
    gaps = [(after.left - box.right, (after.left + box.right) / 2) for box, after in pairwise(row)]
    width, middle = max(gaps, default=(0.0, 0.0))
    return middle if width >= _NARROWEST_GUTTER * row[0].height else None


def _crosses(row: Sequence[Box], gutter: float) -> bool:
    """Whether a line takes no notice of the gutter."""
    return any(box.left < gutter < box.right for box in row)


def _before(row: Sequence[Box], gutter: float) -> Sequence[Box]:
    """The boxes that begin left of the gutter."""
    return [box for box in row if box.left < gutter]


def _joined(boxes: Sequence[Box]) -> Box:
    """The boxes as one, with blanks where it has gaps."""
    text = boxes[0].text
    for box, after in pairwise(boxes):
        text += " " * (after.left - box.right > _BLANK * box.height) + after.text
    bottom, top = min(box.bottom for box in boxes), max(box.top for box in boxes)
    return Box(boxes[0].left, bottom, boxes[-1].right, top, text)


def _is_prose(lines: Sequence[Box]) -> bool:
    """Whether a column is wide, and most of its lines fill it."""
    if len(lines) < _FEWEST_LINES:
        return False
    size = median(line.height for line in lines)
    edge = max(line.right for line in lines)
    full = sum(line.right >= edge - _RAGGED * size for line in lines)
    is_wide = edge - min(line.left for line in lines) >= _NARROWEST_COLUMN * size
    return is_wide and full >= _FULL_SHARE * len(lines)
