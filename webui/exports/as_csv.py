"""A table for spreadsheets as text: UTF-8 with its mark, lines ended by CR LF (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Iterator

from webui.exports.rows import COLUMNS, Row
from webui.language import _

MARK = "\ufeff"
# What a spreadsheet would take for a formula when it stands first in a cell.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the table, its head first."""
    return table_lines(tuple(map(_, COLUMNS)), (row.cells for row in rows))


def table_lines(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of any table, its head first; no cell is taken for a formula."""
    yield MARK + _line(head)
    for row in rows:
        yield _line(tuple(map(_harmless, row)))


def _line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _harmless(text: str) -> str:
    """The text as text: =1+1 -> '=1+1."""
    return f"'{text}" if text.startswith(FORMULA) else text
