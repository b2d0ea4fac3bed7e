"""Where each article of an issue begins and ends, and the section it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from indexer.articles.bylines import settle_bylines
from indexer.articles.confidence import Span, weigh
from indexer.articles.contents import Contents
from indexer.articles.enumerations import open_numbered, settle_enumerated
from indexer.articles.faces import settle_faces
from indexer.articles.headings import Headings, Role
from indexer.articles.headlines import open_colons, settle_indented, settle_questions
from indexer.articles.marks import section_mark
from indexer.articles.paragraphs import enumerator, squeezed
from indexer.articles.runs import settle_runs
from indexer.articles.sections import settle_marked, settle_peers, settle_plain_sections
from indexer.models import Cut, Paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it was cut out, its text still with credits and signature.

    ``lines`` are those of the title, ``heading`` is that of the section, as printed; the rules
    say why they were taken for such.
    """

    title: str
    section: str | None
    page: int
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Paragraph, ...] = ()
    rule: str = ""
    heading: Paragraph | None = None
    section_rule: str = ""
    cut: Cut = field(default_factory=Cut)


@dataclass(frozen=True, slots=True)
class Division:
    """The articles of an issue, and the paragraphs that belong to none of them."""

    drafts: tuple[Draft, ...]
    lost: tuple[Paragraph, ...]


def split(paragraphs: Sequence[Paragraph], contents: Contents, sections: Sequence[str]) -> Division:
    """The articles among the paragraphs, in order; text before the first heading is lost."""
    headings = Headings(paragraphs, contents, frozenset(map(squeezed, sections)))
    settle_marked(headings)
    settle_faces(headings)
    open_colons(headings)
    open_numbered(headings)
    settle_bylines(headings)
    settle_indented(headings)
    settle_questions(headings)
    settle_plain_sections(headings)
    settle_peers(headings)
    settle_enumerated(headings)
    settle_runs(headings)
    parts, lost = _parts(headings)
    cuts = weigh(headings, [part.span for part in parts])
    drafts = tuple(_draft(headings, part, cut) for part, cut in zip(parts, cuts, strict=True))
    return Division(drafts, tuple(paragraphs[at] for at in lost))


@dataclass(frozen=True, slots=True)
class _Part:
    """Where an article stands among the paragraphs, and where its section's heading does."""

    span: Span
    section: int | None


def _parts(headings: Headings) -> tuple[list[_Part], list[int]]:
    """The articles that the roles tell, and what belongs to none.

    A section without titles is one article of its name; a title without a text is none.
    """
    parts: list[_Part] = []
    lost: list[int] = []
    section: int | None = None
    title: list[int] = []
    for role, group in groupby(range(len(headings.roles)), key=headings.roles.__getitem__):
        places = list(group)
        if role is Role.TEXT and (title or section is not None):
            parts.append(_Part(Span((title or places)[0], places[0], places[-1] + 1), section))
        else:
            lost += title
        if role is Role.TEXT and not title and section is None:
            lost += places
        section = places[-1] if role is Role.SECTION else section
        title = places if role is Role.TITLE else []
    return parts, lost + title


def _draft(headings: Headings, part: _Part, cut: Cut) -> Draft:
    """The article of a part."""
    span, section = part.span, part.section
    lines = tuple(headings.paragraphs[span.start : span.text])
    heading = None if section is None else headings.paragraphs[section]
    name = section_name(heading.text) if heading else None
    return Draft(
        title=title_of(lines) or name or "",
        section=name,
        page=headings.paragraphs[span.start].page,
        paragraphs=tuple(headings.paragraphs[span.text : span.stop]),
        lines=lines,
        rule=headings.rules.get(span.start, "") if lines else "没有标题，取栏目名",
        heading=heading,
        section_rule="" if section is None else headings.rules.get(section, ""),
        cut=cut,
    )


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
