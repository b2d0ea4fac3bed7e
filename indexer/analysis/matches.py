"""Where the words of a question stand in a text, as ranges of the printed text."""

from collections.abc import Iterable, Iterator

from indexer.analysis.normalise import normalise
from indexer.analysis.units import CHARACTER


def find_matches(text: str, needles: Iterable[str]) -> tuple[tuple[int, int, int], ...]:
    """All places of some normal strings in a text as (start, stop, which needle), in order.

    Ranges are those of the printed text: 12月21日 is found as ``12 月 21 日``. Where two needles
    overlap the longer one wins. A needle does not match inside a longer number or Latin word.
    """
    normal = normalise(text)
    characters = [match.span() for match in CHARACTER.finditer(normal.text)]
    starts, stops = {start for start, _ in characters}, {stop for _, stop in characters}
    taken = bytearray(len(normal.text))
    found = []
    for which, needle in sorted(enumerate(needles), key=lambda pair: -len(pair[1])):
        for start in _places(normal.text, needle):
            stop = start + len(needle)
            if start in starts and stop in stops and not any(taken[start:stop]):
                taken[start:stop] = b"\1" * len(needle)
                found.append((*normal.printed(start, stop), which))
    return tuple(sorted(found))


def _places(text: str, needle: str) -> Iterator[int]:
    """Every place of a needle, overlapping ones too."""
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)
