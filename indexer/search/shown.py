"""Articles as they are shown: a hit with its snippets, a whole article with its marks."""

from collections.abc import Iterable, Iterator

from indexer.analysis import find_matches
from indexer.analysis.script import is_traditional
from indexer.models import ArticlePage, Hit, Mark, Ranked, Snippet, StoredArticle, Version
from indexer.search.leaves import Needles
from indexer.snippets import make_snippets


def make_hit(
    stored: StoredArticle,
    ranked: Ranked,
    needles: Needles,
    versions: tuple[Version, ...],
) -> Hit:
    """A ranked article as a list of results shows it; ``versions`` are all of its cluster."""
    article, issue = stored.article, stored.issue
    matches = find_matches(article.body.text, needles.body)
    pieces = make_snippets(article.body.text, matches)
    marks = _joined(_as_marks(matches), article.body.text, needles.rows)
    return Hit(
        article_id=stored.id,
        title=article.title,
        marks=_marks(article.title, needles.title, needles.rows),
        date=article.date,
        page=article.page,
        section=article.section,
        organizations=article.organizations,
        source=stored.source,
        issue_title=issue.title,
        issue_number=issue.number,
        score=ranked.score,
        literal=ranked.literal,
        snippets=tuple([_finished(stored, piece, needles.rows) for piece in pieces]),
        also_in=_others(stored, versions),
        issue_id=stored.issue_id,
        issue_date=issue.date,
        persons=_persons(stored),
        added=stored.added,
        entered=stored.entered,
        signers=article.signers,
        places=len(marks),
        pages=_pages(stored, marks),
    )


def make_page(
    stored: StoredArticle,
    needles: Needles,
    siblings: tuple[tuple[str, str], ...],
    versions: tuple[Version, ...],
) -> ArticlePage:
    """An article to be read, its title and paragraphs marked."""
    article, issue = stored.article, stored.issue
    return ArticlePage(
        id=stored.id,
        title=article.title,
        title_marks=_marks(article.title, needles.title, needles.rows),
        paragraphs=tuple(_paragraphs(stored, needles)),
        date=article.date,
        section=article.section,
        page=article.page,
        organizations=article.organizations,
        persons=_persons(stored),
        source=stored.source,
        issue_title=issue.title,
        issue_number=issue.number,
        issue_date=issue.date,
        siblings=siblings,
        also_in=_others(stored, versions),
        issue_id=stored.issue_id,
        is_traditional=is_traditional(article.title + article.body.text),
        signers=article.signers,
    )


def _persons(stored: StoredArticle) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.name for person in stored.article.persons))


def _others(stored: StoredArticle, versions: tuple[Version, ...]) -> tuple[Version, ...]:
    return tuple(one for one in versions if one.article_id != stored.id)


def _marks(text: str, needles: tuple[str, ...], rows: tuple[str, ...]) -> tuple[Mark, ...]:
    return _joined(_as_marks(find_matches(text, needles)), text, rows)


def _as_marks(matches: Iterable[tuple[int, int, int]]) -> tuple[Mark, ...]:
    return tuple(Mark(start, stop) for start, stop, _ in matches)


def _joined(marks: tuple[Mark, ...], text: str, rows: tuple[str, ...]) -> tuple[Mark, ...]:
    """The marks, those of words that stand in a row as they were typed as one."""
    if len(marks) < 2 or not rows:
        return marks
    joined: list[Mark] = []
    at = 0
    for start, stop, _ in find_matches(text, rows):
        while at < len(marks) and marks[at].start < start:
            joined.append(marks[at])
            at += 1
        first = at
        while at < len(marks) and marks[at].stop <= stop:
            at += 1
        whole = at > first and marks[first].start == start and marks[at - 1].stop == stop
        joined += [Mark(start, stop)] if whole else marks[first:at]
    return (*joined, *marks[at:])


def _finished(stored: StoredArticle, piece: Snippet, rows: tuple[str, ...]) -> Snippet:
    """The piece with joined marks and the page of the first, where the file has pages."""
    marks = _joined(piece.marks, piece.text, rows)
    first = marks[0].start if marks else 0
    page = _page(stored, piece.start + first)
    return Snippet(piece.text, marks, piece.start, page, piece.before, piece.after)


def _page(stored: StoredArticle, offset: int) -> int | None:
    place = stored.article.body.place(offset) if stored.article.page is not None else None
    return place[0] if place else None


def _pages(stored: StoredArticle, marks: tuple[Mark, ...]) -> tuple[int, ...]:
    """The pages that marks of the text stand on, where the file has pages."""
    pages = (_page(stored, mark.start) for mark in marks)
    return tuple(sorted({page for page in pages if page}))


def _paragraphs(stored: StoredArticle, needles: Needles) -> Iterator[Snippet]:
    start = 0
    for line in stored.article.body.text.split("\n"):
        yield Snippet(line, _marks(line, needles.body, needles.rows), start, _page(stored, start))
        start += len(line) + 1
