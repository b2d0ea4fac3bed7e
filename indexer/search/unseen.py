"""Words of the settings that no article has."""

from indexer.errors import IndexUnavailable
from indexer.search.parts import SearchParts


def unseen_words(parts: SearchParts) -> tuple[str, ...]:
    """The words that the site added to the dictionary in vain; none where there is no index."""
    try:
        held = parts.terms.articles
    except IndexUnavailable:
        return ()
    return tuple(word for word in parts.knowledge.words if parts.analyser.normal(word) not in held)
