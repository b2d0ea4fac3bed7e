"""Small PDFs made by hand, so that each can have its own fault."""

import io
import zlib
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

IMAGE = b"q 100 0 0 100 0 0 cm /Image Do Q"
INLINE_IMAGE = b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


def pdf(
    *pages: str | bytes,
    ordering: bytes = b"",
    extra: bytes = b"",
    broken: int | None = None,
    page: bytes = b"",
    signs: str = "",
) -> bytes:
    """A PDF whose pages show these lines of text, or run these operators, which show ``signs``.

    With an ``ordering`` the font has no map to Unicode, and its glyphs are numbered as that says,
    or, where it is Identity, in a way of their own. ``extra`` goes into the dictionary of every
    content stream, ``page`` into that of every page; the page ``broken`` is packed in a way that
    nobody knows.
    """
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        _tree(len(pages)),
        _font(not ordering),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(%b)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor"
        b"/FontName/Song/Flags 4/Ascent 880/Descent -120/FontBBox[0 -120 1000 880]>>>>"
        % (ordering or b"GB1"),
        stream(_to_unicode(signs + "".join(page for page in pages if isinstance(page, str)))),
        stream(
            b"\x7f", b"/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
        ),
    ]
    for number, shown in enumerate(pages, 1):
        content = shown if isinstance(shown, bytes) else _shown(shown, not ordering)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R%b/Resources"
            b"<</Font<</Song 3 0 R>>/XObject<</Image 6 0 R>>>>>>" % (len(objects) + 2, page),
            stream(zlib.compress(content), b"/Filter/NoSuchDecode")
            if number == broken
            else stream(content, extra),
        ]
    return assembled(objects)


def placed(x: float, y: float, text: str, turn: bytes = b"1 0 0 1") -> bytes:
    """The operators that show a line at a place, perhaps turned."""
    return b"BT /Song 12 Tf %b %.1f %.1f Tm <%b> Tj ET\n" % (turn, x, y, _codes(text, True))


def assembled(objects: Sequence[bytes]) -> bytes:
    """The objects, the first being the catalogue, with a table of their places."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + table + trailer


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object; its data are compressed where ``extra`` says so."""
    data = zlib.compress(data) if b"/Fl" in extra else data
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), extra, data)


def encrypted(data: bytes, password: str) -> bytes:
    """The PDF, to be opened with this password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="the owner's", algorithm="AES-256")
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _tree(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (7 + 2 * number) for number in range(count))
    return b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)


def _font(mapped: bool) -> bytes:
    to_unicode = b"/ToUnicode 5 0 R" if mapped else b""
    return (
        b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H"
        b"/DescendantFonts[4 0 R]%b>>" % to_unicode
    )


def _shown(text: str, mapped: bool) -> bytes:
    """The operators that show the lines, one below the other."""
    shown = b"".join(b"<%b> Tj T*\n" % _codes(line, mapped) for line in text.split("\n"))
    return b"BT /Song 14 Tf 20 TL 72 760 Td\n" + shown + b"ET"


def _codes(line: str, mapped: bool) -> bytes:
    """The glyph numbers in hex: code points, or places in a font of 3,800 characters."""
    codes = (ord(sign) if mapped else 1000 + ord(sign) % 3800 for sign in line)
    return b"".join(b"%04x" % code for code in codes)


def _to_unicode(signs: str) -> bytes:
    """Each code stands for the character of that number; that of ⼦ for 子 as well."""
    codes = {sign: b"%04x" % ord(sign) for sign in sorted(set(signs))}
    pairs = b"".join(
        b"<%b> <%b>\n" % (code, b"2f265b50" if sign == "⼦" else code)
        for sign, code in codes.items()
    )
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"%d beginbfchar\n%bendbfchar\nendcmap end end" % (len(codes), pairs)
    )
