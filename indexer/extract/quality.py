"""Can these letters be the ones that were printed, and are they in order?

A PDF whose font has no map to Unicode gives letters all the same: the numbers of its glyphs,
taken for code points.

    Ҡቔ༢\u0e64ࡥճี        操作系统简答题, glyph numbers read as code points
    ¹ØÓÚºì¾ü×÷Õ½        关于红军作战, GBK bytes read as Latin-1
    \uf0d8\ufffd\x03          private use, replacement and control characters
    荪揄孺嘬            glyph numbers of a large font: rare Han characters

Four measures over all characters but blanks tell them. None asks for Chinese: an English text
is a text, and so is one in a single other script.
"""

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from indexer.extract.doubling import undoubled
from indexer.extract.sheet import Doubt

# List bullets of symbol fonts are for private use: up to one character in ten of real slides.
_NAMELESS_SHARE = 0.2
# Accents are one letter in ten of French or Czech, nearly all of a Chinese text read as Latin-1.
_LATIN_1_SHARE = 0.4
# Glyph numbers are strewn over a dozen blocks; a text in another script stays in one or two.
_STRANGE_SHARE = 0.05
_STRANGE_ROWS = 4
# Of real Chinese 94 in 100 characters are common, of Big5 or EUC-KR read as GB18030 about 40.
_COMMON_SHARE = 0.8
# Of real Han characters, traditional or not, 1 in 10 is uncommon, of strewn ones 6 in 10.
_UNFAMILIAR_SHARE = 0.5
_FEWEST_HAN = 20
# Lines of one character: a printer sets few, a reader that tears lines at each change of font many.
_TORN_SHARE = 0.15
_UPRIGHT_SHARE = 0.8
_FEWEST_TORN = 5
_TORN = re.compile(r"^[^\S\n]*[^\s!-~][^\S\n]*$", re.MULTILINE)
# Lines with a gap amid Chinese: two columns, read across. Or a table.
_GAPPED_SHARE = 0.4
_FEWEST_GAPPED = 5
_GAPPED = re.compile(r"^.{7,}[\u3000-\uffef] +[\u3000-\uffef].{7,}$", re.MULTILINE)
_LINE = re.compile(r"^.*\S", re.MULTILINE)

# The second bytes of GB2312 and Big5.
_CELLS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))

_HAN_SPACED = re.compile(r"(?<=[\u2010-\uffef]) +(?=[\u2010-\uffef])")
# The bytes that WinAnsi shows as letters from beyond Latin-1: 0x80 is €.
_WIN_ANSI = {
    sign: chr(byte)
    for byte in range(0x80, 0xA0)
    for sign in map(ord, bytes([byte]).decode("cp1252", "ignore"))
}


def doubt(text: str) -> Doubt:
    """What speaks against this text of a page."""
    if is_garbled(text):
        return Doubt.LETTERS
    lines = len(_LINE.findall(text))
    torn, gapped = len(_TORN.findall(text)), len(_GAPPED.findall(text))
    if torn >= max(_FEWEST_TORN, _TORN_SHARE * lines):
        return Doubt.LINES
    return Doubt.LINES if gapped >= max(_FEWEST_GAPPED, _GAPPED_SHARE * lines) else Doubt.NONE


def is_upright(text: str) -> bool:
    """Whether nearly every line is one character: what was set from top to bottom."""
    torn = len(_TORN.findall(text))
    return torn >= max(_FEWEST_TORN, _UPRIGHT_SHARE * len(_LINE.findall(text)))


def is_garbled(text: str) -> bool:
    """Whether too many characters of the text cannot be what was printed."""
    signs = set(text) - _familiar()
    if not signs:
        return False
    counts = Counter(text)
    odd = {sign: counts[sign] for sign in signs}
    total = sum(count for sign, count in counts.items() if not sign.isspace())
    nameless = sum(count for sign, count in odd.items() if _is_nameless(sign))
    latin_1 = sum(count for sign, count in odd.items() if "\xa1" <= sign <= "\xff")
    strange = {sign: count for sign, count in odd.items() if _is_strange(sign)}
    rows = {ord(sign) >> 8 for sign in strange}
    return (
        nameless > _NAMELESS_SHARE * total
        or latin_1 > _LATIN_1_SHARE * total
        or (sum(strange.values()) > _STRANGE_SHARE * total and len(rows) >= _STRANGE_ROWS)
        or _is_unfamiliar(counts, odd)
    )


def repaired(text: str) -> str:
    """The text, with each letter once, and GBK bytes read as Latin-1 made Chinese: ¹ØÓÚ -> 关于.

    The dash that some fonts draw as one sign, ⸺, is the two that were written.
    """
    whole = undoubled(_from_latin(text) if is_garbled(text) else text)
    return whole.replace("\u2e3a", "——")


def is_plausible_chinese(text: str) -> bool:
    """Whether a text decoded as GB18030 is one: most of its characters are common.

    GB18030 makes something of almost any bytes, but of another encoding it makes rare characters.
    """
    counts = Counter(text)
    total = sum(count for sign, count in counts.items() if not sign.isspace())
    common = sum(count for sign, count in counts.items() if _is_common(sign))
    return common >= _COMMON_SHARE * total


def _from_latin(text: str) -> str:
    """The Chinese that was read as Latin-1, if it was, else the text."""
    try:
        chinese = text.translate(_WIN_ANSI).encode("latin-1").decode("gb18030")
    except UnicodeError:
        return text
    return _HAN_SPACED.sub("", chinese) if is_plausible_chinese(chinese) else text


def _is_unfamiliar(counts: Counter[str], odd: dict[str, int]) -> bool:
    """Whether most of the Han characters are ones that nobody uses."""
    total, unused = (
        sum(count for sign, count in some.items() if "\u3400" <= sign <= "\u9fff")
        for some in (counts, odd)
    )
    return total >= _FEWEST_HAN and unused > _UNFAMILIAR_SHARE * total


def _is_nameless(sign: str) -> bool:
    """Control, private-use, unassigned or replacement characters."""
    return sign == "\ufffd" or (
        unicodedata.category(sign) in ("Cc", "Cn", "Co", "Cs") and not sign.isspace()
    )


def _is_strange(sign: str) -> bool:
    """Letters and marks, assigned or not yet, between the Latin ones and U+1E00."""
    return "\u0250" <= sign <= "\u1dff" and unicodedata.category(sign)[0] in "LMC"


def _is_common(sign: str) -> bool:
    """ASCII, Chinese and full-width signs, and the 3,755 commonest Chinese characters."""
    if sign.isspace():
        return False
    if sign.isascii():
        return sign.isprintable()
    try:
        row = sign.encode("gb2312")[0] - 0xA0
    except UnicodeEncodeError:
        return False
    # 1-9: signs, digits, kana, Greek, Cyrillic; 16-55: the characters of level 1
    return row <= 9 or 16 <= row <= 55


@cache
def _familiar() -> frozenset[str]:
    """What speaks for a text: ASCII, punctuation, common Han of GB2312 and of Big5."""
    latin = string.printable[:-2] + "·—‘’“”…℃①②③④⑤○●□■◆★"
    wide = map(chr, (*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F)))
    simplified = _signs("gb2312", range(0xB0, 0xD8), _CELLS[63:])
    return frozenset(latin).union(wide, simplified, _signs("big5", range(0xA4, 0xC7), _CELLS))


def _signs(codec: str, rows: Iterable[int], cells: Sequence[int]) -> str:
    """The characters in some rows of a two-byte code."""
    return bytes(byte for row in rows for cell in cells for byte in (row, cell)).decode(
        codec, "ignore"
    )
