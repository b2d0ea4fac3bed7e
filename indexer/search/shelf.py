"""Things of one kind to be suggested, found by what they are called and how they sound."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

Syllables = tuple[str, ...]

# How something was found, best first.
BEGINS, HOLDS, SOUNDS, INITIALS, MIXED, SOUNDS_WITHIN, INITIALS_WITHIN = range(7)
# Places that are looked at; a long archive has thousands for a single letter.
_MOST_TRIES = 500
_LETTERS = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to be suggested: ``name`` in normal form leads to ``text``."""

    text: str
    name: str
    articles: int
    syllables: Syllables


class Lines:
    """One string a thing, in one long text that is searched at once."""

    def __init__(self, lines: Iterable[str]) -> None:
        lines = list(lines)
        self._text = "\n" + "\n".join(lines)
        self._starts: list[int] = []
        at = 1
        for line in lines:
            self._starts.append(at)
            at += len(line) + 1

    def beginning(self, text: str) -> Iterator[int]:
        """The numbers of the lines that begin so."""
        for at in self._places("\n" + text):
            yield bisect_right(self._starts, at + 1) - 1

    def holding(self, text: str) -> Iterator[tuple[int, int]]:
        """(number of the line, offset in it) wherever a text stands."""
        for at in self._places(text):
            number = bisect_right(self._starts, at) - 1
            yield number, at - self._starts[number]

    def _places(self, text: str) -> Iterator[int]:
        at = self._text.find(text)
        while at >= 0:
            yield at
            at = self._text.find(text, at + 1)


class Shelf:
    """Things of one kind, those with most articles first, so that the first found are the best."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._things = sorted(things, key=lambda thing: (-thing.articles, thing.name))
        self._names = Lines(thing.name for thing in self._things)
        self._sounds = Lines("".join(thing.syllables) for thing in self._things)
        self._initials = Lines(_initials(thing.syllables) for thing in self._things)

    def find(self, typed: str, most: int) -> list[tuple[int, Thing]]:
        """Up to ``most`` different things a normal text may mean, with how each was found."""
        found: dict[str, tuple[int, Thing]] = {}
        for how, numbers in self._ways(typed):
            for tries, number in enumerate(numbers):
                thing = self._things[number]
                found.setdefault(thing.text, (how, thing))
                if len(found) >= most or tries >= _MOST_TRIES:
                    break
            if len(found) >= most:
                break
        return list(found.values())

    def _ways(self, typed: str) -> Iterator[tuple[int, Iterator[int]]]:
        yield BEGINS, self._names.beginning(typed)
        yield HOLDS, (number for number, _ in self._names.holding(typed))
        if _LETTERS.fullmatch(typed):
            yield SOUNDS, self._sounds.beginning(typed)
            yield INITIALS, self._initials.beginning(typed)
            yield MIXED, self._spelled(typed)
            yield SOUNDS_WITHIN, self._within(typed)
            yield INITIALS_WITHIN, (number for number, _ in self._initials.holding(typed))
        elif _LETTERS.search(typed):
            yield MIXED, self._mixed(typed)

    def _spelled(self, typed: str) -> Iterator[int]:
        """Those that begin as typed, some syllables spelled out, some by their initial: shanjx."""
        for number in islice(self._initials.beginning(typed[0]), _MOST_TRIES):
            thing = self._things[number]
            if _reads(typed, thing.name, thing.syllables):
                yield number

    def _within(self, typed: str) -> Iterator[int]:
        """Those that sound so from the beginning of some syllable on."""
        for number, offset in islice(self._sounds.holding(typed), _MOST_TRIES):
            at = 0
            for syllable in self._things[number].syllables:
                if at >= offset:
                    break
                at += len(syllable)
            if at == offset:
                yield number

    def _mixed(self, typed: str) -> Iterator[int]:
        """Those that hold the characters typed and sound like the letters: 北京kx, bj科协."""
        written = next(filter(None, _LETTERS.split(typed)))
        letters = typed.index(written)  # each of them stands for one character or for a part
        for number, offset in islice(self._names.holding(written), _MOST_TRIES):
            thing = self._things[number]
            starts = range(max(0, offset - letters), offset + 1 if not letters else offset)
            if any(_reads(typed, thing.name[at:], thing.syllables[at:]) for at in starts):
                yield number


def _initials(syllables: Syllables) -> str:
    """The initials of syllables: bei jing shi -> bjs."""
    return "".join(syllable[0] for syllable in syllables)


def _reads(typed: str, name: str, syllables: Syllables) -> bool:
    """Whether a name begins as typed, each character written, spelled out or by its initial."""
    if not typed:
        return True
    if not name:
        return False
    sound = syllables[0]
    if typed[0] in (name[0], sound[0]) and _reads(typed[1:], name[1:], syllables[1:]):
        return True
    if sound.startswith(typed):
        return True
    rest = typed[len(sound) :]
    return len(sound) > 1 and typed.startswith(sound) and _reads(rest, name[1:], syllables[1:])
