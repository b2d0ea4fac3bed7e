"""Lines put together as paragraphs, by whatever the layout of the file offers."""

import re
from collections.abc import Iterator, Sequence

from indexer.extract.clean.faces import parts_by_face, title_lines
from indexer.extract.clean.layout import SLACK, Layout, ends_sentence
from indexer.extract.clean.lines import BULLET, columns
from indexer.models import Line, Paragraph, Passage

LONGEST_ALONE = 160
NARROWEST = 36  # columns of a broken line among lines that are paragraphs

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_HYPHENATED = re.compile("[a-z]-$")
_SMALL = re.compile("[a-z]")
_PUNCTUATION = re.compile(r"[。！？；：，、,;:!?]")
_OPEN_END = re.compile(r"[，、,；;：:。（《“‘]$")
# 12 月 21 日, 近日: how the first sentence of a report likes to begin.
_LEAD = re.compile(
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|(?:近日|日前|近期|昨日|同日)[，,]"
)
# 一、 （一） 1. at the start of a line
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)"
)
_N = r"(?:\d+|[〇○零一二三四五六七八九十]+)"
_DATE = rf"{_N}\s*年\s*{_N}\s*月\s*{_N}\s*日"
# Lines that belong neither to the line before nor to the line after them.
_ALONE = re.compile(
    r"[【\[〔〖][^】\]〕〗]{1,16}[】\]〕〗]"  # 【区科协动态】
    rf"|{BULLET}.{{1,16}}"  # ◆ 学术交流
    r"|.*(?:…|\.{3}|·{3}|．{3}|—{4}|-{4})[…. ·．—-]*[（(]?\d+[)）]?"  # 目录里的一行……3
    r"|[一二三四五六七八九十]+、[^。，；：、]{2,10}[^。，；：、？！]"  # 一、市级动态
    r"|[-—_=\u2500-\u257f*]{4,}"  # a line that is drawn
    r"|\S+(?:(?:\s{2,}|[\t\u3000]+)\S+){2,}"  # 1    清坪木耳科技小院    北乡镇
    rf"|(?:\S{{2,20}}\s+)?[（(]?(?:\d{{4}}\s*年\s*)?总?第\s*{_N}\s*期[)）]?(?:\s*[（(].{{1,20}})?(?:\s.*)?"
    rf"|(?:\S.*\s{{2,}})?{_DATE}"  # 云州市科学技术协会办公室编    2024 年 3 月 15 日
)
# Lines that begin something new wherever they stand.
_BULLET = re.compile(
    rf"{BULLET}|[一-龥]{{1,6}}(?:类|奖|组|单位|时间|地点|名单|对象|主题|电话)[：:]"
)
# Lines that begin something new after a full stop: （来源：…）, 报送：…
_OPENS = re.compile(
    r"[（(](?:来源|供稿|作者|撰稿|通讯员|信息来源)"
    r"|(?:报\s*送|抄\s*送|主\s*送|抄\s*报|分\s*送|发\s*送|发|来源|供稿|编辑|责任编辑|签发)\s*[：:]"
    r"|共印"
)


def paragraphs_of(stretches: Sequence[Sequence[Line]], layout: Layout) -> Iterator[Paragraph]:
    """The paragraphs of a text; ``stretches`` are its lines between two page turns."""
    group: list[Line] = []
    for stretch in stretches:
        titles = title_lines(stretch, layout.body)
        for at, line in enumerate(stretch):
            after = stretch[at + 1] if at + 1 < len(stretch) else None
            if group and (
                at in titles
                or parts_by_face(group[-1], line, layout)
                or _parts(group, line, at == 0, layout)
                or _is_heading(group[-1], line, after, layout)
            ):
                yield _paragraph(group)
                group = []
            group.append(line)
    if group:
        yield _paragraph(group)


def _parts(group: Sequence[Line], line: Line, turned: bool, layout: Layout) -> bool:
    """Whether a new paragraph begins with ``line``, the first after a page turn if ``turned``."""
    last = group[-1]
    closed = ends_sentence(last.text)
    if _stands_alone(line) or _stands_alone(last) or _BULLET.match(line.text):
        return True
    opens = closed and (_NUMBERED.match(line.text) or _OPENS.match(line.text))
    if opens or (len(group) == 1 and _is_heading_before(last, line, layout)):
        return True
    if turned:
        return closed or (layout.indent is not None and layout.is_indented(line))
    if not layout.wrapped:
        return closed or not _is_broken(group, line)
    if line.blanks > layout.spacing or layout.is_indented(line):
        return True
    return layout.even and closed and (layout.is_short(last) or _is_stub(line, layout))


def _is_broken(group: Sequence[Line], line: Line) -> bool:
    """Whether ``line`` goes on with prose that was broken, where lines mostly are paragraphs.

    The prose begins as a report or has a full stop, and the line is prose, no longer than it.
    """
    last = group[-1]
    prose = len(group) > 1 or "。" in last.text or _LEAD.match(last.text)
    width = columns(last.text)
    return bool(
        prose
        and line.blanks == 0
        and line.indent == 0
        and width >= NARROWEST
        and columns(line.text) <= width + SLACK
        and _PUNCTUATION.search(line.text)
    )


def _stands_alone(line: Line) -> bool:
    """Whether a line belongs to no paragraph: a section, a row of contents, an issue's number."""
    return len(line.text) <= LONGEST_ALONE and bool(_ALONE.fullmatch(line.text))


def _is_heading_before(first: Line, line: Line, layout: Layout) -> bool:
    """Whether the first line of a paragraph is a heading, and ``line`` what follows it.

    Where broken lines all reach the edge, one that ends early without a sign is no broken
    line; elsewhere only a line like 12 月 21 日，… tells that something begins.
    """
    if layout.wrapped and layout.even and _is_stub(first, layout):
        return True
    return bool(_LEAD.match(line.text)) and not _PUNCTUATION.search(first.text)


def _is_heading(last: Line, line: Line, after: Line | None, layout: Layout) -> bool:
    """Whether a line alone between a full stop and a first line is a heading, not a last line."""
    alone = after is not None and layout.indent is not None and layout.is_indented(after)
    return alone and ends_sentence(last.text) and not ends_sentence(line.text)


def _is_stub(line: Line, layout: Layout) -> bool:
    """Whether a line ends before the edge and without a sign that would let it."""
    return layout.is_short(line) and not _OPEN_END.search(line.text)


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    """The lines as one paragraph: 科学技|术协会 -> 科学技术协会, science|and -> science and."""
    pieces = [lines[0].passage]
    for line in lines[1:]:
        last = pieces.pop()
        if _HYPHENATED.search(last.text[-2:]) and _SMALL.match(line.text):
            pieces += [last.slice(0, len(last.text) - 1), line.passage]
        elif _needs_blank(last.text[-1:], line.text[:1]):
            pieces += [last, Passage(" "), line.passage]
        else:
            pieces += [last, line.passage]
    return Paragraph(Passage.join(pieces), tuple(lines))


def _needs_blank(before: str, after: str) -> bool:
    """Whether a blank stood where a line was broken: between Latin words, not between Han."""
    if _LATIN.match(before):
        return bool(_LATIN.match(after)) or (after.isascii() and after.isdigit())
    return bool(_LATIN.match(after)) and (before.isdigit() or before in ",.;:")
