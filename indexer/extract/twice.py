"""The better of two readings of a PDF, page by page: pypdf's, or where it is in doubt PDFium's.

    pypdf     1 good   2 raises   3 foreign letters   4 good
    PDFium             2 good     3 good
    taken     1        2          3                   4

Each reader has a child of its own. PDFium gets one only if a page is in doubt; where it crashes,
the page it was at is given up, and another child goes on behind it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from indexer.extract.sandbox import run_by_page
from indexer.extract.sheet import UNFINISHED, Doubt, Sheet
from indexer.extract.verdict import verdict
from indexer.models import Extraction, Limits, Status

_PYPDF = "indexer.extract.pdf"
_PDFIUM = "indexer.extract.pdfium"
_MOST_CRASHES = 3


@dataclass(frozen=True, slots=True)
class _Reading:
    """The sheets by their numbers, and how the reading ended."""

    sheets: Mapping[int, Sheet]
    ending: Extraction

    @property
    def is_good(self) -> bool:
        """Whether no other reader could do better."""
        is_whole = bool(self.sheets) and self.ending.status is Status.OK
        return is_whole and all(sheet.is_good for sheet in self.sheets.values())


def read_twice(file: BinaryIO, limits: Limits) -> Extraction:
    """The text of a PDF, each page by the reader that made more of it."""
    first = _asked(_PYPDF, file, limits)
    if first.is_good or first.ending.status is Status.EMPTY:
        return verdict(tuple(first.sheets.values())) if first.is_good else first.ending
    second = _second(file, limits, first)
    sheets = _merged(first.sheets, second.sheets)
    reading = verdict(sheets)
    if any(sheet.has_text or sheet.has_picture for sheet in sheets):
        is_whole = Status.OK in (first.ending.status, second.ending.status)
        return reading if is_whole else _with_end(reading, sheets, second.ending)
    if Status.ENCRYPTED in (first.ending.status, second.ending.status):
        return max(first.ending, second.ending, key=lambda end: end.status is Status.ENCRYPTED)
    # What pypdf called too costly PDFium may have read to the end, and found blank.
    is_blank = first.ending.status is Status.TOO_COSTLY and second.ending.status is Status.OK
    return reading if is_blank or first.ending.status is Status.OK else first.ending


def _asked(reader: str, file: BinaryIO, limits: Limits, skipped: Iterable[int] = ()) -> _Reading:
    """What a reader says; the page at which it was ended has that as its fault."""
    lines, ending = run_by_page(reader, file, limits, skipped)
    sheets = {sheet.number: sheet for sheet in lines}  # each page is announced, then read
    if lines and lines[-1].fault == UNFINISHED:
        what, is_costly = ending.reason.partition("；")[0], ending.status is Status.TOO_COSTLY
        sheets[lines[-1].number] = replace(lines[-1], fault=what, is_costly=is_costly)
    return _Reading(sheets, ending)


def _second(file: BinaryIO, limits: Limits, first: _Reading) -> _Reading:
    """What PDFium makes of the pages that are not good; asked again behind a page that kills it."""
    good = {number for number, sheet in first.sheets.items() if sheet.is_good}
    sheets: dict[int, Sheet] = {}
    for _ in range(_MOST_CRASHES):
        reading = _asked(_PDFIUM, file, limits, good | sheets.keys())
        sheets |= reading.sheets
        if reading.ending.status is not Status.DAMAGED or not reading.sheets:
            break
    return _Reading(sheets, reading.ending)


def _merged(first: Mapping[int, Sheet], second: Mapping[int, Sheet]) -> tuple[Sheet, ...]:
    """The better sheet of each page."""
    numbers = sorted(first.keys() | second.keys())
    return tuple(
        _better(first[number], second[number])
        if number in first and number in second
        else first.get(number) or second[number]
        for number in numbers
    )


def _better(first: Sheet, second: Sheet) -> Sheet:
    """The second sheet where it has text or a picture that the first has not, or better text."""
    if not second.has_text:
        # A fault outlives a blank page, for that may be all PDFium says of it; a limit does not.
        is_more = second.has_picture or (first.is_costly and not second.fault)
        return second if is_more and not first.has_text else first
    if not first.has_text or first.doubt is Doubt.LETTERS:
        return first if first.has_text and second.doubt is Doubt.LETTERS else second
    is_complete = _letters(second.text) >= _letters(first.text)
    return second if second.doubt < first.doubt and is_complete else first


def _letters(text: str) -> int:
    """How many letters and digits a text has, however it is set."""
    return sum(map(str.isalnum, text))


def _with_end(reading: Extraction, sheets: tuple[Sheet, ...], ending: Extraction) -> Extraction:
    """The reading with a warning that neither reader came to the last page."""
    what = f"第 {sheets[-1].number} 页之后没有读（{ending.reason.partition('；')[0]}）"
    return replace(reading, warnings=(*reading.warnings, what))
