"""Where organisations are named in a line: which characters belong to a name."""

import re
from collections.abc import Iterator
from functools import cache

from indexer.articles.places import LEVEL, begins_with_place, place_inside
from indexer.articles.text import GAP, any_of, pattern, without_works
from indexer.organizations.divisions import begins_with_division
from indexer.wordlists import words

QUOTED = 12  # characters before a name among which a quoted beginning is looked for
_LONG = 3  # characters of a country's name in which a cut could be seen
LONGEST_BETWEEN = 14  # characters between two endings of one name: 大学|附属口腔医院

# Between these signs a name stands whole; brackets are part of a company's name only.
_SPAN = re.compile(
    rf"(?:[^。，；：！？!?;,:、“”‘’《》〈〉【】\[\]…\n（）()/—{GAP}]|(?<=[A-Za-z])/(?=[A-Za-z])"
    r"|[（(][\u3400-\u9fff]{2,6}[)）](?=[\u3400-\u9fff]{0,8}(?:公司|集团)))+"
)
_QUOTED = re.compile(r"(?:^|(?<=[。，；：、了展动由与和]))“[^”]{2,8}”$")
# What follows makes an ending another word: 学术会|议, 大学|生, 教育部|门, 服务中心|大局.
_OTHER_WORD = re.compile(
    "(?<=会)[议堂场展客晤员徽龄部长]|(?<=学)(?:[生城者术习组]|科(?!学(?:教师|老师|副校长)))|(?<=部)门|(?<=[技业]园)区|(?<=委)[员托派会]|(?<=院)士"
    "|(?<=局)[长面势限部级域]|(?<=[馆站])[员长]|(?<=所)有|(?<=公司)法|(?<=集团)军|(?<=联盟)杯"
    "|(?<=人大)(?:代表|赛|会|师|$)|(?<=政协)委员|(?<=政府)(?:工作|采购|部门)"
    "|(?<=中心)(?:建设|工作|大局|任务|城区|城市|思想|组|主题|环节|小组|位置)"
    "|(?<=科协)(?:力量|事业|系统|界|工作者|组织(?=[，。、；的和要力向]|不可|优势|自身|建设|人才|$))"
)
# What stands before makes it another word too: 布|局, and 科协|学会 is a department's beginning.
_OTHER_FIRST = re.compile(".?[布格结全大开出平定政时僵危残破当书邮]局|科协学会")
# Characters after which a name may begin; in the words beside them they are part of one.
_CUT = re.compile(
    "[的了由被着是让把给并还也率邀访赴请据]|应(?![用急届对])|(?<![责担])任(?![城丘县])|从(?!化)|(?<!未)来(?![宾安凤])|(?<!报)到|对(?![外口接])"
    "|获(?![嘉鹿])|上(?=大学|中学|小学)|向(?![阳上善])|在(?![线校职])|为(?!民)|驻(?!马店)|于(?![都田洪])|就(?!业)|将(?![军乐])"
    "|经(?![理济贸开营络典信管])|以(?!色列)|使(?!馆)|(?<![高中同平初])等(?![教职离级])|(?<!国)有(?![限色机线])"
)
_AND = re.compile("以及|(?<!呼)和|[与及暨]")
# Words of a name that hold a word after which names begin.
_PROTECTED = re.compile(
    "联合(?:会|国|大学|体|社|学院)|组织[部委]|指导(?:中心|站|委)|代表处|专家(?:工作|协会|联)"
    "|协调(?:委|办|中心)|干部(?:学院|管理|教育|进修)|先进(?:技术|制造|材料|研究|计算)|检查站"
    "|职工(?:大学|服务|技术|学校|文化|活动|医院)"
)
_POST_BETWEEN = re.compile(
    "主席|书记|主任(?!委员会)|会长|理事长|秘书长|院长|校长|局长|部长|所长|馆长|站长|教授|研究员"
    "|负责人|经理(?!专业|学)|院士(?!专家)|常委(?!会)|老师"
)
# 测绘学会|北陵省营养学会: a place of its own begins another name, but 中国科学院|上海…研究所.
_CITY = re.compile("[一-龥]{2,3}[省市]")
_YEAR = r"^\d{2,4}年度?(?:\d+月)?(?:\d+日)?|^(?:截至|截止)?年[底初末]"
_COUNTED = re.compile(
    rf"{_YEAR}|^(?!二连|九三)(?:第?[\d.]+|[一二三四五六七八九十两]+)(?:多|余)?[家个所名位项支]?"
)
# 三河乡, 五台县: the number is the place's.
_NUMBERED = re.compile(
    "[一二三四五六七八九十]+[^省市区县旗镇乡村家个所名位项支批大级地条]{1,2}[市区县旗镇乡村]"
)
# 来兴县, 从江县: the word is the place's.
_COUNTY = re.compile("(?:^|(?<=□))[来从于应将经就以](?=[^各全该本我省市区县乡镇]县)")


