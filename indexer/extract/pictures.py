"""A page of a PDF as a grey picture, for OCR: the only file that knows pypdfium2.

Pages are drawn in a child of the sandbox, which gets one open file and nothing else. So the
number of the page stands on a line of its own before the PDF; 0 asks how many pages there are.
"""

import base64
from contextlib import suppress
from typing import BinaryIO

from pypdfium2 import PdfBitmap, PdfDocument, PdfiumError, PdfPage

from indexer.models import Extraction, Limits, Page, Status

_INCH = 72
# Of a page in type of 16 points tesseract reads 95 % at 200, 93 % at 300; of 10 points 96 and 95 %.
_DPI = 200
_FOLIO = 20  # characters that a page number on a scan may have
_LONGEST_SIDE = 4000  # a page may be said to be many metres wide


def read(file: BinaryIO, limits: Limits) -> Extraction:
    """The picture as a page whose text is a PGM in base64, or a page numbered as the last one.

    A page of one colour gives none, nor does one with text of its own: where its font is not in
    the file it is drawn with another one, and shows what nobody has written.
    """
    number = int(file.readline())
    try:
        document = _opened(file.read(), limits.passwords)
        if not number:
            last = len(document)
            return Extraction(Status.OK, pages=(Page(last, ""),) if last else ())
        page = document[number - 1]
        if page.get_textpage().count_chars() > _FOLIO:
            return Extraction(Status.OK)
        bitmap = _drawn(page)
    except PdfiumError as error:
        return Extraction(Status.DAMAGED, f"画不出这一页（{error}）")
    pixels = _pixels(bitmap)
    if len(set(pixels)) < 2:
        return Extraction(Status.OK)
    pgm = b"P5 %d %d 255\n%b" % (bitmap.width, bitmap.height, pixels)
    return Extraction(Status.OK, pages=(Page(number, base64.b64encode(pgm).decode("ascii")),))


def _opened(data: bytes, passwords: tuple[str, ...]) -> PdfDocument:
    """The PDF, the empty password and the listed ones tried."""
    *others, last = ("", *passwords)
    for password in others:
        with suppress(PdfiumError):
            return PdfDocument(data, password)
    return PdfDocument(data, last)


def _drawn(page: PdfPage) -> PdfBitmap:
    """The page as it is printed, in grey."""
    longest = max(1.0, *page.get_size())
    return page.render(min(_DPI / _INCH, _LONGEST_SIDE / longest), grayscale=True)


def _pixels(bitmap: PdfBitmap) -> bytes:
    """The pixels row by row, without what fills up the rows in memory."""
    data, width, stride = bytes(bitmap.buffer), bitmap.width, bitmap.stride
    return b"".join(data[at : at + width] for at in range(0, bitmap.height * stride, stride))
