"""How a text sounds, in pinyin without tones: 北京市科协 -> bei jing shi ke xie."""

import json
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from indexer.analysis.shipped import shipped_data

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
        if word in _phrases():
            return _known(word)
    return ()


@lru_cache(maxsize=65536)
def _known(word: str) -> tuple[str, ...]:
    return tuple(_toneless(readings[0]) for readings in _phrases()[word])


@lru_cache(maxsize=65536)
def _character(sign: str) -> str:
    readings = _characters().get(str(ord(sign)))
    return _toneless(readings.split(",")[0]) if readings else sign.lower()


def _toneless(reading: str) -> str:
    """A reading as it is typed: lǚ -> lv, zhōng -> zhong."""
    parted = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The words that pypinyin knows, each with the readings of its characters: 旅行 -> lǚ, xíng."""
    known: dict[str, list[list[str]]] = json.loads(shipped_data("pypinyin", "phrases_dict.json"))
    return known


@cache
def _characters() -> dict[str, str]:
    """The readings of the character with a code, the most common one first: 34892 -> xíng,háng."""
    known: dict[str, str] = json.loads(shipped_data("pypinyin", "pinyin_dict.json"))
    return known


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """The surnames with a reading of their own."""
    text = files(__package__).joinpath("surname_readings.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {surname: tuple(reading) for surname, *reading in rows}
