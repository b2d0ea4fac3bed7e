"""The help page: the language of questions by examples, each a live search with its count."""

from dataclasses import dataclass

from indexer.library import EXAMPLES
from webui import urls
from webui.archive import the_library
from webui.language import CHINESE, the_language
from webui.state import SearchState


@dataclass(frozen=True, slots=True)
class ExampleItem:
    """A question, what it finds in words, how many articles that are here, and its address."""

    text: str
    meaning: str
    count: int
    href: str


def example_items() -> tuple[ExampleItem, ...]:
    """The examples of the query language, counted in this archive."""
    count = the_library().count
    return tuple(
        ExampleItem(
            example.text,
            example.chinese if the_language() == CHINESE else example.english,
            count(SearchState(example.text).query(1)),
            urls.search(SearchState(example.text)),
        )
        for example in EXAMPLES
    )
