"""What a careful reader finds in an issue, in the form the reading is measured by."""

import json
import re

from tools.corpus.issue import Article, Issue

_SENTENCE = re.compile(r".*?(?:[。！？](?:[”’）])?|$)", re.DOTALL)


def golden(issue: Issue, first_pages: list[int]) -> str:
    """The labels of the issue as JSON."""
    head: dict[str, object] = {
        "title": issue.title,
        "number": issue.number,
        "date": issue.date,
        "issuer": issue.issuer,
    }
    if issue.number_alt:
        head["number_alt"] = issue.number_alt
    labels = {
        "issue": head,
        "articles": [
            _labels(article, page)
            for article, page in zip(issue.articles, first_pages, strict=True)
        ],
    }
    return json.dumps(labels, ensure_ascii=False, indent=1) + "\n"


def _labels(article: Article, page: int) -> dict[str, object]:
    labels: dict[str, object] = {
        "title": "".join(article.title),
        "section": article.section,
        "date": article.date,
        "page": page,
        "organizations": article.organizations,
        "persons": article.persons,
        "first_sentence": _sentences(article.body[0])[0],
        "last_sentence": _sentences(article.body[-1])[-1],
    }
    if article.organizations_optional:
        labels["organizations_optional"] = article.organizations_optional
    return labels


def _sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, closing quotes included."""
    return [sentence for sentence in _SENTENCE.findall(paragraph) if sentence]
