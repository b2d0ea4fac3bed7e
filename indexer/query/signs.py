"""A typed text -> its signs: words, phrases, fields, brackets and operators."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from indexer.query.fields import FIELDS, looks_like_field, named
from indexer.query.notices import OPEN_QUOTE, Notices, lone_sign, unknown_field


class Kind(StrEnum):
    """What a sign is."""

    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "open"
    CLOSE = "close"
    AND = "and"
    OR = "or"
    NOT = "not"
    NEAR = "near"


LEAVES = frozenset({Kind.WORD, Kind.PHRASE})
OPERANDS = LEAVES | {Kind.FIELD, Kind.OPEN, Kind.NOT}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign as typed; ``field`` is what a FIELD sign names, the sign behind it is its value."""

    kind: Kind
    text: str
    field: str = ""


_TOKEN = re.compile(
    r"""["“”＂] (?P<quoted>[^"“”＂]*) (?P<quoted_end>["“”＂]?)
      | 「 (?P<corner>[^」]*) (?P<corner_end>」?)
      | 『 (?P<white>[^』]*) (?P<white_end>』?)
      | (?P<open>[(（]) | (?P<close>[)）])
      | (?P<not>(?:^|(?<=[\s(（]))[-－](?=\S))
      | (?P<or>[|｜]+)
      | (?P<word>(?: (?<=[:：])[\[［][^\]］"“”＂]*[\]］] | [^\s"“”＂「『()（）|｜] )+)
    """,
    re.VERBOSE,
)
# 12 月 21 日 -> 12月21日; 2.5 万人次 -> 2.5万人次; 2023 年会 and 2023年 100场 stay two words
_BLANK_IN_UNIT = re.compile(
    r"(?<=[0-9０-９])\s+(?=[年月日号万亿](?![会刊报鉴]))"
    r"|(?<=[年月])\s+(?=[0-9０-９]{1,2}\s*[月日号])"
)
_WORDS = {Kind.AND: "AND 且 与", Kind.OR: "OR 或", Kind.NOT: "NOT 非", Kind.NEAR: "NEAR"}
_OPERATORS = {word: kind for kind, words in _WORDS.items() for word in words.split()}


def read_signs(text: str, notices: Notices) -> list[Sign]:
    """The signs of a text; punctuation alone between words is left out, and that is said."""
    text = _BLANK_IN_UNIT.sub("", text)
    signs = [sign for match in _TOKEN.finditer(text) for sign in _read(match, notices)]
    return _without_empty_fields(_without_lone(signs, notices))


def _read(match: re.Match[str], notices: Notices) -> Iterator[Sign]:
    """The signs of one token; none for an empty phrase."""
    kind = match.lastgroup or ""
    if kind.endswith("_end"):
        if not match[kind]:
            notices.say(OPEN_QUOTE)
        if phrase := match[kind.removesuffix("_end")].strip():
            yield Sign(Kind.PHRASE, phrase)
    elif kind == "word":
        behind = match.string[match.end() : match.end() + 1]
        yield from _word(match.group(), behind.strip(), notices)
    else:
        yield Sign(Kind(kind), match.group())


def _word(text: str, behind: str, notices: Notices) -> Iterator[Sign]:
    """An operator, a word, or a field and its value: 标题:科普 -> 标题:, 科普."""
    folded = unicodedata.normalize("NFKC", text)
    operator = Kind.NEAR if folded.startswith("NEAR/") else _OPERATORS.get(folded)
    field = named(text)
    if operator is not None:
        yield Sign(operator, text)
    elif field is None:
        yield Sign(Kind.WORD, text)
    elif field[0] in FIELDS:
        yield Sign(Kind.FIELD, text.removesuffix(field[1]), FIELDS[field[0]])
        if field[1]:
            yield Sign(Kind.WORD, field[1])
    else:
        if looks_like_field(field[0], field[1] or behind):
            notices.say(unknown_field(field[0], text))
        yield Sign(Kind.WORD, text)


def _without_lone(signs: list[Sign], notices: Notices) -> list[Sign]:
    """The signs without words that hold no letter, number or character, if there are others."""
    lone = [at for at, sign in enumerate(signs) if _is_lone(sign) and not _is_value(signs, at)]
    if len(lone) == sum(sign.kind in LEAVES for sign in signs):
        return signs
    for at in lone:
        notices.say(lone_sign(signs[at].text))
    return [sign for at, sign in enumerate(signs) if at not in lone]


def _is_lone(sign: Sign) -> bool:
    return sign.kind is Kind.WORD and not any(map(str.isalnum, sign.text))


def _is_value(signs: list[Sign], at: int) -> bool:
    return at > 0 and signs[at - 1].kind is Kind.FIELD


def _without_empty_fields(signs: list[Sign]) -> list[Sign]:
    """The signs with each field that no value follows as a word: 标题： -> the word 标题：."""
    values = LEAVES | {Kind.OPEN}
    following = [*(sign.kind for sign in signs), Kind.CLOSE][1:]
    return [
        Sign(Kind.WORD, sign.text) if sign.kind is Kind.FIELD and after not in values else sign
        for sign, after in zip(signs, following, strict=True)
    ]
