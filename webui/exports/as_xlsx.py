"""A workbook: the table with real dates and plain texts, and a sheet that tells the search.

Office Open XML as far as such a table needs it; all texts are inline strings, so that nothing
in them is ever taken for a formula or a link.
"""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from webui.exports.rows import COLUMNS, Row

LONGEST = 32_767
WIDTHS = (50, 30, 20, 12, 12, 24, 6, 16, 60, 30, 40)
DATES = (3, 4)  # 日期 and 刊期日期
DAY = re.compile(r"\d{4}-\d\d-\d\d")
EPOCH = 693_594  # 1899-12-30, the day 0 of spreadsheets
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARTS = {
    "[Content_Types].xml": f"""{HEAD}<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}.styles+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>
</Types>""",
    "_rels/.rels": f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/>
</Relationships>""",
    "xl/workbook.xml": f"""{HEAD}<workbook xmlns="{NAMESPACE}" xmlns:r="{OFFICE}"><sheets>
<sheet name="结果" sheetId="1" r:id="r1"/><sheet name="检索条件" sheetId="2" r:id="r2"/>
</sheets></workbook>""",
    "xl/styles.xml": f"""{HEAD}<styleSheet xmlns="{NAMESPACE}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>
</styleSheet>""",
}


def workbook(rows: Iterable[Row], facts: Iterable[tuple[str, str]]) -> bytes:
    """The file: ``facts`` are what the second sheet tells of the search."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, text in PARTS.items():
            package.writestr(name, text)
        package.writestr("xl/worksheets/sheet1.xml", "".join(_table(rows)))
        package.writestr("xl/worksheets/sheet2.xml", "".join(_facts(facts)))
    return file.getvalue()


def _table(rows: Iterable[Row]) -> Iterator[str]:
    yield f'{HEAD}<worksheet xmlns="{NAMESPACE}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>'
    for number, width in enumerate(WIDTHS, 1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row([_text(name, 2) for name in COLUMNS])
    count = 1
    for row in rows:
        count += 1
        cells = enumerate(row.cells)
        yield _row([_date(cell) if at in DATES else _text(cell) for at, cell in cells])
    last = chr(ord("A") + len(COLUMNS) - 1)
    yield f'</sheetData><autoFilter ref="A1:{last}{count}"/></worksheet>'


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f'{HEAD}<worksheet xmlns="{NAMESPACE}"><cols>'
    yield '<col min="1" max="1" width="16" customWidth="1"/>'
    yield '<col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>'
    for name, value in facts:
        yield _row([_text(name, 2), _text(value)])
    yield "</sheetData></worksheet>"


def _row(cells: list[str]) -> str:
    return f"<row>{''.join(cells)}</row>"


def _text(text: str, style: int = 0) -> str:
    kept = escape(text[:LONGEST])
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{kept}</t></is></c>'


def _date(text: str) -> str:
    """A day as a date; what is only a month or a year stays a text."""
    if not DAY.fullmatch(text):
        return _text(text)
    return f'<c s="1"><v>{date.fromisoformat(text).toordinal() - EPOCH}</v></c>'
