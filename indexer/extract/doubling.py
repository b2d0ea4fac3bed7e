"""Letters that a PDF gives twice, each once.

    工工作作动动态态    工作动态    each letter is drawn twice, to look bold
    电⼦子政务        电子政务    one glyph stands for an ideograph and a variant of it

Only what the whole page does is undone: 认认真真 and 330000 are not.
"""

import re
import unicodedata

from indexer.extract.clean.radicals import radicals

_PAIR = re.compile(r"(\S)\1")
_PAIRED_SHARE = 0.9
_FEWEST_PAIRS = 4  # different ones
# Radicals, and ideographs that Unicode has a second time for the sake of older sets.
_VARIANT = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")
_ECHO_SHARE = 0.8


def undoubled(text: str) -> str:
    """The text of a page, without second copies if it has them throughout."""
    text = _without_variants(text)
    pairs = _PAIR.findall(text)
    signs = len("".join(text.split()))
    if len(set(pairs)) < _FEWEST_PAIRS or 2 * len(pairs) < _PAIRED_SHARE * signs:
        return text
    return _PAIR.sub(r"\1", text)


def _without_variants(text: str) -> str:
    """The text without the variant beside each ideograph, if most stand so: ⼦子 -> 子."""
    places = [found.start() for found in _VARIANT.finditer(text)]
    echoes = {at for at in places if _ideograph(text[at]) in text[max(0, at - 1) : at + 2]}
    if not echoes or len(echoes) < _ECHO_SHARE * len(places):
        return text
    return "".join(sign for at, sign in enumerate(text) if at not in echoes)


def _ideograph(sign: str) -> str:
    """The ideograph that a variant stands for."""
    return radicals().get(ord(sign)) or unicodedata.normalize("NFC", sign)
