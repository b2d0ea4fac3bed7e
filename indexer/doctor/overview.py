"""The archive beyond its files: how much there is of what, and who has long not been heard of."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from indexer.catalog import CatalogReader
from indexer.models import ArticleOutline, Finding, Knowledge, Overview, SuggestionKind

SILENT_DAYS = 92


def survey(
    catalog: CatalogReader,
    knowledge: Knowledge,
    unseen: tuple[str, ...],
    findings: tuple[Finding, ...],
) -> Overview:
    """The overview of all articles; words that no article has, and the findings, come ready."""
    outlines = tuple(catalog.outlines())
    dates = [outline.date for outline in outlines if outline.date]
    return Overview(
        organizations=len({name for outline in outlines for name in outline.organizations}),
        people=len(catalog.tally(SuggestionKind.PERSON)),
        first=min(dates, default=None),
        last=max(dates, default=None),
        undated=len(outlines) - len(dates),
        unsigned=sum(not outline.organizations for outline in outlines),
        silent=tuple(_silent(outlines, knowledge)),
        unseen=unseen,
        findings=findings,
    )


def _silent(outlines: Sequence[ArticleOutline], knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """(name, last date) of bodies of the table without an article for three months."""
    last: dict[str, str] = {}
    for outline in outlines:
        for name in outline.organizations:
            last[name] = max(last.get(name, ""), outline.date or "")
    since = (date.today() - timedelta(SILENT_DAYS)).isoformat()
    for row in knowledge.organizations:
        if row.name in last and last[row.name] < since[: len(last[row.name]) or None]:
            yield row.name, last[row.name]
