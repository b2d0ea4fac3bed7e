"""How each line of a page is set, told by the pieces in which a reader meets its letters.

近日，|市科协|召开会议 may be three pieces, the second bold: a line is set as most of it is.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import hypot, isfinite

from indexer.models import Face

FEWEST_LETTERS = 2  # a line of fewer, a folio or a note, has no face of its own
SMALLEST, LARGEST = 1.0, 1000.0  # points
SEMIBOLD = 600
_FORCE_BOLD = 1 << 18
# SimHei, FZXBSJW and 小标宋 are heavy without being called bold; YaHei and XiHei are not heavy.
_BOLD = re.compile(
    r"bold|black|heavy|(?<!ya)(?<!xi)hei(?!ght|.*light)|xbs|xiaobiaosong|粗|(?<![雅细])黑|小标宋|w[6-9]\b",
    re.IGNORECASE,
)

Matrix = Sequence[float]


def size_of(size: float, text_matrix: Matrix, matrix: Matrix) -> float:
    """The points in which letters of this size are printed under both matrices, to the half.

    0 where that cannot be.
    """
    across, down = text_matrix[2], text_matrix[3]
    scale = hypot(
        across * matrix[0] + down * matrix[2],
        across * matrix[1] + down * matrix[3],
    )
    points = abs(size) * scale
    return round(2 * points) / 2 if isfinite(points) and SMALLEST <= points <= LARGEST else 0.0


def is_bold(names: str, weight: float = 0, flags: int = 0) -> bool:
    """Whether a font is heavy, by its names, its weight (400 is normal) or a flag."""
    return weight >= SEMIBOLD or bool(flags & _FORCE_BOLD) or bool(_BOLD.search(names))


class Pieces:
    """The pieces of a page's text in order, each with size and weight."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._settings: list[tuple[float, bool]] = []

    def add(self, text: str, size: float, bold: bool) -> None:
        """The next piece; a size of 0 is not known."""
        self._texts.append(text)
        self._settings.append((size, bold))

    def faces(self, text: str) -> tuple[Face | None, ...]:
        """The face of each line of the text that the pieces make; none if they make another."""
        if "".join(self._texts) != text:
            return ()
        found: list[Face | None] = []
        counts: Counter[tuple[float, bool]] = Counter()
        for piece, setting in zip(self._texts, self._settings, strict=True):
            for line in piece.splitlines(keepends=True):
                counts[setting] += len("".join(line.split()))
                if line != line.splitlines()[0]:
                    found.append(_face(counts))
                    counts.clear()
        return (*found, _face(counts))


def _face(counts: Counter[tuple[float, bool]]) -> Face | None:
    """The face that most letters of a line have; bold only if nearly all of them are."""
    total = counts.total()
    if total < FEWEST_LETTERS:
        return None
    sizes: Counter[float] = Counter()
    for (size, _), letters in counts.items():
        sizes[size] += letters
    size = sizes.most_common(1)[0][0]
    heavy = sum(letters for (_, bold), letters in counts.items() if bold)
    return Face(size, heavy * 10 >= total * 9) if size else None
