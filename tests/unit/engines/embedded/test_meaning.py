"""The engine over arrays against one that reads every text, asked at random."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from indexer.analysis import Analyser
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.models import (
    NONE,
    And,
    Answer,
    Basis,
    CatalogState,
    Dated,
    Everything,
    Favoured,
    Field,
    Filters,
    IndexEntry,
    Knowledge,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Question,
    Sort,
    Tagged,
    Undated,
    Word,
)
from tests.contract.memory import MemoryEngine

STATE = CatalogState("c", 1)
SIGNS = "科协会普学学科协1 23.aB  x𠮷𠀁，。\n"
ORGANIZATIONS = ("北京市科协", "天津市科协", "物理学会")
PEOPLE = ("张三", "李四")
SECTIONS = ("要闻", "科普")
DATES = (None, "2023", "2023-01", "2023-01-05", "2023-02-28", "2024-03", "2024-03-01")
MONTHS = ("2023-01", "2023-02", "2024-03")
ALL_AT_ONCE = 1000


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(Knowledge())


class Asker:
    """Random texts, articles and questions; questions are in normal form, as engines get them."""

    def __init__(self, seed: int, analyser: Analyser) -> None:
        self.random = Random(seed)
        self._analyser = analyser

    def text(self, longest: int) -> str:
        return "".join(self.random.choices(SIGNS, k=self.random.randrange(longest)))

    def some(self, values: Sequence[str], most: int = 2) -> tuple[str, ...]:
        return tuple(self.random.sample(values, self.random.randrange(most + 1)))

    def article(self, number: int) -> IndexEntry:
        random = self.random
        return IndexEntry(
            f"a{number:02}",
            self.text(8),
            self.text(40),
            random.choice(DATES),
            random.choice((None, *SECTIONS)),
            self.some(ORGANIZATIONS),
            self.some(PEOPLE),
            # Some are other versions of one of the first, whether it is still there or not.
            f"a{random.randrange(4):02}" if number >= 4 and random.random() < 0.3 else "",
            random.choice(("i1", "i2")),
            random.choice(DATES),
        )

    def row(self) -> str:
        """Signs in a row that begin and end with something to be searched."""
        while True:
            row = self._analyser.normal(self.text(5)).strip(" ，。.\n")
            if row and "\n" not in row:
                return row

    def word(self) -> str:
        """A word as questions are cut into them."""
        while True:
            words = self._analyser.words(self.text(6))
            if words:
                return self.random.choice(words)

    def leaf(self) -> Node:
        random = self.random
        field = random.choice((None, None, Field.TITLE, Field.BODY))
        low, high = sorted(random.choices(DATES[1:], k=2), key=str)
        leaves: tuple[Node, ...] = (
            Word(self.word(), field),
            Phrase(self.row(), field),
            Prefix(self.word(), field),
            Near(Phrase(self.row(), field), Phrase(self.row(), field), random.randrange(6)),
            Name(self.word(), (self.row(), self.row()), random.choice(ORGANIZATIONS), field),
            Tagged("person", (random.choice(PEOPLE),)),
            Tagged("issue", ("i1",)),
            Dated(random.choice(tuple(Basis)), low, random.choice((None, high))),
            Undated(random.choice(tuple(Basis))),
            Everything(),
        )
        return random.choice(leaves)

    def tree(self, depth: int = 3) -> Node:
        kind = self.random.randrange(5) if depth else 0
        if kind < 2:
            return self.leaf()
        if kind == 2:
            return Not(self.tree(depth - 1))
        children = tuple(self.tree(depth - 1) for _ in range(2))
        joined = And(children) if kind == 3 else Or(children)
        return Favoured(joined, (Phrase(self.row()),)) if self.random.random() < 0.2 else joined

    def filters(self) -> Filters:
        if self.random.random() < 0.5:
            return Filters()
        low = self.random.choice((None, *MONTHS))
        return Filters(
            self.some((*ORGANIZATIONS, NONE), 1),
            self.some((*PEOPLE, NONE), 1),
            self.some((*SECTIONS, NONE), 1),
            self.some((*MONTHS, NONE), 1),
            low,
            self.random.choice((None, low)),
            self.some(ORGANIZATIONS, 1) if self.random.random() < 0.3 else (),
        )

    def question(self, sort: Sort) -> Question:
        """With all hits on one page."""
        duplicates = self.random.random() < 0.5
        return Question(self.tree(), self.filters(), sort, 0, ALL_AT_ONCE, duplicates)


def engines(asker: Asker, analyser: Analyser, folder: Path) -> tuple[EmbeddedEngine, MemoryEngine]:
    """Both engines with the same articles, that came, changed and went in the same steps."""
    embedded, memory = EmbeddedEngine(folder / "index", analyser), MemoryEngine(analyser)
    first = [asker.article(number) for number in range(30)]
    embedded.replace(first, STATE)
    memory.replace(first, STATE)
    for _ in range(asker.random.randrange(6)):
        changed = [asker.article(number) for number in asker.random.sample(range(45), 5)]
        removed = [f"a{asker.random.randrange(45):02}"]
        changed = [entry for entry in changed if entry.id not in removed]
        embedded.update(changed, removed, STATE)
        memory.update(changed, removed, STATE)
    return embedded, memory


def keys(answer: Answer) -> list[tuple[str, bool]]:
    return [(hit.article_id, hit.literal) for hit in answer.hits]


def counts(answer: Answer) -> list[tuple[str, tuple[tuple[str, int], ...], int]]:
    return [(one.name, one.values, one.missing) for one in answer.facets]


@pytest.mark.parametrize("seed", range(8))
def test_both_engines_find_and_count_the_same(
    seed: int, analyser: Analyser, tmp_path: Path
) -> None:
    asker = Asker(seed, analyser)
    embedded, memory = engines(asker, analyser, tmp_path)
    for _ in range(40):
        question = asker.question(asker.random.choice((Sort.NEWEST, Sort.OLDEST)))
        ours, expected = embedded.search(question), memory.search(question)
        assert ours.total == expected.total, question
        every = memory.search(replace(question, duplicates=True))
        chosen = set(keys(expected))
        assert keys(ours) == [key for key in keys(every) if key in chosen], question
        assert counts(ours) == counts(expected), question


@pytest.mark.parametrize("seed", range(8))
def test_pages_are_pieces_of_one_order(seed: int, analyser: Analyser, tmp_path: Path) -> None:
    asker = Asker(seed, analyser)
    embedded, memory = engines(asker, analyser, tmp_path)
    for _ in range(10):
        question = asker.question(asker.random.choice(tuple(Sort)))
        whole = embedded.search(question)
        assert len(whole.hits) == whole.total == memory.search(question).total
        at, size = asker.random.randrange(30), asker.random.randrange(5)
        page = embedded.search(replace(question, offset=at, limit=size))
        assert page.hits == whole.hits[at : at + size], question
        assert page.facets == whole.facets
