"""How a text sounds, in pinyin without tones: 北京市科协 -> bei jing shi ke xie."""

from functools import cache, lru_cache
from importlib.resources import files

from pypinyin import phrases_dict as phrases
from pypinyin import pinyin_dict as characters
from pypinyin.contrib.tone_convert import to_normal

_LONGEST_PHRASE = 4
_LONGEST_SURNAME = 2


def syllables(text: str) -> tuple[str, ...]:
    """One reading for each sign of a text: 银行A座 -> yin, hang, a, zuo.

    Words that the dictionary of pronunciations knows are read as it says, other characters in
    their most common way; signs that are no Chinese characters stand for themselves.
    """
    found: list[str] = []
    while len(found) < len(text):
        at = len(found)
        found += _phrase(text, at) or (_character(text[at]),)
    return tuple(found)


def name_syllables(name: str) -> tuple[str, ...]:
    """The readings of a person's name, the surname read as a surname: 单霁翔 -> shan, ji, xiang."""
    for length in range(_LONGEST_SURNAME, 0, -1):
        reading = _surnames().get(name[:length])
        if reading and length < len(name):
            return (*reading, *syllables(name[length:]))
    return syllables(name)


def _phrase(text: str, at: int) -> tuple[str, ...]:
    """The reading of the longest known word at a place of a text, or nothing."""
    for length in range(min(_LONGEST_PHRASE, len(text) - at), 1, -1):
        word = text[at : at + length]
        if word in phrases.phrases_dict:
            return _known(word)
    return ()


@lru_cache(maxsize=65536)
def _known(word: str) -> tuple[str, ...]:
    return tuple(to_normal(readings[0]) for readings in phrases.phrases_dict[word])


@lru_cache(maxsize=65536)
def _character(sign: str) -> str:
    readings = characters.pinyin_dict.get(ord(sign))
    return to_normal(readings.split(",")[0]) if readings else sign.lower()


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """The surnames with a reading of their own."""
    text = files(__package__).joinpath("surname_readings.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {surname: tuple(reading) for surname, *reading in rows}
