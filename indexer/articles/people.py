"""Who acts, is honoured or quoted in an article, with the post and body told there."""

import re
from collections.abc import Sequence
from functools import cache

from indexer.articles.affiliated import affiliated
from indexer.articles.organizations import REACH, Mention
from indexer.articles.sightings import sightings
from indexer.articles.text import any_of, without_works
from indexer.models import Person
from indexer.wordlists import words


def find_people(lines: Sequence[str], mentions: Sequence[Sequence[Mention]]) -> tuple[Person, ...]:
    """The people of an article, each once, in order; ``mentions`` are the bodies in each line."""
    whole = "\n".join(lines)
    people: dict[str, Person] = {}
    for line, bodies in zip(lines, mentions, strict=True):
        for start, stop in sorted(_seen(line, whole, bodies)):
            if not any(body.start < stop and start < body.stop for body in bodies):
                people.setdefault(line[start:stop], _person(line, start, stop, bodies))
    return tuple(people.values())


def _seen(line: str, whole: str, bodies: Sequence[Mention]) -> set[tuple[int, int]]:
    """Where the names of a line stand."""
    masked = without_works(line)
    found = set(affiliated(masked, whole, ((body.start, body.stop) for body in bodies)))
    return found | sightings(masked, whole)


def _person(line: str, start: int, stop: int, bodies: Sequence[Mention]) -> Person:
    """The person with the posts before the name, and the body that stands before these."""
    low = max(0, start - REACH)
    posts = _posts().search(line[low:start])
    if not posts:
        return Person(line[start:stop])
    sentence = line.rfind("。", 0, start)
    owners = [
        body.name
        for body in bodies
        if sentence < body.start and body.stop <= low + posts.start() + 1
    ]
    return Person(line[start:stop], posts[1], owners[-1] if owners else None)


@cache
def _posts() -> re.Pattern[str]:
    """One or several posts at the end of a text: 党组书记、常务副主席."""
    post = f"(?:{any_of(words('posts'))})"
    return re.compile(f"({post}(?:[、兼]{post})*)(?:[（(][^（）()]{{1,8}}[)）])?$")
