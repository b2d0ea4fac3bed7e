"""A paragraph broken into printed lines, as Chinese is broken.

No line begins with a sign that closes, or ends with one that opens; a number or a Latin word
stays together, with the unit sign that follows it.
"""

import re
from collections.abc import Callable

_ATOMS = re.compile(r"[0-9A-Za-z.,:%-]*[0-9A-Za-z%]|.", re.DOTALL)
_CLOSING = frozenset("，。、；：！？）》〉”’】…—％%")
_OPENING = frozenset("（《〈“‘【")


def broken(text: str, width: float, first: float, measure: Callable[[str], float]) -> list[str]:
    """The lines of a paragraph; the first one may be narrower than the others."""
    lines: list[str] = []
    line: list[str] = []
    for atom in _ATOMS.findall(text):
        room = width if lines else first
        if line and measure("".join(line) + atom) > room:
            carried = _carried(line, atom)
            lines.append("".join(line[: len(line) - len(carried)]))
            line = carried
        line.append(atom)
    return [*lines, "".join(line)]


def _carried(line: list[str], atom: str) -> list[str]:
    """What the next line takes over from this one, so that neither begins or ends wrongly."""
    count = 0
    following = atom
    while count < len(line) - 1 and (following in _CLOSING or line[-1 - count] in _OPENING):
        count += 1
        following = line[-count]
    return line[len(line) - count :]
