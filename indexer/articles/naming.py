"""The full name of what a line calls 市科协, 区农业农村局, 医院科协 or 学会."""

import re
from functools import cache

from indexer.articles.home import Home
from indexer.articles.nameparts import behind_words, ending_of, from_lowest_place, is_generic
from indexer.articles.owners import owned
from indexer.articles.places import (
    LEVEL,
    begins_with_place,
    is_place,
    level_named,
    levels_of,
)
from indexer.articles.text import any_of
from indexer.wordlists import words

SHORT_CORE = 2  # characters that a name without a place has before its ending

# The place before an office, perhaps with words before it: 前报区科协
_ON_LEVEL = re.compile("(?P<place>[一-龥]{2,12}?[省市区县镇乡])(?=科协|委|政府|政协|人大)")
_ZONES = ("高新区", "经开区", "开发区", "经济技术开发区")
_PARTIES = (
    *("共青团", "中共", "团", "民建", "民盟", "民进", "民革", "九三学社", "致公党", "农工党"),
    *("台盟", "武警"),
)


class Names:
    """The names an article has used so far, and what its short forms mean."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._levels = dict(home.levels)
        self._used: list[str] = []
        self._short: dict[str, str] = {}

    def remember(self, name: str, short: str | None = None) -> None:
        """Keep a full name, and the short form the text announces for it, for later lines."""
        if short:
            self._short[short] = name
        self.remember_places(name)
        self._used.append(name)

    def remember_places(self, name: str) -> None:
        """Keep whose 区科协 and 镇科协 are meant from now on."""
        levels = levels_of(name)
        city = levels.pop("市", None)
        levels.pop("省", None)
        if city and not self._used:  # the article is about the association of another city
            self._levels["市"] = city
        self._levels |= levels

    def full(self, name: str) -> str | None:
        """The full name of what a line calls so, or None if it is no certain organisation."""
        known = self._short.get(name) or self._home.preferred.get(name)
        if known or _is_described(name):
            return known
        if name in words("national_bodies"):
            return name
        name = self._from_place(name)
        level = LEVEL.match(name)
        full = self._on_level(name, level) if level else self._without_level(name)
        if not full or is_generic(full):
            return None
        return self._home.prefer(from_lowest_place(full))

    def is_known(self, place: str) -> bool:
        """Whether it is certain to be a place."""
        return place in self._home.places

    def of_same_place(self, office: str) -> str | None:
        """The office of the place whose body was named last: 教育局 -> 平湖县教育局."""
        places = levels_of(self._used[-1]) if self._used else {}
        return list(places.values())[-1] + office if places else self.full(office)

    def _from_place(self, name: str) -> str:
        """The name without words before the level of no place: 前报区科协 -> 区科协."""
        match = _ON_LEVEL.match(name)
        if not match or name.startswith((*_PARTIES, *self._home.places)):
            return name
        place = match["place"]
        own = is_place(place) or levels_of(place[:-1]) or place[-2] == "族"  # 瑶族乡
        return name if own else name[match.end() - 1 :]

    def _on_level(self, name: str, level: re.Match[str]) -> str | None:
        """区农业农村局 -> 东湖区农业农村局: of the place named last, else of the issue's own."""
        place = self._levels.get(level_named(level["level"]))
        if place and not place.endswith(level["level"]):  # 州科协 in the bulletin of 云州市
            place = None
        rest = name[level.end() :]
        if not place or not rest:
            return name if rest and level["level"] in "省市" else None
        return f"共青团{place}{rest}" if level["youth"] else place + rest

    def _without_level(self, name: str) -> str | None:
        """A name without a level: what it shortens or belongs to, or the name itself."""
        zone = name.startswith(_ZONES)
        if not zone and (begins_with_place(name) or name.startswith(tuple(self._home.places))):
            return name
        longer = self._lengthened(name) or owned(name, self._used, self._home.issuer)
        if longer:
            return longer
        if zone:
            return self._levels.get("市", "").removesuffix("市") + name
        later = behind_words(name, self._home.places)
        return self.full(later) if later != name else _proper(name)

    def _lengthened(self, name: str) -> str | None:
        """The name used before that ends so, or has the same core and end: 医院科协, 星河公司."""
        for short, full in self._short.items():
            if name.startswith(short):
                return full + name[len(short) :]
        ending = ending_of(name)
        core = name.removesuffix(ending)
        for before in reversed(self._used):
            abridged = len(core) >= SHORT_CORE and core in before and before.endswith(ending)
            if before.endswith(name) or abridged:
                return before
        return None


def _is_described(name: str) -> bool:
    """Whether the words before the ending tell no name, only a kind: 老区医院, 高水平学会."""
    core = name.removesuffix(ending_of(name))
    return not LEVEL.match(name) and bool(_attributes().fullmatch(core))


@cache
def _attributes() -> re.Pattern[str]:
    """Words that only tell what kind of body is meant."""
    return re.compile(f"(?:{any_of(words('attributes') | words('kinds'))})+")


def _proper(name: str) -> str | None:
    """The name if it is one without a place too: 小管家科技公司, 恒川精密机械有限公司科协."""
    ending = ending_of(name)
    core = name.removesuffix(ending)
    if name.startswith(tuple(words("brands"))):  # 中建三局, 中铁某局项目部
        return name
    if ending not in words("proper"):
        ending = ending_of(core)
        core = core.removesuffix(ending)
    return name if ending in words("proper") and len(core) >= SHORT_CORE else None
