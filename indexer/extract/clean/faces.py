"""Where the size and weight of the letters show that a paragraph ends."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from indexer.extract.clean.layout import Layout, ends_sentence
from indexer.models import Face, Line

MOST_LINES = 4  # of a title; more lines in large letters are a text
LONGEST_NOTE = 4  # signs of a note or reading aid, which pdf readers give a line of its own
_FULL_STOPS = "。；"


def parts_by_face(last: Line, line: Line, layout: Layout) -> bool:
    """Whether two lines are set too differently to be of one paragraph."""
    one, other = _face(last, layout.body), _face(line, layout.body)
    if one is None or other is None:
        return False
    if one.differs_in_size(other):
        return True
    # A heading in bold is short, or stands behind a full stop; bold words may be anywhere.
    ended = layout.is_short(last) or ends_sentence(last.text)
    return one.bold != other.bold and ended


def title_lines(stretch: Sequence[Line], body: Face | None) -> set[int]:
    """The places of lines that are larger than the body, a few in a row: no text, but titles.

    They are not joined: a section's heading may be set as the title below it is.
    """
    found: set[int] = set()
    for row in _large(stretch, body) if body else ():
        is_text = any(sign in stretch[at].text for at in row for sign in _FULL_STOPS)
        if len(row) <= MOST_LINES and not is_text:
            found.update(row)
    return found


def _large(stretch: Sequence[Line], body: Face) -> Iterator[list[int]]:
    """Rows of lines of one face, larger than the body."""
    for face, places in groupby(range(len(stretch)), key=lambda at: stretch[at].face):
        if face and face.is_larger(body):
            yield list(places)


def _face(line: Line, body: Face | None) -> Face | None:
    """The face of a line; None for a small note, which parts no paragraph."""
    if not line.face or not body:
        return None
    is_note = len(line.text) <= LONGEST_NOTE and body.is_larger(line.face)
    return None if is_note else line.face
