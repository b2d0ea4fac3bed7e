"""Where the names of people stand in a line; each rule gives (start, stop) of what it sees."""

import re
from collections.abc import Iterator

from indexer.articles.followers import VERB, WORD, WORDLIKE, acts, fit
from indexer.articles.names import SHORT, is_whole_name, name_end, name_start
from indexer.articles.text import GAP, pattern
from indexer.wordlists import words

_CLAUSE = re.compile(rf"(?:^|[。，；！？：“”‘（(…{GAP}])")
# Where a list of names may begin: at a clause, or behind 增补林则栋、阚步云为委员.
_ELECTED = re.compile(
    rf"{_CLAUSE.pattern}|其中|增补|增选|替补|补选|选举|推选|推举|聘请|聘任|表彰|授予|任命|同意"
)
_CALLING = re.compile("(?<=[一-龥])[长员师者家手人生授士官农户工医商民]")
_ITEM = re.compile("[一-龥]{2,3}")
_WORK = re.compile(
    "(?:公司|集团|厂|车间|中心|医院|研究[院所]|站|局|大学|学院|学校|中学|小学|协会|学会|合作社)"
    "[一-龥]{1,6}?[工师员长手](?![程作人员])"
)
# Where a name with a title behind it may begin.
_ADDRESSED = re.compile(
    rf"(?:^|[。，；！？：“（(、{GAP}由请向对与和为访记]"
    "|邀请|聘请|特邀|听取|陪同|慰问|看望|走访|拜访|授予|免去|任命|追授|缅怀|悼念|的)"
)
_ADDRESS = re.compile("副?教授|院士|研究员|博士|老师|先生|女士|同志|医生|工程师|高工")
_COUNTED = re.compile(
    r"等(?:同志|专家|老师|人|\d+\s*[人名位]|[一二三四五六七八九十两几多]+[人名位])"
    r"|(?:\d+|[两三四五六七八九十]+)[位名](?:同志|同学|老师|专家|教授|选手|学生|队员|代表|医生)"
)
# 大会选举鱼跃为会长, 免去单丹市科协副主席职务: one name behind the verb of an election.
_CHOSEN = re.compile("选举|推选|推举|增补|增选|补选|替补|聘请|聘任|聘|任命")
_AS = re.compile("[为任](?![了此民期主])")
_CALLED = re.compile("名叫|名为|叫做|(?<=[他她])叫|名字叫|本名|原名")
_AGED = re.compile(r"\d{1,3}岁的")
_NOTE = re.compile(r"[（(][^（）()]{1,8}[)）]")  # 主席（兼）
# The cells of a row that hold a name: 丁宁　怀远县人民医院, 1.丁宁，…, 一等奖：丁宁　万家福
_NAME = r"(?P<name>[^\W\d_]{2,4}|[^\W\d_]{1,6}·[^\W\d_]{1,8})"
_CELL = re.compile(rf"(?:^|^\d+[.、．]?|^[（(]\d+[)）]|[：:]|{GAP}){_NAME}(?={GAP}|[，,（(：:]|$)")
_LABEL = re.compile("[^：]{0,12}(?:奖|名单|人员|人选|个人|选手|专家|委员|代表|成员|作者|者)：")
_WINNER = re.compile(rf"(?<=[：、，；]){_NAME}(?=[、，（；]|$)")
_SIGNED = re.compile(rf"(?<=[协学会院所校馆心局站司科处]){GAP}(?P<name>[^\W\d_]{{2,4}})(?=[）)])")
_JOINT = re.compile("[、和与]|以及")


def sightings(line: str, whole: str) -> set[tuple[int, int]]:
    """Where the names of a line stand; the ``whole`` article tells how often a name returns."""
    found = {
        *_after_posts(line, whole),
        *_after_callings(line, whole),
        *_employed(line, whole),
        *_before_verbs(line, whole),
        *_listed(line, whole),
        *_chosen(line, whole),
        *_transliterated(line),
        *_labelled(line, whole),
        *_before_titles(line, whole),
        *_counted(line),
        *_aged(line, whole),
        *_in_brackets(line),
        *_in_rows(line),
    }
    ends = {stop: min(first for first, last in found if last == stop) for _, stop in found}
    found = {(start, stop) for stop, start in ends.items()}  # 农海明, not 海明 too
    return found | {joined for _, stop in found for joined in _joined(line, stop, whole)}


