"""Texts as rows of signs: what stands in a row is proved on these, without blanks.

A blank stays only where two numbers or two Latin words would run together without it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_LATIN = r"[^\W\d_\u2e80-\u9fff\uf900-\uffff\U00020000-\U0003ffff]"
_NEEDED = re.compile(rf"(?<={_LATIN}) +(?={_LATIN})|(?<=[0-9.]) +(?=[0-9.])")
_STARTS_LATIN, _STARTS_NUMBER = re.compile(_LATIN), re.compile("[0-9]")
_ENDS_LATIN, _ENDS_NUMBER = re.compile(rf"{_LATIN}\Z"), re.compile(r"[0-9]\Z")
_KEPT = "\x1f"

Signs = NDArray[np.uint16]


def row_of(normal: str) -> str:
    """The signs of a normal text in a row: 科 协 2.5 万 -> 科协2.5万, science and art as it is."""
    if " " not in normal:
        return normal
    return _NEEDED.sub(_KEPT, normal).replace(" ", "").replace(_KEPT, " ")


def signs_of(rows: Iterable[str]) -> tuple[Signs, NDArray[np.int64]]:
    """The UTF-16 signs of some rows, each ended by a 0, and where each begins (one more)."""
    pieces = [row.encode("utf-16-le", "surrogatepass") + b"\0\0" for row in rows]
    offsets = np.zeros(len(pieces) + 1, dtype=np.int64)
    np.cumsum([len(piece) // 2 for piece in pieces], out=offsets[1:])
    return np.frombuffer(b"".join(pieces), "<u2"), offsets


def pairs_of(row: str) -> NDArray[np.uint32]:
    """The neighbouring signs of a row as keys, each once; none for a single sign."""
    signs = np.frombuffer(row.encode("utf-16-le", "surrogatepass"), "<u2").astype(np.uint32)
    return np.unique((signs[:-1] << np.uint32(16)) | signs[1:])


def places(text: str, row: str, open_end: bool = False) -> list[int]:
    """Where a row stands in a text, never inside a longer number or Latin word.

    With ``open_end`` the last of its signs may be the beginning of a longer one.
    """
    search, found = standing(row, open_end).search, []
    match = search(text)
    while match:
        found.append(match.start())
        match = search(text, match.start() + 1)
    return found


@lru_cache(maxsize=256)
def standing(row: str, open_end: bool = False) -> re.Pattern[str]:
    """A pattern for a row that stands as ``places`` tells.

    It begins with the row itself, which is looked for fast; what is before is looked at then.
    """
    signs = re.escape(row)
    begin = end = ""
    if _STARTS_LATIN.match(row):
        begin = rf"(?<!{_LATIN}{signs})"
    elif _STARTS_NUMBER.match(row):
        begin = rf"(?<!\d{signs})(?<!\d\.{signs})"
    if not open_end and _ENDS_LATIN.search(row):
        end = rf"(?!{_LATIN})"
    elif not open_end and _ENDS_NUMBER.search(row):
        end = r"(?!\d)(?!\.\d)"
    return re.compile(signs + begin + end)
