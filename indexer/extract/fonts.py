"""Fonts that pypdf reads once for a file, and not anew for each page.

The map from glyphs to characters of a Chinese font has thousands of lines, and pypdf 7.1 parses it
for every page that uses the font: a fifth of its time. There is no setting against that, so the
method that does it is replaced while a file is read. Where a later pypdf has no such method, all
goes on as before, but slower.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pypdf import _page

_METHOD = "from_font_resource"
_MOST_FONTS = 64  # remembered at a time; one may take megabytes


@contextmanager
def each_font_once() -> Iterator[None]:
    """Within, a font that was read is not read again."""
    fonts = getattr(_page, "Font", None)
    read_font = getattr(fonts, _METHOD, None)
    if read_font is None:
        yield
        return
    setattr(fonts, _METHOD, _remembering(read_font))
    try:
        yield
    finally:
        setattr(fonts, _METHOD, read_font)


def _remembering(read_font: Callable[[object], object]) -> Callable[[object], object]:
    """The method, with a memory for the fonts it has read."""
    known: dict[int, tuple[object, object]] = {}

    def read_once(resource: object) -> object:
        if id(resource) not in known:
            if len(known) == _MOST_FONTS:
                known.clear()
            known[id(resource)] = resource, read_font(resource)  # kept, so that its id stays its
        return known[id(resource)][1]

    return read_once
