"""More like this: the articles that share an article's most telling words."""

from collections import Counter
from math import log

from indexer.errors import ArticleMissing
from indexer.models import Hit, Node, Or, Question, StoredArticle, Word
from indexer.search.hits import make_hits
from indexer.search.leaves import Needles
from indexer.search.parts import SearchParts
from indexer.search.terms import Terms

MOST_WORDS = 12
MOST_NAMES = 6
# A word of the title counts like so many more in the text.
TITLE_COUNTS = 3
# A word in more than this part of the archive tells nothing.
COMMON = 0.3


def similar(parts: SearchParts, article_id: str, limit: int = 5) -> tuple[Hit, ...]:
    """Other articles that share telling words and names, closest first, without other versions.

    ArticleMissing for an unknown id.
    """
    stored = parts.catalog.article(article_id)
    if stored is None:
        raise ArticleMissing(f"没有编号为 {article_id} 的文章；它可能已被移走，请重新检索")
    words: tuple[Node, ...] = tuple(Word(word) for word in telling_words(parts, stored))
    if not words:
        return ()
    versions = parts.catalog.printings([stored.cluster]).get(stored.cluster, ())
    own = {article_id, *(one.article_id for one in versions)}
    root = Or(words) if len(words) > 1 else words[0]
    ranked = parts.engine.search(Question(root, limit=limit + len(own))).hits
    others = [one for one in ranked if one.article_id not in own]
    return make_hits(parts, others, Needles())[:limit]


def telling_words(parts: SearchParts, stored: StoredArticle) -> tuple[str, ...]:
    """The words of an article that occur often in it and seldom elsewhere, then its names."""
    article = stored.article
    counts = Counter(parts.analyser.words(article.body.text))
    for word in parts.analyser.words(article.title):
        counts[word] += TITLE_COUNTS
    terms = parts.terms
    weights = {word: (1 + log(count)) * _weight(terms, word) for word, count in counts.items()}
    best = sorted(weights, key=lambda word: (-weights[word], word))[:MOST_WORDS]
    names = [*article.organizations, *(person.name for person in article.persons)]
    normal = map(parts.analyser.normal, dict.fromkeys(names))
    found = [word for word in best if weights[word]]
    return tuple(dict.fromkeys((*found, *list(normal)[:MOST_NAMES])))


def _weight(terms: Terms, word: str) -> float:
    """How telling a word is; 0 for numbers, single characters, and what nobody or all share."""
    known = terms.articles.get(word, 0)
    shared = 1 < known <= max(2, COMMON * terms.total)
    return terms.weight(word) if shared and len(word) > 1 and word.isalpha() else 0.0
