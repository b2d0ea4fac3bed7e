"""Which issues a typed number, title or date means: 36, 第36期, 总第58期, 2023年12月."""

import re
from collections.abc import Iterable, Iterator

from indexer.models import Issue

_ORDINAL = re.compile("[〇零一二三四五六七八九十百]+")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}


def find_issues(typed: str, issues: Iterable[tuple[str, Issue]]) -> tuple[str, ...]:
    """The ids of the issues that a text in normal form means.

    The number within a year (第36期) is meant before the number since the beginning (总第36期).
    """
    wanted = f"第{typed}期" if typed.isdecimal() else _arabic(typed)
    known = [(key, _arabic(_plain(issue.number)), issue) for key, issue in issues]
    yearly = re.compile(rf"(?<!总){_whole(wanted)}")
    return (
        tuple(key for key, number, _ in known if yearly.search(number))
        or tuple(key for key, number, _ in known if re.search(_whole(wanted), number))
        or tuple(key for key, _, issue in known if _named(wanted, issue))
    )


def label_of(issue: Issue) -> str:
    """What an issue is called: 工作简报第3期（2024-01-05）, or what there is of it."""
    number = issue.number or ""
    name = f"{issue.title or ''}{f'第{number}期' if number.isdecimal() else number}"
    return f"{name}（{issue.date}）" if name and issue.date else name or issue.date or ""


def _named(wanted: str, issue: Issue) -> bool:
    """Whether a text stands in an issue's title or date, its numbers whole."""
    pattern = re.compile(_whole(wanted))
    return any(pattern.search(text) for text in (_plain(issue.title), *_days(issue.date)))


def _days(date: str | None) -> Iterator[str]:
    """The ways to write a day: 2023-12-05, 2023年12月5日."""
    if date:
        yield date
        parts = zip(date.split("-"), "年月日", strict=False)
        yield "".join(f"{int(part)}{unit}" for part, unit in parts)


def _whole(text: str) -> str:
    """A pattern for a text that does not begin or end inside a number: 1月 is not in 11月."""
    before = "(?<![0-9])" if text[:1].isdecimal() else ""
    after = "(?![0-9])" if text[-1:].isdecimal() else ""
    return f"{before}{re.escape(text)}{after}"


def _plain(text: str | None) -> str:
    return "".join((text or "").split()).lower().replace("（", "(").replace("）", ")")


def _arabic(text: str) -> str:
    """A number of an issue in figures: 第三十六期 -> 第36期."""
    return re.sub(
        rf"(?<=第){_ORDINAL.pattern}(?=期)", lambda found: str(_value(found.group())), text
    )


def _value(numeral: str) -> int:
    """The value of a Chinese numeral below 1,000: 一百二十三, 三十六 or 一二三."""
    if not {"十", "百"} & set(numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total = digit = 0
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
    return total + digit
