"""Where each article of an issue begins and ends, and the section it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from indexer.articles.contents import Contents
from indexer.articles.enumerations import settle_enumerated
from indexer.articles.headings import Headings, Role
from indexer.articles.headlines import open_colons, settle_indented, settle_questions
from indexer.articles.marks import section_mark
from indexer.articles.paragraphs import enumerator, squeezed
from indexer.articles.runs import settle_runs
from indexer.articles.sections import settle_marked, settle_peers, settle_plain_sections
from indexer.models import Paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it was cut out, its text still with credits and signature."""

    title: str
    section: str | None
    page: int
    paragraphs: tuple[Paragraph, ...]


def split(
    paragraphs: Sequence[Paragraph], contents: Contents, sections: Sequence[str]
) -> Iterator[Draft]:
    """The articles among the paragraphs, in order; text before the first heading is none."""
    headings = Headings(paragraphs, contents, frozenset(map(squeezed, sections)))
    settle_marked(headings)
    open_colons(headings)
    settle_indented(headings)
    settle_questions(headings)
    settle_plain_sections(headings)
    settle_peers(headings)
    settle_enumerated(headings)
    settle_runs(headings)
    return _drafts(paragraphs, headings.roles)


def _drafts(paragraphs: Sequence[Paragraph], roles: Sequence[Role]) -> Iterator[Draft]:
    """The articles that the roles tell; a section without titles is one article of its name."""
    section: str | None = None
    title: tuple[Paragraph, ...] = ()
    pairs = zip(roles, paragraphs, strict=True)
    for role, group in groupby(pairs, key=itemgetter(0)):
        members = tuple(paragraph for _, paragraph in group)
        if role is Role.TITLE:
            title = members
            continue
        if role is Role.SECTION:
            section = section_name(members[-1].text)
        elif title or section:
            page = (title or members)[0].page
            yield Draft(title_of(title) or section or "", section, page, members)
        title = ()


def title_of(lines: Sequence[Paragraph]) -> str:
    """The lines of a title joined, without number or bullet."""
    whole = ""
    for line in lines:
        latin = whole[-1:].isascii() and whole[-1:].isalpha() and line.text[:1].isascii()
        whole += " " + line.text if latin else line.text
    mark = enumerator(whole)
    return whole[mark[1] :].strip() if mark else whole


def section_name(text: str) -> str:
    """The name in a section heading: 【要闻】, 一、要闻 and ◆ 要闻 are all 要闻."""
    mark = enumerator(text)
    return section_mark(text) or "".join(text[mark[1] if mark else 0 :].split())
