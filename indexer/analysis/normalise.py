"""The normal form in which texts and questions meet, with a map back to the printed text.

Full width becomes half width, capitals small, compatibility signs and traditional characters
the ones they stand for; blanks go unless they part two Latin words or numbers; the end of a
paragraph stays, as a wall that no phrase crosses. Every sign is folded on its own, whatever
stands beside it: so any piece of a text has the normal form that the piece has inside the text.

Most signs of a text stay what they are; one pass of a pattern finds those that may not.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from opencc import OpenCC

WALL = "\n"
BLANK = " "

_HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IS_HAN = re.compile(f"[{_HAN}]")
# A sign of a number or of an alphabetic word, and the blanks that do not part two of these: of a
# run between such signs all but the last. Beginning with a blank, it is tried at blanks alone.
_LATIN = rf"(?:[0-9]|[^\W\d_{_HAN}])"
_LOOSE_BLANKS = re.compile(rf" (?:(?<!{_LATIN} )(?<!  ) *+| *+(?!{_LATIN})|(?= ))")

# Signs that stay as they are, and the common Chinese characters, most of which do.
_PLAIN = r"\n!-@\[-~、。“”‘’《》〈〉【】—·"
_COMMON_HAN = range(0x4E00, 0x9FA6)
# The odd signs that every Chinese text is full of are folded without looking at each.
_FULL_WIDTH = tuple(zip("，：；！？（）", ",:;!?()", strict=True))


@dataclass(frozen=True)
class Normal:
    """A text in normal form, and how it leads back to the printed text.

    ``uneven`` are the places of the printed text where not just one sign became of a sign, or a
    blank that may have gone, each with what became of it.
    """

    text: str
    uneven: list[tuple[int, str]]

    def printed(self, start: int, stop: int) -> tuple[int, int]:
        """The range of the printed text that the signs [start, stop) came from; start < stop."""
        if not self.uneven:
            return start, stop
        normal, original = self._joints
        first = bisect_right(normal, start) - 1
        last = bisect_right(normal, stop - 1, first) - 1
        return original[first] + start - normal[first], original[last] + stop - normal[last]

    @cached_property
    def _joints(self) -> tuple[list[int], list[int]]:
        """Signs from which on the texts run alike: 0 and 2 of ``12月``, 0 and 3 of ``12 月``."""
        normal, original = [0], [0]
        dropped = 0
        for there, folded in self.uneven:
            here = there - dropped
            if folded == BLANK and self.text.startswith(BLANK, here):
                continue
            length = 0 if folded == BLANK else len(folded)
            normal += range(here, here + length + 1)
            original += (*[there] * length, there + 1)
            dropped += 1 - length
        return normal, original


def normalise(text: str) -> Normal:
    """The normal form of a text with the way back; that is found when it is asked for."""
    uneven: list[tuple[int, str]] = []

    def fold(sign: re.Match[str]) -> str:
        folded = _fold(sign[0])
        if len(folded) != 1 or folded == BLANK:
            uneven.append((sign.start(), folded))
        return folded

    return Normal(_folded(text, fold), uneven)


def normal_form(text: str) -> str:
    """The normal form of a text: ``12 月 21 日，學會 Ａ`` -> ``12月21日,学会a``."""
    return _folded(text, lambda sign: _fold(sign[0]))


def _folded(text: str, fold: Callable[[re.Match[str]], str]) -> str:
    """A text whose odd signs were folded, without loose blanks."""
    for wide, narrow in _FULL_WIDTH:
        text = text.replace(wide, narrow)
    folded = _odd_sign().sub(fold, text)
    return _LOOSE_BLANKS.sub("", folded) if BLANK in folded else folded


@cache
def _odd_sign() -> re.Pattern[str]:
    """A pattern for one sign that may not stay as it is."""
    common = "\n".join(map(chr, _COMMON_HAN))
    pairs = zip(common, _converter().convert(common), strict=True)
    changing = (ord(sign) for sign, simple in pairs if sign != simple)
    walls = pairwise((_COMMON_HAN.start - 1, *changing, _COMMON_HAN.stop))
    staying = (f"{chr(one + 1)}-{chr(two - 1)}" for one, two in walls if two - one > 1)
    return re.compile(f"[^{_PLAIN}{''.join(staying)}]")


@lru_cache(maxsize=65536)
def _fold(sign: str) -> str:
    """What a sign becomes: a wall, a blank, what it stands for; nothing where nobody sees it."""
    if sign in "\n\r\f\x0b\u2028\u2029":
        return WALL
    if sign.isspace():
        return BLANK
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return ""
    compatible = unicodedata.normalize("NFKC", sign)
    folded = (_simplified(part) if _IS_HAN.match(part) else part.lower() for part in compatible)
    return "".join("".join(folded).split())


def _simplified(sign: str) -> str:
    """The simplified form of one character: 學 -> 学; never more than one character."""
    simple: str = _converter().convert(sign)
    return simple if len(simple) == 1 else sign


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
