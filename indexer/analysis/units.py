"""Units that nobody may cut: dates, numbers with their measure word; and single characters."""

import re
from collections.abc import Iterator

# A pattern that begins with a class of signs is tried at these signs alone. So what may not stand
# before a number is looked for behind its first digit.
_NOT_LATIN = r"\u2e80-\u9fff\uf900-\uffff\U00020000-\U0003ffff"
_LATIN = rf"[^\W\d_{_NOT_LATIN}]"
# Characters of an exact phrase longer than one sign: a whole number, a whole Latin word.
_LONG = re.compile(rf"([^\W_{_NOT_LATIN}](?:(?<=[0-9])[0-9]*(?:\.[0-9]+)*|(?<!\d){_LATIN}*|))")
# The signs of these, and the rest of one from any place inside it.
JOINING = re.compile(rf"[0-9.]|{_LATIN}")
INSIDE = re.compile(rf"(?<=[0-9])\.?[0-9]+|(?<=[0-9]\.)[0-9]+|(?<={_LATIN}){_LATIN}+")

# 2023年12月21日  12月21日  2023年12月  2023年  12月  21日, none of them inside a longer number
_DATE = (
    r"(?<![0-9.].)(?:[0-9]{3}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
    r"|[0-9]?月(?:[0-9]{1,2}日)?|[0-9]?日)"
)
# 2.5万人次  320余名  20多位  1751家; not the number in 400g, covid19 or 1.2.3
_MEASURES = r"人次|[人名位个项家场篇次期届年天元件条份册台本只幅米吨亩]"
_COUNT = (
    rf"(?<![a-z0-9.].)[0-9]*(?:\.[0-9]+)?(?!\.?[0-9a-z])[多余]?[百千万亿]*[多余]?(?:{_MEASURES})?"
)
_UNIT = re.compile(rf"([0-9](?:{_DATE}|{_COUNT}))")
_DATE_PARTS = re.compile(r"([0-9]{4}年)?([0-9]{1,2}月)?([0-9]{1,2}日)?$")
_NUMBER = re.compile(r"[0-9.]+")


def split(normal: str) -> list[str]:
    """A text with every second part a unit: 于12月21日举办 -> 于, 12月21日, 举办."""
    return _UNIT.split(normal)


def characters(normal: str) -> list[str]:
    """The characters of a text in a row: covid19 与 -> covid, 19, 与."""
    found: list[str] = []
    for at, part in enumerate(_LONG.split(normal)):
        if at % 2:
            found.append(part)
        else:
            found += part.replace(" ", "")
    return found


def is_unit(word: str) -> bool:
    """Whether a word is one unit."""
    return bool(_UNIT.fullmatch(word))


def pieces(unit: str) -> Iterator[str]:
    """The smaller units inside one: 2023年12月21日 -> 12月21日, 2023年12月 ...; 320余名 -> 320."""
    date = _DATE_PARTS.match(unit)
    if date is None:
        number = _NUMBER.match(unit)
        if number and number.end() < len(unit):
            yield number.group()
        return
    year, month, day = (part or "" for part in date.groups())
    whole = {unit}
    for part in (month + day, year + month, year, month):
        if part and part not in whole:
            whole.add(part)
            yield part
