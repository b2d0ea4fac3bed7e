"""What a program finds in the files that a result can be taken along as."""

import io
from datetime import datetime
from xml.etree import ElementTree

from openpyxl import load_workbook  # type: ignore[import-untyped] # it has no types

ATOM = "{http://www.w3.org/2005/Atom}"
Cell = str | int | datetime | None


def entries_of(feed: bytes) -> list[tuple[str, str]]:
    """(id, title) of the entries of a feed."""
    root = ElementTree.fromstring(feed)
    entries = root.iter(f"{ATOM}entry")
    return [(e.findtext(f"{ATOM}id", ""), e.findtext(f"{ATOM}title", "")) for e in entries]


def sheet_of(workbook: bytes, number: int = 1) -> list[list[Cell]]:
    """The rows of a sheet as a spreadsheet reads them; formulas would show as ``=1+1`` too."""
    sheet = load_workbook(io.BytesIO(workbook)).worksheets[number - 1]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def kinds_of(workbook: bytes) -> dict[str, str]:
    """What a spreadsheet takes each cell of the table for: s a text, f a formula, d a date."""
    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    return {str(cell.value): cell.data_type for row in sheet.iter_rows() for cell in row}


def layout_of(workbook: bytes) -> tuple[str, str]:
    """Where a table is frozen, and which cells can be filtered: A2, A1:L3."""
    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    return sheet.freeze_panes, sheet.auto_filter.ref
