"""One article read in full: its body, its event's date, its organisations and people."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.articles.dates import Known
from indexer.articles.events import Event, Story, event_of
from indexer.articles.home import Home
from indexer.articles.organizations import Mention, Reader
from indexer.articles.people import find_people
from indexer.articles.provenance import (
    origin_of_date,
    origins_of_bodies,
    origins_of_cut,
    origins_of_people,
)
from indexer.articles.split import Draft
from indexer.articles.text import tight
from indexer.articles.trailers import trimmed, without_credit
from indexer.models import Article, Passage


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article is read by: its issue's date, whose bulletin it is, and if it has pages."""

    issued: str | None
    home: Home
    paged: bool


def read_article(
    draft: Draft, surroundings: Surroundings, before: str | None
) -> tuple[Article, Event]:
    """The article of a draft, and how its date was told; ``before`` is the date of the last one."""
    text = trimmed(draft.paragraphs)
    body = [without_credit(paragraph.passage) for paragraph in text.paragraphs]
    story = Story(draft.title, [part.text for part in body], text.signed, text.headed)
    event = event_of(story, Known(surroundings.issued, before))
    lines = [tight(line) for line in (draft.title, *(part.text for part in body))]
    reader = Reader(surroundings.home)
    mentions = [reader.read(line) for line in lines]
    signed = [reader.read(tight(line)) for line in text.signatories]
    where = ["标题", *["正文"] * len(body), *["落款"] * len(signed)]
    printed = [*lines, *(tight(line) for line in text.signatories)]
    named = list(zip(where, printed, [*mentions, *signed], strict=True))
    people = find_people(lines, mentions)
    sent = [reader.read(tight(line)) for line in text.credits]
    paged = surroundings.paged
    article = Article(
        title=draft.title,
        body=Passage.join(body, "\n"),
        section=draft.section,
        date=event.date,
        page=draft.page if surroundings.paged else None,
        organizations=_names([*mentions, *signed]),
        persons=people,
        cut=draft.cut,
        origins=(
            *origins_of_cut(draft, paged),
            *origin_of_date(event, text.paragraphs, paged),
            *origins_of_bodies(named, surroundings.home.preferred),
            *origins_of_people(people, "\n".join(lines)),
        ),
        signers=_names([*signed, *sent]),
    )
    return article, event


def _names(mentions: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """The organisations that take part, each once, in order of appearance."""
    acting = (mention.name for line in mentions for mention in line if mention.acts)
    return tuple(dict.fromkeys(acting))
