"""Where the words of a question stand in a text, as ranges of the printed text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.analysis.normalise import normalise
from indexer.analysis.units import INSIDE, JOINING


@dataclass(frozen=True, slots=True)
class _Needle:
    """A string to be found; whether the signs at its ends may be inside a number or Latin word."""

    text: str
    which: int
    joins_before: bool
    joins_behind: bool


def find_matches(text: str, needles: Iterable[str]) -> tuple[tuple[int, int, int], ...]:
    """All places of some normal strings in a text as (start, stop, which needle), in order.

    Ranges are those of the printed text: 12月21日 is found as ``12 月 21 日``. Where two needles
    overlap the longer one wins. A needle does not match inside a longer number or Latin word.
    """
    normal = normalise(text)
    taken = bytearray(len(normal.text))
    found = []
    for needle in _longest_first(tuple(needles)):
        length = len(needle.text)
        for start in _places(normal.text, needle, taken):
            stop = start + length
            taken[start:stop] = b"\1" * length
            found.append((*normal.printed(start, stop), needle.which))
    return tuple(sorted(found))


@lru_cache(maxsize=256)
def _longest_first(needles: tuple[str, ...]) -> tuple[_Needle, ...]:
    """The needles that can be found at all; the same ones are looked for in many texts."""
    ordered = sorted(enumerate(needles), key=lambda pair: -len(pair[1]))
    return tuple(
        _Needle(text, which, bool(JOINING.match(text[0])), bool(JOINING.match(text[-1])))
        for which, text in ordered
        if text and " " not in (text[0], text[-1])
    )


def _places(text: str, needle: _Needle, taken: bytearray) -> Iterator[int]:
    """The places of a needle between whole characters where no sign is taken, each in turn."""
    wanted, before, behind = needle.text, needle.joins_before, needle.joins_behind
    at = text.find(wanted)
    while at >= 0:
        stop = at + len(wanted)
        onward = at + 1
        if before and (inside := INSIDE.match(text, at)):
            onward = inside.end()
        elif (other := taken.rfind(1, at, stop)) >= 0:
            onward = other + 1
        elif not (behind and INSIDE.match(text, stop)):
            yield at
            onward = stop
        at = text.find(wanted, onward)
