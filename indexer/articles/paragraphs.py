"""What a single paragraph looks like: a heading, a date, a credit, an enumeration."""

import re
import unicodedata

from indexer.articles.days import Day, number
from indexer.models import Paragraph

LONGEST_TITLE = 64
MOST_COMMAS = 3
LONGEST_BYLINE = 120
SHORT_REPORT = 24  # 3月14日，一起来过“π日”: a title may begin with a date too

_NUMERALS = "一二三四五六七八九十"
# ◆ ■ ▍ ▶ ★ ❖: arrows, blocks, shapes, symbols and dingbats of Unicode, and two others.
_BULLETS = r"[\u2190-\u21ff\u2580-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff※•]"
_ENUMERATOR = re.compile(
    rf"(?P<chapter>第?[{_NUMERALS}]+(?:[、.．]|部分\s))"  # 一、
    rf"|(?P<bracket>[（(][{_NUMERALS}]+[)）][、.．]?)"  # （一）
    r"|(?P<digit>\d{1,2}(?:[.．、](?!\d)|\s+(?=[^\d\s年月日])))"  # 1.
    r"|(?P<ring>[①-⑳])"
    r"|(?P<digits>[（(]\d{1,2}[)）])"  # （1）
    rf"|(?P<bullet>{_BULLETS}{{1,3}})"
)
_DATE_ALONE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月"
    r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
)
# 发布时间：2024-03-05 来源：…, 来源：云州日报 时间：2024-03-05 10:20, 2024-03-05 来源：…
_MAKER = r"(?:来源|信息来源|作者|编辑|供稿|发布者)\s*[：:]"
_ISO = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
_PUBLISHED = re.compile(
    rf"[（(【]?(?:{_MAKER}\s*\S{{0,30}}[\s|｜]+){{0,3}}"
    rf"(?:(?:发布|发表|更新|录入|发稿)(?:时间|日期)\s*[：:]\s*(?P<any>{_ISO}|\d{{4}}\s*年\s*\d+\s*月\s*\d+\s*日)"
    rf"|(?:时间|日期)\s*[：:]\s*(?P<iso>{_ISO})|(?P<bare>{_ISO})(?=.*来源))"
    rf"(?:\s*\d{{1,2}}[：:]\d\d(?:[：:]\d\d)?)?(?:[\s|｜）)】]+.*|{_MAKER}.*)?"
)
_SIGNED = re.compile(rf"[^。；：，]{{2,40}}[\s)]+(?:{_DATE_ALONE.pattern})")
_LEAD = re.compile(
    r"(?:(?:\d{4}\s*年|今年|去年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*月[上中下]旬|近日|日前|近期|连日来)"
)
_SENTENCE = re.compile(r"[。；;]")
_NO_TITLE_END = re.compile(r"[，、：；,:;。.]$|。[”』」]$|[说道]：“.*”$")
_TABLE_ROW = re.compile(r"\S(?:\s{2,}|[\t\u3000]+)\S+(?:\s{2,}|[\t\u3000]+)\S")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|（[^）]*）")
_ALL_BRACKETED = re.compile(r"[（(][^）)]*[)）]")


def squeezed(text: str) -> str:
    """The text without blanks and with half-width forms, to be compared: １２ 月 -> 12月."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def enumerator(text: str) -> tuple[str, int] | None:
    """(kind, length) of the number or bullet a paragraph begins with: 一、要闻 -> chapter, 2."""
    match = _ENUMERATOR.match(text)
    if not match or match.end() == len(text):
        return None
    kind = match.group() if match.lastgroup == "bullet" else match.lastgroup
    return str(kind), match.end()


def ordinal(mark: str) -> int:
    """The number an enumerator says: （十二） -> 12, 3. -> 3, ③ -> 3; 0 for none."""
    digits = re.search(rf"\d+|[{_NUMERALS}]+", unicodedata.normalize("NFKC", mark))
    return number(digits[0]) if digits else 0


def is_date(text: str) -> bool:
    """Whether a paragraph is nothing but a full date, in brackets or not."""
    return bool(_DATE_ALONE.fullmatch(unicodedata.normalize("NFKC", text).strip(" ()[]〔〕【】")))


def publication_date(text: str) -> str | None:
    """The day a web page says it was published: 发布时间：2024-03-05 来源：… -> 2024-03-05."""
    match = _PUBLISHED.fullmatch(text.strip()) if len(text) <= LONGEST_BYLINE else None
    if not match:
        return None
    printed = match["any"] or match["iso"] or match["bare"]
    day = Day.valid(*map(int, re.findall(r"\d+", printed)))
    return str(day) if day else None


def ends_in_date(text: str) -> bool:
    """Whether a paragraph is a date, or short names and a date: 云州市科协  2024年3月5日."""
    folded = unicodedata.normalize("NFKC", text).strip()
    return is_date(text) or bool(_SIGNED.fullmatch(folded))


def begins_report(text: str) -> bool:
    """Whether a paragraph begins as reports begin: 12 月 21 日，… or 近日，…"""
    return bool(_LEAD.match(unicodedata.normalize("NFKC", text)))


def may_be_title(text: str) -> bool:
    """Whether a paragraph could be a title or a line of one: short, and no sentence."""
    if not 2 <= len(text) <= LONGEST_TITLE or _NO_TITLE_END.search(text):
        return False
    if (
        is_date(text)
        or _ALL_BRACKETED.fullmatch(text)
        or (begins_report(text) and len(text) > SHORT_REPORT and ("，" in text or "," in text))
        or _TABLE_ROW.search(text)
    ):
        return False
    return (
        not _SENTENCE.search(_QUOTED.sub("", text))
        and text.count("，") + text.count(",") <= MOST_COMMAS
    )


def asks_or_calls(text: str) -> bool:
    """Whether a paragraph ends as titles and sentences both can: ？ or ！"""
    return text[-1:] in "？！?!"


def indent(paragraph: Paragraph) -> int:
    """The columns the first line is set in."""
    return paragraph.lines[0].indent
