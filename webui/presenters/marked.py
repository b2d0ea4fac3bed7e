"""A text cut at its marks, so that a template can print each piece escaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from indexer.models import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters, marked or not; ``anchor`` names a mark that can be linked to."""

    text: str
    marked: bool = False
    anchor: str | None = None


def pieces(
    text: str, marks: tuple[Mark, ...], anchors: Iterator[str] | None = None
) -> tuple[Piece, ...]:
    """A text as pieces; joined they are the text. Marks come in order and do not overlap."""
    found: list[Piece] = []
    at = 0
    for mark in marks:
        found.append(Piece(text[at : mark.start]))
        anchor = next(anchors) if anchors else None
        found.append(Piece(text[mark.start : mark.stop], marked=True, anchor=anchor))
        at = mark.stop
    found.append(Piece(text[at:]))
    return tuple(piece for piece in found if piece.text)


def mark_anchors() -> Iterator[str]:
    """The anchors of one article's marks: m1, m2, m3."""
    return (f"m{number}" for number in count(1))
