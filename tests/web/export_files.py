"""What a program finds in the files that a result can be taken along as."""

import io
from xml.etree import ElementTree
from zipfile import ZipFile

ATOM = "{http://www.w3.org/2005/Atom}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def entries_of(feed: bytes) -> list[tuple[str, str]]:
    """(id, title) of the entries of a feed."""
    root = ElementTree.fromstring(feed)
    entries = root.iter(f"{ATOM}entry")
    return [(e.findtext(f"{ATOM}id", ""), e.findtext(f"{ATOM}title", "")) for e in entries]


def sheet_of(workbook: bytes, number: int = 1) -> list[list[str | int]]:
    """The rows of a sheet: texts as texts, numbers as numbers; every part of the file is read."""
    with ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}
    rows = parts[f"xl/worksheets/sheet{number}.xml"].iter(f"{SHEET}row")
    return [[_value(cell) for cell in row] for row in rows]


def _value(cell: ElementTree.Element) -> str | int:
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{SHEET}t"))
    return int(cell.findtext(f"{SHEET}v", ""))
