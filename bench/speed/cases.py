"""The two hundred questions, drawn from the articles: the same ones for every size of a corpus."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bench.speed.reading import make_analyser
from bench.speed.stock import Cut
from indexer.models import Filters

SAMPLE = 2_000
# In such a share of the sampled articles: from rare to common.
BANDS = ((0.0, 0.0015), (0.002, 0.015), (0.015, 0.1), (0.1, 0.35))
_SENTENCE = re.compile(r"[\u4e00-\u9fff]{8,}")
ROWS_SAMPLE = 300
ROW_BANDS = ((1, 1), (2, 4), (5, 300))
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_TYPED = re.compile(r"[\w.]{2,}")


class Kind(StrEnum):
    """What a question asks for."""

    WORD = "word"
    AND = "and"
    OR = "or"
    NOT = "not"
    PHRASE = "phrase"
    ORGANIZATION = "organization"
    MONTHS = "months"
    PREFIX = "prefix"


COUNTS = {
    Kind.WORD: 40,
    Kind.AND: 40,
    Kind.OR: 30,
    Kind.NOT: 15,
    Kind.PHRASE: 20,
    Kind.ORGANIZATION: 25,
    Kind.MONTHS: 20,
    Kind.PREFIX: 10,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One question as somebody asks it."""

    number: int
    kind: Kind
    typed: str
    filters: Filters = field(default_factory=Filters)


def draw_cases(articles: Iterable[Cut], seed: int, share: int = 1) -> tuple[Case, ...]:
    """The questions of a seed; with a ``share`` only every so many of each kind."""
    drawer = _Drawer(tuple(articles), random.Random(f"cases {seed}"))
    kinds = [kind for kind, count in COUNTS.items() for _ in range(max(1, count // share))]
    return tuple(drawer.case(number, kind) for number, kind in enumerate(kinds))


class _Drawer:
    """Draws questions that at least one article of the sample answers."""

    def __init__(self, sample: Sequence[Cut], chance: random.Random) -> None:
        self._sample = sample
        self._chance = chance
        self._words = [self._typeable(article) for article in sample]
        self._counts = Counter(word for words in self._words for word in words)
        bodies = [article.entry.body for article in sample[:ROWS_SAMPLE]]
        self._rows = Counter(row for body in bodies for row in sorted(_rows(body)))

    def case(self, number: int, kind: Kind) -> Case:
        """A question of a kind; the bands of frequency take turns."""
        band = BANDS[number % len(BANDS)]
        at, words = self._article(band)
        filters = Filters()
        match kind:
            case Kind.AND:
                typed = " ".join(words[: self._chance.choice((2, 2, 3))])
            case Kind.OR:
                typed = " OR ".join(words[: self._chance.choice((2, 2, 3))])
            case Kind.NOT:
                typed = f"{words[0]} -{words[1]}"
            case Kind.PHRASE:
                typed = f"“{self._phrase(number)}”"
            case Kind.PREFIX:
                typed = f"{self._beginning()}*"
            case _:
                typed = words[0]
        if kind is Kind.ORGANIZATION:
            organizations = self._sample[at].entry.organizations
            filters = Filters(organizations=(self._chance.choice(organizations),))
        if kind is Kind.MONTHS:
            filters = self._months(at)
        return Case(number, kind, typed, filters)

    @staticmethod
    def _typeable(article: Cut) -> tuple[str, ...]:
        """The words of a body that are a question by themselves, each once."""
        return tuple(dict.fromkeys(word for word in article.body.split() if _TYPED.fullmatch(word)))

    def _article(self, band: tuple[float, float]) -> tuple[int, list[str]]:
        """An article and words of it that are not rare, the first from a band of frequency."""
        low, high = (max(1, round(share * len(self._sample))) for share in band)
        while True:
            at = self._chance.randrange(len(self._sample))
            words = list(self._words[at])
            self._chance.shuffle(words)
            inside = [word for word in words if low <= self._counts[word] <= high]
            if inside and len(words) > 3:
                others = [word for word in words if word != inside[0] and self._counts[word] > 3]
                return at, [inside[0], *others]

    def _phrase(self, number: int) -> str:
        """Two or three words that stand in a row; the bands of frequency take turns."""
        low, high = ROW_BANDS[number % len(ROW_BANDS)]
        return self._chance.choice([row for row in self._rows if low <= self._rows[row] <= high])

    def _beginning(self) -> str:
        """The first two signs of a longer word."""
        longer = [word for word in self._counts if len(word) > 2 and _HAN.fullmatch(word)]
        return self._chance.choice(sorted(longer))[:2]

    def _months(self, at: int) -> Filters:
        """A range of one to thirty months that ends with the article's."""
        issue = self._sample[at].entry.issue
        last = int(issue[:4]) * 12 + int(issue[5:]) - 1
        first = last - self._chance.choice((0, 2, 5, 11, 29))
        return Filters(month_from=f"{first // 12}-{first % 12 + 1:02}", month_to=issue)


def _rows(body: str) -> set[str]:
    """All neighbours of a text that are four to ten characters: 科学知识, 提升全民科学素质."""
    analyser = make_analyser()
    rows = set()
    for stretch in _SENTENCE.findall(body):
        words = [token.text for token in analyser.cut(stretch)]
        for at in range(len(words) - 1):
            rows |= {"".join(words[at : at + count]) for count in (2, 3)}
    return {row for row in rows if 4 <= len(row) <= 10}
