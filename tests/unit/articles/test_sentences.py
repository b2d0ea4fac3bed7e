"""Typical sentences of bulletins of many kinds, with the bodies and people a reader sees in them.

The table is sentences.txt: sentence | organisations | people. A row that begins with ? is one
that is not read right yet.
"""

from pathlib import Path

import pytest

from indexer.articles.home import home_of
from indexer.articles.organizations import Reader
from indexer.articles.people import find_people
from indexer.articles.text import tight
from indexer.models import Issue, Knowledge

ISSUE = Issue("云州科协简报", "第1期", "2024-03-15", "云州市科学技术协会办公室")


def table() -> list[str]:
    """The rows of the table."""
    text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
    return [row for row in text.splitlines() if row and not row.startswith("#")]


def check(row: str) -> None:
    """Read the sentence of a row, and compare what is found with what a reader sees."""
    sentence, bodies, people = (cell.strip("? ") for cell in row.split("|"))
    line = tight(sentence)
    mentions = Reader(home_of(ISSUE, Knowledge(), line)).read(line)
    found = {person.name.replace(" ", "_") for person in find_people([line], [mentions])}

    assert {mention.name for mention in mentions if mention.acts} == set(bodies.split())
    assert found == set(people.split())


@pytest.mark.parametrize("row", [row for row in table() if not row.startswith("?")])
def test_the_bodies_and_people_of_a_sentence(row: str) -> None:
    check(row)


@pytest.mark.xfail(reason="not read right yet", strict=True)
@pytest.mark.parametrize("row", [row for row in table() if row.startswith("?")])
def test_a_sentence_that_is_not_read_right_yet(row: str) -> None:
    check(row)
