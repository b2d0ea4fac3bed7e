"""The letters of a page as JSON: what the child that drew it answers, and what is kept.

    {"pages": 4, "size": [5953, 8419], "picture": false, "text": "云州",
     "places": [1596, 864, 2056, 1323, 2056, 864, 2516, 1323]}

Sizes and places are tenths of a point. A child that read a hostile file is not to be believed.
"""

import json

from indexer.models import PageBox, PageLetters

_PARTS = 10
_LARGEST = 1_000_000  # a page is at most 14,400 points long


def encode(letters: PageLetters) -> str:
    """The letters as JSON."""
    places = [
        round(edge * _PARTS)
        for box in letters.boxes
        for edge in (box.left, box.top, box.right, box.bottom)
    ]
    value = {
        "pages": letters.pages,
        "size": [round(letters.width * _PARTS), round(letters.height * _PARTS)],
        "picture": letters.has_picture,
        "text": letters.text,
        "places": places,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decode(text: str | bytes) -> PageLetters | None:
    """The letters that were encoded; None for anything else."""
    try:
        value = json.loads(text)
        size, places, signs = value["size"], value["places"], value["text"]
        pages, has_picture = value["pages"], value["picture"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    if not (isinstance(signs, str) and _are_numbers(places, 4 * len(signs))):
        return None
    if not (_are_numbers(size, 2) and all(size) and _are_numbers([pages], 1)):
        return None
    edges = [place / _PARTS for place in places]
    boxes = tuple(PageBox(*edges[at : at + 4]) for at in range(0, len(edges), 4))
    return PageLetters(pages, size[0] / _PARTS, size[1] / _PARTS, has_picture is True, signs, boxes)


def _are_numbers(values: object, count: int) -> bool:
    """Whether this is a list of so many whole numbers, none of them negative or absurd."""
    return (
        isinstance(values, list)
        and len(values) == count
        and all(type(value) is int and 0 <= value <= _LARGEST for value in values)
    )
