"""Which organisations an article names, each by its full name in the bulletin's own short form.

市科协 is that of the issue's own city, 区科协 that of the district the article speaks of, 学会
the society named before; 科学技术协会 is 科协, and 城北、桥西区科协 are two.
"""

import re
from dataclasses import dataclass

from indexer.articles.bodies import body_spans
from indexer.articles.home import Home
from indexer.articles.nameparts import school_of, whole
from indexer.articles.naming import Names
from indexer.articles.shared import beside, counted, sharing

REACH = 40  # characters before a name that are looked at

_ABBREVIATED = re.compile(r"[（(](?:以下|下)?[统合]?简?称(?:为)?[“\"]?([^”\"）)]{2,14})[”\"]?[）)]")
_HELD = re.compile(
    "[一-龥]{0,4}(?:举行|举办|召开|开展|成立|揭牌|启动|开幕|进行|落幕|开班|圆满|顺利|成功)"
)
# 我馆, 我院: what the issuer calls itself, by its own last character.
_OURSELVES = re.compile("我([馆院校所会局站])(?![员长])")
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
            Mention(*own.span(), name)
            for own in _OURSELVES.finditer(line)
            if (name := _ourselves(self._issuer, own[1]))
        ]
        groups = list(counted(line, self._names.is_known))
        mentions += [Mention(*group[:2], name) for group in groups for name in group[2]]
        for start, stop in body_spans(line):
            if not any(start < last and first < stop for first, last, _ in groups):
                mentions += self._of_span(line, start, stop, mentions[-1].stop if mentions else -1)
        return mentions

    def _of_span(self, line: str, start: int, stop: int, before: int) -> list[Mention]:
        """The organisations one name stands for; the mention before it ends at ``before``."""
        printed = whole(line[start:stop])
        bare = before >= 0 and beside(line, before, start, printed)
        name = self._names.of_same_place(printed) if bare else self._names.full(printed)
        if not name:
            return []
        others = [Mention(start, stop, other) for other in sharing(line, start, printed)]
        end = start + len(printed)  # 市科协|党组
        first = start + max(0, printed.find(name))  # 免去丁宁同志|云州市科协
        short = _ABBREVIATED.match(line, stop)
        self._names.remember(name, short[1] if short else None)
        return [*others, Mention(first, end, name, _acts(line, first, stop))]


def _ourselves(issuer: str, kind: str) -> str | None:
    """Who 我馆 and 我校 are: the issuer, or the school whose association it is."""
    return issuer if issuer.endswith(kind) else school_of(issuer) if kind in "校院" else None


def _acts(line: str, start: int, stop: int) -> bool:
    """Whether an organisation takes part, and does not only lend its rooms or a title."""
    held = line[start - 1 : start] == "在" and _HELD.match(line, stop)
    return not held and not _ACADEMICIAN.match(line, stop)
