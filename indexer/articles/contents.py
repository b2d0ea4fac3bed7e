"""The table of contents: no article, but the best witness of titles and sections."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from indexer.articles.marks import is_contents_head, section_mark
from indexer.articles.paragraphs import enumerator, squeezed
from indexer.models import Paragraph

SEARCHED = 4  # paragraphs among which the table begins
FEWEST_ROWS = 2  # rows that make a table of contents without a heading
LONGEST_CONTENTS = 120
MOST_ABOVE = 2  # headings between the last row with its page and the first title
LONGEST_ROW = 160

# 市科协召开会议………………3, 市科协召开会议  (3), 市科协召开会议 / 3
_LEADER = re.compile(
    r"\s*(?:[.…·．。—_-]{2,}|\s{2,}|[\u3000\t/]+)[\s.…·．—_-]*[(（]?\d{1,3}[)）]?$|\s*[(（]\d{1,3}[)）]$"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table stands, and its rows without numbers and blanks (an empty one is false)."""

    start: int = 0
    stop: int = 0
    rows: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.stop > self.start

    def names(self, title: str) -> bool:
        """Whether the table has a row with this title."""
        return plain(title) in self.rows

    def begins(self, line: str) -> bool:
        """Whether a row of the table begins with this line, the first of a title perhaps."""
        start = plain(line)
        return bool(start) and any(row.startswith(start) for row in self.rows)


def read_contents(paragraphs: Sequence[Paragraph]) -> Contents:
    """The table of contents at the beginning of the paragraphs, or an empty one.

    It ends where its first row comes again, now as a heading.
    """
    head = _head(paragraphs)
    if head is None:
        return Contents()
    first = head + 1 if is_contents_head(paragraphs[head].text) else head
    stop = _end(paragraphs, first)
    rows = _rows([paragraph.text for paragraph in paragraphs[first:stop]])
    return Contents(head, stop, frozenset(plain(row) for row in rows))


def plain(title: str) -> str:
    """A title to be compared: without number, bullet, leader, page and blanks."""
    text = _LEADER.sub("", title.strip()) if len(title) <= LONGEST_ROW else title
    mark = enumerator(text)
    return squeezed(section_mark(text) or (text[mark[1] :] if mark else text))


def has_leader(text: str) -> bool:
    """Whether a line ends with dots or blanks and a page number."""
    return len(text) <= LONGEST_ROW and bool(_LEADER.search(text))


def _head(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the table begins: at its heading, or at the first of several rows with leaders."""
    for at in range(min(SEARCHED, len(paragraphs))):
        if is_contents_head(paragraphs[at].text):
            return at
        rows = [has_leader(paragraph.text) for paragraph in paragraphs[at : at + SEARCHED]]
        if (rows[0] or section_mark(paragraphs[at].text)) and sum(rows) >= FEWEST_ROWS:
            return at
    return None


def _end(paragraphs: Sequence[Paragraph], first: int) -> int:
    """The first paragraph behind the table."""
    texts = [plain(paragraph.text) for paragraph in paragraphs[first : first + LONGEST_CONTENTS]]
    if not texts:
        return first
    after_rows = max(
        (
            at
            for at, paragraph in enumerate(paragraphs[first : first + len(texts)])
            if has_leader(paragraph.text)
        ),
        default=0,
    )
    for at in range(1, len(texts)):
        if at > after_rows and texts[at] and (texts[at] == texts[0] or _begins(texts, at)):
            if after_rows and at - after_rows - 1 <= MOST_ABOVE:
                return first + after_rows + 1
            marked = takewhile(section_mark, _backwards(paragraphs, first, at))
            return first + at - sum(1 for _ in marked)
        if paragraphs[first + at].text.endswith("。"):
            return first + max(after_rows + 1, at)
    return first + after_rows + 1


def _backwards(paragraphs: Sequence[Paragraph], first: int, at: int) -> Iterator[str]:
    """The texts before a place of the table, the nearest first."""
    return (paragraph.text for paragraph in reversed(paragraphs[first : first + at]))


def _begins(texts: Sequence[str], at: int) -> bool:
    """Whether the lines from ``at`` on together are the table's first row, broken otherwise."""
    joined = ""
    for text in texts[at : at + 4]:
        joined += text
        if joined == texts[0]:
            return True
    return False


def _rows(texts: Sequence[str]) -> list[str]:
    """The rows; one without a page number counts alone and as the beginning of the next."""
    numbered = any(map(has_leader, texts))
    rows: list[str] = []
    broken = ""
    for text in texts:
        rows += [text, broken + text]
        broken = "" if not numbered or has_leader(text) or section_mark(text) else broken + text
    return rows
