"""Organisations counted with all that are below them."""

from dataclasses import replace

from indexer.models import FacetCounts, Query, Question
from indexer.search.parts import SearchParts


def with_subordinates(
    parts: SearchParts, question: Question, query: Query, counts: tuple[FacetCounts, ...]
) -> tuple[FacetCounts, ...]:
    """The counts of a question, each organisation's as many as choosing it would find.

    An article that names two of a family counts once, so each family is asked for itself.
    """
    chosen = set(map(parts.knowledge.preferred, query.organizations))
    return tuple(
        _rolled_up(parts, question, chosen, one) if one.name == "organization" else one
        for one in counts
    )


def _rolled_up(
    parts: SearchParts, question: Question, chosen: set[str], counts: FacetCounts
) -> FacetCounts:
    numbers = {name: number for name, number in counts.values if number or name in chosen}
    for name in chosen | (numbers.keys() & parts.families.heads.keys()):
        family = parts.families.of(name)
        filters = replace(question.filters, organizations=family)
        asked = replace(question, filters=filters, offset=0, limit=0, facets=())
        numbers[name] = parts.engine.search(asked).total
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    return replace(counts, values=tuple(ordered))
