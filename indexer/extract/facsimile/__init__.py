"""What does a page of this file look like, and where does each of its letters stand?

    drawing  a child of the sandbox draws the page and reads its letters
    store    both are kept on disk, named by the content of the file
    desk     few pages are drawn at a time, and few may wait
    faults   what failed is not tried again for a while

The text of an article comes from the readers; what stands here only shows it on paper.
"""

import base64
import binascii
import re
from dataclasses import replace
from pathlib import Path

from indexer.extract.facsimile.answer import decode
from indexer.extract.facsimile.desk import Desk
from indexer.extract.facsimile.faults import Faults
from indexer.extract.facsimile.store import Store
from indexer.extract.sandbox import run
from indexer.models import Extraction, Limits, Original, PageLetters, Status

__all__ = ["Desk", "Facsimiles", "digest"]

_DRAWING = "indexer.extract.facsimile.drawing"
# Raised by hand whenever pictures or letters of the same file come out differently than before.
_RULES = 1
_SIDE, _DOUBLE_SIDE = 1600, 2400
# A reader waits for the picture; for the letters a whole page of ours does.
_PICTURE_SECONDS, _LETTERS_SECONDS = 10, 3
_MOST_MB = 16  # of a picture in base64, with its letters
_AT_ONCE, _WAITING = 2, 2
_WEBP = re.compile(rb"RIFF(.{4})WEBP", re.DOTALL)


def digest(original: Original) -> str:
    """What names the pictures of a file: its content, and the rules by which it is drawn."""
    return f"{original.sha256[:16]}{_RULES}"


class Facsimiles:
    """The pages of PDFs as pictures and as letters; safe to ask from any thread.

    A page that the file does not have is None; PageUnavailable tells why one cannot be had. The
    limits are those of reading a file, with less time.
    """

    def __init__(
        self, folder: Path, limits: Limits, most_mb: int, desk: Desk | None = None
    ) -> None:
        self._store = Store(folder, most_mb << 20)
        self._limits = limits
        self._desk = desk or Desk(_AT_ONCE, _WAITING)
        self._faults = Faults()

    def letters(self, original: Original, page: int) -> PageLetters | None:
        """The letters of a page, counted from 1."""
        name = f"{digest(original)}-{page}.json"
        kept = self._store.get(name)
        letters = decode(kept) if kept else None
        if letters:
            return letters
        drawn = self._drawn(name, original, _LETTERS_SECONDS, page, 0)
        letters = decode(drawn.pages[0].text) if drawn else None
        if drawn and letters is None:
            raise self._faults.told(name, _unsound(page))
        if drawn:
            self._store.put(name, drawn.pages[0].text.encode())
        return letters

    def picture(self, original: Original, page: int, double: bool) -> bytes | None:
        """The picture of a page as WebP, its longest side 1,600 pixels; ``double`` for 2,400."""
        side = _DOUBLE_SIDE if double else _SIDE
        name = f"{digest(original)}-{page}-{side}.webp"
        kept = self._store.get(name)
        if kept and _is_webp(kept):
            return kept
        drawn = self._drawn(name, original, _PICTURE_SECONDS, page, side)
        if drawn is None:
            return None
        picture = _decoded(drawn.pages[-1].text)
        if not _is_webp(picture):
            raise self._faults.told(name, _unsound(page))
        self._store.put(name, picture)
        return picture

    def _drawn(
        self, name: str, original: Original, seconds: int, *numbers: int
    ) -> Extraction | None:
        """What the child answers in so many seconds for a page and the side of its picture."""
        self._faults.check(name)
        limits = replace(self._limits, cpu_seconds=seconds, wall_seconds=seconds, text_mb=_MOST_MB)
        with self._desk.seat():
            try:
                with original.path.open("rb") as file:
                    answer = run(_DRAWING, file, limits, *numbers)
            except OSError as error:
                raise self._faults.told(name, f"原件打不开（{error.strerror}）") from error
        if answer.status is not Status.OK:
            raise self._faults.told(name, answer.reason.partition("；")[0])
        return answer if answer.pages else None


def _unsound(page: int) -> str:
    return f"第 {page} 页画不出来，文件可能已损坏"


def _decoded(text: str) -> bytes:
    """The bytes of a text in base64; none for any other."""
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""


def _is_webp(data: bytes) -> bool:
    """Whether this is a picture, and all of it: the power may have failed as it was written."""
    head = _WEBP.match(data)
    return head is not None and int.from_bytes(head[1], "little") + 8 == len(data)
