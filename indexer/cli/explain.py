"""What came from where, as ``bulletin articles --explain`` tells it."""

from collections.abc import Callable
from dataclasses import asdict

import click

from indexer.models import Article, Bulletin, Cut, Organization, Origin

FIELD_WORDS = {
    "title": "标题",
    "number": "期号",
    "date": "日期",
    "issuer": "主办",
    "section": "栏目",
    "organization": "单位",
    "person": "人物",
}


def told_rows(bulletin: Bulletin, describe: Callable[[str], Organization]) -> dict[str, object]:
    """The origins of the issue's values; of each article its cut, bodies and origins, for JSON."""
    return {
        "issue_origins": [_row(origin) for origin in bulletin.origins],
        "explained": [
            {
                "title": article.title,
                "confidence": article.cut.confidence,
                "reasons": list(article.cut.reasons),
                "doubts": list(article.cut.doubts),
                "bodies": [asdict(describe(name)) for name in article.organizations],
                "origins": [_row(origin) for origin in article.origins],
            }
            for article in bulletin.articles
        ],
    }


def _row(origin: Origin) -> dict[str, object]:
    return {
        "field": origin.field,
        "value": origin.value,
        "printed": origin.printed,
        "how": origin.how,
        "page": origin.page,
    }


def print_cut(cut: Cut) -> None:
    """How sure a cut is, in one line, and what speaks for and against it."""
    click.echo(f"   切分可信度 {cut.confidence:.2f}")
    if cut.reasons:
        click.echo("     依据：" + "；".join(cut.reasons))
    if cut.doubts:
        click.echo("     存疑：" + "；".join(cut.doubts))


def print_origins(origins: tuple[Origin, ...]) -> None:
    """One line a value: what it is, what was printed, where, and how it was read."""
    for origin in origins:
        page = f"第 {origin.page} 页，" if origin.page else ""
        printed = f"“{origin.printed}”，" if origin.printed else ""
        field = FIELD_WORDS[origin.field]
        click.echo(f"     {field} {origin.value} ← {printed}{page}{origin.how}")


def print_bodies(article: Article, describe: Callable[[str], Organization]) -> None:
    """One line a body: what it is, and to whom it belongs."""
    for body in map(describe, article.organizations):
        above = f"，上级 {body.parent}" if body.parent else ""
        click.echo(f"     {body.name}：{body.kind}{above}")
