from dataclasses import replace
from pathlib import Path

import pytest

from bench.speed.cases import draw_cases
from bench.speed.contestant import Meaning
from bench.speed.entrants import ENTRANTS, OURS_FULL, Entrant
from bench.speed.equality import Answers, against_each_other, against_every_article
from bench.speed.run import CHANGED, MARK
from bench.speed.stock import Stock

# jieba's analyser for Whoosh leaves a file of its own open.
UNCLOSED = "ignore:.*idf.txt:pytest.PytestUnraisableExceptionWarning"
ASKED = [
    pytest.param(one, id=one.name, marks=pytest.mark.filterwarnings(UNCLOSED))
    for one in ENTRANTS
    if one.asked
]


def _answers(entrant: Entrant, stock: Stock) -> Answers:
    """The answers to some questions of a contestant that takes part."""
    folder = stock.folder / entrant.folder
    contestant = entrant.make()
    if contestant is None:
        pytest.skip(f"{entrant.name} takes no part: {entrant.absence}")
    if not folder.exists():
        contestant.build(stock, folder)
    contestant.open(folder)
    cases = draw_cases(stock.ready(), 1, share=5)
    replies = tuple(contestant.ask(case) for case in cases)
    contestant.close()
    return Answers(entrant.name, contestant.meaning, replies)


@pytest.mark.parametrize("entrant", ASKED)
def test_the_answers_are_those_of_reading_every_article(entrant: Entrant, stock: Stock) -> None:
    cases = draw_cases(stock.ready(), 1, share=5)
    answers = _answers(entrant, stock)
    assert against_every_article(stock, cases, [answers]) == ()
    assert sum(reply.total > 0 for reply in answers.replies) > 0.8 * len(cases)
    assert any(reply.snippets for reply in answers.replies)


def test_a_wrong_answer_is_told(stock: Stock) -> None:
    cases = draw_cases(stock.ready(), 1, share=5)
    right = _answers(next(one for one in ENTRANTS if one.name == OURS_FULL), stock)
    first = replace(right.replies[0], total=right.replies[0].total + 1)
    wrong = replace(right, replies=(first, *right.replies[1:]), meaning=Meaning.FULL)
    (fault,) = against_every_article(stock, cases, [wrong])
    assert cases[0].typed in fault
    assert f"total {first.total}, not {first.total - 1}" in fault
    pair = [replace(one, meaning=Meaning.WORDS) for one in (right, wrong)]
    assert len(against_each_other(cases, pair)) == 1


@pytest.mark.parametrize("entrant", ASKED)
def test_changed_articles_are_found(entrant: Entrant, stock: Stock, tmp_path: Path) -> None:
    contestant = entrant.make()
    if contestant is None:
        pytest.skip(f"{entrant.name} takes no part: {entrant.absence}")
    folder = tmp_path / entrant.folder
    (tmp_path / "texts.sqlite").symlink_to(stock.folder / "texts.sqlite")
    contestant.build(stock, folder)
    contestant.open(folder)
    assert contestant.ask(MARK).total == 0
    contestant.change(
        replace(entry, body=f"{entry.body}\n{MARK.typed}。") for entry in stock.entries(CHANGED)
    )
    assert contestant.ask(MARK).total == CHANGED
    contestant.close()
