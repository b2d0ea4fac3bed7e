"""The JSON forms of the pages, version 1."""

from webui.answers.facets import facet_answer
from webui.answers.search import search_answer

__all__ = ["facet_answer", "search_answer"]
