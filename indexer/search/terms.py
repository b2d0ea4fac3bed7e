"""The words of the index with their numbers of articles: how telling is a word, is it there?"""

from collections.abc import Iterable
from math import log

from indexer.models import Term


class Terms:
    """Words in normal form and how many articles hold each."""

    def __init__(self, terms: Iterable[Term], articles: int) -> None:
        self.articles = {term.word: term.articles for term in terms}
        self.total = articles

    def weight(self, word: str) -> float:
        """How telling a word is: the fewer articles hold it, the more; 0 for an unknown one."""
        known = self.articles.get(word, 0)
        return log(1 + self.total / known) if known else 0.0
