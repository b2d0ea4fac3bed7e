"""When little was found: the words that nothing holds, and other questions that find more."""

from collections.abc import Iterator
from dataclasses import replace

from indexer.errors import QuestionRejected
from indexer.models import Help, Leaf, Offer, Query, Question, Remedy
from indexer.search.asking import make_question
from indexer.search.parts import SearchParts
from indexer.search.remedies import Remedied, changes, spellings
from indexer.search.suspects import find_suspects, pieces
from indexer.search.understanding import Understood, understand

ENOUGH = 3  # hits; from so many on nobody is offered anything
MOST_SEARCHES = 12
MOST_SPELLINGS = 3
MOST_WORDS = 4  # looked up; the others count as held
_ORDER = tuple(Remedy)


def make_help(parts: SearchParts, query: Query, understood: Understood, total: int) -> Help:
    """The words found nowhere in the archive, and questions that find more than ``total``.

    Each offer's total is that of its own search. At most MOST_SEARCHES questions are asked.
    """
    asking = _Asking(parts, understood.notices)
    suspects = find_suspects(parts, understood)
    held = {word: asking.holds(word, leaf) for word, leaf in suspects.items()}
    missing = tuple(word for word, is_held in held.items() if not is_held)
    # A misspelt word may be cut into words that all exist: 常务会 -> 常务, 会.
    whole = {word: False for word in pieces(parts, understood) if word not in held}
    values = dict.fromkeys(map(parts.analyser.normal, understood.valued), True)
    offers = [
        *asking.offers(query, spellings(parts, query, held | whole), total, MOST_SPELLINGS),
        *asking.offers(query, changes(parts, query, understood, held | values), total),
    ]
    offers.sort(key=lambda offer: _ORDER.index(offer.remedy))
    return Help(missing, tuple(offers))


class _Asking:
    """Asks how many articles a question finds, as long as the budget lasts."""

    def __init__(self, parts: SearchParts, notices: tuple[str, ...]) -> None:
        self._parts = parts
        self._notices = notices
        self._left = MOST_SEARCHES

    def holds(self, word: str, leaf: Leaf) -> bool:
        """Whether any article has what a leaf asks for; what was not looked up counts as held."""
        if word in self._parts.terms.articles or self._left <= MOST_SEARCHES - MOST_WORDS:
            return True
        self._left -= 1
        return self._parts.engine.search(Question(leaf, limit=0, facets=())).total > 0

    def offers(
        self, query: Query, remedied: Iterator[Remedied], total: int, most: int = MOST_SEARCHES
    ) -> Iterator[Offer]:
        """The first questions that find more than ``total``, each with what it finds."""
        seen: set[Query] = {query}
        for one in remedied:
            if most == 0 or not self._left:
                return
            found = 0 if one.query in seen else self._total(one.query)
            seen.add(one.query)
            if found > max(total, one.at_least - 1):
                most -= 1
                yield Offer(one.remedy, one.label, one.query, found)

    def _total(self, query: Query) -> int:
        """What a query finds; nothing where it cannot be asked, or not without guessing more."""
        try:
            understood = understand(self._parts, query)
        except QuestionRejected:  # the rest of a question may be no question: then no offer
            return 0
        if not set(understood.notices) <= set(self._notices):
            return 0
        self._left -= 1
        question = make_question(self._parts, query, understood)
        question = replace(question, limit=0, facets=())
        return self._parts.engine.search(question).total
