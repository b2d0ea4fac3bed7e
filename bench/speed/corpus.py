"""Bulletin-like articles without end: article i depends on the seed and on i alone."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bench.speed.lexicon import Draw, Lexicon
from indexer.models import IndexEntry

FIRST_YEAR = 2015
DAYS = 3_652
LENGTH, SPREAD, SHORTEST = 580, 150, 120
ORGANIZATIONS_EACH = (50, 25, 12, 7, 4, 2)  # of a hundred articles so many have 1, 2, ... 6
FAMOUS = 300


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which articles: a seed, how many, and the share that repeats an earlier one."""

    articles: int
    seed: int = 1
    repeats: float = 0.0


def write_articles(recipe: Recipe, lexicon: Lexicon) -> Iterator[IndexEntry]:
    """The articles of a recipe one after the other; more of them begin with the same ones."""
    writer = _Writer(lexicon, recipe.seed)
    for number in range(recipe.articles):
        original = _original(recipe, number)
        if original == number:
            yield writer.article(number)
        else:
            yield writer.repetition(number, original)


def _original(recipe: Recipe, number: int) -> int:
    """The number of the article that this one repeats; its own if it repeats none."""
    chance = random.Random(f"{recipe.seed} repeats {number}")
    if number and chance.random() < recipe.repeats:
        return _original(recipe, chance.randrange(number))
    return number


class _Writer:
    """Writes single articles."""

    def __init__(self, lexicon: Lexicon, seed: int) -> None:
        self._lexicon = lexicon
        self._kinds = lexicon.kinds
        self._seed = seed
        chance = random.Random(seed)
        self._sayings = Draw.of(self._kinds["saying"])
        self._famous = [self._name(chance) for _ in range(FAMOUS)]

    def article(self, number: int) -> IndexEntry:
        """The article of a number, a text of its own."""
        chance = random.Random(f"{self._seed} {number}")
        day = date(FIRST_YEAR, 1, 1) + timedelta(chance.randrange(DAYS))
        bodies = self._bodies(chance)
        people = self._people(chance)
        topic = "".join(self._lexicon.words.some(chance, 2))
        key = f"a{number:07}"
        return IndexEntry(
            id=key,
            title=f"{bodies[0]}{chance.choice(self._kinds['deed'])}{topic}"
            f"{chance.choice(self._kinds['thing'])}",
            body=self._body(chance, day, bodies, people),
            date=self._printed(chance, day),
            section=chance.choice(self._kinds["section"]) if chance.random() < 0.95 else None,
            organizations=bodies,
            persons=people,
            cluster=key,
            issue=f"{day:%Y-%m}",
            issued=f"{day:%Y-%m}-28",
        )

    def repetition(self, number: int, original: int) -> IndexEntry:
        """The article ``original`` printed again, some words longer."""
        first = self.article(original)
        again = random.Random(f"{self._seed} again {number}")
        body = f"{first.body}\n{self._clause(again)}。"
        return replace(first, id=f"a{number:07}", body=body, cluster=first.id)

    def _body(
        self, chance: random.Random, day: date, bodies: tuple[str, ...], people: tuple[str, ...]
    ) -> str:
        """An opening that says who did what and when, filled up with what bulletins say."""
        length = max(SHORTEST, int(chance.gauss(LENGTH, SPREAD)))
        text = self._opening(chance, day, bodies, people)
        while len(text) < length:
            text += "\n" if chance.random() < 0.25 else ""
            clauses = [self._clause(chance) for _ in range(chance.randint(2, 4))]
            text += "，".join(clauses) + "。"
        return text

    def _opening(
        self, chance: random.Random, day: date, bodies: tuple[str, ...], people: tuple[str, ...]
    ) -> str:
        kinds = self._kinds
        place = "".join(chance.choices(self._lexicon.signs, k=2)) + chance.choice(kinds["suffix"])
        topic = "".join(self._lexicon.words.some(chance, 2))
        count = f"{int(chance.paretovariate(0.6)) + 2}{chance.choice(kinds['measure'])}"
        share = f"{chance.randint(10, 9999) / 100:g}万元"
        code = f"{chance.choice('ABKLTXYZ')}{chance.choice('DHJMQ')}{chance.randrange(10**7):07}"
        others = "、".join(bodies[1:])
        together = f"会同{others}" if others else ""
        return (
            f"{day.month}月{day.day}日，{bodies[0]}{together}在{place}"
            f"{chance.choice(kinds['deed'])}{topic}{chance.choice(kinds['thing'])}，"
            f"{'、'.join(people)}参加，共有{count}到场。"
            f"项目编号{code}，投入{share}。"
        )

    def _clause(self, chance: random.Random) -> str:
        """积极推进基层科普活动的设计与应用."""
        words = self._lexicon.words.some(chance, chance.randint(3, 6))
        at = chance.randrange(1, len(words))
        words.insert(at, chance.choice(self._kinds["link"]))
        if chance.random() < 0.3:
            words.insert(0, chance.choice(self._kinds["manner"]))
        if chance.random() < 0.1:
            count = int(chance.paretovariate(0.7)) + 1
            words.append(f"{count}{chance.choice(self._kinds['measure'])}")
        if chance.random() < 0.15:
            words += self._sayings.some(chance, 1)
        return "".join(words)

    def _bodies(self, chance: random.Random) -> tuple[str, ...]:
        count = chance.choices(range(1, 7), ORGANIZATIONS_EACH)[0]
        return tuple(dict.fromkeys(self._lexicon.organizations.some(chance, count)))

    def _people(self, chance: random.Random) -> tuple[str, ...]:
        """One to three people, every other one known from other articles."""
        names = [
            chance.choice(self._famous) if chance.random() < 0.5 else self._name(chance)
            for _ in range(chance.randint(1, 3))
        ]
        return tuple(dict.fromkeys(names))

    def _name(self, chance: random.Random) -> str:
        given = chance.choices(self._lexicon.signs, k=2)
        return chance.choice(self._kinds["surname"]) + "".join(given)

    def _printed(self, chance: random.Random, day: date) -> str | None:
        """The date as known: mostly the day, sometimes only the month, rarely nothing."""
        known = chance.random()
        if known < 0.02:
            return None
        return f"{day:%Y-%m}" if known < 0.05 else day.isoformat()
