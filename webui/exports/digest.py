"""A digest for a report: the hits in groups, each with sentences to quote and its source."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from indexer.library import Library
from indexer.models import Hit, Results
from webui.exports.rows import fit, hits
from webui.language import _
from webui.months import chinese_date, date_label
from webui.presenters.hit import issue_label

MOST_ENTRIES = 500
LONGEST_QUOTE = 120
LONGEST_SENTENCE = 400
MONTH_LENGTH = len("2023-05")
# A sentence with the marks that close it: 会议召开。 or 他说：“好！”
SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[”’」』）)]*|[^。！？!?]+$")


class Grouping(StrEnum):
    """By what the entries are put together."""

    ORGANIZATION = "org"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article: its title, its first sentences, and where they were printed."""

    title: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What a report is made from: its title, what was asked, and the groups."""

    title: str
    facts: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]


def grouped(library: Library, results: Results, grouping: Grouping) -> tuple[Group, ...]:
    """The first MOST_ENTRIES hits: months from the newest, or organisations from the busiest.

    An article of several organisations stands under its first one; what has no month, or no
    organisation, comes last.
    """
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for hit in hits(library, results, MOST_ENTRIES):
        groups[_key(hit, grouping)].append(_entry(hit, library))
    keys = sorted(groups, reverse=True)
    if grouping is Grouping.ORGANIZATION:
        keys = sorted(groups, key=lambda key: (not key, -len(groups[key]), key))
    return tuple(Group(_heading(key, grouping), tuple(groups[key])) for key in keys)


def first_sentences(paragraphs: Iterable[str]) -> str:
    """The first whole sentences that fit in LONGEST_QUOTE, at least one: what can be quoted."""
    first = next(filter(None, (paragraph.strip() for paragraph in paragraphs)), "")
    quote = ""
    for sentence in SENTENCE.findall(first):
        if quote and len(quote) + len(sentence) > LONGEST_QUOTE:
            break
        quote += sentence
    return quote if len(quote) <= LONGEST_SENTENCE else f"{quote[:LONGEST_SENTENCE]}……"


def source_line(hit: Hit) -> str:
    """《工作简报》第3期第2页，2023年5月30日; Chinese in every language, as citations are."""
    issue = issue_label(hit.issue_title, hit.issue_number) or hit.source
    date = hit.date or hit.issue_date
    return "，".join(
        filter(
            None,
            (f"{issue}第{hit.page}页" if hit.page else issue, chinese_date(date) if date else ""),
        )
    )


def _entry(hit: Hit, library: Library) -> Entry:
    article = library.article(hit.article_id)
    quote = first_sentences(paragraph.text for paragraph in article.paragraphs)
    return Entry(fit(hit.title), fit(quote), fit(source_line(hit)))


def _key(hit: Hit, grouping: Grouping) -> str:
    if grouping is Grouping.ORGANIZATION:
        return next(iter(hit.organizations), "")
    return (hit.date or "")[:MONTH_LENGTH]


def _heading(key: str, grouping: Grouping) -> str:
    if grouping is Grouping.ORGANIZATION:
        return fit(key) or _("未标单位")
    return date_label(key) if key else _("日期不详")