def _after_posts(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """党组书记、常务副主席沈洁: a name directly behind a post."""
    vague = tuple(words("callings"))
    for post in pattern("posts").finditer(line):
        note = _NOTE.match(line, post.end())
        start = note.end() if note else post.end()
        stop = name_end(line, start, whole, sure=not post[0].endswith(vague))
        if stop:
            yield start, stop


def _after_callings(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """护林员覃大山说: a name behind the last character of any calling."""
    for calling in _CALLING.finditer(line):
        stop = name_end(line, calling.end(), whole)
        longer = stop and stop - calling.end() > SHORT
        inside = line[calling.end() - 1 : calling.end() + 1] in words("posts")  # 主任医|师
        if (
            stop
            and acts(line, stop)
            and not inside
            and (longer or line[calling.end()] not in WORDLIKE)
        ):
            yield calling.end(), stop


def _employed(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """铸锻公司铸造工鲍春: a name behind a body and somebody's work there."""
    for work in _WORK.finditer(line):
        stop = name_end(line, work.end(), whole)
        if stop:
            yield work.end(), stop


def _before_verbs(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """沈洁强调: a name at the beginning of a clause, before a verb that needs a person."""
    for clause in _CLAUSE.finditer(line):
        stop = name_end(line, clause.end(), whole)
        if stop and acts(line, stop):
            yield clause.end(), stop
    for owner in re.finditer("的", line):  # 经营着民宿的|麻小妹说
        stop = name_end(line, owner.end(), whole)
        if stop and stop - owner.end() > SHORT and acts(line, stop):
            yield owner.end(), stop


def _listed(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """沙吾提·艾力、雍正平当选副主席: names in a row before a verb that needs persons."""
    for clause in _ELECTED.finditer(line):
        row: list[tuple[int, int]] = []
        start = clause.end()
        while stop := name_end(line, start, whole) or (row and _any_item(line, start)):
            row.append((start, stop))
            if line[stop : stop + 1] != "、":
                break
            start = stop + 1
        if stop and len(row) > 1 and acts(line, stop):
            yield from row
        elif stop and any(last - first > SHORT for first, last in row[:-1]):
            joined = fit(line, row[-1][0], stop) >= WORD  # 其中阙小龙、茆春|完成
            yield from row if joined and len(row) > 1 else ()


def _chosen(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """选举鱼跃为会长, 老哈名叫哈国庆: a name behind a verb that wants one."""
    for verb in _CHOSEN.finditer(line):
        stop = name_end(line, verb.end(), whole, sure=True)
        if stop and _AS.match(line, stop):
            yield verb.end(), stop
    for verb in _CALLED.finditer(line):
        stop = name_end(line, verb.end(), whole, rare=True)
        if stop and fit(line, verb.end(), stop) > WORD:
            yield verb.end(), stop


def _transliterated(line: str) -> Iterator[tuple[int, int]]:
    """阿洛·木呷，彝族: a dotted name of the usual characters at the beginning of a clause."""
    sounds = "".join(words("transliteration") | words("syllables"))
    for name in re.finditer(rf"[{sounds}]{{1,6}}(?:·[{sounds}]{{1,8}})+", line):
        before = line[name.start() - 1 : name.start()]
        begins = not before.isalpha() or before in "和与"
        if begins and "·" not in before and fit(line, name.start(), name.end()) >= VERB:
            yield name.span()


def _labelled(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """指导教师：池水、丁宁: names behind a post and a colon, up to the next sign."""
    for post in pattern("posts", "labels").finditer(line):
        start = post.end() + 1
        while line[start - 1 : start] in ("：", "、"):
            stop = name_end(line, start, whole, rare=True)
            if not stop or line[stop : stop + 1] not in (
                "、",
                "，",
                "。",
                "；",
                "（",
                "）",
                GAP,
                "",
            ):
                break
            yield start, stop
            start = stop + 1


def _any_item(line: str, start: int) -> int | None:
    """The end of an item of a list of names, whatever it is: 邸建国、牧云、|都筠|当选."""
    item = _ITEM.match(line, start)
    ends = (item.end() - less for less in range(len(item[0]) - 1)) if item else ()
    return next((end for end in ends if line[end : end + 1] == "、" or acts(line, end)), None)


def _before_titles(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """邀请简明教授: a name before a title of respect."""
    for place in _ADDRESSED.finditer(line):
        stop = name_end(line, place.end(), whole)
        if stop and _ADDRESS.match(line, stop):
            yield place.end(), stop


def _counted(line: str) -> Iterator[tuple[int, int]]:
    """表彰丁宁、万家福等6名同志: names before a count."""
    for count in _COUNTED.finditer(line):
        stop = count.start()
        row: list[tuple[int, int]] = []
        while (start := name_start(line, stop)) is not None:
            row.append((start, stop))
            if line[start - 1 : start] not in ("、", "和"):
                break
            stop = start - 1
        yield from row if len(row) > 1 or count[0].startswith("等") else ()


def _aged(line: str, whole: str) -> Iterator[tuple[int, int]]:
    """87岁的皇甫毅."""
    for age in _AGED.finditer(line):
        stop = name_end(line, age.end(), whole)
        if stop:
            yield age.end(), stop


def _in_brackets(line: str) -> Iterator[tuple[int, int]]:
    """（市科普作家协会　米兰英）."""
    return (cell.span("name") for cell in _SIGNED.finditer(line) if is_whole_name(cell["name"]))


def _in_rows(line: str) -> Iterator[tuple[int, int]]:
    """丁宁　怀远县人民医院主任医师, 一等奖：宗小鱼（海岳大学）、麻婷婷: the cells of a row."""
    if "。" in line:
        return
    cells = _WINNER if _LABEL.match(line) else _CELL
    yield from (cell.span("name") for cell in cells.finditer(line) if is_whole_name(cell["name"]))


def _joined(line: str, start: int, whole: str) -> Iterator[tuple[int, int]]:
    """刘晓勘、陈维成: further names behind a name."""
    while joint := _JOINT.match(line, start):
        stop = name_end(line, joint.end(), whole, rare=True)
        if not stop:
            return
        yield joint.end(), stop
        start = stop
