"""The shape of a person's name, and where it ends among characters without blanks."""

import re
from functools import cache

from indexer.articles.followers import VERB, WORDLIKE, continues_place, fit
from indexer.articles.text import any_of, pattern
from indexer.wordlists import words

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
# Characters that names do not have.
_NEVER = re.compile(
    "[的了是等与及被把这也都还并很最不副届委局厅省市县区级各每其该此些吗呢吧由你我他她它您个只说或"
    "但地]|[镇乡村团队组馆站院校系处科部室厂司店度率量数额上下]$"
)
_DOTTED = re.compile(r"(?:[\u3400-\u9fff]{1,6}[·•・‧∙])+(?=[\u3400-\u9fff])")
_LATIN = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)*(?: [A-Z][a-z]+){1,2}")
# Family names that, with nothing behind them to show a name, are words.
_NEVER_ALONE = frozenset("和于向从时任应由")
_FOREIGN_END = re.compile(rf"{_DOTTED.pattern}[\u3400-\u9fff]{{1,8}}$|{_LATIN.pattern}$")
_NOT_GIVEN = frozenset("说称道等与及跟同对将被把让为以也都还又曾已就便均即是在到要需会能")
LONGEST_FOREIGN, LONGEST_PART = 30, 6
LONGEST_HAN = 3  # characters of a usual Chinese name
SHORT = 2  # characters of a name that could as well be a word
_GIVEN = (1, 2)  # characters of a given name


def name_end(
    text: str, start: int, whole: str = "", sure: bool = False, rare: bool = False
) -> int | None:
    """Where the name that begins at ``start`` ends, or None if none does.

    Of 沈洁主持 it is 沈洁: behind a name stands a sign, a verb or a post. Where nothing of the
    kind follows, the name is what returns in the ``whole`` text; else, if ``sure`` that it is
    a name, three characters. A ``rare`` family name is seen where asked for or ``sure``.
    """
    foreign = _foreign_end(text, start) or _native_end(text, start, sure)
    if foreign:
        return foreign
    rare = rare or sure
    ends = _ends(text, start, rare)
    fits, best = max(((fit(text, start, end), end) for end in ends), default=(0, 0))
    if _begins_with_word(text, start):  # 应邀, 高度: a name only behind a post, before a verb
        named = _word_end(text, start) if rare else None
        return named or (best if sure and fits >= VERB else None)
    return best if fits else _returning_end(text, start, ends, whole, sure)


def _returning_end(text: str, start: int, ends: list[int], whole: str, sure: bool) -> int | None:
    """The end of a name without anything behind it that shows one: what returns in ``whole``."""
    ends = [end for end in ends if not continues_place(text, end)]
    syllables = _syllables().match(text, start)
    if syllables and fit(text, start, syllables.end()) >= VERB:
        return syllables.end()
    if not ends or text[start] in _NEVER_ALONE:
        return None
    ends += [syllables.end()] if syllables else []
    counts = {whole.count(text[start:end]): end for end in ends}  # the longest for each count
    most = max(counts)
    return counts[most] if most > 1 else max(ends) if sure else None


def _in_post(text: str, end: int) -> bool:
    """Whether a long post begins with the last character: 原总|工程师."""
    post = pattern("posts").match(text, end - 1)
    return post is not None and post.end() - end >= SHORT


def _word_end(text: str, start: int) -> int | None:
    """The end of a word that is somebody's name behind a post: 所长|平凡|出席."""
    word = pattern("word_names").match(text, start)
    return word.end() if word and fit(text, start, word.end()) else None


def _begins_with_word(text: str, start: int) -> bool:
    """Whether a known word begins here, and no compound family name: 濮阳|莹."""
    compound = text[start : start + 2] in words("surnames")
    return not compound and bool(_known_word().match(text, start))


def _ends(text: str, start: int, rare: bool) -> list[int]:
    """The places where a name can end: one or two characters behind each family name."""
    if text[start : start + 1] in WORDLIKE and text[start + 1 : start + 3] in words("verbs"):
        return []  # 须|具有, 全|覆盖
    known = _families(rare)
    families = [length for length in (1, 2) if text[start : start + length] in known]
    ends = {start + length + given for length in families for given in _GIVEN}
    return sorted(
        end
        for end in ends
        if end <= len(text) and is_name(text[start:end], rare) and not _in_post(text, end)
    )


