"""Which short lines can be titles, by their indent and by the sign they end with."""

import re
from collections import Counter

from indexer.articles.headings import Headings, Role
from indexer.articles.paragraphs import asks_or_calls, begins_report, indent, may_be_title

FEWEST_TITLES = 2  # headings with another indent that show that titles have another
CENTRED = 6  # columns beyond the indent of the text; both halves of a title may be centred
FEWEST_TEXTS = 3  # indented paragraphs that show how the file indents its text

# What ends with a colon and introduces rows, a speech or a letter.
_INTRODUCTION = re.compile(
    "如下|同志|[说道问答]：|们：|单位：|[协学]会：|科协：|名单|记者|编者|：.*："
)


def open_colons(headings: Headings) -> None:
    """A first line of a title that ends with a colon: 召开工作例会：|盯住“卡脖子”."""
    usual = text_indent(headings)
    for at in range(len(headings.roles) - 2):
        text = headings.text(at)
        above = at + 1 in headings.open and headings.is_text(at + 2)
        if not text.endswith("：") or not above:
            continue
        named = headings.contents.names(text + headings.text(at + 1))
        introduces = _INTRODUCTION.search(text) or not may_be_title(text[:-1])
        fresh = at == 0 or headings.is_heading(at - 1) or headings.text(at - 1).endswith("。")
        indents = {indent(headings.paragraphs[line]) for line in (at, at + 1)}
        alike = len(indents) == 1 or min(indents) > usual + CENTRED
        if named or (not introduces and fresh and alike):
            headings.open.add(at)


def settle_indented(headings: Headings) -> None:
    """Short lines set in just as the text is set in: rows of a list, no titles.

    Only where the file gives its titles another indent.
    """
    usual = text_indent(headings)
    if not usual:
        return
    alike = [at for at in headings.open if indent(headings.paragraphs[at]) == usual]
    others = len(headings.open) - len(alike)
    if others < FEWEST_TITLES and others <= len(alike):
        return
    for at in alike:
        if not headings.contents.names(headings.text(at)):
            headings.settle(at, Role.TEXT)


def text_indent(headings: Headings) -> int:
    """The indent of first lines in this file; 0 where there is none."""
    indents = Counter(
        indent(paragraph)
        for at, paragraph in enumerate(headings.paragraphs)
        if headings.is_text(at)
    )
    often = indents.most_common(1)
    return often[0][0] if often and often[0][1] >= FEWEST_TEXTS else 0


def settle_questions(headings: Headings) -> None:
    """Lines that end with ？ or ！ are titles only where a title is expected."""
    usual = text_indent(headings)
    for at in sorted(headings.open):
        if not asks_or_calls(headings.text(at)) or headings.contents.names(headings.text(at)):
            continue
        elsewhere = usual > 0 and indent(headings.paragraphs[at]) != usual
        expected = at == 0 or headings.is_heading(at - 1)
        followed = headings.text(at + 1).startswith("——") or begins_report(headings.text(at + 1))
        if not (elsewhere or expected or followed):
            headings.settle(at, Role.TEXT)
