"""How a line is set: the size of its letters, and whether they are bold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LARGER = 1.08  # times as large: less is not seen, or is rounding


@dataclass(frozen=True, slots=True)
class Face:
    """The size in points, to the half, that most letters of a line have."""

    size: float
    bold: bool = False

    def is_larger(self, other: "Face") -> bool:
        """Whether the letters are clearly larger than those of the other."""
        return self.size >= LARGER * other.size

    def differs_in_size(self, other: "Face") -> bool:
        """Whether a reader sees that one is larger than the other."""
        return self.is_larger(other) or other.is_larger(self)

    def stands_out(self, body: "Face") -> bool:
        """Whether the letters are larger than those of the body, or bold where those are not.

        Be it by a point only: so sections are often set.
        """
        heavier = self.bold and not body.bold and not body.is_larger(self)
        return self.size > body.size or heavier

    @staticmethod
    def most_common(faces: Iterable[tuple["Face | None", int]]) -> "Face | None":
        """The face that most letters have, of faces and numbers of letters; None if none is known.

        Of a whole file that is the face of its body.
        """
        counts: Counter[Face] = Counter()
        for face, letters in faces:
            if face:
                counts[face] += letters
        return counts.most_common(1)[0][0] if counts else None
