"""Why the conditions beside the text keep an article out: its values, its months, its entry."""

from collections.abc import Iterator

from indexer.models import NONE, Basis, Filters, Reason, StoredArticle
from indexer.search.issues import label_of


def filtered_out(filters: Filters, stored: StoredArticle) -> Iterator[Reason]:
    """Each choice of a facet that the article does not meet, and what it has instead."""
    for label, values, chosen, without in _choices(filters, stored):
        has = "、".join(values) or "未标"
        if chosen and not _meets(values, chosen):
            yield Reason(False, f"筛选的{label}是 {_list(chosen)}，这篇的{label}是 {has}")
        if without and _meets(values, without):
            yield Reason(False, f"筛选排除了{label} {_list(without)}，这篇的{label}是 {has}")
    if filters.issues and stored.issue_id not in filters.issues:
        has = label_of(stored.issue) or stored.source
        yield Reason(False, f"筛选的期号不是这篇的，这篇登在 {has}")
    yield from _untimely(filters, stored)


def _untimely(filters: Filters, stored: StoredArticle) -> Iterator[Reason]:
    """The months that the article does not meet, and whether it was taken in too early."""
    by_issue = filters.basis is Basis.ISSUED
    date = stored.issue.date if by_issue else stored.article.date
    if not _in_months(filters, (date or "")[:7]):
        low, high = filters.month_from or "", filters.month_to or ""
        wanted = [*filters.months, *([f"{low}..{high}"] if low or high else [])]
        label = "刊期" if by_issue else "日期"
        yield Reason(
            False, f"筛选的月份是 {_list(tuple(wanted))}，这篇的{label}是 {date or '不详'}"
        )
    if stored.added <= (filters.since_revision if filters.since_revision is not None else -1):
        yield Reason(False, f"只要上次以后新增的，这篇在那以前（{stored.entered[:10]}）就已收录")
    if filters.since and stored.entered[:10] < filters.since:
        yield Reason(False, f"只要 {filters.since} 起收录的，这篇收录于 {stored.entered[:10]}")


def _choices(
    filters: Filters, stored: StoredArticle
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """(label, values of the article, values chosen, values excluded) of the facets of values."""
    article = stored.article
    people = tuple(dict.fromkeys(person.name for person in article.persons))
    section = (article.section,) if article.section else ()
    label, bodies = (
        ("报送单位", article.signers) if filters.signed else ("单位", article.organizations)
    )
    yield label, bodies, filters.organizations, filters.without_organizations
    yield "人物", people, filters.people, filters.without_people
    yield "栏目", section, filters.sections, filters.without_sections


def _meets(values: tuple[str, ...], chosen: tuple[str, ...]) -> bool:
    return bool(set(values) & set(chosen)) or (NONE in chosen and not values)


def _in_months(filters: Filters, month: str) -> bool:
    if not filters.months and not filters.month_from and not filters.month_to:
        return True
    if _meets((month,) if month else (), filters.months):
        return True
    low, high = filters.month_from or "", filters.month_to or "9999-99"
    return bool((filters.month_from or filters.month_to) and month and low <= month <= high)


def _list(values: tuple[str, ...]) -> str:
    return "、".join("未标" if value == NONE else value for value in values)
