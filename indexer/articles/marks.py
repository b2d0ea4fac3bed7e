"""Marks by which a paragraph is a section heading or the head of a table of contents."""

import re
from collections.abc import Sequence

from indexer.articles.paragraphs import squeezed
from indexer.models import Paragraph, Passage

LONGEST_SECTION = 16

_BRACKETED = re.compile(r"[【\[〔〖［]\s*([^】\]〕〗］]+?)\s*[】\]〕〗］]")
_RULED = re.compile(r"[-—=*·◇◆☆★※~～•●■]{1,6}\s*([^-—=*·◇◆☆★※~～•●■]+?)\s*[-—=*·◇◆☆★※~～•●■]{1,6}")
_DRAWN = re.compile(r"[-—―_=\u2500-\u257f*~～·\s]{4,}")
_CONTENTS = re.compile(
    r"[【\[〔]?(?:本期)?(?:目录|要目|导读|内容提要|目次|导航|看点|contents)[】\]〕]?[:：]?", re.I
)


def section_mark(text: str) -> str | None:
    """The section that a heading in brackets or between signs names: 【要闻】, -- 要闻 --."""
    match = _BRACKETED.fullmatch(text) or _RULED.fullmatch(text)
    if not match or len(match[1]) > LONGEST_SECTION or is_contents_head(text):
        return None
    name = squeezed(match[1])
    return name if re.search(r"[^\W\d]", name) else None


def is_contents_head(text: str) -> bool:
    """Whether a paragraph says that a table of contents follows: 目录, 本期要目."""
    return bool(_CONTENTS.fullmatch(squeezed(text)))


def is_drawn(text: str) -> bool:
    """Whether a paragraph is nothing but a line drawn across the page."""
    return bool(_DRAWN.fullmatch(text))


def bracketed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without drawn lines; what stands between two of them is put in brackets.

    ──── 头条关注 ──── on three lines is a section heading just as 【头条关注】 is.
    """
    texts = ["", *(paragraph.text for paragraph in paragraphs), ""]
    return [
        _in_brackets(paragraph) if is_drawn(before) and is_drawn(after) else paragraph
        for before, paragraph, after in zip(texts, paragraphs, texts[2:], strict=False)
        if not is_drawn(paragraph.text)
    ]


def _in_brackets(paragraph: Paragraph) -> Paragraph:
    """A short paragraph with the brackets of a section heading; a long one as it is."""
    if len(paragraph.text) > LONGEST_SECTION:
        return paragraph
    passage = Passage.join([Passage("【"), paragraph.passage, Passage("】")])
    return Paragraph(passage, paragraph.lines)
