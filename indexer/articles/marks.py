"""Marks by which a paragraph is a section heading or the head of a table of contents."""

import re

from indexer.articles.paragraphs import squeezed

LONGEST_SECTION = 16

_BRACKETED = re.compile(r"[【\[〔〖［]\s*([^】\]〕〗］]+?)\s*[】\]〕〗］]")
_RULED = re.compile(r"[-—=*·◇◆☆★※~～•●■]{1,6}\s*([^-—=*·◇◆☆★※~～•●■]+?)\s*[-—=*·◇◆☆★※~～•●■]{1,6}")
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
