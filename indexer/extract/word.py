"""The text of a Word document in the order it is read, from its XML.

python-docx gives paragraphs without what was inserted under revision, without smart tags (where
old versions of Word keep dates) and without text boxes, so characters are taken from the XML
itself. Running heads and feet are parts of their own and never looked at.
"""

import re
from collections.abc import Iterator, Sequence

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_W}txbxContent"
# A new line, on this page or the next; two blanks for a tab, as between the cells of a table.
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "  ", f"{_W}noBreakHyphen": "-"}
# Not text of the paragraph they stand in: its format, what was deleted or moved away, phonetic
# letters, text boxes, and the copy of a text box for old versions of Word.
_FOREIGN = frozenset(
    [_BOX, _FALLBACK, *(f"{_W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "rt"))]
)
# What holds paragraphs and tables without being one: content controls, insertions.
_HOLDERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_INDENT = "　　"
_MOST_STYLES = 20  # a style is based on another one, in a hostile file on itself


def text_of(document: Document) -> str:
    """The text, a line for each paragraph or table row; headings stand between empty lines."""
    return _joined(_lines(document.element.body, document))


def has_pictures(document: Document) -> bool:
    """Whether the document shows a picture."""
    return any(True for _ in document.element.iter(_PICTURE, f"{_VML}imagedata"))


def _joined(lines: Iterator[str]) -> str:
    """The lines as a text, with one empty line at most between two."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n").rstrip()


def _lines(parent: BaseOxmlElement, document: Document) -> Iterator[str]:
    """The paragraphs, and tables row by row, below a body, a cell, a box or a content control."""
    for element in parent.iterchildren():
        if element.tag == f"{_W}p":
            for box in _boxes(element):
                yield from _lines(box, document)
            yield _line(element, document)
        elif element.tag == f"{_W}tbl":
            yield from _rows(element, document)
        elif element.tag in _HOLDERS:
            yield from _lines(element, document)


def _rows(table: BaseOxmlElement, document: Document) -> Iterator[str]:
    """Each row as a line, its cells separated by two blanks; a cell alone keeps its paragraphs."""
    yield ""
    for row in table.iterchildren(f"{_W}tr"):
        cells = [_joined(_lines(cell, document)) for cell in row.iterchildren(f"{_W}tc")]
        filled = [cell for cell in cells if cell.strip()]
        single = len(filled) == 1
        yield filled[0] if single else "  ".join(" ".join(cell.split()) for cell in filled)
    yield ""


def _boxes(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The text boxes that hang on a paragraph, each once, outermost first."""
    for child in element.iterchildren():
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _line(paragraph: BaseOxmlElement, document: Document) -> str:
    """A paragraph as it is printed: its first line set in, or a heading between empty lines."""
    text = "".join(_signs(paragraph)).rstrip()
    if not text.strip():
        return ""
    formats = [*_formats(paragraph, document)]
    if _is_heading(formats):
        return f"\n{text.strip()}\n"
    return f"{_INDENT}{text.lstrip()}" if _is_indented(formats) else text


def _signs(element: BaseOxmlElement) -> Iterator[str]:
    """The characters of a paragraph, those inserted, tagged or in WordArt included."""
    for child in element.iterchildren():
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_VML}textpath":
            yield child.get("string", "")
        elif child.tag not in _FOREIGN:
            yield from _signs(child)


def _is_heading(formats: Sequence[BaseOxmlElement]) -> bool:
    """Whether a paragraph stands in the middle, or in the outline: level 9 is ordinary text."""
    level = _setting(formats, "outlineLvl", "val")
    return level not in (None, "9") or _setting(formats, "jc", "val") == "center"


def _is_indented(formats: Sequence[BaseOxmlElement]) -> bool:
    """Whether the first line is set in, be it by characters or by a length."""
    setting = _setting(formats, "ind", "firstLineChars", "firstLine")
    return setting is not None and setting.strip("0") != ""


def _setting(formats: Sequence[BaseOxmlElement], name: str, *attributes: str) -> str | None:
    """The first of the attributes that a format sets for this property."""
    for element in (found for format_ in formats for found in format_.iterchildren(f"{_W}{name}")):
        for attribute in attributes:
            if (value := element.get(f"{_W}{attribute}")) is not None:
                return str(value)
    return None


def _formats(paragraph: BaseOxmlElement, document: Document) -> Iterator[BaseOxmlElement]:
    """The format of a paragraph, that of its style, and those that one is based on."""
    yield from paragraph.iterchildren(f"{_W}pPr")
    style: BaseStyle | None = Paragraph(paragraph, document).style
    for _ in range(_MOST_STYLES):
        if not isinstance(style, ParagraphStyle):
            return
        yield from style.element.iterchildren(f"{_W}pPr")
        style = style.base_style
