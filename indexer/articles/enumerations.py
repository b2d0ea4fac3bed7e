"""What the numbered and bulleted lines of an issue are: sections, titles, or parts of a text."""

from statistics import median

from indexer.articles.headings import Headings, Role
from indexer.articles.paragraphs import enumerator, ordinal

LONGEST_SECTION = 10  # characters of the name; titles are longer
_ORDER = ("chapter", "bracket", "digit", "digits", "ring")  # from the outer kind to the inner


def open_numbered(headings: Headings) -> None:
    """First lines of numbered titles that end with a comma or colon: 6. 区护理学会：|让……

    Their number must go on from that of the heading before, and a short line follow.
    """
    last: dict[str, int] = {}
    for at in range(len(headings.roles)):
        mark = enumerator(headings.text(at))
        if not mark or mark[0] not in _ORDER:
            continue
        kind, value = mark[0], ordinal(headings.text(at)[: mark[1]])
        broken = headings.text(at)[-1:] in "，：、,:" and at + 1 in headings.open
        if at not in headings.open and broken and last.get(kind) == value - 1:
            headings.open.add(at)
        if at in headings.open:
            last[kind] = value


def settle_enumerated(headings: Headings) -> None:
    """Give all open lines with the same kind of number or bullet one role, the outer kind first.

    A kind above other headings holds sections; else titles, if no other lines do; else it
    divides the text of an article.
    """
    kinds: dict[str, list[int]] = {}
    for at in sorted(headings.open):
        mark = enumerator(headings.text(at))
        if mark:
            kinds.setdefault(mark[0], []).append(at)
    bullets = [kind for kind in kinds if kind not in _ORDER]
    for kind in [*bullets, *(kind for kind in _ORDER if kind in kinds)]:
        role = _role(headings, kind, kinds[kind])
        for at in kinds[kind]:
            headings.settle(at, role, "同一种编号或符号")


def _role(headings: Headings, kind: str, places: list[int]) -> Role:
    """What the lines of one kind are."""
    if _hold_sections(headings, kind, places):
        return Role.SECTION
    if headings.contents:
        named = sum(headings.contents.names(headings.text(at)) for at in places)
        return Role.TITLE if named * 2 > len(places) else Role.TEXT
    if _are_rows(headings, kind, places) or _are_within(headings, places):
        return Role.TEXT
    return Role.TITLE


def _hold_sections(headings: Headings, kind: str, places: list[int]) -> bool:
    """Whether most of the lines are short and have a heading of another kind below them."""
    above = sum(headings.is_heading(at + 1) and _kind(headings, at + 1) != kind for at in places)
    short = median(len(_name(headings, at)) for at in places) <= LONGEST_SECTION
    return short and above * 2 > len(places)


def _are_rows(headings: Headings, kind: str, places: list[int]) -> bool:
    """Whether most of the lines follow each other without a text between them."""
    next_alike = sum(_kind(headings, at + 1) == kind for at in places)
    return len(places) > 1 and next_alike * 2 >= len(places)


def _are_within(headings: Headings, places: list[int]) -> bool:
    """Whether the lines stand inside articles that have a title without a number."""
    first = places[0]
    titles = [
        at
        for at in range(first)
        if headings.roles[at] is Role.TITLE
        or (at in headings.open and not enumerator(headings.text(at)))
    ]
    return bool(titles)


def _kind(headings: Headings, at: int) -> str | None:
    """The kind of number or bullet a paragraph begins with."""
    mark = enumerator(headings.text(at))
    return mark[0] if mark else None


def _name(headings: Headings, at: int) -> str:
    """The line without its number or bullet."""
    mark = enumerator(headings.text(at))
    return headings.text(at)[mark[1] if mark else 0 :].strip()