def body_spans(line: str) -> Iterator[tuple[int, int]]:
    """(start, stop) of every name of an organisation in a line, nested ones as one name."""
    masked = without_works(line)
    for span in _SPAN.finditer(masked):
        yield from _in_span(masked, *span.span())


def _in_span(line: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The names between two signs."""
    name: tuple[int, int] | None = None
    for ending in _endings(line, start, stop):
        if name and _goes_on(line, name[1], *ending):
            name = (name[0], ending[1])
            continue
        if name:
            yield name
        first = _beginning(line, name[1] if name else start, ending[0])
        name = (first, ending[1])
    if name:
        yield name


def _endings(line: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the endings of names stand: 北京[大学]人民[医院][科协]."""
    matches = (match.span() for match in _ending().finditer(line, start, stop))
    return [
        (first, last)
        for first, last in matches
        if not _OTHER_WORD.match(line, last) and not _OTHER_FIRST.match(line, max(0, first - 2))
    ]


@cache
def _ending() -> re.Pattern[str]:
    """Any ending of a name, 二中 and 三小 among them."""
    return re.compile(
        f"{any_of(words('bodies'))}|[一二三四五六七八九十]+(?:中(?![学心国央])|小(?=[的、，。]|学生)|厂)"
        "|(?<=[一-龥]{3})系(?=教师|教授|副教授|主任|讲师|学生|研究生)"
    )


def _goes_on(line: str, stop: int, start: int, end: int) -> bool:
    """Whether a name that could stop goes on to the next ending: 青岛大学|附属医院."""
    between = line[stop:start]
    whole = line[stop:end]
    if len(between) > LONGEST_BETWEEN or _AND.match(whole):
        return False
    post = _POST_BETWEEN.search(whole)  # 学会|理事长|…学会, but 学会|森林经理专业委员会
    if post and post.end() <= len(between):
        return False
    kind = _ending().match(line, start)
    if kind and line[:stop].endswith(kind[0]) and not kind[0].endswith("委员会"):
        return False
    if _CITY.match(between) and not line[:stop].endswith("院") and not whole.endswith("分会"):
        return False
    if LEVEL.fullmatch(between) or place_inside(between) or re.search(r"\d", between):
        return False
    return not cuts(between)


def cuts(text: str) -> list[int]:
    """The places in a text after which a name may begin."""
    masked = _country().sub(_blotted, _PROTECTED.sub(_blotted, text))
    masked = _COUNTY.sub("□", masked)
    either = (_CUT, pattern("before"))
    return [match.end() for words_before in either for match in words_before.finditer(masked)]


def _blotted(word: re.Match[str]) -> str:
    """Signs in the place of a word."""
    return "□" * len(word[0])


@cache
def _country() -> re.Pattern[str]:
    """A country of three characters and more: 马来西亚, 以色列."""
    return re.compile(any_of(word for word in words("regions") if len(word) >= _LONG))


def _beginning(line: str, low: int, high: int) -> int:
    """Where the name begins whose ending begins at ``high``; not before ``low``."""
    start = max([low, *(low + cut for cut in cuts(line[low:high]))])
    for joint in _AND.finditer(line, start, high):
        rest = line[joint.end() : high + 2]
        if (
            joint.start() == start
            or begins_with_place(rest)
            or rest.startswith(tuple(words("institutions")))
        ):
            start = joint.end()
    start += place_inside(line[start:high])
    counted = _COUNTED.match(line[start:high])
    own = begins_with_division(line[start:high]) or _NUMBERED.match(line, start, high)
    start += counted.end() if counted and not own else 0
    low = max(0, start - QUOTED)
    quoted = _QUOTED.search(line[low:start])
    return low + quoted.start() if quoted else start
