"""What a body is and to whom it belongs, as far as the site's table or its name tells."""

import re
from collections.abc import Mapping
from functools import cache

from indexer.models import Knowledge, Organization, OrganizationEntry
from indexer.organizations.divisions import full_place, leading_places, places_of, upper_place
from indexer.organizations.kinds import ASSOCIATION, OTHER, kind_of
from indexer.wordlists import rows

NATIONAL = "中国科协"

_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_PROVINCIAL = ("省", "自治区", "特别行政区")
# Kinds that have parts named after them: 北京大学|数学科学学院, 市科协|学会部.
_OWNERS = ("科协", "高校", "医院", "科研院所", "企业", "学会", "党委", "媒体", "群团", "政府")
# What a society or a bureau is called after is no owner: 北京市图书馆|学会.
_SOCIETY = re.compile("(?:学会|协会|研究会|联合会|促进会|商会|基金会)$")
_BRANCH = re.compile("(?:分会|委员会|专委会|学组|工作站|秘书处|办公室|[部处室])$")
_TOO_SHORT = 3  # characters an owner has at least


def describe(name: str, knowledge: Knowledge) -> Organization:
    """The kind of a body and the body above it; the organisation table comes before the name.

    石景山区科协 -> 区科协, 北京市科协; 北京大学数学科学学院 -> 高校, 北京大学.
    """
    preferred = knowledge.preferred(name)
    row = next((row for row in knowledge.organizations if row.name == preferred), None)
    short = _full(preferred.replace("科学技术协会", ASSOCIATION).replace("人民政府", "政府"))
    kind = (row.kind if row else None) or kind_of(short)
    parent = (row.parent if row else None) or _parent(short, kind, knowledge)
    if kind == OTHER and parent:  # 学会|雷电委员会
        kind = kind_of(parent)
    if parent:
        parent = knowledge.preferred(parent)
    return Organization(preferred, kind, parent if parent != preferred else None)


def _parent(name: str, kind: str, knowledge: Knowledge) -> str | None:
    """The body above one of the short name, or None."""
    if name in _national():
        return _national()[name]
    homes = _homes(knowledge.home, knowledge.organizations)
    if name.endswith(ASSOCIATION):
        owner = name.removesuffix(ASSOCIATION)
        places = places_of(owner) or [place for place in [full_place(owner)] if place]
        if places and "园区" not in kind:
            return _above(places, homes)
        return _institution(owner) or _zone(owner)
    return _owner(name) or _of_society(name) or _of_office(name, kind)


def _above(places: list[str], homes: frozenset[str]) -> str | None:
    """The association above that of a place, the highest place first: 中国科协 above a province."""
    lowest = places[-1]
    if lowest in _MUNICIPALITIES or lowest.endswith(_PROVINCIAL):
        return NATIONAL
    upper = places[-2] if len(places) > 1 else upper_place(lowest, homes)
    return upper + ASSOCIATION if upper else None


def _institution(owner: str) -> str | None:
    """The body whose association it is: 清华大学科协, 云州大学学生科协."""
    body = re.sub("(?:学生|教师|青年|大学生|研究生)$", "", owner)
    return body if kind_of(body) not in (OTHER, "园区") and len(body) >= _TOO_SHORT else None


def _zone(owner: str) -> str | None:
    """The association of the city whose zone it is: 云州市高新区 -> 云州市科协."""
    places = leading_places(owner)
    return places[0] + ASSOCIATION if len(places) > 1 else None


def _owner(name: str) -> str | None:
    """The longest body that a name begins with: 北京市科协|学会部, 青岛大学|附属医院."""
    if name.endswith(("大学", "政府", "办事处")):
        return None
    society = bool(_SOCIETY.search(name)) and not name.endswith("分会")
    for end in range(len(name) - 1, _TOO_SHORT - 1, -1):
        before, rest = name[:end], name[end:]
        kind = kind_of(before)
        if not _owns(before, kind, rest):
            continue
        if society and kind != "高校" and not kind.endswith(ASSOCIATION):
            continue
        return before
    return None


def _owns(before: str, kind: str, rest: str) -> bool:
    """Whether the beginning of a name is a body of its own, and the rest a part of it."""
    if not (kind in _OWNERS or kind.endswith(ASSOCIATION)) or len(rest) == 1:
        return False
    if before.removeprefix("中国") in _bare() and before not in _national():
        return False
    if kind in ("学会", "政府", "党委", "群团"):
        return bool(_BRANCH.search(rest)) or kind == "党委"
    return kind_of(rest) != OTHER or bool(_BRANCH.search(rest))


@cache
def _bare() -> frozenset[str]:
    """Endings alone, which are nobody: 医院 of 中国医院协会."""
    return frozenset(ending for row in rows("organization_kinds") for ending in row[1:])


def _of_society(name: str) -> str | None:
    """The association of the place whose society it is, if there is a national one of its name.

    云州市气象学会 -> 云州市科协, as there is 中国气象学会.
    """
    places = leading_places(name)
    subject = name.removeprefix("".join(places))
    if not places or subject not in _subjects():
        return None
    return places[-1] + ASSOCIATION


def _of_office(name: str, kind: str) -> str | None:
    """The government whose office it is: 云州市气象局 -> 云州市政府."""
    places = leading_places(name)
    if name.endswith("办事处"):
        places = places[:-1]
    office = kind == "政府" and places and not name.endswith("政府")
    return places[-1] + "政府" if office else None


def _homes(home: str, table: tuple[OrganizationEntry, ...]) -> frozenset[str]:
    """The places of the archive, which decide between places of one name."""
    own = next((row.name for row in table if home in (row.name, *row.aliases)), home)
    places = leading_places(own.replace("科学技术协会", ASSOCIATION).removesuffix(ASSOCIATION))
    uppers = (upper_place(place) for place in places)
    return frozenset(places) | frozenset(upper for upper in uppers if upper)


@cache
def _national() -> Mapping[str, str | None]:
    """The national bodies and what they belong to."""
    rows_of = rows("national_bodies")
    return {body: None if row[0] == "-" else row[0] for row in rows_of for body in row[1:]}


@cache
def _subjects() -> frozenset[str]:
    """What the national societies are called without 中国: 气象学会."""
    bodies = (body for row in rows("national_bodies") if row[0] == NATIONAL for body in row[1:])
    return frozenset(re.sub("^(?:中国|中华)", "", body) for body in bodies if _SOCIETY.search(body))


def _full(name: str) -> str:
    """The full name of a well-known body: 北航 -> 北京航空航天大学."""
    return _full_names().get(name, name)


@cache
def _full_names() -> Mapping[str, str]:
    """Every well-known short name and the full one."""
    return {short: row[0] for row in rows("short_names") for short in row[1:]}
