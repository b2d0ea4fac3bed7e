"""The head of an issue: its title, number, date and issuer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.articles.dates import date_in_name, latest_year, printed_date
from indexer.articles.faces import before_titles
from indexer.articles.marks import is_contents_head, section_mark
from indexer.articles.paragraphs import publication_date, squeezed
from indexer.articles.provenance import origins_of_issue
from indexer.models import Document, Issue, Origin
from indexer.wordlists import words

SEARCHED = 10  # paragraphs among which the masthead is looked for
LONGEST_LINE = 80
LONGEST_NAME = 20
SHORTEST_BODY = 3
LONGEST_LABEL = 4
SHORTEST_HEAD = 4  # signs; a shorter running head is a number
PUBLISHED = "网页的发布时间"

_N = r"[\d一二三四五六七八九十百〇零]+"
_NUMBER = re.compile(
    rf"(?:(?:\d{{4}}|[〇○零一二三四五六七八九]{{4}})年?(?:度)?|[(\[〔]\d{{4}}[)\]〕])?第{_N}(?:[-—~～至、]{_N})?期(?:合刊)?(?:[(,/·]?总第?{_N}期?\)?)?"
    rf"|[(]?总第?{_N}期\)?"
)
_DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?"
    r"(?:出版|印发?|编印)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
)
_MAKERS = (
    r"主办(?:单位)?|编印(?:单位)?|编发|编制|编辑单位|编辑部|主编单位|印发(?:单位)?|出版(?:单位)?"
)
_LABEL = re.compile(rf"(?:{_MAKERS}|编)[:：]")
_BARE_LABEL = re.compile(rf"(?:{_MAKERS})")
_TAIL = re.compile(r"(?:主办|编印|编发|编辑|编制|主编|印发|编写|编)$")
_BODY = re.compile(
    r"(?:科学技术协会|科协|学会|协会|研究会|联合会|促进会|办公室|秘书处|编辑部|委员会|研究院|大学|中心|党组)$"
)
_NOTE = re.compile(
    r"[(【\[]?(?:主管|协办|承办|指导|支持|印数|印刷|发行|承印|审核|审稿|统稿|统筹|策划|美编|设计|内部|仅供|免费|注意保存|.{0,4}准印|.?内资|[双半]?[月季周旬年]刊|签发|审核|责任编辑|责编|"
    r"主编|编辑|校对|.{0,3}(?:日期|时间)|增刊|特刊|专刊|电话|网址|邮箱|投稿|机密|秘密|星期|本期|联合|(?:主办|编印|编辑)$)|^[-—_=\u2500-\u257f*]+$"
)
# What kind of bulletin it is, without whose: 工作月报, 学会工作快报, 科协简讯
_KIND = re.compile(
    r"(?:科协|学会|协会|科普)?(?:工作|信息)?(?:[简快通月季年周]报|[通快简会]讯|动态|信息|专报)"
)
_MADE_BY = ("主办", "编印", "编发", "编辑", "编制", "主编", "印发", "编写", "编")
_MADE = re.compile("主办|主编|编印|编辑|编发|编制|编写|编$")
_HELPERS = ("承办", "协办", "承印", "支持")
_CHUNKS = re.compile(r"\s{2,}|[\t\u3000|｜]+")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The issue, and how many paragraphs at the beginning of the document tell of it.

    ``published`` is the date a web page gives itself: 发布时间：2024-03-05.
    """

    issue: Issue
    paragraphs: int
    origins: tuple[Origin, ...] = ()
    published: str | None = None


def read_masthead(document: Document, source: str) -> Masthead:
    """The masthead of a bulletin; what it does not print is told by running heads and colophon.

    A date that is printed nowhere is taken from the file's name, else the year from the text.
    """
    texts = [paragraph.text for paragraph in document.paragraphs]
    opening = _opening(texts[: before_titles(document.paragraphs)])
    issue = Issue()
    published = None
    origins: list[Origin] = []
    for witness in _witnesses(document, texts, opening, source):
        after = _filled(issue, witness.told)
        origins += origins_of_issue(issue, after, witness.how, witness.lines)
        if witness.how == PUBLISHED and after.date != issue.date:
            published = after.date
        issue = after
    return Masthead(issue, opening, tuple(origins), published)


@dataclass(frozen=True, slots=True)
class _Witness:
    """What some lines say of the issue, and how they came to be asked."""

    how: str
    lines: Sequence[str]
    told: Issue


