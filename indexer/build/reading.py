"""One file -> its articles: the way through extract, clean and articles."""

import hashlib
import os
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.articles import read_bulletin
from indexer.articles.corrections import correct, load_corrections
from indexer.errors import ConfigError
from indexer.extract import can_recognise, extract, stopped
from indexer.extract.clean import clean
from indexer.models import (
    Article,
    Bulletin,
    Concern,
    Extraction,
    Issue,
    Knowledge,
    Limits,
    Notice,
    Passage,
    Person,
    ReadyArticle,
    SourceReading,
    SourceReport,
    Status,
)
from indexer.sources import corrections_of

# Raised by hand whenever extract or articles read the same file differently than before.
RULES = 5
# Files read at the same time: each may take the memory of the limits.
_MOST_READERS = 4
# Readings that wait for an earlier one, for each reader: they are held in memory.
_WAITING = 4


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


def read_sources(
    files: Iterable[tuple[Path, str]], settings: BuildSettings
) -> Generator[SourceReading, None, None]:
    """What each file says, given with its name, in their order; the next ones are read meanwhile.

    Whoever leaves early, by an error or Ctrl-C, ends the readings under way.
    """
    readers = min(_MOST_READERS, os.cpu_count() or 1)
    ahead: deque[Future[SourceReading]] = deque()
    pool = ThreadPoolExecutor(readers, "reader")
    try:
        for path, name in files:
            ahead.append(pool.submit(read_source, path, name, settings))
            if len(ahead) > _WAITING * readers:
                yield ahead[0].result()
                ahead.popleft()
        while ahead:
            yield ahead[0].result()
            ahead.popleft()
    finally:
        _close(pool, ahead)


def _close(pool: ThreadPoolExecutor, ahead: Iterable[Future[SourceReading]]) -> None:
    """Ends the readers, at once even if they are at work."""
    if all(reading.done() for reading in ahead):
        pool.shutdown()
        return
    with stopped():
        pool.shutdown(cancel_futures=True)


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
        notice = Notice(Concern.CORRECTION, f"更正未采用：{error}")
        return replace(bulletin, notices=(*bulletin.notices, notice))


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
        name,
        extraction.status,
        extraction.reason,
        warnings,
        len(bulletin.articles),
        bulletin.notices,
    )
