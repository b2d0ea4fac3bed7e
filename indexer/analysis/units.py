"""Units that nobody may cut: dates, numbers with their measure word; and single characters."""

import re
from collections.abc import Iterator

# One character of an exact phrase: a whole number, a whole Latin word, a wall, any other sign.
_LATIN = r"[^\W\d_\u2e80-\u9fff\uf900-\uffff\U00020000-\U0003ffff]"
CHARACTER = re.compile(rf"[0-9]+(?:\.[0-9]+)*|{_LATIN}+|[^ ]|\n")

# 2023年12月21日  12月21日  2023年12月  2023年  12月  21日, none of them inside a longer number
_DATE = (
    r"(?<![0-9.])(?:[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}日)"
)
# 2.5万人次  320余名  20多位  1751家; not the number in 400g, covid19 or 1.2.3
_MEASURES = r"人次|[人名位个项家场篇次期届年天元件条份册台本只幅米吨亩]"
_COUNT = (
    rf"(?<![a-z0-9.])[0-9]+(?:\.[0-9]+)?(?!\.?[0-9a-z])[多余]?[百千万亿]*[多余]?(?:{_MEASURES})?"
)
UNIT = re.compile(rf"{_DATE}|{_COUNT}")
_DATE_PARTS = re.compile(r"([0-9]{4}年)?([0-9]{1,2}月)?([0-9]{1,2}日)?$")
_NUMBER = re.compile(r"[0-9.]+")


def pieces(unit: str) -> Iterator[tuple[int, str]]:
    """The smaller units inside one, with their offsets: 2023年12月21日 -> 12月21日, 2023年12月 ...

    A count holds its number: 320余名 -> 320.
    """
    date = _DATE_PARTS.match(unit)
    if date is None:
        number = _NUMBER.match(unit)
        if number and number.end() < len(unit):
            yield 0, number.group()
        return
    year, month, day = (part or "" for part in date.groups())
    whole = {unit}
    for at, part in (
        (len(year), month + day),
        (0, year + month),
        (0, year),
        (len(year), month),
    ):
        if part and part not in whole:
            whole.add(part)
            yield at, part
