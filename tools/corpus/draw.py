"""The pages of an issue drawn as PDF, the same bytes on every run."""

import io
from dataclasses import dataclass
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tools.corpus.issue import Issue
from tools.corpus.layout import SIZES, WIDTH, Kind, Page

FONT = "HanaMinA"
A4 = (595.28, 841.89)
_LEFT = (A4[0] - WIDTH) / 2
_TOP = 764
_RED = (0.78, 0.05, 0.05)
_BLACK = (0.0, 0.0, 0.0)
_BOLD = {Kind.TITLE, Kind.SECTION}
_FILL, _FILL_AND_STROKE = 0, 2


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws lines of text and rules; a bold line is one whose outlines are drawn too."""

    canvas: Canvas

    def write(self, text: str, x: float, y: float, size: float, bold: float = 0) -> None:
        """The text with its left end at x; ``bold`` is how thick the outlines are."""
        drawn = self.canvas.beginText(x, y)
        drawn.setFont(FONT, size)
        drawn.setTextRenderMode(_FILL_AND_STROKE if bold else _FILL)
        self.canvas.setLineWidth(bold)
        drawn.textOut(text)
        drawn.setTextRenderMode(_FILL)  # else it would hold for what follows
        self.canvas.drawText(drawn)

    def center(self, text: str, y: float, size: float, bold: float = 0) -> None:
        """The text in the middle of the page."""
        self.write(text, (A4[0] - measured(text, size)) / 2, y, size, bold)

    def right(self, text: str, y: float, size: float) -> None:
        """The text up to the right margin."""
        self.write(text, _LEFT + WIDTH - measured(text, size), y, size)

    def rule(self, y: float, thickness: float) -> None:
        """A rule over the whole width of the text."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(_LEFT, y, _LEFT + WIDTH, y)

    def color(self, color: tuple[float, float, float]) -> None:
        """The colour of all that follows."""
        self.canvas.setFillColorRGB(*color)
        self.canvas.setStrokeColorRGB(*color)


def use_font(path: Path) -> None:
    """Makes the font known that all text is measured and drawn in."""
    pdfmetrics.registerFont(TTFont(FONT, str(path)))


def measured(text: str, size: float) -> float:
    """The width of a text in points."""
    return pdfmetrics.stringWidth(text, FONT, size)


def new_canvas(output: io.BytesIO) -> Canvas:
    """An empty A4 document that will be the same on every run."""
    rl_config.useA85 = 0
    return Canvas(output, A4, pageCompression=1, invariant=1, initialFontName=FONT)


def drawn(issue: Issue, pages: list[Page]) -> bytes:
    """The issue as PDF."""
    output = io.BytesIO()
    canvas = new_canvas(output)
    canvas.setTitle(f"{issue.title} {issue.number}")
    canvas.setAuthor(issue.issuer)
    canvas.setCreator("tools/make_corpus.py")
    pen = Pen(canvas)
    for number, page in enumerate(pages, 1):
        pen.color(_BLACK)
        if issue.look.running_head:
            pen.write(issue.look.running_head, _LEFT, 796, 10.5)
            pen.rule(790, 0.5)
        top = _masthead(pen, issue) if number == 1 else _TOP
        _lines(pen, issue, page, top)
        pen.center(issue.look.folio.format(page=number, pages=len(pages)), 62, 12)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def _masthead(pen: Pen, issue: Issue) -> float:
    """Title in red, number, issuer and date over a red rule; the height below it."""
    look = issue.look
    pen.color(_RED)
    pen.center(look.masthead, _TOP - 48, 46 if " " not in look.masthead else 38, 1.1)
    pen.color(_BLACK)
    y = _TOP - 88
    for text in filter(None, (look.number, look.whole_number)):
        pen.center(text, y, 15)
        y -= 24
    pen.write(look.left, _LEFT, y - 6, 15)
    pen.right(look.right, y - 6, 15)
    pen.color(_RED)
    pen.rule(y - 18, 2.2)
    pen.rule(y - 22, 0.6)
    pen.color(_BLACK)
    return y - 26


def _lines(pen: Pen, issue: Issue, page: Page, top: float) -> None:
    """The lines of a page, from the top; rules stand around the colophon."""
    y = top
    for line in page:
        y -= line.height
        size = SIZES[line.kind]
        bold = 0.45 if line.kind in _BOLD else 0
        if line.kind is Kind.RIGHT:
            pen.right(line.text, y, size)
        elif line.kind in (Kind.TITLE, Kind.SUBTITLE) and not issue.look.left_titles:
            pen.center(line.text, y, size, bold)
        else:
            pen.write(line.text, _LEFT + line.shift, y, size, bold)
        if line.kind is Kind.COLOPHON:
            if line.space:
                pen.rule(y + 17, 0.8)
            pen.rule(y - 6, 0.8)
