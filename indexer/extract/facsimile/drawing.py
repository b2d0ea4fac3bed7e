"""One page of a PDF drawn in a child of the sandbox: its picture as WebP, and its letters.

The picture comes back as base64, since answers of the sandbox are text. Pillow encodes it:
a page of text takes 90 KB, as PNG 320.
"""

import base64
import io
from contextlib import closing
from importlib.resources import files
from typing import BinaryIO

from pypdfium2 import PdfiumError, PdfPage

from indexer.extract.facsimile.answer import encode
from indexer.extract.facsimile.letters import letters_of
from indexer.extract.pdfium import opened, refusal
from indexer.models import Extraction, Limits, Page, Status

# 0.05 s for a picture of 1,600 pixels; the next better method takes twice as long for 4 KB less.
_QUALITY = 60
_METHOD = 2


def read(file: BinaryIO, limits: Limits, number: int, side: int) -> Extraction:
    """A page of its letters, and one of the picture whose longest side has so many pixels.

    Without the picture for 0 pixels; without either where the file has no such page.
    """
    try:
        document = opened(file.read(), limits.passwords)
        if not 1 <= number <= len(document):
            return Extraction(Status.OK)
        with closing(document[number - 1]) as page:
            answers = [encode(letters_of(page, len(document)))]
            if side:
                answers.append(base64.b64encode(_webp(page, side)).decode("ascii"))
    except PdfiumError as error:
        return refusal(error)
    return Extraction(Status.OK, pages=tuple(Page(number, text) for text in answers))


def warm_up() -> None:
    """Draws a specimen, so that children forked from here have loaded PDFium and Pillow."""
    specimen = files("indexer.extract").joinpath("specimen.pdf").read_bytes()
    read(io.BytesIO(specimen), Limits(), 1, 100)


def _webp(page: PdfPage, side: int) -> bytes:
    """The picture of a page; however long the page is said to be, it has no longer side."""
    bitmap = page.render(side / max(1.0, *page.get_size()))
    output = io.BytesIO()
    bitmap.to_pil().save(output, "WEBP", quality=_QUALITY, method=_METHOD)
    return output.getvalue()
