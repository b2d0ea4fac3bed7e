"""Which organisations an article names, each by its full name in the bulletin's own short form.

市科协 is that of the issue's own city, 区科协 that of the district the article speaks of, 学会
the society named before; 科学技术协会 is 科协, and 城北、桥西区科协 are two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.articles.bodies import body_spans, cuts
from indexer.articles.home import Home
from indexer.articles.nameparts import whole
from indexer.articles.naming import SHORT_CORE, Names

REACH = 40  # characters before a name that are looked at

_ABBREVIATED = re.compile(r"[（(](?:以下|下)?[统合]?简?称(?:为)?[“\"]?([^”\"）)]{2,14})[”\"]?[）)]")
# 城北、桥西|区科协: places before one that carries their level.
_SHARED = re.compile(
    "(?P<place>[一-龥]{1,4}?)"
    "(?P<rest>(?:区|县|市|旗|镇|乡|苏木|街道)(?:科协|科学技术协会|[一-龥]{2,8}局|委))"
)
_ITEMS = re.compile("(?:[一-龥]{1,3}、)+$")
_HELD = re.compile(
    "[一-龥]{0,4}(?:举行|举办|召开|开展|成立|揭牌|启动|开幕|进行|落幕|开班|圆满|顺利|成功)"
)
# 我馆, 我院: what the issuer calls itself, by its own last character.
_OURSELVES = re.compile("(?<![一-龥])我([馆院校所会局站])")
_ACADEMICIAN = re.compile("(?:外籍)?院士")
_HEADED = re.compile("([一-龥]{2,6}(?:区|县|镇|乡|街道))[：:]")


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters [start, stop) of a line that name an organisation, and its full name.

    ``acts`` is False where it only lends its rooms, or a title: 在云州大学举行, 科学院院士.
    """

    start: int
    stop: int
    name: str
    acts: bool = True


class Reader:
    """Reads the lines of one article in order, the title first, and remembers what they named."""

    def __init__(self, home: Home) -> None:
        self._names = Names(home)
        self._issuer = home.issuer

    def read(self, line: str) -> list[Mention]:
        """The organisations of the next line."""
        head = _HEADED.match(line)
        if head:
            self._names.remember_places(head[1])
        mentions = [
            Mention(*own.span(), self._issuer)
            for own in _OURSELVES.finditer(line)
            if self._issuer.endswith(own[1])
        ]
        for start, stop in body_spans(line):
            printed = whole(line[start:stop])
            name = self._names.full(printed)
            if not name:
                continue
            mentions += (Mention(start, stop, other) for other in _sharing(line, start, printed))
            end = start + len(printed)  # 市科协|党组
            mentions.append(Mention(start, end, name, _acts(line, start, stop)))
            short = _ABBREVIATED.match(line, stop)
            self._names.remember(name, short[1] if short else None)
        return mentions


def _sharing(line: str, start: int, name: str) -> Iterator[str]:
    """The others of a list whose last has the ending: before 桥西区科协, 城北 is 城北区科协."""
    shared = _SHARED.match(name)
    items = _ITEMS.search(line[max(0, start - REACH) : start])
    if not shared or not items:
        return
    for item in items[0].rstrip("、").split("、"):
        place = item[max([0, *cuts(item)]) :]
        if SHORT_CORE <= len(place) <= max(SHORT_CORE, len(shared["place"])):
            yield place + shared["rest"]


def _acts(line: str, start: int, stop: int) -> bool:
    """Whether an organisation takes part, and does not only lend its rooms or a title."""
    held = line[start - 1 : start] == "在" and _HELD.match(line, stop)
    return not held and not _ACADEMICIAN.match(line, stop)
