"""The JSON forms of the pages, version 1."""

from webui.answers.facets import MOST_VALUES, facet_answer
from webui.answers.search import search_answer

__all__ = ["MOST_VALUES", "facet_answer", "search_answer"]
