"""Which part of a web page is its article: title, paragraphs, the line of date and source."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from indexer.extract.markup import Block, Box, WebPage

_CONTAINERS = re.compile(r"div|td|th|section|article|main|body|form|center|blockquote")
_DECAY = 0.8  # how much of what a box holds counts for the box around it
_DEPTH = 30
_SHORT = 60
_LONG = 300
# Short lines of the site, not of the article: the way to the page and from it.
_WAYS = re.compile(
    r"\s*(?:[上下]一[篇条页]|(?:您|你)?(?:现在|当前)?(?:所在)?的?位置\s*[：:]|(?:一键)?分享|扫一扫"
    r"|打印|关闭|返回|收藏|字[号体]|相关(?:链接|阅读|新闻|文章)|(?:浏览|阅读|点击|访问)(?:次数|量|数))"
)
_IMPRINT = re.compile(r"版权所有|ICP备|公网安备|技术支持|网站标识码|copyright", re.IGNORECASE)
_DATED = re.compile(r"(?:时间|日期)\s*[：:]?\s*\d{4}\s*[-/年.]|\d{4}-\d{1,2}-\d{1,2}.*来源")
# In a line of date and source: how often the page was read, and how to print it.
_COUNTERS = re.compile(r"[\s|【\[(（]*(?:浏览|阅读|点击|访问|字号|字体|打印|关闭|分享|收藏).*")
_PARTS = re.compile(r"\s*[-_|—–－｜]+\s*")
_HEADINGS = ("h1", "h2", "h3")


def article_lines(page: WebPage) -> list[str]:
    """Title, paragraphs, date and source; nothing where there are no paragraphs.

    Date and source stand last: below the title they would pass for the masthead of an issue.
    """
    box = _article(page)
    title, byline = _title(page, box), _byline(page, box)
    told = {_squeezed(title), _squeezed(byline)}
    body = (_trimmed(block.text) for block in page.within(box) if _is_prose(block))
    lines = [line for line in body if _squeezed(line) not in told]
    return [line for line in (title, *lines, byline) if line] if lines else []


def _article(page: WebPage) -> Box:
    """The box of the article: the only <article>, else the densest with prose, in <main> first."""
    for tag in ("article", "main"):
        boxes = [box for box in page.boxes if box.tag == tag and not box.dropped]
        prose = [*filter(_is_prose, page.within(boxes[0]))] if len(boxes) == 1 else []
        if prose:
            return boxes[0] if tag == "article" else _densest(prose, boxes[0])
    return _densest(filter(_is_prose, page.blocks), page.boxes[0])


def _densest(prose: Iterable[Block], otherwise: Box) -> Box:
    """The box with most prose; for each box around it the same prose counts a little less."""
    weights: defaultdict[Box, float] = defaultdict(float)
    for block in prose:
        weight = float(len(block.text))
        for box in islice(block.box.outwards(), _DEPTH):
            if _CONTAINERS.fullmatch(box.tag):
                weights[box] += weight
                weight *= _DECAY
    return max(weights, key=lambda box: weights[box], default=otherwise)


def _title(page: WebPage, body: Box) -> str:
    """The title: as the head names it, else a heading, else a part of <title>.

    Of several headings those count that <title> repeats, which mostly adds the name of the site
    and sometimes is only that; else the first of the body, or the nearest above it.
    """
    if page.headline:
        return page.headline
    headings = [*filter(_is_heading, page.blocks[: body.last])]
    repeated = [h.text for h in headings if _squeezed(h.text) in _squeezed(page.title)]
    own = [h.text for h in filter(_is_heading, page.within(body)) if h.box.tag != "h3"]
    above = [h.text for h in filter(_is_heading, page.blocks[: body.first])]
    parts = _PARTS.split(page.title)
    return max(repeated or own[:1] or above[-1:] or parts, key=len).strip()


def _byline(page: WebPage, body: Box) -> str:
    """The line of date and source in the body, else nearest above or below, else from the head."""
    above, below = page.blocks[: body.first], page.blocks[body.last :]
    for block in (*page.within(body), *reversed(above), *below):
        if _is_dated(block.text):
            return _trimmed(block.text).strip()
    date = f"发布时间：{page.date}" if page.date else ""
    source = f"来源：{page.source}" if page.source else ""
    return f"{date} {source}".strip()


def _is_heading(block: Block) -> bool:
    """Whether a block may be the title of the article."""
    return block.box.tag in _HEADINGS and _is_prose(block)


def _is_prose(block: Block) -> bool:
    """Whether a block may belong to an article: not links, and no line of the site."""
    text = block.text
    ways = len(text) <= _SHORT and _WAYS.match(text)
    imprint = len(text) <= _LONG and _IMPRINT.search(text)
    return not (block.is_links or ways or imprint)


def _is_dated(line: str) -> bool:
    """Whether a line gives the date of publication: 发布时间：2024-03-15 来源：…"""
    return len(line) <= _LONG and _DATED.search(line) is not None


def _trimmed(line: str) -> str:
    """The line of date and source without the counters and buttons behind them."""
    return _COUNTERS.sub("", line) if _is_dated(line) else line


def _squeezed(text: str) -> str:
    """The text without any blanks."""
    return "".join(text.split())
