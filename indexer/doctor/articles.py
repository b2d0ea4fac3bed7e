"""Articles whose cut is doubtful, and issues in which dates or organisations are strangely rare."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from indexer.articles.confidence import DOUBTFUL
from indexer.models import ArticleOutline, Concern, Finding

FEWEST = 2  # articles without a value that are worth a look

_CUT = (
    "请用 bulletin articles --explain 查看；切错的，在更正文件中用 cut、join 或 drop 改正；"
    "没有切错的，写一段 find 和同样的 title，以后不再列出"
)
_DATES = "请核对刊期；报头没有日期的，在更正文件的 [issue] 中写上 date"
_BODIES = "请核对原文；常见的单位可在 config.toml 的 [[organizations]] 中写上"


def of_articles(outlines: Sequence[ArticleOutline]) -> Iterator[Finding]:
    """Doubtful cuts one by one; undated articles and those without organisation by source."""
    for outline in outlines:
        if outline.cut.confidence < DOUBTFUL:
            doubts = "；".join(outline.cut.doubts) or "没有什么能说明这一行是标题"
            message = f"切分存疑（{outline.cut.confidence:.2f}）：{doubts}"
            yield Finding(Concern.CUT, f"{outline.source}《{outline.title}》", message, _CUT)
    for source, group in groupby(outlines, key=lambda outline: outline.source):
        articles = tuple(group)
        undated = sum(article.date is None for article in articles)
        if _is_strange(undated, len(articles)):
            message = f"{len(articles)} 篇中有 {undated} 篇没有日期"
            yield Finding(Concern.UNDATED, source, message, _DATES)
        unsigned = sum(not article.organizations for article in articles)
        if _is_strange(unsigned, len(articles)):
            message = f"{len(articles)} 篇中有 {unsigned} 篇没有单位"
            yield Finding(Concern.UNSIGNED, source, message, _BODIES)


def _is_strange(missing: int, all_: int) -> bool:
    """Whether so many articles lack a value that the reading is to blame: half of them."""
    return missing >= FEWEST and missing * 2 >= all_
