"""What an engine ranked -> hits ready to be shown, read from the catalogue all at once."""

from collections.abc import Sequence

from indexer.models import Hit, Ranked
from indexer.search.leaves import Needles
from indexer.search.parts import SearchParts
from indexer.search.shown import make_hit


def make_hits(parts: SearchParts, ranked: Sequence[Ranked], needles: Needles) -> tuple[Hit, ...]:
    """The hits of a page, without those that the catalogue lost since the index was built."""
    stored = parts.catalog.found(one.article_id for one in ranked)
    versions = parts.catalog.printings({one.cluster for one in stored.values()})
    found = ((stored[one.article_id], one) for one in ranked if one.article_id in stored)
    return tuple(
        make_hit(held, one, needles, versions.get(held.cluster, ())) for held, one in found
    )
