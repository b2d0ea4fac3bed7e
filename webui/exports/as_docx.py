"""A digest as a Word document: headings that Word knows, and nothing that could run."""

import io

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn

from webui.exports.digest import Digest, Entry
from webui.exports.rows import fit
from webui.language import _
from webui.presenters.conditions import labelled

TYPEFACE = "宋体"
LONGEST_PROPERTY = 255
STYLES = ("Normal", "Title", "Heading 1", "Heading 2")


def word(digest: Digest) -> bytes:
    """The file."""
    paper = Document()
    _set_typeface(paper)
    paper.core_properties.title = fit(digest.title)[:LONGEST_PROPERTY]
    paper.core_properties.author = ""
    paper.add_heading(fit(digest.title), 0)
    for name, value in digest.facts:
        paper.add_paragraph(fit(labelled(name, value)), "List Bullet")
    for group in digest.groups:
        paper.add_heading(fit(group.heading), 1)
        for entry in group.entries:
            _add(paper, entry)
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


def _add(paper: Paper, entry: Entry) -> None:
    paper.add_heading(entry.title, 2)
    if entry.quote:
        paper.add_paragraph(entry.quote)
    paper.add_paragraph(_("来源：%(source)s", source=entry.source))


def _set_typeface(paper: Paper) -> None:
    """Chinese letters in Song: the template of python-docx names none for them."""
    for name in STYLES:
        fonts = paper.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), TYPEFACE)
        for theme in ("w:eastAsiaTheme", "w:asciiTheme", "w:hAnsiTheme"):
            fonts.attrib.pop(qn(theme), None)
