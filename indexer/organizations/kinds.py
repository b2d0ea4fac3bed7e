"""What kind of body a name tells: 石景山区科协 is a 区科协, 清华大学 a 高校."""

import re
from collections.abc import Mapping
from functools import cache

from indexer.organizations.divisions import full_place, places_of
from indexer.wordlists import rows

ASSOCIATION = "科协"
OTHER = "其他"

_PROVINCIAL = ("省", "自治区", "特别行政区")
_BY_LEVEL = {
    "街道": "街道科协",
    "镇": "乡镇科协",
    "乡": "乡镇科协",
    "市": "市科协",
    "州": "市科协",
    "盟": "市科协",
    "地区": "市科协",
    "区": "区科协",
    "县": "县科协",
    "旗": "县科协",
}
_BY_OWNER = {
    "高校": "高校科协",
    "中小学": "学校科协",
    "医院": "医院科协",
    "科研院所": "院所科协",
    "企业": "企业科协",
    "园区": "园区科协",
    "社区/村": "社区/村科协",
    "学会": "学会科协",
}
# 共青团云州市委, 九三学社云州市委 end like a Party committee, 中建三局 like an office.
_BY_BEGINNING: Mapping[str | tuple[str, ...], str] = {
    "共青团": "群团",
    ("九三学社", "民盟", "民建", "民进", "民革", "农工党", "致公党", "台盟"): "民主党派",
    ("中建", "中铁", "中交", "中核", "国网", "南网"): "企业",
}
_STUDENTS = re.compile("(?:学生|教师|青年|大学生|研究生|分会|校)$")
_BRANCH = re.compile("(?<=科协)(?:分会|分部|党组|机关|.{0,6}[部室处])$")


def kind_of(name: str) -> str:
    """The kind of a body, from what its short name ends in; 其他 if nothing tells it."""
    name = _BRANCH.sub("", name)
    own = next((kind for first, kind in _BY_BEGINNING.items() if name.startswith(first)), None)
    if own and not name.endswith(ASSOCIATION):
        return own
    if name.endswith(ASSOCIATION) and not name.endswith("老科协"):
        return _of_association(name.removesuffix(ASSOCIATION))
    longest = next((name[at:] for at in range(len(name)) if name[at:] in _endings()), "")
    return _endings().get(longest, OTHER)


def _of_association(owner: str) -> str:
    """The kind of the association of a place, or of an organisation."""
    if owner in ("中国", "全国", ""):
        return "全国科协" if owner else OTHER
    place = full_place(owner)
    places = places_of(owner) or ([place] if place else [])
    if places and kind_of(owner) != "园区":
        return "省级科协" if places[-1].endswith(_PROVINCIAL) else _of_place(places[-1])
    return _BY_OWNER.get(kind_of(_STUDENTS.sub("", owner)), "基层科协")


def _of_place(place: str) -> str:
    """The association of a place below the provinces; 昆山市 below 苏州市 has a 市科协 too."""
    return next(kind for level, kind in _BY_LEVEL.items() if place.endswith(level))


@cache
def _endings() -> Mapping[str, str]:
    """The ending of a name, and the kind of body that ends so."""
    return {ending: row[0] for row in rows("organization_kinds") for ending in row[1:]}
