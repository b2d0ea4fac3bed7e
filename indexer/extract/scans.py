"""A PDF whose pages are pictures: drawn one by one in the sandbox, recognised, and so read."""

import base64
import binascii
import re
import shutil
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from tempfile import TemporaryFile
from typing import BinaryIO

from indexer.extract.ocr import OcrEngine, OcrError, available
from indexer.extract.sandbox import run
from indexer.extract.sheet import Sheet
from indexer.models import Extraction, Limits, Page, Status

_INSTALL = (
    "安装 tesseract（apt-get install tesseract-ocr tesseract-ocr-chi-sim）后运行 bulletin index"
)
_SWITCH_ON = "在 config.toml 的 [reading] 中设 ocr = true 后运行 bulletin index"
_MOST_PAGES = 100  # of one file; two or three minutes
_PICTURE_MB = 32  # 4000 by 4000 grey pixels in base64 are 22
_PGM = re.compile(rb"P5 (\d{1,4}) (\d{1,4}) 255\n")
_PICTURES = "indexer.extract.pictures"


@dataclass(frozen=True, slots=True)
class _Scan:
    """An open copy of a PDF, with room before it for the number of the page to draw."""

    request: BinaryIO
    limits: Limits

    def asked(self, number: int) -> Extraction:
        """What the child answers for the page of this number; for 0, the last page."""
        self.request.seek(0)
        self.request.write(b"%8d\n" % number)
        self.request.flush()
        self.request.seek(0)
        return run(_PICTURES, self.request, replace(self.limits, text_mb=_PICTURE_MB))

    def last(self) -> int:
        """The number of the last page; 0 if the file cannot be drawn."""
        pages = self.asked(0).pages
        return pages[0].number if pages else 0

    def text(self, number: int, engine: OcrEngine) -> str:
        """The text on a page, or none; OcrError where drawing or recognising it fails."""
        drawn = self.asked(number)
        if drawn.status is not Status.OK:
            raise OcrError(drawn.reason)
        picture = _picture(drawn)
        return engine.text_of(picture, self.limits) if picture else ""


def completed(reading: Extraction, file: BinaryIO, limits: Limits) -> Extraction:
    """The reading of a PDF together with the text of its pictures, where OCR is there and on."""
    is_scan = reading.status is Status.SCANNED
    if not is_scan and not (reading.status is Status.OK and reading.warnings):
        return reading  # a page that is missing has a warning
    engine = available()
    if engine is None or not limits.ocr:
        remedy = _SWITCH_ON if engine else _INSTALL
        return replace(reading, reason=f"{reading.reason}；或{remedy}") if is_scan else reading
    known = {page.number for page in reading.pages}
    with TemporaryFile() as request:
        request.write(b"%8d\n" % 0)
        file.seek(0)
        shutil.copyfileobj(file, request)
        pages, warnings = _recognised(_Scan(request, limits), engine, known)
    if not pages:
        return replace(reading, warnings=reading.warnings + warnings)
    numbers = tuple(page.number for page in pages)
    told = f"文字由识别（OCR）得到，可能有误：第 {_listed(numbers)} 页"
    return Extraction(
        Status.OK,
        pages=tuple(sorted((*reading.pages, *pages), key=lambda page: page.number)),
        warnings=(*reading.warnings, told, *warnings),
        recognised=numbers,
    )


def _recognised(
    scan: _Scan, engine: OcrEngine, known: Container[int]
) -> tuple[list[Page], tuple[str, ...]]:
    """The pages with text among those not yet known, and what went wrong.

    The first page that fails is the last one tried: there may be a hundred like it.
    """
    missing = [number for number in range(1, scan.last() + 1) if number not in known]
    pages: list[Page] = []
    for number in missing[:_MOST_PAGES]:
        try:
            text = scan.text(number, engine)
        except OcrError as error:
            return pages, (f"第 {number} 页识别不了（{error}），此后各页没有识别",)
        if Sheet(number, text).has_text:
            pages.append(Page(number, text))
    if len(missing) > _MOST_PAGES:
        return pages, (f"只识别了 {_MOST_PAGES} 页，第 {missing[_MOST_PAGES]} 页起没有识别",)
    return pages, ()


def _picture(drawn: Extraction) -> bytes | None:
    """The picture in the child's answer, if it is one: a child that read a file may be lying."""
    if not drawn.pages:
        return None
    try:
        picture = base64.b64decode(drawn.pages[0].text, validate=True)
    except binascii.Error:
        return None
    head = _PGM.match(picture)
    if head is None or int(head[1]) * int(head[2]) != len(picture) - head.end():
        return None
    return picture


def _listed(numbers: Sequence[int]) -> str:
    """Page numbers in words: 1-4, or 1、3、4."""
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}-{numbers[-1]}"
    return "、".join(map(str, numbers))
