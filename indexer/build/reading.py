"""One file -> its articles: the way through extract, clean and articles."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.articles import read_bulletin
from indexer.articles.corrections import correct, load_corrections
from indexer.errors import ConfigError
from indexer.extract import can_recognise, extract
from indexer.extract.clean import clean
from indexer.models import (
    Article,
    Bulletin,
    Extraction,
    Issue,
    Knowledge,
    Limits,
    Passage,
    Person,
    ReadyArticle,
    SourceReading,
    SourceReport,
    Status,
)
from indexer.sources import corrections_of

# Raised by hand whenever extract or articles read the same file differently than before.
RULES = 3


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Where the bulletins are, what reading one may cost, what is known beforehand."""

    corpus: Path
    limits: Limits
    knowledge: Knowledge

    def reader(self, status: Status) -> str:
        """The fingerprint of all that decides how a file is read.

        For a file that could not be read the limits, the passwords and whether scans can be
        recognised belong to it: when they change, it is tried again.
        """
        means = None if status is Status.OK else (self.limits, can_recognise())
        return hashlib.sha256(repr((RULES, self.knowledge, means)).encode()).hexdigest()[:16]


def read_source(path: Path, name: str, settings: BuildSettings) -> SourceReading:
    """What one file says, down to its articles; never raises for what is in the file."""
    extraction = extract(path, settings.limits)
    if extraction.ready:
        bulletin = Bulletin(Issue(), tuple(map(_ready_article, extraction.ready)))
    elif extraction.status is Status.OK:
        document = clean(extraction.pages, extraction.paged)
        bulletin = _corrected(read_bulletin(document, name, settings.knowledge), path)
    else:
        bulletin = Bulletin(Issue(), ())
    return SourceReading(_report(name, extraction, bulletin), bulletin, extraction.ready)


def _corrected(bulletin: Bulletin, path: Path) -> Bulletin:
    """The bulletin with the corrections beside its file; a mistake in them is a warning."""
    beside = corrections_of(path)
    if not beside.is_file():
        return bulletin
    try:
        return correct(bulletin, load_corrections(beside))
    except ConfigError as error:
        return replace(bulletin, warnings=(*bulletin.warnings, f"更正未采用：{error}"))


def _ready_article(ready: ReadyArticle) -> Article:
    return Article(
        title=ready.title,
        body=Passage(ready.text),
        section=ready.section,
        date=ready.date,
        organizations=ready.organizations,
        persons=tuple(Person(name) for name in ready.persons),
        url=ready.url,
    )


def _report(name: str, extraction: Extraction, bulletin: Bulletin) -> SourceReport:
    warnings = extraction.warnings + bulletin.warnings
    return SourceReport(
        name, extraction.status, extraction.reason, warnings, len(bulletin.articles)
    )
