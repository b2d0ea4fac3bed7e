"""Words of the archive that sound or are written like a word it does not have."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.analysis.sound import syllables

SHORTEST, LONGEST = 2, 12
_ONE_OFF_FROM = 3  # signs; a shorter word has too many neighbours that mean something else
# Pairs that many speakers, and so many typists, do not tell apart.
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """A word of the archive; a smaller ``distance`` is closer: the same sound, one sign off."""

    distance: int
    rarity: int
    word: str

    @property
    def articles(self) -> int:
        """How many articles hold the word."""
        return -self.rarity


class _Sounds:
    """The words of one length by how they sound, exactly and nearly."""

    def __init__(self, words: Iterable[str]) -> None:
        self.same: dict[str, list[str]] = defaultdict(list)
        self.alike: dict[str, list[str]] = defaultdict(list)
        for word in words:
            sound = _sound(word)
            self.same[sound].append(word)
            self.alike[_blurred(sound)].append(word)


class Spelling:
    """Words in normal form with their number of articles, found by sound and by look.

    How words sound is worked out for the lengths that are asked for. Safe under threads: at worst
    two of them work out the same.
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        self._articles = {
            word: articles
            for word, articles in words.items()
            if articles and SHORTEST <= len(word) <= LONGEST and word.isalpha()
        }
        self._lengths: dict[int, list[str]] = defaultdict(list)
        for word in self._articles:
            self._lengths[len(word)].append(word)
        self._sounds: dict[int, _Sounds] = {}

    def articles(self, word: str) -> int:
        """How many articles hold a word, as far as it is among those that can be offered."""
        return self._articles.get(word, 0)

    def near(self, word: str) -> tuple[Correction, ...]:
        """The closest words, all at one distance, most articles first.

        The same sound comes before a similar sound, and that before one other sign. Letters may
        be a sound (kepu -> 科普) or a word with one letter wrong, missing or too many.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        sound, tables = _sound(word), self._tables(word)
        same = {other for table in tables for other in table.same.get(sound, ())} - {word}
        if same:
            return self._corrections(0, same)
        blurred = _blurred(sound)
        alike = {other for table in tables for other in table.alike.get(blurred, ())} - {word}
        return self._corrections(1, alike) if alike else self._corrections(2, self._looking(word))

    def _tables(self, word: str) -> list[_Sounds]:
        """The words that have as many signs, or all of them where letters were typed."""
        lengths = list(self._lengths) if word.isascii() else [len(word)]
        for length in lengths:
            if length not in self._sounds:
                self._sounds[length] = _Sounds(self._lengths.get(length, ()))
        return [self._sounds[length] for length in lengths]

    def _corrections(self, distance: int, words: Iterable[str]) -> tuple[Correction, ...]:
        return tuple(sorted(Correction(distance, -self._articles[one], one) for one in words))

    def _looking(self, word: str) -> list[str]:
        if len(word) < _ONE_OFF_FROM:
            return []
        if not word.isascii():
            return _one_sign_off(word, self._lengths.get(len(word), ()))
        lengths = range(len(word) - 1, len(word) + 2)
        near = (other for length in lengths for other in self._lengths.get(length, ()))
        return [other for other in near if other.isascii() and one_edit(word, other)]


def one_edit(left: str, right: str) -> bool:
    """Whether one letter more, less, other, or two exchanged turn one word into the other."""
    short, long = sorted((left, right), key=len)
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    rest, other = short[same:], long[same:]
    if len(short) < len(long):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])


def _one_sign_off(word: str, others: Iterable[str]) -> list[str]:
    """Words of the same length that differ in one place; one half of them is then the same."""
    half = len(word) // 2
    front, back = word[:half], word[half:]
    near = (other for other in others if other[:half] == front or other[half:] == back)
    return [other for other in near if sum(a != b for a, b in zip(word, other, strict=True)) == 1]


def _sound(word: str) -> str:
    return "".join(syllables(word))


def _blurred(sound: str) -> str:
    """A sound in which similar ones are the same: zheng -> zen."""
    for written, blurred in _ALIKE:
        sound = sound.replace(written, blurred)
    return sound
