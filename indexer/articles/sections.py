"""Which lines are section headings: marked, named in the settings, or told by their words."""

from indexer.articles.headings import Headings, Role
from indexer.articles.marks import section_mark
from indexer.articles.paragraphs import enumerator, squeezed
from indexer.wordlists import words

SHORT_SECTION = 8  # characters an unmarked section heading may have


def settle_marked(headings: Headings) -> None:
    """Sections in brackets or between signs, or named in the settings."""
    for at, paragraph in enumerate(headings.paragraphs):
        name = squeezed(paragraph.text)
        if section_mark(paragraph.text):
            headings.settle(at, Role.SECTION, "有栏目标记")
        elif name in headings.sections:
            headings.settle(at, Role.SECTION, "设置中列有的栏目")


def settle_plain_sections(headings: Headings) -> None:
    """Unmarked section headings: a short line directly above a title, of the usual words.

    Or above a title that the table of contents has, which has no such row as the line itself.
    """
    ends = tuple(words("sections"))
    for at in sorted(headings.open):
        name = squeezed(headings.text(at))
        first = not headings.is_heading(at - 1) or headings.roles[at - 1] is Role.SECTION
        above = at + 1 in headings.open and not headings.text(at + 1).startswith("—")
        if not (first and above) or len(name) > SHORT_SECTION or enumerator(name):
            continue
        if name.endswith(ends):
            headings.settle(at, Role.SECTION, "常用的栏目名，下接标题")
        elif not headings.contents.begins(name) and headings.contents.names(headings.text(at + 1)):
            headings.settle(at, Role.SECTION, "下接目录里的标题")


def settle_peers(headings: Headings) -> None:
    """Other unmarked sections, set off from the title below them as those just found are."""
    peers = (at for at, role in enumerate(headings.roles) if role is Role.SECTION)
    gaps = {headings.gap(at + 1) for at in peers if not section_mark(headings.text(at))}
    inner = headings.inner_gap()
    for at in sorted(headings.open):
        short = len(squeezed(headings.text(at))) <= SHORT_SECTION and at + 1 in headings.open
        set_off = headings.gap(at + 1) in gaps and headings.gap(at + 1) > inner
        if short and set_off and not headings.is_heading(at - 1):
            headings.settle(at, Role.SECTION, "与其他栏目同形")
