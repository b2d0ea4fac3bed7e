"""Where each value of an issue and of an article came from, for those who check the reading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from indexer.articles.dates import date_in_name, printed_date
from indexer.articles.events import Event
from indexer.articles.organizations import Mention
from indexer.articles.paragraphs import squeezed
from indexer.articles.split import Draft
from indexer.models import Issue, Origin, Paragraph, Person

ISSUE_FIELDS = ("title", "number", "date", "issuer")


def origins_of_issue(
    before: Issue, after: Issue, how: str, lines: Sequence[str]
) -> Iterator[Origin]:
    """The origins of what ``after`` knows more than ``before``, told by these lines."""
    for name in ISSUE_FIELDS:
        value = getattr(after, name)
        if value and not getattr(before, name):
            holding = [line for line in lines if _tells(name, value, squeezed(line))]
            printed = " / ".join(holding or lines)
            yield Origin(name, value, printed, how)


def _tells(name: str, value: str, line: str) -> bool:
    """Whether a line without blanks gives a value of the issue."""
    if name == "date":
        return value in (printed_date(line), date_in_name(line))
    return squeezed(value) in line or (name == "number" and "期" in line and "第" in line)


def origins_of_cut(draft: Draft, paged: bool) -> Iterator[Origin]:
    """The origins of title and section: the lines as printed, and the rule that chose them."""
    lines = " / ".join(line.text for line in draft.lines)
    yield Origin("title", draft.title, lines, draft.rule, draft.page if paged else None)
    if draft.heading and draft.section:
        page = draft.heading.page if paged else None
        yield Origin("section", draft.section, draft.heading.text, draft.section_rule, page)


def origin_of_date(event: Event, text: Sequence[Paragraph], paged: bool) -> Iterator[Origin]:
    """The origin of the event's date, if there is one."""
    if event.date:
        here = paged and event.paragraph is not None
        page = text[event.paragraph or 0].page if here else None
        yield Origin("date", event.date, event.printed, event.how, page)


def origins_of_bodies(
    lines: Iterable[tuple[str, str, Sequence[Mention]]], table: Mapping[str, str]
) -> Iterator[Origin]:
    """The origin of each organisation, once; ``lines`` are (where, text, bodies in it).

    ``table`` are the names of the organisation table and those the issue defines.
    """
    seen: set[str] = set()
    for where, text, mentions in lines:
        for mention in mentions:
            if mention.acts and mention.name not in seen:
                seen.add(mention.name)
                printed = text[mention.start : mention.stop]
                how = f"{where}，{_resolved(printed, mention.name, table)}"
                yield Origin("organization", mention.name, printed, how)


def _resolved(printed: str, name: str, table: Mapping[str, str]) -> str:
    """How a printed name became the full one, in words."""
    if table.get(printed) == name:
        return "单位表或刊内简称"
    if printed.startswith(name):
        return "全称"
    if printed.replace("科学技术协会", "科协").startswith(name):
        return "通行写法"
    return "简称，按刊名、前文或地名补全"


def origins_of_people(people: Iterable[Person], whole: str) -> Iterator[Origin]:
    """The origin of each person: the post and body told with the name."""
    for person in people:
        told = (person.post or "") + person.name
        printed = told if told in whole else person.name
        how = "、".join(filter(None, (person.organization, person.post))) or "没有职务"
        yield Origin("person", person.name, printed, how)
