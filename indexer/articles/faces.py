"""What the size of the letters tells: titles, the sections above them, and sub-heads.

13 bold   专家进村               above a title, most times: a section
15 bold   博士“蹲村”七十天        the largest that stands above texts: titles
12        3月15日，桂中大学……     what most letters are set in: the body
12 bold   三、取得实效            within an article: a sub-head
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from indexer.articles.enumerations import LONGEST_SECTION
from indexer.articles.headings import Headings, Role
from indexer.articles.paragraphs import LONGEST_TITLE, begins_report, enumerator, squeezed
from indexer.articles.sections import SHORT_SECTION
from indexer.articles.trailers import is_trailer
from indexer.models import Face, Paragraph
from indexer.wordlists import words

MOST_LINES = 4
FEWEST_TITLES = 2  # of one face, that show that no line of the body is a title
BY_FACE = "字号或字体与正文不同"
WITHIN = "文中小标题，字号小于标题"
ABOVE_TITLE = "常用的栏目名，下接标题"
PLAIN = "字号与正文相同，标题另有字号"
_DASHES = ("—", "--")
_OF_ISSUE = re.compile("第.+期|年.+月")


@dataclass(frozen=True, slots=True)
class _Display:
    """Lines next to each other, of one face that stands out from the body."""

    face: Face
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Levels:
    """The faces of titles and of the sections above them; ``often``: titles have theirs often."""

    titles: frozenset[Face]
    sections: frozenset[Face]
    often: bool


def settle_faces(headings: Headings) -> None:
    """Settle what is set larger or heavier than the body, where that tells titles from text."""
    body = _body(headings.paragraphs)
    if body is None:
        return
    displays = list(_displays(headings, body))
    levels = _levels(headings, displays, body)
    if levels.titles:
        _settle(headings, displays, levels)


def before_titles(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs stand before a title or section: before a large face that comes again.

    The faces of a masthead do not; all paragraphs, where no face is known.
    """
    body = _body(paragraphs)
    prose = next((at for at, paragraph in enumerate(paragraphs) if _is_prose(paragraph.text)), 0)
    again = {paragraph.face for paragraph in paragraphs[prose:]}
    for at, paragraph in enumerate(paragraphs[:prose]):
        face = paragraph.face
        large = face and body and face.size > body.size
        if large and face in again and not _OF_ISSUE.search(paragraph.text):
            return at
    return len(paragraphs)


def _is_prose(text: str) -> bool:
    """Whether a paragraph is too long for a title, or ends as a sentence does."""
    return len(text) > LONGEST_TITLE or text.endswith(("。", "；"))


def _body(paragraphs: Sequence[Paragraph]) -> Face | None:
    """The face of most letters."""
    return Face.most_common((paragraph.face, len(paragraph.text)) for paragraph in paragraphs)


def _displays(headings: Headings, body: Face) -> Iterator[_Display]:
    """The headings by their face, in order; more than a few lines in a row are none."""
    faces: list[Face | None] = []
    for paragraph in headings.paragraphs:
        text, face = paragraph.text, paragraph.face
        above = faces[-1] if faces and text.startswith(_DASHES) else None  # a sub-title
        is_text = _is_prose(text) or is_trailer(text)
        own = face if face and face.stands_out(body) else None
        faces.append(None if is_text else above or own)
    for face, group in groupby(range(len(faces)), key=faces.__getitem__):
        places = list(group)
        if face and len(places) <= MOST_LINES:
            yield _Display(face, places[0], places[-1] + 1)


def _levels(headings: Headings, displays: Sequence[_Display], body: Face) -> _Levels:
    """Which faces are those of titles, and of sections."""
    faces: dict[Face, list[_Display]] = {}
    for display in displays:
        faces.setdefault(display.face, []).append(display)
    above = {face: sum(_is_above_text(headings, one) for one in faces[face]) for face in faces}
    plain = [face for face in faces if above[face] * 2 > len(faces[face])]
    repeated = [face for face in plain if above[face] >= FEWEST_TITLES]
    main = max(repeated or plain, key=lambda face: (face.size, face.bold), default=None)
    if main is None:
        return _Levels(frozenset(), frozenset(), often=False)
    titles = {
        face
        for face in plain
        if face == main
        or face.is_larger(main)
        or (face.size > body.size and _tell_reports(headings, faces[face]))
    }
    heads = {one.start for face in titles for one in faces[face]}
    sections = (
        face for face in faces if face not in titles and _hold(headings, faces[face], heads)
    )
    return _Levels(frozenset(titles), frozenset(sections), often=above[main] >= FEWEST_TITLES)


