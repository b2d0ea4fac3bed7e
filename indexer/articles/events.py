"""The date of the event an article tells of, among all the dates in its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.articles.dates import Found, Known, find_dates, folded, resolve
from indexer.articles.days import Day

LONG_AGO = 400  # days before the issue; an older date is history, not the event
A_YEAR = 366  # what more may lie between where only the year is known

_DECREE = re.compile(
    "(?:通知|决定|通报|公告|通告|公示|意见|批复|函|倡议书?|启事|办法|规定|名单|命令|纪要)"
    r"(?:[（(].*[）)])?$"
)
# At the beginning these say that the day is not told; later dates are those of other things.
_VAGUE = re.compile("近日|日前|近期|最近|连日来|近段时间|前不久|不久前")
# 自 5 月 20 日试播以来, 截至 3 月 1 日, 每年的 3 月 23 日, 成立于…
_NOT_AFTER = re.compile(
    "(?:自|从|截至|截止到?|至|每年的?|历年|早在|始于|成立于|创办于|创建于|生于|出生于|不晚于|延至)$"
)
_NOT_BEFORE = re.compile(
    "起?以?来|以前|之前|前|起至今|出生|生|(?:是|为)(?:第|全国|世界|国际|中国|我国|一年|每年|“)"
)
# 每年5月到9月
_HABIT = re.compile("(?:每年|历年|往年|常年)[^，。；]{0,12}$")
_PLANNED = re.compile("(?:将于|定于|拟于|计划于|计划在|将在|预计|预定)$")
_CLAUSE = re.compile("(?:^|[。，；：、！？（(“]|在|于)$")


@dataclass(frozen=True, slots=True)
class Event:
    """The day of an event in ISO form, if told; ``sure`` is False if a weekday contradicts it.

    ``printed`` and ``how`` tell what it was read from; ``paragraph`` is the one of the text where
    it stands, counted from 0, and None for one under the signature. ``vague`` texts say 近日.
    """

    date: str | None = None
    sure: bool = True
    printed: str = ""
    how: str = ""
    paragraph: int | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """What tells an event's date: title, paragraphs, the dates under signature and title."""

    title: str
    texts: Sequence[str]
    signed: str | None = None
    headed: str | None = None


def event_of(story: Story, known: Known) -> Event:
    """The event's date: of a decree the date signed, else the first date told as its day."""
    signature = resolve(story.signed, known) if story.signed else None
    signed = Event(signature, printed=(story.signed or "").strip(), how="落款日期")
    if signature and _DECREE.search(folded(story.title)):
        return signed
    headed = resolve(story.headed, known) if story.headed else None
    if headed and folded(story.headed or "").startswith(("(", "[", "〔")):
        return Event(headed, printed=(story.headed or "").strip(), how="题下日期")
    told = _told(story.texts, replace(known, month=resolve(story.title, known)))
    if told:
        at, found = told
        return Event(str(found.day), found.sure, found.printed, found.how, at)
    vague = bool(story.texts and _VAGUE.search(folded(story.texts[0])))
    return signed if signature else Event(vague=vague)


def _told(texts: Sequence[str], known: Known) -> tuple[int, Found] | None:
    """The first date that can be the event's; one that is planned, or a later month, at last.

    With the number of its paragraph.
    """
    second_best: tuple[int, Found] | None = None
    for number, text in enumerate(texts):
        line = folded(text)
        for found in _candidates(line, known, lead=number == 0):
            month_only = number > 0 and found.day.day is None
            if not month_only and not _PLANNED.search(line[: found.start]):
                return number, found
            if not month_only:
                second_best = second_best or (number, found)
        if number == 0 and _VAGUE.search(line.partition("。")[0]):
            return None
    return second_best


def _candidates(line: str, known: Known, lead: bool) -> Iterator[Found]:
    """The dates of a paragraph that can be an event's.

    In the first paragraph (``lead``) any; later only one with its month that begins a clause.
    """
    for found in find_dates(line, known):
        ahead = line[: found.start]
        if lead and _VAGUE.search(ahead):
            return
        begins = bool(_CLAUSE.search(ahead))
        told = (lead and found.named) or (begins and (lead or found.named))
        if told and not _is_aside(line, found) and not _is_history(found, known):
            yield found


def _is_aside(line: str, found: Found) -> bool:
    """Whether a date is a beginning, an end, a festival, or part of a name in quotes."""
    ahead = line[: found.start]
    quoted = any(ahead.count(left) > ahead.count(right) for left, right in ("《》", "“”"))
    habit = _HABIT.search(ahead)
    return bool(quoted or habit or _NOT_AFTER.search(ahead) or _NOT_BEFORE.match(line, found.stop))


def _is_history(found: Found, known: Known) -> bool:
    """Whether a date lies so far before the issue that it cannot be news."""
    origin = Day.read(known.issued)
    if origin is None:
        return False
    return origin.days_since(found.day) > LONG_AGO + (0 if origin.month else A_YEAR)
