"""Which characters are the text, and which only the page?"""

from collections.abc import Sequence

from indexer.extract.clean.furniture import without_furniture
from indexer.extract.clean.layout import layout_of
from indexer.extract.clean.lines import lines_of
from indexer.extract.clean.paragraphs import paragraphs_of
from indexer.models import Document, Page


def clean(pages: Sequence[Page], paged: bool = True) -> Document:
    """The paragraphs of a file as its readers read them, each character with page and offset.

    Folios and running heads are gone, broken lines joined, letter-spaced words closed and
    radicals replaced by the characters they stand for.
    """
    body = without_furniture([line for page in pages for line in lines_of(page)], paged)
    paragraphs = paragraphs_of(body.stretches, layout_of(body.stretches))
    return Document(tuple(paragraphs), paged, body.dropped)
