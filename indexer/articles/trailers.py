"""What stands around the articles and is none of their text: credits, bylines, distribution."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from indexer.articles.paragraphs import (
    ends_in_date,
    is_date,
    may_be_title,
    publication_date,
)
from indexer.articles.text import any_of
from indexer.models import Paragraph, Passage
from indexer.wordlists import words

MOST_SIGNATORIES = 4
LONGEST_CREDIT = 80
_SENTENCE_ENDS = ("。", "！", "？", "；", "：", "”")

# （市气象学会 苏敏）, （办公室供稿）: brackets around the last words of an article
_BRACKETED = re.compile(r"[（(【\[][^。）)】\]]{2,40}[)）】\]]")
_PRINTED = re.compile(
    r"[（(]?(?:本期)?共\s*印\s*\d+\s*份.*|[（(]?印数.*|\S.{0,40}\d\s*日\s*印[发制]?"
)
# 本刊记者 李明, 文/李明, □ 李明
_BYLINE = re.compile(
    r"(?:[□◎■◆●]\s*)?(?:□|◎|文[/／]|图[/／]|本刊记者|本报记者|记者|通讯员|特约)\s*\S{2,4}(?:\s+\S{2,8})*"
)
_END = re.compile(r"[（(]?\s*(?:本期完|完|全文完|本期结束)\s*[)）]?|[-—*＊=_·]{3,}")
_INLINE = re.compile(
    r"\s*[（(](?:信息)?(?:来源|供稿|撰稿|作者|通讯员|文[/／:：]|图[/／:：]|摄影)[^（）()]*[)）]\s*$"
)
# （来源：市气象学会）, 供稿单位：市气象学会, （市气象学会供稿）; never to whom it goes: 抄送：…
_SENT = re.compile(
    r"[（(\[【]?\s*(?:信息)?(?:来源|供稿|供稿单位|投稿|撰稿)\s*[：:/／].*|.*供稿\s*[)）】\]]?"
)


def is_trailer(text: str) -> bool:
    """Whether a paragraph is a credit, a byline or part of the colophon: （来源：市气象学会）."""
    kinds = (_credit(), _BRACKETED, _PRINTED, _BYLINE, _END)
    return any(kind.fullmatch(text) for kind in kinds) or publication_date(text) is not None


@cache
def _credit() -> re.Pattern[str]:
    """A line that begins with a label: 报送：…, （来源：…）."""
    return re.compile(rf"[（(\[【]?\s*(?:{any_of(words('credits'))})\s*[：:/／].*")


def without_credit(passage: Passage) -> Passage:
    """A paragraph without a credit behind its last sentence: …受欢迎。（供稿：苏敏）"""
    low = max(0, len(passage.text) - LONGEST_CREDIT)
    credit = _INLINE.search(passage.text[low:])
    return passage.slice(0, low + credit.start()) if credit else passage


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The text of an article proper, the dates under its signature and its title as printed.

    ``credits`` are the lines that tell who sent it in, as far as no signature does.
    """

    paragraphs: tuple[Paragraph, ...]
    signatories: tuple[str, ...] = ()
    signed: str | None = None
    headed: str | None = None
    credits: tuple[str, ...] = ()


def trimmed(paragraphs: Sequence[Paragraph]) -> Trimmed:
    """An article's paragraphs without byline, credits, signature and colophon."""
    start, stop = 0, len(paragraphs)
    while start < stop and _is_byline(paragraphs[start].text):
        start += 1
    dates = (part.text for part in paragraphs[:start] if is_date(part.text))
    headed = next(dates, None)
    stop = _before_credits(paragraphs, start, stop)
    credits = tuple(_credits([part.text for part in paragraphs], start, stop))
    signed = _signed(paragraphs, start, stop)
    if signed is None:
        return Trimmed(tuple(paragraphs[start:stop]), headed=headed, credits=credits)
    end = _before_signature(paragraphs, start, signed)
    signatories = tuple(paragraph.text for paragraph in paragraphs[end : signed + 1])
    return Trimmed(tuple(paragraphs[start:end]), signatories, signatories[-1], headed, credits)


def _credits(texts: Sequence[str], start: int, stop: int) -> Iterator[str]:
    """What tells who sent an article in: lines around its text [start, stop), ends of its lines."""
    for text in (*texts[:start], *texts[stop:]):
        if _SENT.fullmatch(text) or _BRACKETED.fullmatch(text):
            yield text
    for text in texts[start:stop]:
        if credit := _INLINE.search(text[max(0, len(text) - LONGEST_CREDIT) :]):
            yield credit[0]


def _is_byline(text: str) -> bool:
    """Whether a paragraph above the text tells its author or date."""
    return is_trailer(text) or is_date(text)


def _before_credits(paragraphs: Sequence[Paragraph], start: int, stop: int) -> int:
    """Where the credits and the colophon begin; wrapped lines of theirs end in no full stop."""
    end = stop
    for at in range(stop - 1, start, -1):
        text = paragraphs[at].text
        if is_trailer(text):
            end = at
        elif text.endswith(_SENTENCE_ENDS) or is_date(text):
            break
    return end


def _signed(paragraphs: Sequence[Paragraph], start: int, stop: int) -> int | None:
    """Where the date of a signature stands: in the last paragraph, or before an appendix."""
    last = stop - 1
    if last > start and ends_in_date(paragraphs[last].text):
        return last
    return None


def _before_signature(paragraphs: Sequence[Paragraph], start: int, signed: int) -> int:
    """Where the names above the date begin."""
    at = signed
    while at > start + 1 and signed - at < MOST_SIGNATORIES and _signs(paragraphs[at - 1].text):
        at -= 1
    return at


def _signs(text: str) -> bool:
    """Whether a paragraph can be the name of a signatory."""
    return may_be_title(text) and not text.endswith(_SENTENCE_ENDS)