def _witnesses(
    document: Document, texts: Sequence[str], opening: int, source: str
) -> Iterator[_Witness]:
    """Whatever tells of the issue, the surest first."""
    printed = texts[:opening]
    issue = _read(printed)
    if opening:
        issue = replace(issue, title=_whole_title(printed, issue.title))
    yield _Witness("报头", printed, issue)
    heads = [head for head in document.heads if len(squeezed(head)) > SHORTEST_HEAD]
    yield _Witness("页眉或页脚", heads, _read(heads))
    colophon = _colophon(texts[opening:])
    issue = replace(_read(colophon), title=None, number=None)
    yield _Witness("文末的印发栏", colophon, issue)
    dated = [text for text in (*texts[: SEARCHED // 2], *texts[-6:]) if publication_date(text)]
    yield _Witness(PUBLISHED, dated, Issue(date=publication_date(dated[0]) if dated else None))
    yield _Witness("文件名", [source], Issue(date=date_in_name(source)))
    yield _Witness("正文里最晚的年份", [], Issue(date=latest_year("\n".join(texts))))


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


def is_side_note(text: str) -> bool:
    """Whether a line would belong to a masthead wherever it stands: 内部资料, 主办：云州市科协."""
    return _read_line(text) is not None


def _read_line(text: str) -> Issue | None:
    """What a line of a masthead says; None if some of it belongs to no masthead."""
    told = Issue()
    unread: list[str] = []
    labelled = _BARE_LABEL.match(text.partition(" ")[0])
    parts = text.split() if labelled else _CHUNKS.split(text)
    chunks = _labelled([squeezed(part) for part in parts])
    for chunk in chunks:
        number = _NUMBER.search(chunk)
        rest = _NUMBER.sub("", chunk)
        date = _DATE.search(rest)
        rest = _DATE.sub("", rest).strip("《》()·,、/")
        named = _name(rest)
        if rest and named is None:
            unread.append(rest)
        told = _filled(told, Issue(None, _number(number), printed_date(date[0]) if date else None))
        told = _filled(told, named or Issue())
    if not unread:
        return told
    maker = unread[0] if len(unread) == 1 and _is_maker(unread[0], told, len(chunks)) else None
    return replace(told, issuer=maker) if maker else None


def _labelled(chunks: Sequence[str]) -> list[str]:
    """The pieces of a line, a label with what it labels as one: 主办 云州市科协 -> 主办:云州市科协.

    云州市林学会 编 is labelled from behind.
    """
    pieces: list[str] = []
    for chunk in chunks:
        before = pieces[-1] if pieces else ""
        if chunk in _MADE_BY and chunk is chunks[-1] and ":" not in before and _is_plain(before):
            pieces[-1] = before + chunk
        elif before and (_BARE_LABEL.fullmatch(before) or _bare_note(before)):
            pieces[-1] = f"{before}:{chunk}"
        else:
            pieces.append(chunk)
    return pieces


def _is_plain(piece: str) -> bool:
    """Whether a piece of a masthead is neither a number nor a date, nor missing."""
    return bool(piece) and not _NUMBER.search(piece) and not _DATE.search(piece)


def _bare_note(chunk: str) -> bool:
    """Whether a piece is a label whose value stands behind a blank: 审核, 出版日期, 协办."""
    return len(chunk) <= LONGEST_LABEL and bool(_NOTE.match(chunk)) and ":" not in chunk


def _is_maker(name: str, told: Issue, pieces: int) -> bool:
    """Whether an unknown name can only be the issuer: it stands beside a date or a number."""
    beside = pieces > 1 and (told.date or told.number) and not told.issuer
    return bool(beside and SHORTEST_BODY < len(name) <= LONGEST_NAME and name.isalpha())


def _number(match: re.Match[str] | None) -> str | None:
    """The number as printed, with full-width brackets: 第15期（总第386期）."""
    return match[0].replace("(", "（").replace(")", "）") if match else None


def _name(chunk: str) -> Issue | None:
    """The title or the issuer that a piece of a masthead is; empty for a side note."""
    label = _LABEL.match(chunk)
    if label:
        return Issue(issuer=chunk[label.end() :] or None)
    if _NOTE.match(chunk) or chunk.endswith(_HELPERS):
        return Issue()
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


def _whole_title(printed: Sequence[str], title: str | None) -> str:
    """The title; what only says what kind it is together with the body on the line above.

    南浔州科技馆|工作月报 is 南浔州科技馆工作月报.
    """
    if title is None:
        return _first_words(printed)
    lines = [squeezed(line).strip("《》") for line in printed[:2]]
    above = lines[0]
    apart = len(lines) > 1 and lines[1] == title and bool(_KIND.fullmatch(title))
    body = above.isalpha() and len(above) <= LONGEST_NAME and not _NOTE.match(above)
    return above + title if apart and body and not is_periodical(above) else title


def _colophon(texts: Sequence[str]) -> list[str]:
    """The last lines of an issue that name its maker: 云州市科协办公室 2024年3月15日印发."""
    return [
        text
        for text in texts[-6:]
        if not _is_text(text) and (_LABEL.match(squeezed(text)) or squeezed(text).endswith("印发"))
    ]
