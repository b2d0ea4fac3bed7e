"""Names beside the body somebody belongs to: 市科协牟允中一行, 成龙（市二中）, 队（封神、辛甘）."""

import re
from collections.abc import Iterable, Iterator

from indexer.articles.names import SHORT, is_whole_name, name_end, name_start

# What shows that a person was named, and no further part of the body.
_TITLE = re.compile("副?教授|院士|研究员|博士|老师|先生|女士|同志|医生|工程师|高工|同学|一行")
_LISTED = re.compile(
    "、|等[同专老人两三四五六七八九十几多\\d]|予以|榜上有名|分获|获[^，。]{0,12}(?:奖|评|称号)"
)
_FEWEST = 2  # of a list: 云州大学甘露、市医院白杨
_BRACKETED = re.compile("(?<=[队组学生师员者人院馆司名])（([一-龥]{2,4}(?:、[一-龥]{2,4})+)）")
_BEFORE_NAME = frozenset("奖和与由对员师长者生授家")


def affiliated(
    line: str, whole: str, bodies: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The names beside bodies at (start, stop): before a title, in a list, before a bracket."""
    places = sorted(set(bodies))
    yield from _behind(line, whole, [stop for _, stop in places])
    for start, _ in places:
        if line[start - 1 : start] == "（":
            yield from _before_bracket(line, start - 1)
    for bracket in _BRACKETED.finditer(line):
        yield from _members(bracket)


def _behind(line: str, whole: str, stops: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The names behind the bodies that end at ``stops``; in a list there must be several."""
    row: list[tuple[int, int]] = []
    for end in stops:
        start = end + 1 if line[end : end + 1] == "的" else end
        stop = name_end(line, start, whole, rare=True)
        if stop and (_TITLE.match(line, stop) or "·" in line[start:stop]):
            yield start, stop
        elif stop and _LISTED.match(line, stop):
            row.append((start, stop))
    if len(row) >= _FEWEST:
        yield from row


def _before_bracket(line: str, stop: int) -> Iterator[tuple[int, int]]:
    """成龙（市二中）: the name before a bracket that tells the body."""
    start = name_start(line, stop)
    if start is not None:
        before = line[start - 1 : start] if start else ""
        if not before.isalpha() or before in _BEFORE_NAME:
            yield start, stop


def _members(bracket: re.Match[str]) -> Iterator[tuple[int, int]]:
    """（封神、计时、辛甘）: the members of a team, if all can be names."""
    names = bracket[1].split("、")
    if not all(is_whole_name(name) for name in names):
        return
    if max(map(len, names)) == SHORT and len(names) == _FEWEST:
        return
    start = bracket.start(1)
    for name in names:
        yield start, start + len(name)
        start += len(name) + 1