def _is_above_text(headings: Headings, display: _Display) -> bool:
    """Whether a text follows, or the address of a letter, and no short line."""
    return headings.is_text(display.stop) or headings.text(display.stop).endswith(("：", ":"))


def _tell_reports(headings: Headings, displays: Sequence[_Display]) -> bool:
    """Whether the texts below begin as reports do, and no number divides a text."""
    begun = sum(
        begins_report(headings.text(one.stop)) and not enumerator(headings.text(one.start))
        for one in displays
    )
    return begun * 2 > len(displays)


def _hold(headings: Headings, displays: Sequence[_Display], heads: set[int]) -> bool:
    """Whether most of these stand directly above a title, and are short as names are."""
    names = median(len(headings.text(one.start)) for one in displays)
    above = sum(one.stop in heads for one in displays)
    return above * 2 > len(displays) and names <= LONGEST_SECTION


def _settle(headings: Headings, displays: Sequence[_Display], levels: _Levels) -> None:
    """Go through the issue, knowing in each section which face its titles have."""
    starts = {display.start: display for display in displays}
    current: Face | None = None  # of the titles, once a section has one
    sectioned = False
    at = 0
    while at < len(headings.paragraphs):
        display = starts.get(at)
        if display is None:
            if current and levels.often:
                _settle_plain(headings, at, above_title=at + 1 in starts)
            at += 1
            continue
        expected = display.face if sectioned and current is None else current
        below = starts.get(display.stop)
        role = _role(headings, display, levels, expected)
        if role is Role.TEXT and below and _is_kicker(headings, display, below, levels):
            role = Role.TITLE
        elif role is Role.SECTION:
            current, sectioned = None, True
        elif role is Role.TITLE:
            current = current or display.face
        _settle_lines(headings, display, role, levels)
        at = display.stop


def _role(headings: Headings, display: _Display, levels: _Levels, expected: Face | None) -> Role:
    """What a display is where titles have the expected face, or that of the whole issue."""
    title = "".join(headings.text(at) for at in range(display.start, display.stop))
    if display.face in levels.sections:
        return Role.SECTION
    is_title = display.face in levels.titles or display.face == expected
    return Role.TITLE if is_title or headings.contents.names(title) else Role.TEXT


def _is_kicker(headings: Headings, display: _Display, below: _Display, levels: _Levels) -> bool:
    """Whether a smaller line directly above a title belongs to it."""
    smaller = below.face in levels.titles and below.face.is_larger(display.face)
    return smaller and display.start > 0 and not enumerator(headings.text(display.start))


def _settle_lines(headings: Headings, display: _Display, role: Role, levels: _Levels) -> None:
    """Settle the lines of a display; a first line that names a section is one."""
    for at in range(display.start, display.stop):
        is_name = _names_section(headings.text(at))
        first = at == display.start < display.stop - 1
        if at in headings.rules:
            continue
        if role is Role.TITLE and first and is_name and not levels.sections:
            headings.settle(at, Role.SECTION, BY_FACE)
        else:
            headings.settle(at, role, WITHIN if role is Role.TEXT else BY_FACE)


def _settle_plain(headings: Headings, at: int, above_title: bool) -> None:
    """A short line of the body's face is no title, but perhaps a section."""
    if at not in headings.open or headings.contents.names(headings.text(at)):
        return
    if above_title and _names_section(headings.text(at)):
        headings.settle(at, Role.SECTION, ABOVE_TITLE)
    elif not (above_title and enumerator(headings.text(at))):
        headings.settle(at, Role.TEXT, PLAIN)


def _names_section(text: str) -> bool:
    """Whether a line is short and of the usual words: 简讯, 学会之窗."""
    name = squeezed(text)
    return len(name) <= SHORT_SECTION and name.endswith(tuple(words("sections")))
