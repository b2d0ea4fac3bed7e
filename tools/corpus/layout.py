"""An issue set on pages: which line stands on which page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from tools.corpus.issue import Article, Issue
from tools.corpus.lines import broken

BODY_SIZE = 16
WIDTH = 28 * BODY_SIZE
_HEIGHT = 650
_MASTHEAD_HEIGHT = 190
_INDENT = 2

Measure = Callable[[str, float], float]


class Kind(StrEnum):
    """What a line is; it decides on size, weight and place."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    CONTENTS = "contents"
    RIGHT = "right"
    COLOPHON = "colophon"


SIZES = {
    Kind.BODY: BODY_SIZE,
    Kind.TITLE: 20,
    Kind.SUBTITLE: BODY_SIZE,
    Kind.SECTION: 17,
    Kind.CONTENTS: 14,
    Kind.RIGHT: BODY_SIZE,
    Kind.COLOPHON: 13,
}
_LEADING = {kind: size * 1.72 for kind, size in SIZES.items()} | {Kind.TITLE: 31}


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; ``shift`` moves it to the right, ``space`` is left free above it.

    ``article`` is the number of the article whose title begins here.
    """

    kind: Kind
    text: str
    shift: float = 0
    space: float = 0
    article: int | None = None

    @property
    def height(self) -> float:
        """What the line takes of a page."""
        return _LEADING[self.kind] + self.space


Block = list[Line]
Page = list[Line]


def pages(issue: Issue, measure: Measure) -> list[Page]:
    """The lines of each page; a table of contents is told the pages found without their numbers."""
    found = _filled(list(_blocks(issue, measure, [1] * len(issue.articles))))
    if not issue.look.contents:
        return found
    return _filled(list(_blocks(issue, measure, first_pages(found))))


def first_pages(pages: list[Page]) -> list[int]:
    """The page on which each article begins, from 1."""
    return [
        number for number, page in enumerate(pages, 1) for line in page if line.article is not None
    ]


def _filled(blocks: list[Block]) -> list[Page]:
    """The blocks on pages, none of them divided."""
    result: list[Page] = [[]]
    room: float = _HEIGHT - _MASTHEAD_HEIGHT
    for block in blocks:
        height = sum(line.height for line in block)
        if height > room:
            result.append([])
            room = _HEIGHT
        result[-1] += block
        room -= height
    return result


def _blocks(issue: Issue, measure: Measure, numbers: list[int]) -> Iterator[Block]:
    """What must stay together: a heading with the first lines below it, and each other line."""
    if issue.look.contents:
        yield _contents(issue, measure, numbers)
    above = None
    for number, article in enumerate(issue.articles):
        heading = _heading(issue, article, number, is_new_section=article.section != above)
        lines = list(_text(issue, article, measure))
        yield [*heading, *lines[:2]]
        yield from ([line] for line in lines[2:])
        above = article.section
    yield [
        Line(Kind.COLOPHON, text, space=0 if number else 24)
        for number, text in enumerate(issue.look.colophon)
    ]


def _heading(issue: Issue, article: Article, number: int, is_new_section: bool) -> Block:
    lines = []
    if is_new_section:
        lines.append(Line(Kind.SECTION, issue.look.section.format(article.section), space=14))
    for place, text in enumerate(article.title):
        kind = Kind.SUBTITLE if text.startswith("——") else Kind.TITLE
        begins = number if place == 0 else None
        lines.append(Line(kind, text, space=0 if place else 12, article=begins))
    return lines


def _text(issue: Issue, article: Article, measure: Measure) -> Iterator[Line]:
    """The lines of body, trailer and signature."""
    for place, paragraph in enumerate(article.body):
        is_salutation = not place and paragraph.endswith("：")
        lines = _paragraph(issue, paragraph, measure, 0 if is_salutation else _INDENT)
        first = next(lines)
        yield first if place else replace(first, space=8)
        yield from lines
    for text in (article.trailer, *article.signature):
        if text:
            yield Line(Kind.RIGHT, text)


def _paragraph(issue: Issue, text: str, measure: Measure, indent: int) -> Iterator[Line]:
    """The lines of a paragraph, the first set in by so many characters."""
    shift = indent * BODY_SIZE
    lines = broken(text, WIDTH, WIDTH - shift, lambda piece: measure(piece, BODY_SIZE))
    if issue.look.typed_indent:
        yield Line(Kind.BODY, "　" * indent + lines[0])
    else:
        yield Line(Kind.BODY, lines[0], shift)
    yield from (Line(Kind.BODY, line) for line in lines[1:])


def _contents(issue: Issue, measure: Measure, numbers: list[int]) -> Block:
    """The table of contents: a title, dots, and the page it begins on."""
    lines = [Line(Kind.SUBTITLE, issue.look.contents, space=6)]
    above = None
    size = SIZES[Kind.CONTENTS]
    for article, number in zip(issue.articles, numbers, strict=True):
        if article.section != above:
            lines.append(Line(Kind.CONTENTS, issue.look.section.format(article.section)))
        above = article.section
        title = "".join(article.title)
        free = WIDTH - measure(f"{title}{number}", size)
        lines.append(Line(Kind.CONTENTS, f"{title}{'…' * int(free / measure('…', size))}{number}"))
    return lines
