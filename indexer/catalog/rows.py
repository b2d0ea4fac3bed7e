"""Rows of the catalogue and the values they stand for."""

import json
from typing import Any

from indexer.models import (
    Article,
    Issue,
    Passage,
    Person,
    Run,
    SourceFile,
    SourceReport,
    Status,
    StoredArticle,
)

# The columns that article() expects, in its order.
ARTICLE = """
SELECT a.id, i.source, a.issue, i.title, i.number, i.date, i.issuer,
       a.title, a.body, a.runs, a.section, a.date, a.page, a.organizations, a.persons, a.url,
       a.cluster
FROM articles a JOIN issues i ON i.id = a.issue
"""


def dump(values: object) -> str:
    """A value as compact JSON."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def article(row: tuple[Any, ...]) -> StoredArticle:
    """The article in a row of ARTICLE."""
    (key, source, issue_id, *issue) = row[:7]
    (title, body, runs, section, date, page, organizations, persons, url) = row[7:16]
    passage = Passage(body, tuple(Run(*run) for run in json.loads(runs)))
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
            organizations=tuple(json.loads(organizations)),
            persons=tuple(Person(*person) for person in json.loads(persons)),
            url=url,
        ),
        cluster=row[16],
    )


def article_columns(value: Article) -> tuple[object, ...]:
    """title, section, date, page, url, body, runs, organizations, persons of an article."""
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
    )


def source_file(row: tuple[Any, ...]) -> SourceFile:
    """The file in a row of path, size, mtime_ns, sha256, correction."""
    return SourceFile(*row)


def source_report(row: tuple[Any, ...]) -> SourceReport:
    """The report in a row of path, status, reason, warnings, number of articles."""
    path, status, reason, warnings, articles = row
    return SourceReport(path, Status(status), reason, tuple(json.loads(warnings)), articles)
