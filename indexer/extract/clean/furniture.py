"""Folios and running heads, told from the text they surround."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from indexer.extract.clean.lines import BULLET
from indexer.models import Line

_RULE = r"[-‐-―−－~～·•*|｜]"
# - 3 -, — 3 —, · 3 ·: a decorated number is a folio wherever it stands.
_DECORATED = re.compile(rf"{_RULE}+\s*\d{{1,4}}\s*{_RULE}+")
# 第 3 页 共 12 页, 第3页/共12页, 共 12 页 第 3 页, 第三页
_PAGE_OF = re.compile(
    r"[（(]?(?:共\s*\d+\s*页[，,/\s]*)?第\s*[\d一二三四五六七八九十]+\s*页"
    r"(?:[，,/\s]*共\s*\d+\s*页)?[)）]?"
)
# 3, [3], 3/12, Page 3 of 12: these are folios at the edge of a page only.
_BARE = re.compile(
    r"[\[(（〔]?\d{1,3}[\])）〕]?|\d{1,3}\s*/\s*\d{1,3}|[Pp](?:age|\.)?\s*\d{1,3}(?:\s*of\s*\d+)?"
)
_ISSUE_NUMBER = re.compile(r"第\s*[\d一二三四五六七八九十百〇]+\s*期")
_SENTENCE = re.compile(rf"[。！？；，：]|^【|^{BULLET}")

EDGE = 2  # lines at the top or bottom of a page among which its running heads are looked for
LONGEST_HEAD = 40


@dataclass(frozen=True, slots=True)
class Body:
    """``stretches`` of lines that no page turn or folio cuts, and what was ``dropped``."""

    stretches: tuple[tuple[Line, ...], ...]
    dropped: tuple[str, ...]


def without_furniture(lines: Sequence[Line], paged: bool) -> Body:
    """The lines without folios and running heads, cut where a page ended.

    In a file without pages a folio still tells that a page ended there.
    """
    stretches: list[list[Line]] = []
    folios: list[str] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        stretches.append([])
        numbered = list(page)
        for at, line in enumerate(numbered):
            if not _is_folio(numbered, at, paged):
                stretches[-1].append(line)
                continue
            folios.append(line.text)
            stretches.append([])
    sheets = [sheet for sheet in stretches if sheet]
    heads = _running_heads(sheets, paged)
    kept = (
        tuple(line for at, line in enumerate(sheet) if (number, at) not in heads)
        for number, sheet in enumerate(sheets)
    )
    dropped = (sheets[number][at].text for number, at in sorted(heads))
    return Body(
        tuple(sheet for sheet in kept if sheet), tuple(dict.fromkeys(chain(dropped, folios)))
    )


def _is_folio(page: Sequence[Line], at: int, paged: bool) -> bool:
    """Whether the line at this place of the page is nothing but a page number."""
    text = page[at].text
    if _DECORATED.fullmatch(text) or _PAGE_OF.fullmatch(text):
        return True
    if not _BARE.fullmatch(text):
        return False
    if paged and at in (0, 1, len(page) - 2, len(page) - 1):
        return True
    blank_after = at + 1 == len(page) or page[at + 1].blanks > 0
    return page[at].blanks > 0 and blank_after


def _running_heads(sheets: Sequence[Sequence[Line]], paged: bool) -> set[tuple[int, int]]:
    """The (sheet, line) of every running head or foot."""
    edges = [(number, at) for number, sheet in enumerate(sheets) for at in _edge(len(sheet))]
    masks = {place: _mask(sheets[place[0]][place[1]].text) for place in edges}
    often = Counter(mask for mask, _ in {(masks[place], place[0]) for place in edges})
    first = {_squeezed(line.text) for line in sheets[0][: 2 * EDGE]} if sheets else set()
    opening = sheets[0][0].page if paged and sheets else 0  # cut by a folio, it may be two sheets
    return {
        (number, at)
        for number, at in edges
        if _may_be_head(sheets[number][at].text)
        and (
            often[masks[number, at]] > 1
            or (
                number > 0
                and at < EDGE
                and sheets[number][at].page != opening
                and _names_the_issue(sheets[number][at].text, first)
            )
        )
    }


def _edge(length: int) -> Iterator[int]:
    """The places of the lines at both ends of a sheet of this many lines."""
    return (at for at in range(length) if at < EDGE or at >= length - EDGE)


def _may_be_head(text: str) -> bool:
    """Whether a line is short and no sentence, section or title with a colon."""
    return len(_squeezed(text)) <= LONGEST_HEAD and not _SENTENCE.search(text)


def _names_the_issue(text: str, first: set[str]) -> bool:
    """Whether a line repeats the masthead: its number, or a line of the first page."""
    return bool(_ISSUE_NUMBER.search(text)) or _squeezed(text) in first


def _squeezed(text: str) -> str:
    """The text without any blanks."""
    return "".join(text.split())


def _mask(text: str) -> str:
    """The text with its numbers made alike: 科协动态 第3期 5 -> 科协动态第#期#."""
    return re.sub(r"\d+", "#", _squeezed(text))
