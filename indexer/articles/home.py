"""Whose bulletin it is: what 市科协, 省科协 and 学会 mean in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from indexer.articles.places import (
    frequent_places,
    levels_of,
    province_of,
    usual_place,
    usual_province,
)
from indexer.articles.text import any_of
from indexer.models import Issue, Knowledge
from indexer.wordlists import words

_ABBREVIATED = "[（(](?:以下)?简称“?([^”）)]{2,14})”?[）)]"
_ASSOCIATION = "科学技术协会"
_LEAGUE = re.compile("(?<=[省市区县旗州盟镇乡])委员会$")  # 共青团沱河县委员会
_OFFICE = re.compile("(?:办公室|秘书处|编辑部)$")


@dataclass(frozen=True, slots=True)
class Home:
    """The issuer, its places by level (市: 云州市), and the names the settings prefer.

    ``places`` are those certain to be places, the issuer's own also in short: 云州.
    """

    issuer: str
    levels: Mapping[str, str]
    preferred: Mapping[str, str]
    places: frozenset[str]

    def prefer(self, name: str) -> str:
        """The name in its short form, or the one the organisation table prefers."""
        short = _short(name.removeprefix("中共"))
        return self.preferred.get(name) or self.preferred.get(short) or short


def home_of(issue: Issue, knowledge: Knowledge, text: str) -> Home:
    """The home of an issue, by its issuer and title, by the settings, or by what it names most."""
    levels = _levels(issue, knowledge, text)
    own = {place for full in levels.values() for place in (full, full[:-1])}
    return Home(
        issuer=_short(_OFFICE.sub("", issue.issuer or "")),
        levels=levels,
        preferred=_preferred(knowledge) | _announced(issue, text),
        places=frozenset(own | frequent_places(text) | set(_clean_place().findall(text))),
    )


def _short(name: str) -> str:
    """云州市科学技术协会 -> 云州市科协."""
    short = name.replace(_ASSOCIATION, "科协").replace("人民政府", "政府")
    return _LEAGUE.sub("委", short)


def _preferred(knowledge: Knowledge) -> dict[str, str]:
    """Every name of the organisation table, and the preferred one."""
    entries = knowledge.organizations
    return {other: one.name for one in entries for other in (one.name, *one.aliases)}


def _announced(issue: Issue, text: str) -> dict[str, str]:
    """What the issuer calls itself in the whole bulletin: （以下简称“集团科协”）."""
    issuer = _OFFICE.sub("", issue.issuer or "")
    if not issuer:
        return {}
    short = re.search(rf"(?:{issuer}|{_short(issuer)}){_ABBREVIATED}", text)
    return {short[1]: _short(issuer)} if short else {}


def _levels(issue: Issue, knowledge: Knowledge, text: str) -> dict[str, str]:
    """The places of the home by their level, as far as anything tells them."""
    levels = levels_of(issue.title or "") | levels_of(issue.issuer or "")
    levels = levels or levels_of(knowledge.home)
    for level in "市县区":
        place = usual_place(text, level) if level == "市" or not levels else None
        if place and level not in levels:
            levels[level] = place
    province = levels.get("省") or province_of(levels.get("市", "")) or usual_province(text)
    return levels | ({"省": province} if province else {})


@cache
def _clean_place() -> re.Pattern[str]:
    """A place behind a sign or a word after which names begin: ，桥西区科协, 联合桥西区科协."""
    start = f"^|[。，；：、！？“”（）()》\\u3000\\n由与和在到对向为赴]|{any_of(words('before'))}"
    return re.compile(f"(?:{start})([一-龥]{{2,3}}(?:区|县|市|旗|镇|乡|街道))")
