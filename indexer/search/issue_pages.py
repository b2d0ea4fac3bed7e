"""One issue as its readers hold it: its articles in order, and the issues before and after."""

from indexer.errors import ArticleMissing
from indexer.models import Issue, IssuePage, Ranked, StoredArticle
from indexer.search.leaves import Needles
from indexer.search.parts import SearchParts
from indexer.search.shown import make_hit


def show_issue(parts: SearchParts, issue_id: str) -> IssuePage:
    """One issue; ArticleMissing for an unknown id, or one without articles."""
    stored = _articles(parts, issue_id)
    if not stored:
        raise ArticleMissing(f"没有编号为 {issue_id} 的一期；它可能已被移走，请重新检索")
    ordered = sorted(parts.catalog.issues(), key=lambda pair: _order(pair[1]))
    ids = [key for key, _ in ordered]
    at = ids.index(issue_id)
    return IssuePage(
        id=issue_id,
        issue=stored[0].issue,
        source=stored[0].source,
        articles=tuple(make_hit(one, Ranked(one.id, 0.0), Needles(), ()) for one in stored),
        before=ordered[at - 1] if at else None,
        after=ordered[at + 1] if at + 1 < len(ordered) else None,
    )


def source_of(parts: SearchParts, issue_id: str) -> str | None:
    """The file of an issue that has articles; None for any other id."""
    siblings = parts.catalog.siblings(issue_id)
    stored = parts.catalog.article(siblings[0][0]) if siblings else None
    return stored.source if stored else None


def _articles(parts: SearchParts, issue_id: str) -> list[StoredArticle]:
    keys = [key for key, _ in parts.catalog.siblings(issue_id)]
    stored = parts.catalog.found(keys)
    return [stored[key] for key in keys if key in stored]


def _order(issue: Issue) -> tuple[str, int, str]:
    """By date, then by number: 第9期 before 第10期."""
    number = issue.number or ""
    return issue.date or "", len(number), number
