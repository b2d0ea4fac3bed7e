"""What a person set right: corpus/<file>.toml beside a source, applied at every reading.

[issue]
date = "2024-03-15"

[[articles]]
find = "标题读错的样子"
title = "正确的标题"
date = ""                  # empty: there is none
organizations = ["延庆区科协"]

[[articles]]
find = "被误当作标题的一行"
join = true                # belongs to the article before

[[articles]]
find = "两篇读成了一篇"
cut = ["第二篇的标题"]       # a paragraph of it that is a title

[[articles]]
find = "目录"
drop = true                # no article at all
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from indexer.errors import ConfigError
from indexer.models import (
    Article,
    Bulletin,
    Concern,
    Cut,
    Issue,
    Notice,
    Origin,
    Passage,
    Person,
)
from indexer.tables import TomlFile

_HOW = "更正文件所定；印出处是原来读出的"
_CUT = "更正文件在此切开"
_SETTLED = Cut(1.0, ("更正文件所定",))
_FIELDS = {
    "title": "title",
    "number": "number",
    "date": "date",
    "issuer": "issuer",
    "section": "section",
    "organizations": "organization",
    "persons": "person",
}
_DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")


@dataclass(frozen=True, slots=True)
class ArticleCorrection:
    """What is set right in the article whose title was read as ``find``; None leaves a value."""

    find: str
    title: str | None = None
    date: str | None = None
    section: str | None = None
    organizations: tuple[str, ...] | None = None
    persons: tuple[str, ...] | None = None
    join: bool = False
    cut: tuple[str, ...] = ()
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one source."""

    issue: Issue = field(default_factory=Issue)
    articles: tuple[ArticleCorrection, ...] = ()


def load_corrections(path: Path) -> Corrections:
    """The corrections in a file; ConfigError names the line of a mistake."""
    file = TomlFile(path)
    file.check_names({"issue": Issue, "articles": ArticleCorrection})
    issue = file.table("issue", Issue)
    articles = file.rows("articles", ArticleCorrection, required="find")
    for date in (issue.date, *(article.date for article in articles)):
        if date is not None and not _DATE.fullmatch(date):
            raise ConfigError(f"{path}：日期 {date} 写错了；应是 2024-03-15、2024-03 或空")
    return Corrections(issue, articles)


def correct(bulletin: Bulletin, corrections: Corrections) -> Bulletin:
    """The bulletin with all corrections applied; a warning for each that found nothing."""
    articles: list[Article] = []
    unused = dict.fromkeys(_key(one.find) for one in corrections.articles)
    for article in bulletin.articles:
        one = _meant(article, corrections.articles)
        if one is None:
            articles.append(article)
            continue
        unused.pop(_key(one.find), None)
        if one.drop:
            continue
        parts = _cut(_mended(article, one), one.cut)
        if one.join and articles:
            articles[-1] = _joined(articles[-1], parts[0])
            parts = parts[1:]
        articles += parts
    notices = tuple(
        Notice(Concern.CORRECTION, f"更正没有用上：没有标题为“{find}”的文章") for find in unused
    )
    issue = _mended_issue(bulletin.issue, corrections.issue)
    origins = _mended_origins(bulletin.origins, corrections.issue)
    dated = {_key(row.find) for row in corrections.articles if row.date is not None}
    open_ = (one for one in bulletin.notices if not _is_settled(one, dated))
    return Bulletin(issue, tuple(articles), (*open_, *notices), origins)


def _is_settled(notice: Notice, dated: set[str]) -> bool:
    """Whether a doubtful date is that of an article whose date was set right."""
    title = _key(notice.message).removeprefix("《").partition("》的日期")[0]
    return notice.kind is Concern.DATE and title in dated


def _meant(article: Article, rows: Iterable[ArticleCorrection]) -> ArticleCorrection | None:
    return next((row for row in rows if _key(row.find) == _key(article.title)), None)


def _key(title: str) -> str:
    """A title as it is compared: blanks do not matter."""
    return "".join(title.split())


def _mended(article: Article, one: ArticleCorrection) -> Article:
    values = article
    if one.title is not None:
        values = replace(values, title=one.title)
    if one.date is not None:
        values = replace(values, date=one.date or None)
    if one.section is not None:
        values = replace(values, section=one.section or None)
    if one.organizations is not None:
        values = replace(values, organizations=one.organizations)
    if one.persons is not None:
        values = replace(values, persons=tuple(Person(name) for name in one.persons))
    if one.title is not None:
        values = replace(values, cut=_SETTLED)
    return replace(values, origins=_mended_origins(values.origins, one))


def _mended_origins(
    origins: tuple[Origin, ...], right: "Issue | ArticleCorrection"
) -> tuple[Origin, ...]:
    """The origins with those of corrected values in place of what was read."""
    mended = [
        (name, getattr(right, key))
        for key, name in _FIELDS.items()
        if getattr(right, key, None) is not None
    ]
    names = {name for name, _ in mended}
    kept = [origin for origin in origins if origin.field not in names]
    for name, value in mended:
        read = "、".join(origin.value for origin in origins if origin.field == name)
        for one in value if isinstance(value, tuple) else (value,):
            kept.append(Origin(name, one or "（无）", read, _HOW))
    return tuple(kept)


def _mended_issue(issue: Issue, right: Issue) -> Issue:
    return Issue(
        title=_either(right.title, issue.title),
        number=_either(right.number, issue.number),
        date=_either(right.date, issue.date),
        issuer=_either(right.issuer, issue.issuer),
    )


def _either(right: str | None, read: str | None) -> str | None:
    return read if right is None else right or None


def _joined(first: Article, second: Article) -> Article:
    """The second article as part of the first, its title a paragraph."""
    body = Passage.join((first.body, Passage(second.title), second.body), "\n")
    organizations = dict.fromkeys(first.organizations + second.organizations)
    persons = {person.name: person for person in (*second.persons, *first.persons)}
    return replace(
        first,
        body=body,
        organizations=tuple(organizations),
        persons=tuple(persons.values()),
        cut=_SETTLED,
        origins=tuple(dict.fromkeys((*first.origins, *_named(second)))),
    )


def _named(article: Article) -> Iterator[Origin]:
    """The origins of an article's organisations and people."""
    return (one for one in article.origins if one.field in ("organization", "person"))


def _cut(article: Article, titles: tuple[str, ...]) -> list[Article]:
    """The articles that begin at the paragraphs named, the first one with what is before them."""
    wanted = {_key(title) for title in titles}
    parts: list[tuple[Passage, list[Passage]]] = [(Passage(article.title), [])]
    for paragraph in _paragraphs(article.body):
        if _key(paragraph.text) in wanted:
            parts.append((paragraph, []))
        else:
            parts[-1][1].append(paragraph)
    bodies = [Passage.join(paragraphs, "\n") for _, paragraphs in parts]
    cut = _SETTLED if len(parts) > 1 else article.cut
    found = [replace(article, body=bodies[0], cut=cut)]
    for (title, _), body in zip(parts[1:], bodies[1:], strict=True):
        place = title.place(0)
        page = place[0] if article.page and place else article.page
        origin = Origin("title", title.text, title.text, _CUT, page)
        origins = (origin, *(one for one in article.origins if one.field != "title"))
        found.append(
            replace(article, title=title.text, body=body, page=page, cut=cut, origins=origins)
        )
    return [part for part in found if part.body.text or part is found[0]]


def _paragraphs(body: Passage) -> Iterator[Passage]:
    start = 0
    for text in body.text.split("\n"):
        yield body.slice(start, start + len(text))
        start += len(text) + 1
