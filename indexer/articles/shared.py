"""Names that several bodies share: 城北、桥西区科协; 三峰、武平、石城三县老科协; 县科协、教育局."""

import re
from collections.abc import Callable, Iterator

from indexer.articles.bodies import cuts
from indexer.articles.nameparts import ending_of
from indexer.articles.places import LEVEL
from indexer.wordlists import words

_REACH = 40  # characters before a name that are looked at
_SHORT = 2  # characters a place has at least
_LONGEST = 5  # characters of a place with its level: 白音锡勒旗

_LEVEL = "区|县|市|旗|镇|乡|苏木|街道"
# 城北、桥西|区科协: places before one that carries their level.
_SHARED = re.compile(
    f"(?P<place>[一-龥]{{1,4}}?)(?P<level>{_LEVEL})"
    "(?P<rest>(?:科协|科学技术协会|科技馆|[一-龥]{2,8}局|委))"
)
_ITEMS = re.compile(f"(?:[一-龥]{{1,{_LONGEST}}}、)+$")
# 青溪、平湖|两县|科协, 额敏河、霍图、边城|三县（市）|科协.
_COUNTED = re.compile(
    f"(?P<places>(?:[一-龥]{{2,{_LONGEST}}}、)+[一-龥]{{2,{_LONGEST}}}?)[两二三四五六七八九]"
    f"(?P<level>{_LEVEL})(?:[（(](?P<other>[市县区旗])[)）])?"
    "(?P<rest>老?科协|科学技术协会|科技馆|妇联|团委|[一-龥]{2,6}局|[一-龥]{2,6}学会)"
)


def sharing(line: str, start: int, name: str) -> Iterator[str]:
    """The others of a list whose last has the ending: before 桥西区科协, 城北 is 城北区科协."""
    shared = _SHARED.match(name)
    items = _ITEMS.search(line[max(0, start - _REACH) : start])
    if not shared or not items:
        return
    for item in items[0].rstrip("、").split("、"):
        place = item[max([0, *cuts(item)]) :]
        if re.search(f"(?:{_LEVEL})$", place) and len(place) > _SHORT:  # 达来旗、|白音锡勒旗科协
            yield place + shared["rest"]
        elif _SHORT <= len(place) <= max(_SHORT, len(shared["place"])):
            yield place + shared["level"] + shared["rest"]


def counted(line: str, known: Callable[[str], bool]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """(start, stop, names) of each group of places with a count; ``known`` places come first."""
    for group in _COUNTED.finditer(line):
        places = group["places"].split("、")
        places[0] = places[0][max([0, *cuts(places[0])]) :]
        levels = [level for level in (group["level"], group["other"]) if level]
        full = (
            next((place + level for level in levels if known(place + level)), place + levels[0])
            for place in places
        )
        rest = group["rest"].replace("科学技术协会", "科协")
        yield *group.span(), tuple(place + rest for place in full)


def beside(line: str, stop: int, start: int, name: str) -> bool:
    """Whether an office without a place follows another: 平湖县科协、|教育局."""
    joined = line[stop:start] in ("、", "和", "与") or line[stop:start].startswith("党委、")
    return (
        joined
        and not LEVEL.match(name)
        and name in words("bodies")
        and ending_of(name)[-1] in "局府委联"
    )
