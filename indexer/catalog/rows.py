"""Rows of the catalogue and the values they stand for."""

import json
from functools import lru_cache
from typing import Any

from indexer.models import (
    Article,
    ArticleOutline,
    Concern,
    Cut,
    Issue,
    Notice,
    Passage,
    Person,
    Run,
    SourceFile,
    SourceReport,
    Status,
    StoredArticle,
    SuggestionKind,
)

# The columns that article() expects, in its order.
ARTICLE = """
SELECT a.id, i.source, a.issue, i.title, i.number, i.date, i.issuer,
       a.title, a.body, a.runs, a.section, a.date, a.page, a.organizations, a.persons, a.url,
       a.cluster, a.cut, a.signers, a.added, a.entered
FROM articles a JOIN issues i ON i.id = a.issue
"""

# The cluster, then the columns of a Version, of the articles in a JSON list of clusters.
PRINTINGS = """
SELECT a.cluster, a.id, a.title, i.source, i.title, i.number
FROM articles a JOIN issues i ON i.id = a.issue
WHERE a.cluster <> '' AND a.cluster IN (SELECT value FROM json_each(?))
ORDER BY i.source
"""

# The columns that outline() expects, in its order.
OUTLINE = """
SELECT a.id, i.source, i.title, i.number, i.date, i.issuer,
       a.title, a.date, a.organizations, a.cut
FROM articles a JOIN issues i ON i.id = a.issue
"""

# Each value of a kind and its number of articles, versions of one text counted once; most first.
_COUNTED = """
SELECT {value}, count(DISTINCT CASE a.cluster WHEN '' THEN a.id ELSE a.cluster END)
FROM articles a{joined} WHERE {value} <> '' GROUP BY 1 ORDER BY 2 DESC, 1
"""
TALLY = {
    SuggestionKind.ORGANIZATION: _COUNTED.format(
        value="o.value", joined=", json_each(a.organizations) o"
    ),
    SuggestionKind.PERSON: _COUNTED.format(
        value="json_extract(p.value, '$[0]')", joined=", json_each(a.persons) p"
    ),
    SuggestionKind.SECTION: _COUNTED.format(value="a.section", joined=""),
    SuggestionKind.TITLE: _COUNTED.format(value="a.title", joined=""),
}


def dump(values: object) -> str:
    """A value as compact JSON."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def article(row: tuple[Any, ...]) -> StoredArticle:
    """The article in a row of ARTICLE."""
    (key, source, issue_id, *issue) = row[:7]
    (title, body, runs, section, date, page, organizations, persons, url) = row[7:16]
    runs, organizations, persons = json.loads(f"[{runs},{organizations},{persons}]")
    passage = Passage(body, tuple([Run(*run) for run in runs]))
    return StoredArticle(
        id=key,
        source=source,
        issue_id=issue_id,
        issue=Issue(*issue),
        article=Article(
            title=title,
            body=passage,
            section=section,
            date=date,
            page=page,
            organizations=tuple(organizations),
            persons=tuple([Person(*person) for person in persons]),
            url=url,
            cut=_cut(row[17]),
            signers=tuple(json.loads(row[18])),
        ),
        cluster=row[16],
        added=row[19],
        entered=row[20],
    )


def outline(row: tuple[Any, ...]) -> ArticleOutline:
    """The outline in a row of OUTLINE."""
    (key, source, *issue) = row[:6]
    (title, date, organizations, cut) = row[6:]
    names = tuple(json.loads(organizations))
    return ArticleOutline(key, source, Issue(*issue), title, date, names, _cut(cut))


def article_columns(value: Article) -> tuple[object, ...]:
    """The columns of an article from its title to its signers, in the order they are stored."""
    runs = [(run.start, run.page, run.offset, run.length) for run in value.body.runs]
    persons = [(person.name, person.post, person.organization) for person in value.persons]
    return (
        value.title,
        value.section,
        value.date,
        value.page,
        value.url,
        value.body.text,
        dump(runs),
        dump(value.organizations),
        dump(persons),
        dump((value.cut.confidence, value.cut.reasons, value.cut.doubts)),
        dump(value.signers),
    )


@lru_cache(maxsize=1024)
def _cut(text: str) -> Cut:
    """[0.9, ["目录里列有"], []] -> the cut."""
    confidence, reasons, doubts = json.loads(text)
    return Cut(confidence, tuple(reasons), tuple(doubts))


def notices(report: SourceReport) -> str:
    """The notices of a report as JSON."""
    return dump([(notice.kind.value, notice.message) for notice in report.notices])


def source_file(row: tuple[Any, ...]) -> SourceFile:
    """The file in a row of path, size, mtime_ns, sha256, correction."""
    return SourceFile(*row)


def source_report(row: tuple[Any, ...]) -> SourceReport:
    """The report in a row of path, status, reason, warnings, number of articles, notices."""
    path, status, reason, warnings, articles, noticed = row
    told = tuple(Notice(Concern(kind), message) for kind, message in json.loads(noticed))
    return SourceReport(path, Status(status), reason, tuple(json.loads(warnings)), articles, told)
