"""The marks of an article on one of its pages, each with the characters that stand beside it.

The text of an article was taken from its pages, without furniture and blanks, and joined. So its
marks are known by their neighbours when they are looked for on the page as it was printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.analysis import normal_form
from indexer.models import ArticlePage, Passage

# Characters on each side that tell one place of a word from another.
AROUND = 16
# So many, with blanks and all, hold that many.
_MORE = 64


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark on a page, and what stands on its sides, in normal form and without any blank.

    ``number`` is that of the mark in the body, from 1; 0 in the title.
    """

    before: str
    text: str
    after: str
    number: int


@dataclass(frozen=True, slots=True)
class Spread:
    """An article over its pages: title and body as one text, and which part is on which page."""

    text: str
    parts: tuple[tuple[int, int, int], ...]  # page, start, stop
    marks: tuple[tuple[int, int, int], ...]  # number, start, stop

    def spots(self, page: int) -> tuple[Spot, ...]:
        """The marks on a page, or the parts that stand there of those that a page turn cuts."""
        return tuple(
            self._spot(number, max(start, first), min(stop, last))
            for number, start, stop in self.marks
            for part, first, last in self.parts
            if part == page and start < last and stop > first
        )

    def length(self, page: int) -> int:
        """How many signs the article has on a page."""
        return sum(stop - start for part, start, stop in self.parts if part == page)

    def first_page(self) -> int | None:
        """The page of the first mark; of the article, if there is none."""
        of_marks = (self._page(start) for _, start, _ in self.marks)
        pages = (page for page, _, _ in self.parts)
        return next(of_marks, None) or next(pages, None)

    def _page(self, offset: int) -> int | None:
        """The page of a character; of the part before it if none holds it."""
        before = [page for page, start, _ in self.parts if start <= offset]
        return before[-1] if before else None

    def _spot(self, number: int, start: int, stop: int) -> Spot:
        before = squeezed(self.text[max(0, start - _MORE) : start])
        after = squeezed(self.text[stop : stop + _MORE])
        return Spot(before[-AROUND:], squeezed(self.text[start:stop]), after[:AROUND], number)


def spread(article: ArticlePage, body: Passage) -> Spread:
    """An article with its marks over the pages that its body came from."""
    ahead = len(article.title) + 1
    title = [(0, mark.start, mark.stop) for mark in article.title_marks]
    places = (
        (paragraph.start + mark.start + ahead, paragraph.start + mark.stop + ahead)
        for paragraph in article.paragraphs
        for mark in paragraph.marks
    )
    marks = (*title, *((number, *place) for number, place in enumerate(places, 1)))
    parts = tuple(_parts(article, body, ahead))
    return Spread(f"{article.title}\n{body.text}", parts, marks)


def squeezed(text: str) -> str:
    """The normal form of a text without blanks and ends of lines: ``12 月\\n21 日`` -> 12月21日."""
    return "".join(normal_form(text).split())


def _parts(article: ArticlePage, body: Passage, ahead: int) -> Iterator[tuple[int, int, int]]:
    """(page, start, stop) of the title and of what each page has of the body."""
    if article.page is None:
        return
    yield article.page, 0, ahead - 1
    pages: dict[int, tuple[int, int]] = {}
    for run in body.runs:
        start = run.start + ahead
        first, _ = pages.get(run.page, (start, 0))
        pages[run.page] = first, start + run.length
    yield from ((page, start, stop) for page, (start, stop) in sorted(pages.items()))
