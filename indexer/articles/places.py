"""Places: those everybody knows, those an issue belongs to, and the levels 省 市 区 县 镇."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from indexer.articles.text import any_of
from indexer.wordlists import rows, words

_HIGH = "省|特别行政区|自治区|自治州|新区|高新区|开发区|州(?=人民政府|政府|科协|委)"
_LEAGUE = "(?<![联同民加台])盟(?![友主员])"  # 阿拉善盟, but not 联盟 and 民盟
_TAIL = f"{_HIGH}|{_LEAGUE}|市|区|县|旗|镇|(?<!城)乡|苏木|(?<!农)村|街道|社区"
_NATIONS = "朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|柯尔克孜|哈萨克|维吾尔"
_SHORTENED = re.compile(
    f"(?:省|市|(?:壮族|回族|维吾尔)?自治区|(?:(?:{_NATIONS})族?)+自治州|特别行政区|地区|盟)$"
)
# 市科协, 县农业农村局, 团区委: a level without the name of its place.
LEVEL = re.compile(
    "(?P<youth>团)?(?P<level>省(?![级直])|市(?![场立直级区域面]|民(?![政族营办革建盟进用]))|区(?![域块级县间直])"
    "|县(?![域级区直市])|旗|镇(?!级)|乡(?![镇村土亲])|街道|自治[区州]|州(?!际)|盟(?![友主员])|苏木)"
)
# Levels of other names: 盟 and 自治州 stand where elsewhere a 市 does.
_SAME_LEVEL = {"自治区": "省", "自治州": "市", "州": "市", "盟": "市", "地区": "市", "苏木": "乡"}
_ADMIN = re.compile(f"[^省市区县旗\\W\\d_a-zA-Z]{{2,9}}?自治[州县旗]|[一-龥]{{2,4}}?(?:{_TAIL})")
_OFFICE = re.compile("(?P<place>[一-龥]{2,3}(?P<level>[省市区县]))(?=科协|科学技术协会)")
_PROVINCE = re.compile(
    "(?:^|(?<=[。，；：、！？“”（）()》\u3000\n由与和在到对向为赴]))"
    "[^\\W\\d_由与和在到对向为赴的各全本我]{2,3}省(?=[一-龥]{0,9}(?:协会|科协|学会|厅|委|政府))"
)
_PREFECTURE = re.compile(
    "(?:^|(?<=[。，；：、！？“”（）()》\u3000\n由与和在到对向为赴]))[一-龥]{2,8}(?:自治州|(?<![联同民加台])盟)"
    "(?=科协|[一-龥]{1,8}(?:局|学会|协会|医院|委))"
)
_ANY_ADMIN = [re.compile(f"(?=([一-龥]{{{n}}}(?:区|县|市|镇|乡)))") for n in (2, 3)]
# What may stand before a place inside a name: 共青团安徽省委, 民建北京市委.
_PARTY = re.compile("共青团|中共|民建|民盟|民进|民革|九三学社|致公党|农工党|台盟|国网|中铁|中建")
_AHEAD = re.compile(f"(?:{_PARTY.pattern}|团)$")


@cache
def _known() -> Mapping[str, str]:
    """Provinces and cities by their full and short names: 青岛 -> 青岛市."""
    places = [place for row in rows("provinces") for place in row]
    return {name: place for place in places for name in (_SHORTENED.sub("", place), place)}


@cache
def _known_start() -> re.Pattern[str]:
    """A place everybody knows, or a word like 中国 and 华东."""
    return re.compile(any_of(_known().keys() | words("regions")))


@cache
def _start() -> re.Pattern[str]:
    """How a name begins that begins with a place: with a known one, with 某某市, or only 市."""
    return re.compile(f"{_known_start().pattern}|{_ADMIN.pattern}|{LEVEL.pattern}")


def is_place(text: str) -> bool:
    """Whether the text is a known province or city, in full or short."""
    return text in _known()


def begins_with_place(text: str) -> bool:
    """Whether a name begins with a place or a level: 云州市气象局, 区科协."""
    party = _PARTY.match(text)
    return bool(_start().match(text, party.end() if party else 0))


def place_inside(text: str) -> int:
    """Where in the beginning of a name a known place stands, behind words that are no part of it.

    学术骨干北京 -> 4; 0 where there is none, or where it belongs to what stands before it.
    """
    for match in _known_start().finditer(text):
        ahead = text[: match.start()]
        if "（" in ahead or "(" in ahead or _AHEAD.search(ahead):
            return 0
        return match.start()
    return 0


def province_of(city: str) -> str | None:
    """The province a city lies in: 青岛市 -> 山东省; None for an unknown one."""
    return next((row[0] for row in rows("provinces") if city in row[1:]), None)


def levels_of(name: str) -> dict[str, str]:
    """The places a name begins with by their level: 北京市延庆区科协 -> 市: 北京市, 区: 延庆区."""
    levels: dict[str, str] = {}
    rest = name
    while rest:
        known = _known_start().match(rest)
        place = known[0] if known and known[0] in _known() else None
        admin = _ADMIN.match(rest)
        if place and not (admin and len(admin[0]) > len(place) + 1):
            full = _known()[place]
            length = len(full) if rest.startswith(full) else len(place)
        elif admin:
            full, length = admin[0], len(admin[0])
        else:
            break
        levels[_level(full)] = full
        rest = rest[length:]
    return levels


def level_named(level: str) -> str:
    """The level a word for it means: 盟 and 自治州 are 市, 苏木 is 乡."""
    return _SAME_LEVEL.get(level, level)


def _level(place: str) -> str:
    """The level of a place by its last characters: 西海岸新区 -> 区, 内蒙古自治区 -> 省."""
    if place.endswith(("自治区", "特别行政区")):
        return "省"
    if place.endswith(("州", "盟", "地区")):
        return "市"
    if place.endswith("苏木"):
        return "乡"
    return "街道" if place.endswith("街道") else place[-1]


def usual_place(text: str, level: str) -> str | None:
    """The place of this level whose association a text names most: 北京市科协 … -> 北京市."""
    places = [match["place"] for match in _OFFICE.finditer(text) if match["level"] == level]
    offices = _most(place if is_place(place) else place[-3:] for place in places)
    prefectural = len(re.findall("[州盟]科协", text)) > text.count("市科协")
    if level == "市" and (prefectural or not offices):
        offices = _most(match[0] for match in _PREFECTURE.finditer(text)) or offices
    return offices or _most((place for place in _all_admin(text) if place[-1] == level), fewest=2)


def usual_province(text: str) -> str | None:
    """The province a text names most, an unknown one at least with an office of its own."""
    provinces = [row[0] for row in rows("provinces") if not row[0].endswith("市")]
    known = _most((match[0] for match in re.finditer(any_of(provinces), text)), fewest=2)
    return known or _most(match[0] for match in _PROVINCE.finditer(text))


def _most(places: Iterable[str], fewest: int = 1) -> str | None:
    """The place that comes most often, and at least so many times."""
    often = Counter(places).most_common(1)
    return often[0][0] if often and often[0][1] >= fewest else None


def frequent_places(text: str) -> set[str]:
    """What a text calls 某某区 at least twice, whatever stands before it."""
    return {place for place, count in Counter(_all_admin(text)).items() if count > 1}


def _all_admin(text: str) -> Iterator[str]:
    """Whatever could be read as 某某市, 某某区 in a text."""
    return (match[1] for shape in _ANY_ADMIN for match in shape.finditer(text))
