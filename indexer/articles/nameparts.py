"""The parts of an organisation's name: its ending, its owner, what is no part of it."""

import re
from functools import cache

from indexer.articles.places import begins_with_place, levels_of
from indexer.articles.text import any_of, pattern
from indexer.wordlists import words

_SCHOOL = re.compile(".{2,}?(?:大学|(?<!科)学院|学校)")
# Parts that stand for their organisation: 市科协党组, 科协第十届委员会, 中学代表队.
_N = "[一二三四五六七八九十]+"
_PART = re.compile(
    f"(?:(?:第?{_N}届)?(?:{_N}次)?(?:机关党委|党委|党组|党支部|党总支|常务委员会|(?<!人大)常委会"
    "|专门委员会|理事会|监事会|常务理事会|全国委员会|秘书处|办公室|代表队|工会)"
    f"|第?{_N}届(?:全国)?委员会)+$"
)
_OFFICE = re.compile("(?:科协|委|政府|政协|人大|人大常委会|局|妇联)$")
_COUNTED = re.compile(r"\d+[家个所名位项]")
_WITH_LEVEL = ("区", "县", "市", "镇", "乡", "街道")


def whole(name: str) -> str:
    """The organisation of which a name tells a part: 市科协党组 -> 市科协, but 柳林镇党委."""
    owner = _PART.sub("", name)
    return owner if ending_of(owner) else name


def ending_of(name: str) -> str:
    """The word a name ends in that makes it one: 云州市气象学会 -> 学会; empty without one."""
    match = _endings().search(name)
    return match[0] if match else ""


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('bodies'))}|[一二三四五六七八九十]+[中小厂])$")


def school_of(name: str) -> str | None:
    """The university or school a name begins with: 海晏大学科协 -> 海晏大学."""
    match = _SCHOOL.match(name)
    return match[0] if match else None


def is_generic(name: str) -> bool:
    """Whether a name means a kind or a crowd: 各市级学会, 企业科协, 3个学会."""
    core = name.removesuffix("分会").removesuffix("科协")
    owned = begins_with_place(core) or ending_of(core) or school_of(core)
    if name.endswith("科协") and (core in words("kinds") or not owned):
        return True
    crowd = _COUNTED.search(name) or pattern("generic").search(name)
    return bool(crowd) or not core or name.startswith("第")


def from_lowest_place(name: str) -> str:
    """An office's name from its lowest place on: 怀远县常坟镇科协 -> 常坟镇科协."""
    places = list(levels_of(name).values())
    if len(places) > 1 and name.startswith("".join(places)) and _OFFICE.search(name):
        return name[len("".join(places[:-1])) :]
    return name


def behind_words(name: str, places: frozenset[str]) -> str:
    """A name without the verbs or other words before it: 据|柳溪镇政府, 培育|示范学会."""
    core = len(name) - len(ending_of(name))
    cuts = [at + 2 for at in range(core - 1) if name[at : at + 2] in words("verbs")]
    known = (name.find(place, 1) for place in places if place.endswith(_WITH_LEVEL))
    cuts += [at for at in known if 0 < at <= core]
    return name[max(cuts, default=0) :]
