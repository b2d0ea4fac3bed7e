"""Where the size and weight of the letters show that a paragraph ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from indexer.extract.clean.layout import Layout, ends_sentence
from indexer.models import Face, Line

MOST_LINES = 4  # of a title; more lines in large letters are a text
LONGEST_NOTE = 4  # signs of a note or reading aid, which pdf readers give a line of its own
_FULL_STOPS = "。；"


@dataclass(frozen=True, slots=True)
class Setting:
    """The face of the body, None where faces are not known, and the layout of its lines."""

    body: Face | None
    layout: Layout

    def parts(self, last: Line, line: Line) -> bool:
        """Whether two lines are set too differently to be of one paragraph."""
        one, other = self._face(last), self._face(line)
        if one is None or other is None:
            return False
        if one.differs_in_size(other):
            return True
        # A heading in bold is short, or stands behind a full stop; bold words may be anywhere.
        ended = self.layout.is_short(last) or ends_sentence(last.text)
        return one.bold != other.bold and ended

    def title_lines(self, stretch: Sequence[Line]) -> set[int]:
        """The places of lines that are larger than the body, a few in a row: no text, but titles.

        They are not joined: a section's heading may be set as the title below it is.
        """
        found: set[int] = set()
        for row in self._large(stretch):
            is_text = any(sign in stretch[at].text for at in row for sign in _FULL_STOPS)
            if len(row) <= MOST_LINES and not is_text:
                found.update(row)
        return found

    def _large(self, stretch: Sequence[Line]) -> Iterator[list[int]]:
        """Rows of lines of one face, larger than the body."""
        for face, places in groupby(range(len(stretch)), key=lambda at: stretch[at].face):
            if face and self.body and face.is_larger(self.body):
                yield list(places)

    def _face(self, line: Line) -> Face | None:
        """The face of a line; None for a small note, which parts no paragraph."""
        if not line.face or not self.body:
            return None
        is_note = len(line.text) <= LONGEST_NOTE and self.body.is_larger(line.face)
        return None if is_note else line.face


def setting_of(stretches: Sequence[Sequence[Line]], layout: Layout) -> Setting:
    """The setting of a file with these lines."""
    lines = (line for stretch in stretches for line in stretch)
    return Setting(Face.most_common((line.face, len(line.text)) for line in lines), layout)
