"""Is everything found, and is every count right? Answers against texts read one by one."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from indexer.analysis import Analyser
from indexer.errors import QuestionRejected
from indexer.library import Library
from indexer.models import NONE, ArticlePage, Query

FACETS = ("organization", "person", "section", "month")
NOISE = (
    '"“”「」（）()[]{}-－|｜:：*~^/\\.,，。？!#&\0\t \u3000'
    "AND OR NOT NEAR/5 或 非 0123456789２０年月日"
)


@dataclass(frozen=True, slots=True)
class Proof:
    """How many of how many were right, and the first few that were not."""

    right: int
    asked: int
    failures: tuple[str, ...]


def articles_of(library: Library) -> tuple[ArticlePage, ...]:
    """All articles of an archive."""
    ids = list(_all_ids(library, Query(duplicates=True)))
    return tuple(library.article(one) for one in ids)


def substrings(library: Library, count: int, quoted: bool) -> Proof:
    """Random pieces of 2 to 8 characters of the texts.

    Quoted, the total is the number of texts that hold them; unquoted, the text they came from is
    among the hits.
    """
    chance = random.Random(17)
    normal = Analyser(library.config.knowledge).normal
    papers = articles_of(library)
    texts = {
        p.id: (normal(p.title), normal("\n".join(q.text for q in p.paragraphs))) for p in papers
    }

    def ask(_: int) -> str | None:
        home = chance.choice(papers)
        piece = _piece(chance, texts[home.id][1])
        if quoted:
            total = library.search(Query(f"“{piece}”", duplicates=True)).total
            held = sum(
                _holds(title, piece) or _holds(text, piece) for title, text in texts.values()
            )
            return None if total == held else f"“{piece}”: {total}, counted {held}"
        found = set(_all_ids(library, Query(piece, duplicates=True)))
        return None if home.id in found else f"{piece}: {home.id} is missing"

    return _prove(count, ask)


def facets(library: Library, count: int) -> Proof:
    """Random questions with filters: every facet value against a recount over the hits."""
    chance = random.Random(23)
    papers = {paper.id: paper for paper in articles_of(library)}
    words = ["科协", "科普", "活动", "学会", "会议", "工作 科技", "科普 OR 讲座", "-科普", ""]

    def ask(_: int) -> str | None:
        query = replace(_filtered(chance, list(papers.values())), text=chance.choice(words))
        results = library.search(query)
        for name in FACETS:
            hits = [papers[one] for one in _all_ids(library, _without(query, name))]
            counted = Counter(value for hit in hits for value in _values(hit, name) or (NONE,))
            told = {value.value: value.count for value in results.facets[name] if value.count}
            if told != dict(counted):
                return f"{query}: {name}: {told}, counted {dict(counted)}"
        return None

    return _prove(count, ask)


def random_questions(library: Library, count: int) -> Proof:
    """Questions of words and noise: each gets an answer or a refusal in words."""
    chance = random.Random(29)
    words = [
        "科协",
        "北京市科协",
        "科普",
        "2023年12月",
        "title:",
        "单位：",
        "date:",
        "上月",
        "科普*",
    ]

    def ask(_: int) -> str | None:
        parts = (
            chance.choice(words)
            if chance.random() < 0.4
            else "".join(chance.choices(NOISE, k=chance.randint(1, 6)))
            for _ in range(chance.randint(1, 12))
        )
        try:
            library.search(Query("".join(parts), page_size=1))
        except QuestionRejected:
            return None
        return None

    return _prove(count, ask)


def _prove(count: int, ask: Callable[[int], str | None]) -> Proof:
    failures = [failure for failure in map(ask, range(count)) if failure]
    return Proof(count - len(failures), count, tuple(failures[:5]))


def _piece(chance: random.Random, text: str) -> str:
    """A random piece of a text, within a paragraph, that neither quotes nor cuts a number."""
    while True:
        size = chance.randint(2, 8)
        start = chance.randrange(max(len(text) - size, 1))
        piece = text[start : start + size]
        edges = text[max(start - 1, 0) : start + 1], text[start + size - 1 : start + size + 1]
        cut = any(len(pair) == 2 and _one_unit(pair) for pair in edges)
        if not cut and not set(piece) & set('\n"“”「」') and any(map(str.isalnum, piece)):
            return piece.strip()


def _holds(text: str, piece: str) -> bool:
    """Whether a piece stands in a text without being part of a longer number or Latin word."""
    at = text.find(piece)
    while at >= 0:
        before, behind = text[max(at - 1, 0) : at + 1], text[at + len(piece) - 1 :][:2]
        if not any(len(p) == 2 and _one_unit(p) for p in (before if at else "", behind)):
            return True
        at = text.find(piece, at + 1)
    return False


def _one_unit(pair: str) -> bool:
    """Whether two signs belong to one number or one Latin word."""
    digits = set(pair) <= set("0123456789.")
    return digits or (pair.isalpha() and all(sign < "\u2e80" for sign in pair))


def _filtered(chance: random.Random, papers: list[ArticlePage]) -> Query:
    """A query with up to three choices taken from the articles, or from what they lack."""
    query = Query(duplicates=chance.random() < 0.5)
    for name in chance.sample(FACETS, chance.randint(0, 3)):
        values = _values(chance.choice(papers), name) or (NONE,)
        query = _with(query, name, (chance.choice(values),))
    if chance.random() < 0.2:
        values = _values(chance.choice(papers), "organization")
        query = replace(query, without_organizations=values[:1])
    return query


def _with(query: Query, name: str, values: tuple[str, ...]) -> Query:
    match name:
        case "organization":
            return replace(query, organizations=values)
        case "person":
            return replace(query, people=values)
        case "section":
            return replace(query, sections=values)
    return replace(query, months=values)


def _without(query: Query, name: str) -> Query:
    return _with(query, name, ())


def _values(paper: ArticlePage, name: str) -> tuple[str, ...]:
    match name:
        case "organization":
            return paper.organizations
        case "person":
            return paper.persons
        case "section":
            return (paper.section,) if paper.section else ()
    return (paper.date[:7],) if paper.date else ()


def _all_ids(library: Library, query: Query) -> Iterator[str]:
    page = 1
    while True:
        results = library.search(replace(query, page=page, page_size=100))
        yield from (hit.article_id for hit in results.hits)
        if page >= results.pages:
            return
        page += 1
