"""What should be looked at? All that is doubtful in an archive, each with what to do."""

from pathlib import Path

from indexer.catalog import CatalogReader
from indexer.doctor.articles import of_articles
from indexer.doctor.corrections import of_corrections
from indexer.doctor.organizations import of_organizations
from indexer.doctor.series import of_series
from indexer.doctor.sources import of_sources
from indexer.models import Finding, Knowledge

__all__ = ["examine"]


def examine(catalog: CatalogReader, corpus: Path, knowledge: Knowledge) -> tuple[Finding, ...]:
    """The findings about files, articles, series of issues, organisations and corrections."""
    outlines = tuple(catalog.outlines())
    return (
        *of_sources(catalog.reports()),
        *of_articles(outlines),
        *of_series({outline.source: outline.issue for outline in outlines}),
        *of_organizations(outlines, knowledge),
        *of_corrections(corpus),
    )
