"""Can these letters be the ones that were printed?

A PDF whose font has no map to Unicode gives letters all the same: the numbers of its glyphs,
taken for code points.

    Ҡቔ༢\u0e64ࡥճี        操作系统简答题, glyph numbers read as code points
    ¹ØÓÚºì¾ü×÷Õ½        关于红军作战, GBK bytes read as Latin-1
    \uf0d8\ufffd\x03          private use, replacement and control characters

Three measures over all characters but blanks tell them. None asks for Chinese: an English text
is a text, and so is one in a single other script.
"""

import re
import unicodedata
from collections import Counter

# List bullets of symbol fonts are for private use: up to one character in ten of real slides.
_NAMELESS_SHARE = 0.2
# Accents are one letter in ten of French or Czech, nearly all of a Chinese text read as Latin-1.
_LATIN_1_SHARE = 0.4
# Glyph numbers are strewn over a dozen blocks; a text in another script stays in one or two.
_STRANGE_SHARE = 0.05
_STRANGE_ROWS = 4
# Of real Chinese 94 in 100 characters are common, of Big5 or EUC-KR read as GB18030 about 40.
_COMMON_SHARE = 0.8

_HAN_SPACED = re.compile(r"(?<=[\u2010-\uffef]) +(?=[\u2010-\uffef])")
# The bytes that WinAnsi shows as letters from beyond Latin-1: 0x80 is €.
_WIN_ANSI = {
    sign: chr(byte)
    for byte in range(0x80, 0xA0)
    for sign in map(ord, bytes([byte]).decode("cp1252", "ignore"))
}


def is_garbled(text: str) -> bool:
    """Whether too many characters of the text cannot be what was printed."""
    counts = Counter(text)
    total = sum(count for sign, count in counts.items() if not sign.isspace())
    nameless = sum(count for sign, count in counts.items() if _is_nameless(sign))
    latin_1 = sum(count for sign, count in counts.items() if "\xa1" <= sign <= "\xff")
    strange = {sign: count for sign, count in counts.items() if _is_strange(sign)}
    rows = {ord(sign) >> 8 for sign in strange}
    return (
        nameless > _NAMELESS_SHARE * total
        or latin_1 > _LATIN_1_SHARE * total
        or (sum(strange.values()) > _STRANGE_SHARE * total and len(rows) >= _STRANGE_ROWS)
    )


def repaired(text: str) -> str:
    """The Chinese that was read as Latin-1, if it was, else the text: ¹ØÓÚ -> 关于."""
    if not text or not is_garbled(text):
        return text
    try:
        chinese = text.translate(_WIN_ANSI).encode("latin-1").decode("gb18030")
    except UnicodeError:
        return text
    return _HAN_SPACED.sub("", chinese) if is_plausible_chinese(chinese) else text


def is_plausible_chinese(text: str) -> bool:
    """Whether a text decoded as GB18030 is one: most of its characters are common.

    GB18030 makes something of almost any bytes, but of another encoding it makes rare characters.
    """
    counts = Counter(text)
    total = sum(count for sign, count in counts.items() if not sign.isspace())
    common = sum(count for sign, count in counts.items() if _is_common(sign))
    return common >= _COMMON_SHARE * total


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
