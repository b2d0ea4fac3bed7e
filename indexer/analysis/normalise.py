"""The normal form in which texts and questions meet, with a map back to the printed text.

Full width becomes half width, capitals small, compatibility signs and traditional characters
the ones they stand for; blanks go unless they part two Latin words or numbers; the end of a
paragraph stays, as a wall that no phrase crosses. Every sign is folded on its own, whatever
stands beside it: so any piece of a text has the normal form that the piece has inside the text.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC

WALL = "\n"
_WORDLIKE = re.compile(r"[0-9]|[^\W\d_]")
_HAN = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in normal form; sign i of it stood at ``starts[i]``..``stops[i]`` of the original."""

    text: str
    starts: "array[int]"
    stops: "array[int]"

    def printed(self, start: int, stop: int) -> tuple[int, int]:
        """The range of the original that the signs [start, stop) came from; start < stop."""
        return self.starts[start], self.stops[stop - 1]


def normalise(text: str) -> Normal:
    """The normal form of a text: ``12 月 21 日，學會 Ａ`` -> ``12月21日,学会a``."""
    signs: list[str] = []
    starts, stops = array("l"), array("l")
    blank = False
    for at, sign in enumerate(text):
        folded = _fold(sign)
        if not folded:
            blank = blank or sign.isspace()
            continue
        if blank and signs and is_latin(signs[-1]) and is_latin(folded[0]):
            signs.append(" ")
            starts.append(at - 1)
            stops.append(at)
        blank = False
        for part in folded:
            signs.append(part)
            starts.append(at)
            stops.append(at + 1)
    return Normal("".join(signs), starts, stops)


def normal_form(text: str) -> str:
    """The normal form of a text without the way back."""
    return normalise(text).text


def is_han(sign: str) -> bool:
    """Whether one sign is a Chinese character."""
    return bool(_HAN.match(sign))


def is_latin(sign: str) -> bool:
    """Whether one sign belongs to a number or an alphabetic word."""
    return bool(_WORDLIKE.match(sign)) and not is_han(sign)


@lru_cache(maxsize=65536)
def _fold(sign: str) -> str:
    """What a sign becomes; empty for blanks and for signs that nobody sees."""
    if sign in "\n\r\f\x0b\u2028\u2029":
        return WALL
    if sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return ""
    compatible = unicodedata.normalize("NFKC", sign)
    folded = "".join(_simplified(part) if is_han(part) else part.lower() for part in compatible)
    return "".join(folded.split())


def _simplified(sign: str) -> str:
    """The simplified form of one character: 學 -> 学; never more than one character."""
    simple: str = _converter().convert(sign)
    return simple if len(simple) == 1 else sign


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
