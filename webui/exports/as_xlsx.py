"""A workbook: the table with real dates and plain texts, and a sheet that tells the search."""

import io
import re
from collections.abc import Iterable
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from webui.exports.rows import COLUMNS, Row, fit
from webui.language import _

LONGEST = 32_767  # what a cell holds; of a longer text xlsxwriter writes nothing at all
WIDTHS = (50, 30, 20, 12, 12, 24, 6, 6, 16, 10, 60, 40)
DATES = (3, 4)  # 日期 and 刊期日期
COUNTS = (9,)  # 命中处数
DAY = re.compile(r"\d{4}-\d\d-\d\d")
OPTIONS: dict[str, bool | str] = {
    "constant_memory": True,  # each row goes to a temporary file as soon as the next begins
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(rows: Iterable[Row], facts: Iterable[tuple[str, str]], title: str) -> bytes:
    """The file: ``facts`` are what the second sheet tells of the search."""
    file = io.BytesIO()
    book = Workbook(file, OPTIONS)
    book.set_properties({"title": fit(title)})
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    _write_table(book.add_worksheet(_("结果")), rows, bold, day)
    _write_facts(book.add_worksheet(_("检索条件")), facts, bold)
    book.close()
    return file.getvalue()


def _write_table(sheet: Worksheet, rows: Iterable[Row], bold: Format, day: Format) -> None:
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, _(name), bold)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row.cells):
            _write(sheet, last, column, cell, day)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)


def _write(sheet: Worksheet, row: int, column: int, cell: str, day: Format) -> None:
    """A cell as what its column holds; a date that tells no day stays a text."""
    moment = _day(cell) if column in DATES else None
    if moment:
        sheet.write_datetime(row, column, moment, day)
    elif cell and column in COUNTS:
        sheet.write_number(row, column, int(cell))
    elif cell:
        sheet.write_string(row, column, cell[:LONGEST])


def _day(cell: str) -> date | None:
    if not DAY.fullmatch(cell):
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:  # 2023-02-30 in a source of ready articles
        return None


def _write_facts(sheet: Worksheet, facts: Iterable[tuple[str, str]], bold: Format) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 80)
    for row, (name, value) in enumerate(facts):
        sheet.write_string(row, 0, _(name), bold)
        sheet.write_string(row, 1, fit(value)[:LONGEST])
