"""The printed lines of a page, each with its indent and the empty lines before it."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, repeat

from indexer.extract.clean.radicals import radicals
from indexer.models import Line, Page, Passage, Run

# ◆ ■ ▍ ▶ ★ ❖: arrows, blocks, shapes, symbols and dingbats of Unicode, and two others.
BULLET = r"[\u2190-\u21ff\u2580-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff※•]"
_END_OF_LINE = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Byte order mark, zero-width signs, soft hyphen, variation selectors, control characters.
_INVISIBLE = re.compile(r"[\ufeff\u200b-\u200f\u2060\u00ad\ufe00-\ufe0f\x00-\x08\x0e-\x1b\x7f]+")
# 科 协 动 态, but not 丁 宁: from three characters on, evenly spaced, a row of them is one word.
_HAN = r"[\u3400-\u9fff]"
_SPACED_WORD = re.compile(rf"(?<!{_HAN}){_HAN}(?P<gap>[ \t\u3000]+){_HAN}(?:(?P=gap){_HAN})+(?!\w)")
# 目  录 alone on its line, 报  送：… at the start of one.
_SPACED_PAIR = re.compile(rf"{_HAN}[ \t\u3000]+{_HAN}(?=$|[：:])")
_BLANKS = re.compile(r"[ \t\u3000]+")
_WIDE = "WFA"  # east asian widths that take two columns among Chinese characters


def columns(text: str) -> int:
    """The columns a text takes: two for a full-width character, one for a narrow one."""
    return sum(2 if unicodedata.east_asian_width(sign) in _WIDE else 1 for sign in text)


def lines_of(page: Page) -> list[Line]:
    """The lines of a page that hold something, radicals mended and spaced words closed."""
    found: list[Line] = []
    blanks = 0
    for raw, face in zip(_raw_lines(page), chain(page.faces, repeat(None)), strict=False):
        passage = raw.stripped()
        if not passage.text:
            blanks += 1
            continue
        indent = columns(raw.text[: len(raw.text) - len(raw.text.lstrip())])
        found.append(Line(_close_spaced_words(passage), page.number, indent, blanks, face))
        blanks = 0
    return found


def _raw_lines(page: Page) -> Iterator[Passage]:
    """Every line of the page with its places, invisible characters gone."""
    start = 0
    for end in [*(match.span() for match in _END_OF_LINE.finditer(page.text)), None]:
        stop, after = end or (len(page.text), 0)
        yield _visible(page, start, stop)
        start = after


def _visible(page: Page, start: int, stop: int) -> Passage:
    """The characters of the page from start to stop that can be seen."""
    text = page.text[start:stop].replace("\u00a0", " ").translate(radicals())
    whole = Passage(text, (Run(0, page.number, start, len(text)),) if text else ())
    return cut_out(whole, _INVISIBLE.finditer(text))


def _close_spaced_words(line: Passage) -> Passage:
    """The line with letter-spaced words closed: 科 协 动 态 -> 科协动态."""
    pair = _SPACED_PAIR.match(line.text)
    start = pair.end() if pair else 0
    words = [*([pair] if pair else []), *_SPACED_WORD.finditer(line.text, start)]
    gaps = (gap for word in words for gap in _BLANKS.finditer(line.text, *word.span()))
    return cut_out(line, gaps)


def cut_out(passage: Passage, matches: Iterator[re.Match[str]]) -> Passage:
    """The passage without what the matches cover; they are in order and do not overlap."""
    kept: list[Passage] = []
    start = 0
    for match in matches:
        kept.append(passage.slice(start, match.start()))
        start = match.end()
    return Passage.join([*kept, passage.slice(start, len(passage.text))]) if kept else passage
