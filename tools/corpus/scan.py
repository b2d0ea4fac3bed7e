"""An issue as a scanner gives it: grey pictures of its pages, a little askew, and no text."""

import io

import pypdfium2
from reportlab.lib.utils import ImageReader

from tools.corpus.draw import A4, new_canvas

_DOTS_PER_INCH = 100
_POINTS_PER_INCH = 72
_QUALITY = 30
_SKEW = 0.4
_BICUBIC = 3
_WHITE = 255


def scanned(document: bytes) -> bytes:
    """The pages of a PDF as pictures in another PDF."""
    output = io.BytesIO()
    canvas = new_canvas(output)
    for number, page in enumerate(pypdfium2.PdfDocument(document)):
        bitmap = page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, grayscale=True)
        askew = _SKEW if number % 2 else -_SKEW
        picture = io.BytesIO()
        bitmap.to_pil().rotate(askew, _BICUBIC, fillcolor=_WHITE).save(
            picture, "JPEG", quality=_QUALITY
        )
        picture.seek(0)
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return output.getvalue()
