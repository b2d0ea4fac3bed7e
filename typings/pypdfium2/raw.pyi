# The part of pypdfium2 5.15 that is used.
from ctypes import Array, c_char, c_int

from pypdfium2 import PdfPage, PdfTextPage

FPDF_ERR_PASSWORD: int
FPDF_PAGEOBJ_IMAGE: int

# Numbers that a function of C sets.
class FS_MATRIX:
    a: float
    b: float
    c: float
    d: float

class FS_RECTF:
    left: float
    top: float
    right: float
    bottom: float

def FPDF_PageToDevice(
    page: PdfPage,
    start_x: int,
    start_y: int,
    size_x: int,
    size_y: int,
    rotate: int,
    page_x: float,
    page_y: float,
    device_x: c_int,
    device_y: c_int,
) -> int: ...
def FPDFText_GetCharIndexFromTextIndex(page: PdfTextPage, index: int) -> int: ...
def FPDFText_GetFontInfo(
    page: PdfTextPage, index: int, name: Array[c_char], length: int, flags: c_int
) -> int: ...
def FPDFText_GetFontSize(page: PdfTextPage, index: int) -> float: ...
def FPDFText_GetFontWeight(page: PdfTextPage, index: int) -> int: ...
def FPDFText_GetMatrix(page: PdfTextPage, index: int, matrix: FS_MATRIX) -> int: ...
def FPDFText_GetLooseCharBox(page: PdfTextPage, index: int, rect: FS_RECTF) -> int: ...
def FPDFText_GetUnicode(page: PdfTextPage, index: int) -> int: ...
