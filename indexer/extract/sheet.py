"""One page of a PDF as one reader saw it."""

import re
from dataclasses import dataclass
from enum import IntEnum

from indexer.models import Face

# A folio alone, or the one letter of a picture, is no text; letters without a name may be.
_TWO_LETTERS = re.compile(r"(?:[^\W\d_]|[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd])(?s:.*?)" * 2)

# The fault of a page that a reader has begun to read: it announces each before it reads it.
UNFINISHED = "Unfinished"


class Doubt(IntEnum):
    """How far the text of a page is to be trusted, best first."""

    NONE = 0
    LINES = 1  # the letters are right, but their lines are torn, or two columns mixed
    LETTERS = 2  # these cannot be the letters that were printed


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page gave: its text, or none and perhaps a picture, or the name of its fault.

    ``is_costly`` tells that the fault is a limit met, ``is_vertical`` that lines run downwards,
    ``by_pdfium`` that the second reader read it; ``faces`` are those of its lines, as of a Page.
    """

    number: int
    text: str = ""
    has_picture: bool = False
    fault: str = ""
    is_costly: bool = False
    is_vertical: bool = False
    doubt: Doubt = Doubt.NONE
    by_pdfium: bool = False
    faces: tuple[Face | None, ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether there is more to read than a page number."""
        return _TWO_LETTERS.search(self.text) is not None

    @property
    def is_good(self) -> bool:
        """Whether there is text, and nothing against it."""
        return not self.doubt and self.has_text
