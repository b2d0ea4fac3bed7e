"""Which place lies in which: 石景山区 in 北京市, 北京市 in nothing, 云州市清河区 in 云州市."""

import re
from collections.abc import Mapping
from functools import cache

from indexer.wordlists import rows

_PLACE = re.compile(
    "[一-龥]{1,12}?(?:自治区|特别行政区|自治州|自治县|自治旗|新区|特区|林区|地区|省|市|盟|区|县|旗|街道"
    "|镇|乡)"
)


def upper_place(place: str, homes: frozenset[str] = frozenset()) -> str | None:
    """The city or province a place lies in; None if it is unknown, or one of several decides.

    朝阳区 lies in 北京市 and in 长春市: it is that of ``homes``, the archive's own places.
    """
    uppers = _uppers().get(place, ())
    own = [upper for upper in uppers if upper in homes]
    candidates = own or uppers
    return candidates[0] if len(candidates) == 1 else None


def is_division(place: str) -> bool:
    """Whether a place is one of the published ones, a province, a city or a county."""
    return place in _uppers()


def places_of(text: str) -> list[str]:
    """The places a text consists of, the highest first; empty if it holds anything else.

    北京市石景山区八角街道 -> 北京市, 石景山区, 八角街道.
    """
    places: list[str] = []
    at = 0
    while at < len(text):
        length = _length(text, at)
        if not length:
            return []
        places.append(text[at : at + length])
        at += length
    return places


def leading_places(text: str) -> list[str]:
    """The places a name begins with, the highest first: 云州市清河区第一小学 -> 云州市, 清河区."""
    places: list[str] = []
    at = 0
    while length := _length(text, at):
        places.append(text[at : at + length])
        at += length
    return places


def begins_with_division(text: str) -> bool:
    """Whether a text begins with a published place, a city also in short: 三亚, 二连浩特市."""
    return any(text[:n] in _uppers() or text[:n] in _short() for n in range(2, 15))


def full_place(text: str) -> str | None:
    """The place that a short form means: 内蒙古 -> 内蒙古自治区; None if there is none."""
    return _short().get(text) or (text if is_division(text) else None)


def _length(text: str, at: int) -> int:
    """The characters of the place that begins at ``at``; a published one before any other."""
    known = next((n for n in range(15, 1, -1) if text[at : at + n] in _uppers()), 0)
    match = _PLACE.match(text, at)
    return known or (match.end() - at if match and match.end() - at > 1 else 0)


@cache
def _uppers() -> Mapping[str, tuple[str, ...]]:
    """Every published place with those it may lie in; none above a province."""
    uppers: dict[str, tuple[str, ...]] = {}
    for upper, *places in (*rows("provinces"), *rows("counties")):
        uppers.setdefault(upper, ())
        for place in places:
            uppers[place] = tuple(dict.fromkeys((*uppers.get(place, ()), upper)))
    return uppers


@cache
def _short() -> Mapping[str, str]:
    """The provinces and cities without their level."""
    level = re.compile("(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|盟)$")
    return {level.sub("", place): place for row in rows("provinces") for place in row}
