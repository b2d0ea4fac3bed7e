"""The head of an issue: its title, number, date and issuer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.articles.data import words
from indexer.articles.dates import date_in_name, latest_year, printed_date
from indexer.articles.marks import is_contents_head, section_mark
from indexer.articles.paragraphs import squeezed
from indexer.models import Document, Issue

SEARCHED = 10  # paragraphs among which the masthead is looked for
LONGEST_LINE = 80
LONGEST_NAME = 20
SHORTEST_BODY = 3

_N = r"[\d一二三四五六七八九十百〇零]+"
_NUMBER = re.compile(
    rf"(?:\d{{4}}年(?:度)?|[(\[〔]\d{{4}}[)\]〕])?第{_N}(?:[-—~～至、]{_N})?期(?:合刊)?(?:[(,]?总第?{_N}期?\)?)?"
    rf"|[(]?总第?{_N}期\)?"
)
_DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?"
    r"(?:出版|印发?|编印)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
)
_LABEL = re.compile(
    r"(?:主办(?:单位)?|编印(?:单位)?|编发|编制|编辑单位|主编单位|印发(?:单位)?|出版|承办|编)[:：]"
)
_TAIL = re.compile(r"(?:主办|编印|编发|编辑|编制|主编|印发|编写|编)$")
_BODY = re.compile(
    r"(?:科学技术协会|科协|学会|协会|研究会|联合会|促进会|办公室|秘书处|编辑部|委员会|研究院|大学|中心|党组)$"
)
_NOTE = re.compile(
    r"[(【\[]?(?:内部|仅供|免费|注意保存|.{0,4}准印|.?内资|[双半]?[月季周旬年]刊|签发|审核|责任编辑|责编|"
    r"主编|编辑|校对|(?:出版|印发|印刷|发行)?(?:日期|时间)|增刊|特刊|专刊|电话|网址|邮箱|投稿|机密|秘密|星期|本期|联合|(?:主办|编印|编辑)$)|^[-—_=\u2500-\u257f*]+$"
)
_MADE = re.compile("主办|主编|编印|编辑|编发|编制|编写|编$")
_HELPERS = ("承办", "协办", "承印", "支持")
_CHUNKS = re.compile(r"\s{2,}|[\t\u3000|｜]+")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The issue, and how many paragraphs at the beginning of the document tell of it."""

    issue: Issue
    paragraphs: int


def read_masthead(document: Document, source: str) -> Masthead:
    """The masthead of a bulletin; what it does not print is told by running heads and colophon.

    A date that is printed nowhere is taken from the file's name, else the year from the text.
    """
    texts = [paragraph.text for paragraph in document.paragraphs]
    opening = _opening(texts)
    issue = _read(texts[:opening])
    if opening and issue.title is None:
        issue = replace(issue, title=_first_words(texts[:opening]))
    heads = _read(head for head in document.heads if len(squeezed(head)) > 4)
    issue = _filled(issue, heads)
    issue = _filled(issue, replace(_read(_colophon(texts[opening:])), title=None, number=None))
    if issue.date is None:
        issue = replace(issue, date=date_in_name(source) or latest_year("\n".join(texts)))
    return Masthead(issue, opening)


def _opening(texts: Sequence[str]) -> int:
    """How many paragraphs belong to the masthead: up to the last that can be nothing else."""
    told = Issue()
    opening = 0
    for at, text in enumerate(texts[:SEARCHED]):
        if section_mark(text) or is_contents_head(text) or _is_text(text):
            break
        line = _read_line(text)
        if line and _is_new(text, line, told):
            opening = at + 1
        told = _filled(told, line or Issue())
    return opening


def _is_text(text: str) -> bool:
    """Whether a paragraph is prose, with which the articles have begun."""
    return len(text) > LONGEST_LINE or text.endswith(("。", "；", "！"))


def _is_new(text: str, line: Issue, told: Issue) -> bool:
    """Whether a line must be masthead: a bare organisation might begin the first title."""
    if line.title and not told.title and not told.number:
        return True
    maker = line.issuer and not told.issuer and _MADE.search(text)
    return bool(line.number or (line.date and not told.date) or maker or line == Issue())


def _read(texts: Iterable[str]) -> Issue:
    """What lines of a masthead say together; the first to say a thing is right."""
    issue = Issue()
    for text in texts:
        line = _read_line(text) or Issue()
        if issue.number and line.number and line.number.strip("（）").startswith("总"):
            number = f"{issue.number}（{line.number.strip('（）')}）"
            issue = replace(issue, number=number)
        if line.issuer and line.date:  # surer than a name alone on its line
            issue = replace(issue, issuer=line.issuer)
        issue = _filled(issue, line)
    return issue


def _filled(issue: Issue, other: Issue) -> Issue:
    """The issue with what only the other one tells."""
    return Issue(
        issue.title or other.title,
        issue.number or other.number,
        issue.date or other.date,
        issue.issuer or other.issuer,
    )


def _read_line(text: str) -> Issue | None:
    """What a line of a masthead says; None if some of it belongs to no masthead."""
    told = Issue()
    for part in _CHUNKS.split(text):
        chunk = squeezed(part)
        number = _NUMBER.search(chunk)
        chunk = _NUMBER.sub("", chunk)
        date = _DATE.search(chunk)
        chunk = _DATE.sub("", chunk).strip("《》()·,、")
        named = _name(chunk)
        if chunk and named is None:
            return None
        told = _filled(told, Issue(None, _number(number), printed_date(date[0]) if date else None))
        told = _filled(told, named or Issue())
    return told


def _number(match: re.Match[str] | None) -> str | None:
    """The number as printed, with full-width brackets: 第15期（总第386期）."""
    return match[0].replace("(", "（").replace(")", "）") if match else None


def _name(chunk: str) -> Issue | None:
    """The title or the issuer that a piece of a masthead is; empty for a side note."""
    if _NOTE.match(chunk) or chunk.endswith(_HELPERS):
        return Issue()
    label = _LABEL.match(chunk)
    if label:
        return Issue(issuer=chunk[label.end() :] or None)
    if is_periodical(chunk):
        return Issue(title=chunk)
    tail = _TAIL.search(chunk)
    body = chunk[: tail.start()] if tail else chunk
    named = (tail and len(body) > SHORTEST_BODY) or _BODY.search(body)
    return Issue(issuer=body) if named and len(body) <= 2 * LONGEST_NAME else None


def is_periodical(name: str) -> bool:
    """Whether a name ends as the names of bulletins do: 云州科协工作简报."""
    if len(name) > LONGEST_NAME or name.startswith("关于"):
        return False
    return name.endswith(tuple(words("bulletins")))


def _first_words(texts: Sequence[str]) -> str:
    """The first piece of a masthead that tells nothing else: its title, if no word shows it."""
    unread = next((text for text in texts if _read_line(text) is None), texts[0])
    return squeezed(_NUMBER.sub("", _CHUNKS.split(unread)[0])).strip("《》")


def _colophon(texts: Sequence[str]) -> list[str]:
    """The last lines of an issue that name its maker: 云州市科协办公室 2024年3月15日印发."""
    return [
        text
        for text in texts[-6:]
        if not _is_text(text) and (_LABEL.match(squeezed(text)) or squeezed(text).endswith("印发"))
    ]
