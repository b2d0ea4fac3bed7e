"""Since when an article must be in the archive: 2023-05-01, or g41 for what came after it."""

import re
from dataclasses import dataclass
from datetime import date

_REVISION = re.compile(r"g(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Since:
    """A day (ISO) on or after which, or a revision of the catalogue after which."""

    day: str | None = None
    revision: int | None = None


def read_since(text: str) -> Since | None:
    """What a text says: 2023-05-01 -> that day, g41 -> after revision 41; None for any other."""
    if match := _REVISION.fullmatch(text):
        return Since(revision=int(match[1]))
    try:
        return Since(day=date.fromisoformat(text).isoformat())
    except ValueError:
        return None