@cache
def _families(rare: bool) -> frozenset[str]:
    """The family names, the ``rare`` ones that are common words too among them if asked for."""
    return words("surnames") | words("rare_surnames") if rare else words("surnames")


def family_name(text: str, rare: bool = False) -> str | None:
    """The family name a text begins with, the compound one first: 欧阳铭 -> 欧阳."""
    surnames = _families(rare)
    return next((text[:length] for length in (2, 1) if text[:length] in surnames), None)


def name_start(text: str, stop: int) -> int | None:
    """Where the name that ends at ``stop`` begins: the longest that is one."""
    foreign = _FOREIGN_END.search(text, max(0, stop - LONGEST_FOREIGN), stop)
    if foreign:
        return foreign.start()
    for at in (stop - length for length in (4, 3, SHORT) if stop >= length):
        post = {text[at - 2 : at + 1], text[at - 1 : at + 1]} & words("posts")  # 主任|简宁
        if is_whole_name(text[at:stop]) and not post:
            return at
    return None


def is_whole_name(text: str) -> bool:
    """Whether the characters are a family name with one or two characters more."""
    whole = len(text) - len(family_name(text) or "") in _GIVEN
    native = _native().fullmatch(text) and len(text) > SHORT
    return (is_name(text) and whole) or bool(native or _FOREIGN_END.fullmatch(text))


def is_name(text: str, rare: bool = False) -> bool:
    """Whether the characters can be a Chinese name and are no known word."""
    family = family_name(text, rare)
    if not family or family == text or not _HAN.fullmatch(text) or _NEVER.search(text):
        return False
    given = text.removeprefix(family)
    if given in _NOT_GIVEN or (len(given) > 1 and given in words("acts")):  # 谷梁|现场
        return False
    return not _known_word().fullmatch(text) and not _address().search(text)


@cache
def _known_word() -> re.Pattern[str]:
    """What begins like a name and is none: words, and the names of places."""
    places = (place for row in words("provinces") for place in (row, _bare(row)))
    return re.compile(any_of(words("not_names") | frozenset(places)))


def _bare(place: str) -> str:
    """A place without its level: 云南省 -> 云南."""
    return re.sub("(?:省|市|自治区|特别行政区|地区|盟)$", "", place)


@cache
def _address() -> re.Pattern[str]:
    """A post at the end: 马院长 is somebody, but no name."""
    return re.compile(f"(?:{any_of(words('posts'))}|医生|同志|先生|女士|同学)$")


@cache
def _syllables() -> re.Pattern[str]:
    """A name without a family name: 罗布次仁, 敖日格乐."""
    return re.compile(f"[{''.join(words('syllables'))}]{{4,5}}")


@cache
def _native() -> re.Pattern[str]:
    """A name made of known parts, perhaps behind a family name: 那顺巴雅尔, 扎西顿珠, 田毛伊罕."""
    part = f"(?:{any_of(words('name_elements'))})"
    surname = f"(?:{any_of(words('surnames'))})"
    longer = any_of(word for word in words("name_elements") if len(word) > SHORT)
    return re.compile(f"{part}{{1,3}}|{surname}(?:{longer})")


def _native_end(text: str, start: int, sure: bool) -> int | None:
    """The end of a name of known parts, where what stands around it is that of a person.

    A sign or a verb of persons follows, or a post stands before it: 主席赛罕，, 牧民朝鲁说.
    """
    native = _native().match(text, start)
    if not native or continues_place(text, native.end()):
        return None
    fits = fit(text, start, native.end())
    certain = fits >= VERB or (sure and fits) or len(native[0]) > LONGEST_HAN
    return native.end() if certain else None


def _foreign_end(text: str, start: int) -> int | None:
    """The end of a transliterated or Latin name: 买买提·吐尔逊, John Smith."""
    latin = _LATIN.match(text, start)
    dotted = _DOTTED.match(text, start)
    if latin or not dotted:
        return latin.end() if latin else None
    if pattern("posts").match(text, start, dotted.end() - 1):  # 教师|热依汗·…
        return None
    native = _native().match(text, dotted.end())
    if native and fit(text, start, native.end()):
        return native.end()
    han = _HAN.match(text, dotted.end())
    longest = min(han.end() if han else 0, dotted.end() + LONGEST_PART)
    ends = (end for end in range(dotted.end() + SHORT, longest + 1) if fit(text, start, end))
    return next(ends, longest if han and longest == han.end() else None)
