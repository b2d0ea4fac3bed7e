"""The text of a PDF, page by page, as PDFium reads it: the second reader.

PDFium reads fonts, filters and damaged files that pypdf cannot, and it knows where each letter
stands. But it may take its whole process along, so it is asked in a child of its own, and only
for what pypdf did not read well.
"""

import io
from collections.abc import Iterator, Set
from contextlib import closing, suppress
from ctypes import c_int, create_string_buffer
from importlib.resources import files
from typing import BinaryIO

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage
from pypdfium2.raw import (
    FPDF_ERR_PASSWORD,
    FPDF_PAGEOBJ_IMAGE,
    FS_MATRIX,
    FPDFText_GetCharIndexFromTextIndex,
    FPDFText_GetFontInfo,
    FPDFText_GetFontSize,
    FPDFText_GetFontWeight,
    FPDFText_GetMatrix,
)

from indexer.extract.columns import Box, in_columns
from indexer.extract.faces import Pieces, is_bold, size_of
from indexer.extract.quality import doubt, repaired
from indexer.extract.sheet import UNFINISHED, Doubt, Sheet
from indexer.extract.verdict import ANOTHER_COPY
from indexer.models import Extraction, Face, Limits, Status

_MOST_PAGES = 20_000  # as many as pypdf is allowed
_FORM_DEPTH = 5
_SAMPLES = 6  # letters of a line whose face is asked for
_LONGEST_NAME = 128
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# How PDFium ends lines, what it says for a hyphen at the end of one, and for what it cannot tell.
_SIGNS = str.maketrans({"\r": None, "\x02": "-", "\x00": None, "\ufffe": None})


def read_pages(file: BinaryIO, limits: Limits, skipped: Set[int]) -> Iterator[Sheet | Extraction]:
    """What each page gives but the skipped ones, or why the file cannot be opened."""
    try:
        document = opened(file.read(), limits.passwords)
    except PdfiumError as error:
        yield refusal(error)
        return
    if len(document) > _MOST_PAGES:
        yield Extraction(Status.TOO_COSTLY, f"超过 {_MOST_PAGES} 页，没有读取；{ANOTHER_COPY}")
        return
    for number in range(1, len(document) + 1):
        if number not in skipped:
            yield Sheet(number, fault=UNFINISHED)
            yield _sheet(document, number)


def warm_up() -> None:
    """Reads a specimen, so that children forked from here have loaded what a first page needs."""
    specimen = files(__package__).joinpath("specimen.pdf").read_bytes()
    list(read_pages(io.BytesIO(specimen), Limits(), frozenset()))


def opened(data: bytes, passwords: tuple[str, ...]) -> PdfDocument:
    """The PDF, the empty password and the listed ones tried."""
    *others, last = ("", *passwords)
    for password in others:
        with suppress(PdfiumError):
            return PdfDocument(data, password)
    return PdfDocument(data, last)


def refusal(error: PdfiumError) -> Extraction:
    """Why a PDF cannot be opened: it is encrypted, or damaged."""
    if error.err_code == FPDF_ERR_PASSWORD:
        remedy = "请把口令加入 config.toml 的 [reading] passwords，或放入未加密的文件"
        return Extraction(Status.ENCRYPTED, f"文件有口令，打不开；{remedy}")
    return Extraction(Status.DAMAGED, f"文件已损坏（{error}）；{ANOTHER_COPY}")


def _sheet(document: PdfDocument, number: int) -> Sheet:
    """What one page gives: its text, or whether it has pictures, or its fault."""
    try:
        with closing(document[number - 1]) as page, closing(turned(page).get_textpage()) as text:
            sheet = _read(text, number)
            return sheet if sheet.has_text else Sheet(number, has_picture=has_picture(page))
    except PdfiumError as error:
        return Sheet(number, fault=type(error).__name__)


def turned(page: PdfPage) -> PdfPage:
    """The page; a turned one turned so that PDFium has the lines in order, whichever way they run.

    On a page turned by 90 degrees it would give those of an upright text from last to first, and
    on one made upright those of a text that runs downwards.
    """
    if page.get_rotation():
        page.set_rotation(270)
    return page


def _read(page: PdfTextPage, number: int) -> Sheet:
    """The text of a page, its columns one after the other if it has any."""
    raw = page.get_text_range()
    text = repaired(raw.translate(_SIGNS))
    found = doubt(text)
    columns = in_columns(_boxes(page)) if found is Doubt.LINES else None
    if columns:
        return Sheet(number, repaired(columns), by_pdfium=True)
    faces = _faces(page, raw)
    kept = faces if len(faces) == len(text.splitlines()) else ()
    return Sheet(number, text, doubt=found, by_pdfium=True, faces=kept)


def _faces(page: PdfTextPage, raw: str) -> tuple[Face | None, ...]:
    """How each line is set, as some of its letters are."""
    pieces = Pieces()
    start = 0
    for line in raw.splitlines(keepends=True):
        step = len(line) // _SAMPLES + 1
        for at in range(0, len(line), step):
            pieces.add(line[at : at + step].translate(_SIGNS), *_setting(page, start + at))
        start += len(line)
    return pieces.faces(raw.translate(_SIGNS))


def _setting(page: PdfTextPage, at: int) -> tuple[float, bool]:
    """The size, 0 if not known, and the weight of the letter at this place of the text."""
    index = FPDFText_GetCharIndexFromTextIndex(page, at)
    matrix = FS_MATRIX()
    if index < 0 or not FPDFText_GetMatrix(page, index, matrix):
        return 0.0, False
    places = (matrix.a, matrix.b, matrix.c, matrix.d, 0.0, 0.0)
    size = size_of(FPDFText_GetFontSize(page, index), _UPRIGHT, places)
    name = create_string_buffer(_LONGEST_NAME)
    flags = c_int()
    FPDFText_GetFontInfo(page, index, name, _LONGEST_NAME, flags)
    weight = FPDFText_GetFontWeight(page, index)
    return size, is_bold(name.value.decode("utf-8", "replace"), weight, flags.value)


def _boxes(page: PdfTextPage) -> list[Box]:
    """The stretches of letters on the page, each with its place."""
    places = [page.get_rect(index) for index in range(page.count_rects())]
    return [Box(*place, page.get_text_bounded(*place).translate(_SIGNS)) for place in places]


def has_picture(page: PdfPage) -> bool:
    """Whether something is pictured on the page, rather than written."""
    return any(page.get_objects([FPDF_PAGEOBJ_IMAGE], max_depth=_FORM_DEPTH))
