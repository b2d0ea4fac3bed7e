"""A file of the corpus, and what a reader got out of it."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.models.face import Face


class Status(StrEnum):
    """How the reading of a source ended."""

    OK = "ok"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    EMPTY = "empty"
    SCANNED = "scanned"
    GARBLED = "garbled"
    TOO_COSTLY = "too-costly"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file: its path below the corpus (with /), size in bytes, mtime in ns, SHA-256 in hex.

    ``correction`` is the SHA-256 of the corrections beside it (a.pdf.toml), empty without any.
    """

    path: str
    size: int
    mtime_ns: int
    sha256: str
    correction: str = ""

    @property
    def content(self) -> tuple[str, str]:
        """What is read: the file and its corrections."""
        return self.sha256, self.correction


@dataclass(frozen=True, slots=True)
class Page:
    """One page, counted from 1, with its text as the reader returned it, line feeds included.

    ``faces`` are those of its lines (``text.splitlines()``); none, or fewer, where not known.
    """

    number: int
    text: str
    faces: tuple[Face | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyArticle:
    """One line of a .jsonl source: an article that needs no cutting."""

    id: str
    title: str
    text: str
    date: str | None = None
    section: str | None = None
    organizations: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a file says: pages or ready articles when ``status`` is ok, else a reason in words.

    ``paged`` tells whether the page numbers mean anything to a reader: a plain text without
    form feeds is one page that nobody could turn to. ``recognised`` are the numbers of pages that
    were pictures, and whose text OCR has guessed.
    """

    status: Status
    reason: str = ""
    pages: tuple[Page, ...] = ()
    ready: tuple[ReadyArticle, ...] = ()
    warnings: tuple[str, ...] = ()
    paged: bool = True
    recognised: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost; the passwords are tried on an encrypted PDF.

    ``ocr`` allows to recognise scanned pages; then ``wall_seconds`` hold for each of them.
    """

    memory_mb: int = 1024
    cpu_seconds: int = 30
    wall_seconds: int = 60
    text_mb: int = 20
    passwords: tuple[str, ...] = ()
    ocr: bool = True
