"""Where the words of a question stand in a text, as ranges of the printed text."""

from collections.abc import Iterable, Iterator

from indexer.analysis.normalise import normalise
from indexer.analysis.units import INSIDE, JOINING


def find_matches(text: str, needles: Iterable[str]) -> tuple[tuple[int, int, int], ...]:
    """All places of some normal strings in a text as (start, stop, which needle), in order.

    Ranges are those of the printed text: 12月21日 is found as ``12 月 21 日``. Where two needles
    overlap the longer one wins. A needle does not match inside a longer number or Latin word.
    """
    normal = normalise(text)
    taken = bytearray(len(normal.text))
    found = []
    for which, needle in sorted(enumerate(needles), key=lambda pair: -len(pair[1])):
        for start in _places(normal.text, needle, taken):
            stop = start + len(needle)
            taken[start:stop] = b"\1" * len(needle)
            found.append((*normal.printed(start, stop), which))
    return tuple(sorted(found))


def _places(text: str, needle: str, taken: bytearray) -> Iterator[int]:
    """The places of a needle between whole characters where no sign is taken, each in turn."""
    if not needle or " " in (needle[0], needle[-1]):
        return
    before, behind = (bool(JOINING.match(edge)) for edge in (needle[0], needle[-1]))
    at = text.find(needle)
    while at >= 0:
        stop = at + len(needle)
        onward = at + 1
        if before and (inside := INSIDE.match(text, at)):
            onward = inside.end()
        elif (other := taken.rfind(1, at, stop)) >= 0:
            onward = other + 1
        elif not (behind and INSIDE.match(text, stop)):
            yield at
            onward = stop
        at = text.find(needle, onward)
