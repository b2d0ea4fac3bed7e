"""A word and its star: 科普* is a prefix, any other star is only a sign."""

from indexer.models import Prefix, Text
from indexer.query.notices import Notices, misplaced_star, short_prefix

_STARS = "*＊"
_NO_STARS = str.maketrans("", "", _STARS)


def read_word(typed: str, notices: Notices) -> Text | Prefix | None:
    """The word as Text, or as Prefix where a star ends it; None where it is nothing but stars."""
    word = typed.strip(_STARS)
    stars_inside = word != word.translate(_NO_STARS)
    if not word or (word == typed and not stars_inside):
        return Text(word) if word else None
    if stars_inside or typed[0] in _STARS:
        notices.say(misplaced_star(typed, word))
    elif sum(map(str.isalnum, word)) < 2:
        notices.say(short_prefix(typed, word))
    else:
        return Prefix(word)
    return Text(word)
