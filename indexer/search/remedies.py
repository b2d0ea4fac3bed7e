"""Other questions that may find more, most promising first; nothing is asked here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from indexer.analysis import find_matches
from indexer.models import Dated, Match, Query, Remedy, Word
from indexer.query import parse_question
from indexer.search.leaves import leaves
from indexer.search.parts import SearchParts
from indexer.search.understanding import Understood

# A correction of a word that is there must be so many times as frequent.
MANY_TIMES = 10
LONGEST_DATE = 20  # 二〇二三年十二月三十一日 and its like; a word as long as a question is none
# A field that is left without its value: 单位:
_FIELD = re.compile(r"[^\s:：(（)）]+[:：]$")
_QUOTES = re.compile('[“”"「」]')


@dataclass(frozen=True, slots=True)
class Remedied:
    """A question with one thing changed; it must find ``at_least`` so many to be offered."""

    remedy: Remedy
    label: str
    query: Query
    at_least: int = 1


def spellings(parts: SearchParts, query: Query, suspects: Mapping[str, bool]) -> Iterator[Remedied]:
    """The question with one word in another spelling, the closest first.

    ``suspects`` are words of the question, and whether the archive has them.
    """
    found = [(correction, word) for word in suspects for correction in parts.spelling.near(word)]
    for correction, word in sorted(found):
        here = max(parts.spelling.articles(word), 1) if suspects[word] else 0
        if correction.articles < here * MANY_TIMES:
            continue
        text = _replaced(query.text, word, correction.word)
        if text is not None:
            changed = replace(query, text=text)
            yield Remedied(Remedy.SPELLING, text, changed, here * MANY_TIMES or 1)


def changes(
    parts: SearchParts, query: Query, understood: Understood, words: Mapping[str, bool]
) -> Iterator[Remedied]:
    """The question with a word read as a date, less strict, without a condition or a word.

    ``words`` are those of the question, and whether the archive has them.
    """
    yield from _dates(parts, query, understood)
    yield from _looser(query, len(words) > 1)
    yield from _divided(parts, query, understood)
    yield from _without_filters(query)
    yield from _shorter(query, words)


def _dates(parts: SearchParts, query: Query, understood: Understood) -> Iterator[Remedied]:
    """今年 -> date:今年."""
    for word in understood.typed:
        if len(word) > LONGEST_DATE:
            continue
        reading = parse_question(f"date:{word}", parts.today())
        if isinstance(reading.root, Dated) and not reading.notices:
            text = _replaced(query.text, parts.analyser.normal(word), f"date:{word}")
            if text is not None:
                yield Remedied(Remedy.DATE, f"date:{word}", replace(query, text=text))


def _looser(query: Query, several: bool) -> Iterator[Remedied]:
    words = _QUOTES.sub(" ", query.text).strip()
    if query.match is Match.PHRASE or words != query.text.strip():
        loose = replace(query, text=words, match=Match.SMART)
        yield Remedied(Remedy.WORDS, words, loose)
    if query.match is not Match.ANY and several:
        yield Remedied(Remedy.ANY_WORD, "任一词", replace(query, match=Match.ANY))


def _divided(parts: SearchParts, query: Query, understood: Understood) -> Iterator[Remedied]:
    """The question with a word of the dictionary as the words inside it: 科普活动 -> 科普 活动."""
    for leaf, wanted in leaves(understood.root):
        if wanted and isinstance(leaf, Word):
            inside = _tiles(leaf.text, parts.analyser.words(leaf.text)[1:])
            text = _replaced(query.text, leaf.text, " ".join(inside)) if inside else None
            if text is not None:
                yield Remedied(Remedy.WORDS, text, replace(query, text=text))


def _tiles(word: str, pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Those pieces of a word that make it up one after the other; none where they do not."""
    tiles: list[str] = []
    for piece in pieces:
        if word.startswith("".join((*tiles, piece))):
            tiles.append(piece)
    return tuple(tiles) if "".join(tiles) == word else ()


def _without_filters(query: Query) -> Iterator[Remedied]:
    """The question without the choices of one facet, or without one of its narrowings."""
    for label, changed in (
        ("不限单位", replace(query, organizations=())),
        ("不限人物", replace(query, people=())),
        ("不限栏目", replace(query, sections=())),
        ("不排除单位", replace(query, without_organizations=())),
        ("不排除人物", replace(query, without_people=())),
        ("不排除栏目", replace(query, without_sections=())),
        ("不限时间", replace(query, months=(), month_from=None, month_to=None)),
        ("不限期号", replace(query, issues=())),
        ("不限报送单位", replace(query, signed=False)),
        ("不限收录时间", replace(query, since=None, since_revision=None)),
        ("全文", replace(query, title_only=False)),
    ):
        if changed != query:
            yield Remedied(Remedy.FILTERS, label, changed)
    yield Remedied(Remedy.FILTERS, "不限任何条件", _bare(query))
    for text in query.within:
        rest = tuple(other for other in query.within if other != text)
        yield Remedied(Remedy.FILTERS, f"不限“{text}”", replace(query, within=rest))


def _bare(query: Query) -> Query:
    """The text alone, asked of everything."""
    return Query(
        text=query.text,
        match=query.match,
        sort=query.sort,
        page_size=query.page_size,
        aliases=query.aliases,
        duplicates=query.duplicates,
        recency=query.recency,
    )


def _shorter(query: Query, words: Mapping[str, bool]) -> Iterator[Remedied]:
    """The question without the words that are missing, or without one word."""
    missing = tuple(word for word, held in words.items() if not held)
    for dropped in dict.fromkeys((missing, *((word,) for word in words))):
        text = query.text
        for word in dropped:
            text = _replaced(text, word, " ") or ""
        if text and text != query.text:
            yield Remedied(Remedy.FEWER_WORDS, text, replace(query, text=text))


def _replaced(text: str, word: str, other: str) -> str | None:
    """A typed text with another word where a normal word stands first; None where it does not."""
    found = find_matches(text, (word,))
    if not found:
        return None
    start, stop, _ = found[0]
    before, after = text[:start], text[stop:]
    if not other.strip():
        if before[-1:] in tuple('“"「『'):
            before, after = before[:-1], after[1:]
        before = _FIELD.sub("", before)
    return " ".join(f"{before}{other}{after}".split())
