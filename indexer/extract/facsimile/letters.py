"""The letters of a PDF page with their places, as PDFium knows them."""

from contextlib import closing
from ctypes import c_int
from dataclasses import dataclass

from pypdfium2 import PdfPage, PdfTextPage
from pypdfium2.raw import (
    FS_RECTF,
    FPDF_PageToDevice,
    FPDFText_GetLooseCharBox,
    FPDFText_GetUnicode,
)

from indexer.extract.clean.radicals import radicals
from indexer.extract.pdfium import has_picture, turned
from indexer.models import PageBox, PageLetters

# A page of a bulletin has 1,500; one with more than this is no page to be read.
_MOST_LETTERS = 20_000
_SURROGATES = range(0xD800, 0xE000)
# What PDFium says for what it cannot tell, and for a hyphen at the end of a line.
_NOTHING = "\x00\ufffe\ufffd"
_HYPHEN = "\x02"
# PDFium gives places as whole numbers: so they are asked for in tenths of a point.
_PARTS = 10
# How far apart, in points, two letters may be that are drawn at the same place.
_SAME = 1.0


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter and its place in the coordinates of the file."""

    sign: str
    place: FS_RECTF


def letters_of(page: PdfPage, pages: int) -> PageLetters:
    """The letters of one page of a file of so many; none where there are too many."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    with closing(turned(page).get_textpage()) as text:
        found = _letters(text)
    page.set_rotation(rotation)
    boxes = [_box(page, letter.place, width, height) for letter in found]
    kept = [
        (letter.sign, box)
        for at, (letter, box) in enumerate(zip(found, boxes, strict=True))
        if not (at and found[at - 1].sign == letter.sign and _is_same(boxes[at - 1], box))
    ]
    return PageLetters(
        pages=pages,
        width=round(width, 1),
        height=round(height, 1),
        has_picture=has_picture(page),
        text="".join(sign for sign, _ in kept),
        boxes=tuple(box for _, box in kept),
    )


def _letters(text: PdfTextPage) -> list[_Letter]:
    """All letters in the order of the text, radicals as the ideographs they stand for."""
    count = text.count_chars()
    if count > _MOST_LETTERS:
        return []
    found = []
    for index in range(count):
        sign = _sign(FPDFText_GetUnicode(text, index))
        place = FS_RECTF()
        if sign and FPDFText_GetLooseCharBox(text, index, place):
            found.append(_Letter(sign, place))
    return found


def _sign(code: int) -> str:
    """The letter of a number; empty for white space, and for what is no letter."""
    if code in _SURROGATES:
        return ""
    sign = chr(code)
    if sign == _HYPHEN:
        return "-"
    return "" if sign.isspace() or sign in _NOTHING else radicals().get(code, sign)


def _box(page: PdfPage, place: FS_RECTF, width: float, height: float) -> PageBox:
    """A place as it is shown: the page upright, its margins cut, what lies outside left out."""
    across, down = [], []
    for x, y in ((place.left, place.top), (place.right, place.bottom)):
        right, under = c_int(), c_int()
        size = round(width * _PARTS), round(height * _PARTS)
        FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, right, under)
        across.append(min(max(right.value / _PARTS, 0.0), width))
        down.append(min(max(under.value / _PARTS, 0.0), height))
    return PageBox(min(across), min(down), max(across), max(down))


def _is_same(one: PageBox, other: PageBox) -> bool:
    """Whether a letter was drawn again where it stands, to look bold."""
    return abs(one.left - other.left) < _SAME and abs(one.top - other.top) < _SAME
