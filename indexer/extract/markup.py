"""A web page as blocks of text, each knowing the box it stands in and how much of it is links.

One pass, no recursion: the time is linear in the length of the markup, as far as html.parser's is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

_Attributes = Sequence[tuple[str, str | None]]

# Elements that begin a new line; every other one, also of a site's own making, is part of a line.
_BOXES = re.compile(
    r"html|head|body|title|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th"
    r"|section|article|main|header|footer|nav|aside|form|blockquote|pre|center|figure|figcaption"
    r"|address|fieldset|legend|details|summary|script|style|noscript|template|iframe|svg|object"
    r"|video|audio|canvas|select|option|button|textarea"
)
# Forms are not dropped, only their controls: ASP.NET sets a whole page into one form.
_DROPPED = re.compile(
    r"head|title|script|style|noscript|template|iframe|svg|object|video|audio|canvas"
    r"|select|option|button|textarea|nav|aside|footer"
)
_BREAKS = ("br", "hr")
# What the start of an element ends, if nobody did: <li>一<li>二.
_ENDED_BY = {
    "li": ("p", "li"),
    "dt": ("p", "dt", "dd"),
    "dd": ("p", "dt", "dd"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "tr": ("p", "td", "th", "tr"),
    "option": ("option",),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(eq=False, slots=True)
class Box:
    """An element with lines of its own; its blocks are those from ``first`` up to ``last``."""

    tag: str
    parent: "Box | None" = None
    first: int = 0
    last: int = 0
    dropped: bool = False

    def outwards(self) -> "Iterator[Box]":
        """The box itself and those around it."""
        box: Box | None = self
        while box:
            yield box
            box = box.parent


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text; blanks at its start are kept, being an indent."""

    text: str
    box: Box
    linked: int

    @property
    def is_links(self) -> bool:
        """Whether more than half of the text is links."""
        return self.linked * 2 > len(self.text.strip())


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page shows, and what its head says of it: the headline, date and source of an article.

    Public bodies name these in meta elements: ArticleTitle, PubDate, ContentSource.
    """

    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...]
    title: str = ""
    headline: str = ""
    date: str = ""
    source: str = ""

    def within(self, box: Box) -> Sequence[Block]:
        """The blocks of a box and of those in it."""
        return self.blocks[box.first : box.last]


def web_page(markup: str) -> WebPage:
    """The page in this markup, however badly it is nested."""
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    metas = parser.metas
    return WebPage(
        tuple(parser.blocks),
        tuple(parser.boxes),
        title=_line(parser.title).strip(),
        headline=metas.get("articletitle", "").strip(),
        date=metas.get("pubdate", "").strip(),
        source=metas.get("contentsource", "").strip(),
    )


class _Parser(HTMLParser):
    """Collects blocks while html.parser reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.boxes = [Box("")]
        self.title = ""
        self.metas: dict[str, str] = {}
        self._box = self.boxes[0]
        self._open: Counter[str] = Counter()
        self._text = _Text()
        self._in_link = False

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag == "a":
            self._in_link = any(name == "href" for name, _ in attrs)
        elif tag == "meta":
            self._note(attrs)
        elif tag in _BREAKS:
            self._end_block()
        elif _BOXES.fullmatch(tag):
            self._start_box(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._in_link = False
        elif self._open[tag]:
            while self._box.tag != tag:
                self._end_box()
            self._end_box()

    def handle_data(self, data: str) -> None:
        if self._box.tag == "title":
            self.title = self.title or data
        elif not self._box.dropped:
            self._text.add(data, self._in_link)

    def close(self) -> None:
        super().close()
        while self._box.parent:
            self._end_box()
        self._end_block()
        self._box.last = len(self.blocks)

    def _start_box(self, tag: str, attrs: _Attributes) -> None:
        self._end_block()
        while self._box.tag in _ENDED_BY.get(tag, ("p",)):
            self._end_box()
        dropped = self._box.dropped or _DROPPED.fullmatch(tag) is not None or _is_hidden(attrs)
        if tag == "header":  # that of an article holds its title
            dropped = dropped or not (self._open["article"] or self._open["main"])
        self._box = Box(tag, self._box, len(self.blocks), dropped=dropped)
        self.boxes.append(self._box)
        self._open[tag] += 1

    def _end_box(self) -> None:
        self._end_block()
        self._box.last = len(self.blocks)
        self._open[self._box.tag] -= 1
        self._box = self._box.parent or self._box

    def _end_block(self) -> None:
        text, linked = self._text.taken()
        if text.strip():
            self.blocks.append(Block(text, self._box, linked))

    def _note(self, attrs: _Attributes) -> None:
        given = dict(attrs)
        self.metas.setdefault((given.get("name") or "").lower(), given.get("content") or "")


@dataclass(slots=True)
class _Text:
    """The text of the block that is being read."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, data: str, in_link: bool) -> None:
        self.parts.append(data)
        if in_link:
            self.linked += len(data.strip())

    def taken(self) -> tuple[str, int]:
        """The line and how much of it is links; the next block begins."""
        line, linked = _line("".join(self.parts)), self.linked
        self.parts, self.linked = [], 0
        return line, linked


def _line(text: str) -> str:
    """The text with its blanks made one, and none where a line of Chinese was broken."""

    def blank(found: re.Match[str]) -> str:
        around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        broken = "\n" in found[0] and len(around) == 2 and not any(map(str.isascii, around))
        return "" if broken else " "

    return _BLANKS.sub(blank, text.strip(" \t\n\r\f"))


def _is_hidden(attrs: _Attributes) -> bool:
    return any(
        name == "hidden" or (name == "style" and _HIDDEN.search(value or ""))
        for name, value in attrs
    )
