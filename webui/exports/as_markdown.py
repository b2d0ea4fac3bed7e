"""A digest for a report: the hits by month, each with a sentence to quote and its source."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from webui.exports.rows import Row
from webui.months import date_label

MOST_ENTRIES = 500
# Signs that Markdown would not show as they are.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


def digest(title: str, conditions: Iterable[tuple[str, str]], rows: Iterable[Row]) -> Iterator[str]:
    """The text, piece by piece."""
    yield f"# {_plain(title)}\n\n"
    for name, value in conditions:
        yield f"- {name}：{_plain(value)}\n"
    for month, entries in groupby(rows, lambda row: row.date[:7]):
        yield f"\n## {date_label(month) if month else '日期不详'}\n"
        for row in entries:
            yield f"\n### {_plain(row.title)}\n\n"
            if row.snippet:
                yield f"{_plain(row.snippet)}\n\n"
            yield f"来源：{_plain(_source(row))}\n"


def _source(row: Row) -> str:
    """《工作简报》第3期第2页，北京市科协，2023年5月30日."""
    page = f"第{row.page}页" if row.page else ""
    date = date_label(row.date) if row.date else ""
    where = f"{row.issue or row.source}{page}"
    return "，".join(filter(None, (where, row.organizations.replace("；", "、"), date)))


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
