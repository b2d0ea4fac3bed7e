"""One article as plain text: title, what is known of it, the text itself, its source line."""

from collections.abc import Iterator

from indexer.models import ArticlePage
from webui.language import N_, _
from webui.months import date_label
from webui.presenters.article import citation
from webui.presenters.conditions import labelled
from webui.presenters.hit import dated, issue_label, page_label


def plain_text(article: ArticlePage) -> str:
    """The text, its parts between empty lines."""
    known = "\n".join(labelled(name, value) for name, value in _facts(article) if value)
    body = (paragraph.text for paragraph in article.paragraphs)
    parts = (article.title, known, *body, labelled(N_("引用"), citation(article)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(article: ArticlePage) -> Iterator[tuple[str, str]]:
    issued = date_label(article.issue_date) if article.issue_date else ""
    yield N_("单位"), _("、").join(article.organizations)
    yield N_("日期"), date_label(article.date) if article.date else ""
    yield N_("栏目"), article.section or ""
    yield N_("刊期"), dated(issue_label(article.issue_title, article.issue_number), issued)
    yield N_("页码"), page_label(article.page)
    yield N_("人物"), _("、").join(article.persons)
    yield N_("原件"), article.source
