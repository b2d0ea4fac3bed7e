"""The JSON forms of the pages, version 1."""

from webui.answers.article import article_answer
from webui.answers.facets import MOST_VALUES, facet_list_answer
from webui.answers.search import Beside, search_answer
from webui.answers.status import status_answer

__all__ = [
    "MOST_VALUES",
    "Beside",
    "article_answer",
    "facet_list_answer",
    "search_answer",
    "status_answer",
]
