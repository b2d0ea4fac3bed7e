"""Work that pypdf would do in vain: fonts read anew for each page, and drawings without text.

The map from glyphs to characters of a Chinese font has thousands of lines, and pypdf 7.1 parses it
for every page that uses the font: a fifth of its time. It parses drawings, too, whose operators it
knows to show no text, where it is asked how the text is set. There is no setting against either,
so what does it is replaced while a file is read. Where a later pypdf has no such method, all goes
on as before, but slower.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pypdf import _page, _text_extraction

_METHOD = "from_font_resource"
_CONTENT = "_get_content_stream_for_text"
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


@contextmanager
def drawings_unread() -> Iterator[None]:
    """Within, pages and forms that show no text are not parsed, whoever looks at the text."""
    get_content: Callable[..., object] | None = getattr(_text_extraction, _CONTENT, None)
    if get_content is None:
        yield
        return

    def content(*source: object, has_visitor: bool) -> object:
        # Only visitors of operators need those of a drawing; ours is one of texts.
        return get_content(*source, has_visitor=False)

    setattr(_text_extraction, _CONTENT, content)
    try:
        yield
    finally:
        setattr(_text_extraction, _CONTENT, get_content)


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
