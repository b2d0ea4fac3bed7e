"""The form of a paragraph in which names are looked for, and patterns made of word lists."""

import re
from collections.abc import Iterable
from functools import cache

from indexer.wordlists import words

GAP = "\u3000"  # one wide blank: what stands for a gap between the columns of a row

_NARROW = re.compile(r"(?<=[\u3400-\u9fff”》）])[,;:?!()]|[,;:?!()](?=[\u3400-\u9fff“《（])")
_WIDE = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_WORK = re.compile("《[^》]*》")
_STRAIGHT = re.compile('"([^"]*)"')
_BLANKS = re.compile(r"\s+")
_BLANK = re.compile(r"(?<![A-Za-z]) | (?![A-Za-z])")
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_SHORT_NAME = re.compile(rf"(?<!{_HAN})({_HAN})[ \t\u3000]+({_HAN})(?!{_HAN})")


def tight(text: str) -> str:
    """The text without the blanks that only space it out; a row keeps a gap between columns.

    丁　宁　　怀远县人民医院 -> 丁宁　怀远县人民医院, 3 月 8 日 -> 3月8日.
    """
    closed = _SHORT_NAME.sub(r"\1\2", _wide_signs(text))
    return _BLANK.sub("", _BLANKS.sub(lambda blanks: _gap(blanks[0]), closed))


def _gap(blanks: str) -> str:
    """One wide blank for what stands between columns, else one narrow blank."""
    return " " if blanks == " " else GAP


def _wide_signs(text: str) -> str:
    """The text with the signs of Chinese print: 会议,由"学会"主办 -> 会议，由“学会”主办."""
    paired = _STRAIGHT.sub(r"“\1”", text)
    return _NARROW.sub(lambda sign: _WIDE[sign[0]], paired)


def without_works(line: str) -> str:
    """The line with the titles of works blotted out, all else in its place."""
    return _WORK.sub(lambda work: "。" * len(work[0]), line)


def any_of(entries: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    longest_first = sorted(entries, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first))


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """Any word of these lists, the longest first: of posts, 副主席 as one."""
    return re.compile(any_of(frozenset().union(*(words(name) for name in names))))
