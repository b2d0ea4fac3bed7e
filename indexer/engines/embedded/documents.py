"""Documents of a segment, or of all segments, as a set: by their numbers or as a mask."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.integer]
Mask = NDArray[np.bool_]


class DocumentSet:
    """Documents of a segment, known as a mask or as ascending numbers; the other on demand."""

    def __init__(
        self, size: int, numbers: Numbers | None = None, mask: Mask | None = None, count: int = -1
    ) -> None:
        """One of the two; with a mask also how many they are."""
        self._size, self._numbers, self._mask = size, numbers, mask
        self._count = count if numbers is None else len(numbers)

    def __len__(self) -> int:
        return self._count

    @property
    def is_dense(self) -> bool:
        """Whether they are known as a mask."""
        return self._mask is not None

    @property
    def nbytes(self) -> int:
        """The memory it may take."""
        return self._size + 8 * self._count

    @property
    def numbers(self) -> Numbers:
        """Their numbers, as wide as numpy wants an index."""
        if self._numbers is None:
            self._numbers = np.flatnonzero(self.mask)
        if self._numbers.dtype != np.intp:
            self._numbers = self._numbers.astype(np.intp)
        return self._numbers

    @property
    def mask(self) -> Mask:
        """The documents as a mask."""
        if self._mask is None:
            self._mask = np.zeros(self._size, dtype=bool)
            self._mask[self.numbers] = True
        return self._mask

    def within(self, mask: Mask) -> "DocumentSet":
        """Those that are in a mask, too."""
        numbers = self.numbers
        return DocumentSet(self._size, numbers[mask.take(numbers)])
