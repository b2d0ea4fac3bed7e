"""NEAR: two words or phrases close to each other."""

import re
import unicodedata

from indexer.models import Near, Node, Phrase, Text
from indexer.query.notices import NEAR_FAR, NEAR_WHAT, Notices

USUAL_DISTANCE = 10
GREATEST_DISTANCE = 100

_NEAR = re.compile(r"NEAR(?:/([0-9]{1,4}))?")


def read_near(left: Node, operator: str, right: Node, notices: Notices) -> Near | None:
    """The two near each other; None where only AND can be meant, and that is said."""
    distance = _distance(operator)
    if distance is None:
        notices.say(NEAR_FAR)
        return None
    if not isinstance(left, Text | Phrase) or not isinstance(right, Text | Phrase):
        notices.say(NEAR_WHAT)
        return None
    return Near(Phrase(left.text), Phrase(right.text), distance)


def _distance(operator: str) -> int | None:
    """NEAR -> 10, ＮＥＡＲ／５ -> 5; None for NEAR/x and NEAR/101."""
    match = _NEAR.fullmatch(unicodedata.normalize("NFKC", operator))
    if match is None:
        return None
    distance = int(match[1] or USUAL_DISTANCE)
    return distance if distance <= GREATEST_DISTANCE else None
