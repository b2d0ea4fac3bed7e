"""Something typed -> the organisations, people, sections and titles of the archive it may mean."""

from collections.abc import Iterator

from indexer.analysis.sound import name_syllables, syllables
from indexer.models import Suggestion, SuggestionKind
from indexer.search.parts import SearchParts
from indexer.search.shelf import Shelf, Thing

LONGEST = 50
# So many of each kind at most, in this order among equals.
MOST = {
    SuggestionKind.ORGANIZATION: 4,
    SuggestionKind.PERSON: 3,
    SuggestionKind.SECTION: 2,
    SuggestionKind.TITLE: 3,
}


def suggest(parts: SearchParts, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """What a text typed so far may mean, the best first.

    Found by how it is written, from the start or within, and by pinyin, spelled out, by its
    initials or mixed with characters. Every name of an organisation leads to the preferred one.
    """
    typed = "".join(parts.analyser.normal(text[:LONGEST]).replace("'", "").split())
    if not typed:
        return ()
    found = [
        (how, -thing.articles, order, thing.text, kind)
        for order, (kind, most) in enumerate(MOST.items())
        for how, thing in _shelf(parts, kind).find(typed, most)
    ]
    found.sort()
    return tuple(Suggestion(kind, name, -articles) for _, articles, _, name, kind in found[:limit])


def syllables_of(parts: SearchParts, name: str, is_person: bool) -> tuple[str, ...]:
    """How a name sounds, one syllable for each character: 北京 -> bei, jing."""
    normal = parts.analyser.normal(name)
    return name_syllables(normal) if is_person else syllables(normal)


def _shelf(parts: SearchParts, kind: SuggestionKind) -> Shelf:
    """The things of one kind as the archive stands."""
    return parts.memory.shelves[kind].get(
        parts.catalog.state(), lambda: Shelf(_things(parts, kind))
    )


def _things(parts: SearchParts, kind: SuggestionKind) -> Iterator[Thing]:
    values = parts.values(kind)
    sound = name_syllables if kind is SuggestionKind.PERSON else syllables
    for value, articles in values.articles.items():
        name = values.normal(value)
        yield Thing(value, name, articles, sound(name))
    if kind is SuggestionKind.ORGANIZATION:
        for entry in parts.knowledge.organizations:
            articles = values.articles.get(entry.name, 0)
            for name in (*entry.aliases, *entry.short) if articles else ():
                normal = parts.analyser.normal(name)
                yield Thing(entry.name, normal, articles, sound(normal))
