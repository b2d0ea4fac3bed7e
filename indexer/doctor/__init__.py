"""What should be looked at? All that is doubtful in an archive, each with what to do."""

from pathlib import Path

from indexer.catalog import CatalogReader
from indexer.config import SavedSearch
from indexer.doctor.articles import of_articles
from indexer.doctor.corrections import of_corrections
from indexer.doctor.organizations import of_organizations
from indexer.doctor.overview import survey
from indexer.doctor.saved import faults_of, of_saved
from indexer.doctor.series import gaps_in, of_series
from indexer.doctor.sources import of_sources
from indexer.doctor.words import KIND_WORDS
from indexer.models import Finding, Knowledge

__all__ = ["KIND_WORDS", "examine", "faults_of", "gaps_in", "survey"]


def examine(
    catalog: CatalogReader,
    corpus: Path,
    knowledge: Knowledge,
    saved: tuple[SavedSearch, ...] = (),
) -> tuple[Finding, ...]:
    """The findings about files, articles, series, organisations, corrections, shared searches."""
    outlines = tuple(catalog.outlines())
    return (
        *of_sources(catalog.reports()),
        *of_articles(outlines),
        *of_series({outline.source: outline.issue for outline in outlines}),
        *of_organizations(outlines, knowledge),
        *of_corrections(corpus),
        *of_saved(saved),
    )
