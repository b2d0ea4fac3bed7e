"""A page of an original as it was printed: its picture, and where its letters stand."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Original:
    """The PDF of an issue, as it was when it was read; ``sha256`` names its content."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page, in points from the upper left corner of the page as it is shown."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The letters of a page in their order, no white space among them, each with its place.

    ``pages`` is how many the file has, ``width`` and ``height`` are in points, ``has_picture``
    tells that something is pictured there.
    """

    pages: int
    width: float
    height: float
    has_picture: bool
    text: str
    boxes: tuple[PageBox, ...]


class PageText(StrEnum):
    """How the text of a page came to be known."""

    PRINTED = "printed"  # letters of the file
    RECOGNISED = "recognised"  # guessed from a picture of them
    UNKNOWN = "unknown"  # there is a picture, and nobody read it
    NONE = "none"  # there is nothing to read


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A page of the original beside an article: its size in points, and boxes around the marks.

    ``digest`` names the content in the address of its picture. Of the ``marks`` that the article
    has on this page ``located`` have boxes, one for each line; ``first_mark`` is the number of the
    first one in the body, 0 without any. Where a ``fault`` in words is told there is no picture.
    """

    issue_id: str
    page: int
    pages: int = 0
    width: float = 0.0
    height: float = 0.0
    digest: str = ""
    boxes: tuple[PageBox, ...] = ()
    marks: int = 0
    located: int = 0
    first_mark: int = 0
    text: PageText = PageText.PRINTED
    fault: str = ""
