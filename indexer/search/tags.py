"""What was asked of a field -> the values of the archive that are meant."""

from indexer.models import SuggestionKind, Tagged
from indexer.search.issues import find_issues
from indexer.search.leaves import FACET_LABELS
from indexer.search.parts import SearchParts

MOST_VALUES = 1_000

_KINDS = {
    "organization": SuggestionKind.ORGANIZATION,
    "person": SuggestionKind.PERSON,
    "section": SuggestionKind.SECTION,
}


def resolve(
    parts: SearchParts, facet: str, typed: str, prefix: bool = False
) -> tuple[Tagged, tuple[str, ...]]:
    """The values of a facet that a typed text means, and a notice where none does.

    A name of the organisation table means its bodies, all of them where several share it;
    any other text the value that it is, or else those that contain it.
    """
    typed = typed.strip()
    normal = parts.analyser.normal(typed)
    if facet == "issue":
        values = find_issues(normal, parts.catalog.issues())
    elif prefix:
        values = parts.values(_KINDS[facet]).beginning(normal)
    else:
        values = _values(parts, facet, normal)
    label = FACET_LABELS[facet]
    if not values:
        return Tagged(facet, (typed,)), (f"资料库中没有{label}“{typed}”",)
    notices: tuple[str, ...] = ()
    if len(values) > MOST_VALUES:
        notices = (f"{label}中含“{typed}”的超过 {MOST_VALUES} 个，只取前 {MOST_VALUES} 个",)
    return Tagged(facet, values[:MOST_VALUES]), notices


def _values(parts: SearchParts, facet: str, normal: str) -> tuple[str, ...]:
    known = parts.values(_KINDS[facet])
    if facet == "organization":
        bearers = parts.names.bearers(normal)
        if any(bearer in known.articles for bearer in bearers):
            return bearers
    return known.equal(normal) or known.containing(normal)
