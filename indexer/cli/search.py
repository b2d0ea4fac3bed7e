"""bulletin search: ask, and read the hits."""

from dataclasses import asdict, replace
from pathlib import Path

import click

from indexer.archive import open_archive
from indexer.cli.options import config_option, json_option
from indexer.cli.output import marked, print_json
from indexer.cli.question import Explained, asks
from indexer.models import (
    FacetValue,
    Help,
    Hit,
    Offer,
    Query,
    Remedy,
    Results,
    Snippet,
    Sort,
    Understanding,
)

_FACETS_SHOWN = 5
_OFFERS = {
    Remedy.SPELLING: "您是不是要找",
    Remedy.DATE: "作为日期",
    Remedy.FILTERS: "去掉条件",
    Remedy.FEWER_WORDS: "少用一个词",
    Remedy.WORDS: "不要求连在一起",
    Remedy.ANY_WORD: "放宽",
}


@click.command(cls=Explained)
@asks
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in Sort]),
    default=Sort.RELEVANCE.value,
    show_default=True,
    help="排序：相关度、从新到旧、从旧到新、按入库。 The order of the hits.",
)
@click.option("--page", type=click.IntRange(1), default=1, help="第几页。 Which page.")
@config_option
@json_option
def search(query: Query, sort: str, page: int, config: Path, as_json: bool) -> None:
    """检索。 Search for TEXT.

    含空格、括号或引号时，请给 TEXT 加单引号。 Put TEXT in single quotes.
    """
    with open_archive(config) as library:
        page_size = library.config.search.page_size
        asked = replace(query, sort=Sort(sort), page=page, page_size=page_size)
        results = library.search(asked, None if as_json else _FACETS_SHOWN)
        stale = library.index_notice()
    if stale:
        click.echo(f"注意：{stale}", err=True)
    if as_json:
        print_json(_row(results))
    else:
        _print(results)


def _row(results: Results) -> dict[str, object]:
    return {
        "total": results.total,
        "page": results.query.page,
        "pages": results.pages,
        "hits": [_hit_row(hit) for hit in results.hits],
        "facets": {name: [asdict(value) for value in values] for name, values in _facets(results)},
        "reading": asdict(results.reading),
        "help": {
            "missing": list(results.help.missing),
            "offers": [_offer_row(offer) for offer in results.help.offers],
        },
    }


def _offer_row(offer: Offer) -> dict[str, object]:
    return {
        "remedy": offer.remedy.value,
        "label": offer.label,
        "total": offer.total,
        "query": asdict(offer.query),
    }


def _hit_row(hit: Hit) -> dict[str, object]:
    row = asdict(hit)
    row["marks"] = [[mark.start, mark.stop] for mark in hit.marks]
    row["snippets"] = [_snippet_row(snippet) for snippet in hit.snippets]
    return row


def _snippet_row(snippet: Snippet) -> dict[str, object]:
    marks = [[mark.start, mark.stop] for mark in snippet.marks]
    return {"page": snippet.page, "text": snippet.text, "marks": marks}


def _facets(results: Results) -> list[tuple[str, tuple[FacetValue, ...]]]:
    names = ("organization", "month", "section", "person")
    return [(name, results.facets[name]) for name in names]


def _print(results: Results) -> None:
    _print_reading(results.reading)
    pages = f"，第 {results.query.page}/{results.pages} 页" if results.pages > 1 else ""
    click.echo(f"找到 {results.total} 篇{pages}")
    start = (results.query.page - 1) * results.query.page_size
    for number, hit in enumerate(results.hits, start + 1):
        _print_hit(number, hit)
    _print_help(results.help)
    if results.total:
        click.echo("")
    for label, name in (("单位", "organization"), ("月份", "month"), ("栏目", "section")):
        values = [f"{value.label} {value.count}" for value in results.facets[name][:_FACETS_SHOWN]]
        if values:
            click.echo(f"{label}：{'  '.join(values)}")


def _print_reading(reading: Understanding) -> None:
    """解读: what had to be guessed, and what was looked for besides what was typed."""
    for notice in reading.notices:
        click.echo(f"提示：{notice}")
    for condition in reading.conditions:
        click.echo(f"解读：{condition}")
    for one in reading.widened:
        others = f"“{'”“'.join(one.aliases)}”和" if one.aliases else ""
        also = f"{others}单位为 {one.organization} 的文章"
        click.echo(f"解读：“{one.name}”也找{also}；只查原词请加 --no-aliases")
    for name in reading.shared:
        click.echo(f"解读：几个单位都叫“{name.name}”：{'、'.join(name.candidates)}；请写全称")


def _print_help(help_: Help) -> None:
    """What to do when little was found."""
    if help_.missing:
        click.echo(f"全库都没有：{'、'.join(help_.missing)}")
    for offer in help_.offers:
        click.echo(f"{_OFFERS[offer.remedy]}：{offer.label}（{offer.total} 篇）")


def _print_hit(number: int, hit: Hit) -> None:
    click.echo(f"\n{number}. {marked(hit.title, hit.marks)}")
    facts = (hit.date or "日期不详", hit.section, "、".join(hit.organizations[:3]))
    click.echo("   " + " · ".join(filter(None, facts)))
    for snippet in hit.snippets:
        before, after = "……" * snippet.before, "……" * snippet.after
        page = f"〔第 {snippet.page} 页〕" if snippet.page else ""
        text = marked(snippet.text, snippet.marks)
        click.echo(f"   {before}{text}{after}{page}")
    click.echo(f"   {hit.source} · 编号 {hit.article_id}")
    if hit.also_in:
        click.echo("   另见于：" + "、".join(one.issue_number or one.source for one in hit.also_in))
