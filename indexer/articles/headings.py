"""The paragraphs of an issue with their roles: section heading, line of a title, or text.

A Headings is filled by rules one after another: first what is marked, then what is numbered,
then the runs of short lines that are left.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from statistics import median

from indexer.articles.contents import Contents
from indexer.articles.paragraphs import enumerator, may_be_title
from indexer.articles.trailers import is_trailer
from indexer.models import Paragraph


class Role(Enum):
    """What a paragraph is to the articles around it."""

    SECTION = auto()
    TITLE = auto()
    TEXT = auto()


@dataclass(slots=True)
class Headings:
    """Paragraphs and their roles; ``open`` are the short lines whose role is not settled yet.

    ``rules`` say of settled lines what settled them.
    """

    paragraphs: Sequence[Paragraph]
    contents: Contents
    sections: frozenset[str]
    roles: list[Role] = field(init=False)
    open: set[int] = field(init=False)
    rules: dict[int, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.roles = [Role.TEXT] * len(self.paragraphs)
        self.open = {
            at
            for at, paragraph in enumerate(self.paragraphs)
            if _is_short(paragraph) or self.contents.names(paragraph.text)
        }

    def text(self, at: int) -> str:
        """The text of one paragraph; empty before the first and beyond the last."""
        return self.paragraphs[at].text if 0 <= at < len(self.paragraphs) else ""

    def is_heading(self, at: int) -> bool:
        """Whether a paragraph is, or still may be, a heading of some kind."""
        return at in self.open or (0 <= at < len(self.roles) and self.roles[at] is not Role.TEXT)

    def is_text(self, at: int) -> bool:
        """Whether a paragraph of text stands there."""
        return 0 <= at < len(self.roles) and not self.is_heading(at)

    def gap(self, at: int) -> int:
        """The empty lines before a paragraph."""
        return self.paragraphs[at].lines[0].blanks if at < len(self.paragraphs) else 0

    def inner_gap(self) -> int:
        """The empty lines that usually stand between the lines of one paragraph."""
        gaps = [line.blanks for paragraph in self.paragraphs for line in paragraph.lines[1:]]
        return int(median(gaps)) if gaps else 0

    def settle(self, at: int, role: Role, rule: str = "") -> None:
        """Decide what a paragraph is; ``rule`` says why, in words for those who check."""
        self.roles[at] = role
        self.rules[at] = rule
        self.open.discard(at)


def _is_short(paragraph: Paragraph) -> bool:
    """Whether a paragraph could be a heading by its words alone."""
    text = paragraph.text
    mark = enumerator(text)
    plain = text[mark[1] :].strip() if mark else text
    return may_be_title(plain) and not is_trailer(text)
