"""Where the marks of an article stand on a page as it was printed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile

from indexer.analysis.normalise import normalise
from indexer.models import PageBox, PageLetters
from indexer.search.spots import AROUND, Spot

# A word that stands on the page several times must have so many of its neighbours beside it.
_LEAST = 2
# More than a page has, unless it was made to cost time.
_MOST_SPOTS, _MOST_PLACES = 300, 1000
# Letters of one line may be so far apart, in heights of the line: a title is often set wide.
_GAP = 3.0


def locate(spots: Iterable[Spot], letters: PageLetters) -> tuple[tuple[PageBox, ...], ...]:
    """The boxes of each mark, one for each line it stands on; none for one that is not found.

    Of more marks than a page can have only the first ones are looked for.
    """
    normal = normalise(letters.text)
    taken: list[int] = []
    found: list[tuple[PageBox, ...]] = []
    for number, spot in enumerate(spots):
        at = _place(normal.text, spot, taken) if number < _MOST_SPOTS else None
        if at is None:
            found.append(())
        else:
            taken.append(at)
            start, stop = normal.printed(at, at + len(spot.text))
            found.append(tuple(_lines(letters.boxes[start:stop])))
    return tuple(found)


def _place(page: str, spot: Spot, taken: Sequence[int]) -> int | None:
    """The place of a mark among those of its word: the one with most of the same neighbours."""
    best, most, places = None, -1, 0
    for at in islice(_places(page, spot.text, taken[-1] if taken else 0), _MOST_PLACES):
        places += 1
        if at in taken:
            continue
        shared = _shared(page, at, spot)
        if shared == len(spot.before) + len(spot.after):
            return at
        if shared > most:
            best, most = at, shared
    return best if most >= _LEAST or places == 1 else None


def _places(page: str, text: str, start: int) -> Iterator[int]:
    """Where a text stands, from some place on and then before it: marks mostly come in order."""
    return chain(_between(page, text, start, len(page)), _between(page, text, 0, start))


def _between(page: str, text: str, start: int, stop: int) -> Iterator[int]:
    at = page.find(text, start) if text else -1
    while 0 <= at < stop:
        yield at
        at = page.find(text, at + 1)


def _shared(page: str, at: int, spot: Spot) -> int:
    """How many neighbours on both sides are the same."""
    stop = at + len(spot.text)
    before = page[max(0, at - AROUND) : at]
    return _alike(reversed(before), reversed(spot.before)) + _alike(
        page[stop : stop + AROUND], spot.after
    )


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many signs two texts have alike from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _lines(boxes: Iterable[PageBox]) -> Iterator[PageBox]:
    """One box for the letters of each line; nothing for what cannot be seen."""
    line: PageBox | None = None
    for box in boxes:
        if box.left >= box.right or box.top >= box.bottom:
            continue
        if line is not None and _goes_on(line, box):
            line = _around(line, box)
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _goes_on(line: PageBox, box: PageBox) -> bool:
    """Whether a letter stands on a line, behind what stands there."""
    height = min(line.bottom - line.top, box.bottom - box.top)
    level = min(line.bottom, box.bottom) - max(line.top, box.top)
    return level * 2 > height and line.left <= box.left <= line.right + _GAP * height


def _around(one: PageBox, other: PageBox) -> PageBox:
    return PageBox(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
