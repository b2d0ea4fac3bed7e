"""One article as plain text: title, what is known of it, the text itself, its source line."""

from collections.abc import Iterator

from indexer.models import ArticlePage
from webui.months import date_label
from webui.presenters.article import citation
from webui.presenters.hit import issue_label, page_label


def plain_text(article: ArticlePage) -> str:
    """The text, its parts between empty lines."""
    known = "\n".join(f"{name}：{value}" for name, value in _facts(article) if value)
    body = (paragraph.text for paragraph in article.paragraphs)
    parts = (article.title, known, *body, f"引用：{citation(article)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(article: ArticlePage) -> Iterator[tuple[str, str]]:
    issued = f"（{date_label(article.issue_date)}）" if article.issue_date else ""
    yield "单位", "、".join(article.organizations)
    yield "日期", date_label(article.date) if article.date else ""
    yield "栏目", article.section or ""
    yield "刊期", issue_label(article.issue_title, article.issue_number) + issued
    yield "页码", page_label(article.page)
    yield "人物", "、".join(article.persons)
    yield "原件", article.source
