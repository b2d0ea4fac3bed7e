import io

import pytest
from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

from indexer.extract.fonts import drawings_unread, each_font_once
from tests.unit.extract.pdfs import pdf


def test_a_font_is_read_once_for_a_file_and_not_for_each_page() -> None:
    """Fails where pypdf has changed so that nothing is remembered any more."""
    reader = PdfReader(io.BytesIO(pdf("科普", "科协")))
    resources = [_font(page) for page in reader.pages]
    with each_font_once():
        fonts = [Font.from_font_resource(resource) for resource in resources]
    assert fonts[0] is fonts[1]
    assert Font.from_font_resource(resources[0]) is not fonts[0]


def test_a_drawing_without_text_is_not_parsed() -> None:
    """Fails where pypdf has changed so that drawings are parsed for those who look at the text."""
    drawing = b"1 1 m 9 9 l S\n" * 400
    page = PdfReader(io.BytesIO(pdf(drawing))).pages[0]
    limit = Configuration(stream_parsing_work_maximum_count=500)
    with apply_configuration(limit), drawings_unread():
        assert page.extract_text(visitor_text=_look) == ""
    with apply_configuration(limit), pytest.raises(LimitReachedError):
        page.extract_text(visitor_text=_look)


def _look(*_: object) -> None:
    """A visitor that wants nothing."""


def _font(page: DictionaryObject) -> DictionaryObject:
    """The dictionary of the one font that a page uses."""
    found: object = page
    for name in ("/Resources", "/Font", "/Song"):
        assert isinstance(found, DictionaryObject)
        found = found[name]
    assert isinstance(found, DictionaryObject)
    return found
