"""bulletin search: ask, and read the hits."""

from dataclasses import asdict
from pathlib import Path

import click

from indexer.cli.options import config_option, json_option
from indexer.cli.output import marked, print_json
from indexer.errors import QuestionRejected
from indexer.library import open_library
from indexer.models import FacetValue, Hit, Query, Results, Snippet, Sort

_FACETS_SHOWN = 5


@click.command()
@click.argument("text")
@click.option("--org", multiple=True, help="只看这个单位，可多次给出。 Only this organisation.")
@click.option("--month", multiple=True, metavar="YYYY-MM", help="只看这个月。 Only this month.")
@click.option("--from", "month_from", metavar="YYYY-MM", help="从这个月起。 From this month on.")
@click.option("--to", "month_to", metavar="YYYY-MM", help="到这个月止。 Up to this month.")
@click.option("--section", multiple=True, help="只看这个栏目。 Only this section.")
@click.option("--person", multiple=True, help="只看提到这个人的。 Only with this person.")
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in Sort]),
    default=Sort.RELEVANCE.value,
    show_default=True,
    help="排序：相关度、从新到旧、从旧到新。 The order of the hits.",
)
@click.option("--duplicates", is_flag=True, help="重复的文章逐篇列出。 Each version apart.")
@click.option("--page", type=click.IntRange(1), default=1, help="第几页。 Which page.")
@config_option
@json_option
def search(
    text: str,
    org: tuple[str, ...],
    month: tuple[str, ...],
    month_from: str | None,
    month_to: str | None,
    section: tuple[str, ...],
    person: tuple[str, ...],
    sort: str,
    duplicates: bool,
    page: int,
    config: Path,
    as_json: bool,
) -> None:
    """检索。 Search for TEXT.

    \b
    科普 延庆              两个词都要有  both words
    '"科学技术协会"'       一字不差      exactly these characters in a row
    '科普 -讲座'           不含讲座      without 讲座
    '科普 OR 院士'         任一即可      either
    """
    with open_library(config) as library:
        query = Query(
            text=text,
            organizations=org,
            people=person,
            sections=section,
            months=month,
            month_from=month_from,
            month_to=month_to,
            sort=Sort(sort),
            page=page,
            duplicates=duplicates,
            page_size=library.config.search.page_size,
        )
        if not text.strip() and not any((org, month, month_from, month_to, section, person)):
            raise QuestionRejected("没有检索词；请输入要找的词，例如 bulletin search 科普")
        results = library.search(query)
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
    for notice in results.reading.notices:
        click.echo(f"提示：{notice}")
    pages = f"，第 {results.query.page}/{results.pages} 页" if results.pages > 1 else ""
    click.echo(f"找到 {results.total} 篇{pages}")
    start = (results.query.page - 1) * results.query.page_size
    for number, hit in enumerate(results.hits, start + 1):
        _print_hit(number, hit)
    if results.total:
        click.echo("")
    for label, name in (("单位", "organization"), ("月份", "month"), ("栏目", "section")):
        values = [f"{value.label} {value.count}" for value in results.facets[name][:_FACETS_SHOWN]]
        if values:
            click.echo(f"{label}：{'  '.join(values)}")


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
