"""Which articles are versions of one text? The same file twice, PDF and text, two issues."""

from collections.abc import Iterator

from indexer.analysis import SIZE, likeness, make_sketch, normal_form
from indexer.catalog import Catalog
from indexer.models import StoredArticle

# Texts that share so much of their shingles are one text: the same issue as PDF and as text comes
# to 0.9 and more, two reports of one event by different hands stay below 0.3. A text too short to
# fill a sketch must be the same, and two dates make two events, however alike the reports.
ALIKE = 0.7


def cluster_articles(catalog: Catalog) -> None:
    """Sort the articles that are new to the catalogue into clusters with those they repeat."""
    fresh = catalog.unclustered()
    if not fresh:
        return
    stored = (catalog.article(key) for key in fresh)
    catalog.note_sketches({one.id: _sketch(one) for one in stored if one})
    parents: dict[str, str] = {}
    for key in fresh:
        parents.setdefault(key, key)
        for other in _alike(catalog, key):
            _unite(parents, key, catalog.cluster(other) or other)
    catalog.set_clusters(dict(_members(catalog, parents, fresh)))


def _sketch(stored: StoredArticle) -> tuple[int, ...]:
    return make_sketch(normal_form(stored.article.body.text))


def _alike(catalog: Catalog, key: str) -> Iterator[str]:
    sketch, date = catalog.sketch(key), catalog.date(key)
    least = ALIKE if len(sketch) == SIZE else 1.0
    for other in catalog.perhaps_alike(key):
        dates = {date, catalog.date(other)} - {None}
        if len(dates) < 2 and likeness(sketch, catalog.sketch(other)) >= least:
            yield other


def _unite(parents: dict[str, str], one: str, other: str) -> None:
    """Put two clusters under one name, the smaller of both."""
    low, high = sorted((_root(parents, one), _root(parents, other)))
    parents[high] = low
    parents.setdefault(low, low)


def _root(parents: dict[str, str], name: str) -> str:
    while parents.get(name, name) != name:
        name = parents[name]
    return name


def _members(
    catalog: Catalog, parents: dict[str, str], fresh: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """(article, its cluster) of all that is new or whose cluster was united with another."""
    for name in parents:
        root = _root(parents, name)
        if name in fresh:
            yield name, root
        if root != name or name not in fresh:
            for stored in catalog.versions(name):
                yield stored.id, root
