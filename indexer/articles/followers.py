"""What stands behind a person's name, and how well it fits there."""

import re
from functools import cache

from indexer.articles.text import any_of, pattern
from indexer.wordlists import words

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
# Family names that are common words too, and characters that seldom end a name.
WORDLIKE = frozenset("和于向从时任应连全方能须由越通关")
_FUNCTION = frozenset("从向对就将被和与也是又还曾已便均即称说在率代作由获用把给让")
_GIVEN = frozenset("和与向")  # of those, what ends given names
_OPENING = frozenset("“《〈（(【")
_SELDOM_LAST = frozenset("任为")
_PLACE = frozenset("村镇乡县市区街")

# A sign, a verb of persons, another word of persons, any verb, a single character; 0 does not fit.
SIGN, VERB, WORD, ANY_VERB, CHARACTER = 5, 4, 3, 2, 1


def fit(text: str, start: int, end: int) -> int:
    """How well what follows at ``end`` fits behind the name from ``start``; 0 if it does not."""
    if end >= len(text) or not (_HAN.match(text, end) or text[end].isalnum()):
        return _fit_of_sign(text, end)
    if continues_place(text, end):
        return 0
    last = text[end - 1]
    if last + text[end] in words("acts"):  # 蔺芳担|任
        return 0
    if last in _FUNCTION:
        return CHARACTER if last in "和与" and _joins_nothing(text, end) else 0
    if acts(text, end):
        return VERB
    return 0 if last in _SELDOM_LAST else _fit_of_word(text, start, end)


def _fit_of_sign(text: str, end: int) -> int:
    """How well a sign fits behind a name: 尚可说： is 尚可|说 rather."""
    if text[end - 1] not in _FUNCTION - _GIVEN:
        return SIGN
    return 0 if text[end : end + 1] in _OPENING else WORD


def _fit_of_word(text: str, start: int, end: int) -> int:
    """How well any other word fits behind a name; few do behind one like 于 or 连."""
    if text[start] in WORDLIKE:
        return CHARACTER if text[end] in "等和与" else 0
    word = pattern("acts", "posts").match(text, end)
    if word and len(word[0]) > 1:
        return WORD
    if text[end : end + 2] in words("verbs"):
        return ANY_VERB
    return CHARACTER if word else 0


def _joins_nothing(text: str, end: int) -> bool:
    """Whether what follows shows that 和 belongs to the name before it: 彭春和|以…为题."""
    return (
        text[end] in "以在对向就将被从" or text[end : end + 2] in words("verbs") or acts(text, end)
    )


def continues_place(text: str, end: int) -> bool:
    """Whether the characters before ``end`` are no name but a place: 双桥|村."""
    return text[end : end + 1] in _PLACE


@cache
def _appointed() -> re.Pattern[str]:
    """任组长, 当选首任会长, 为市科协常务委员: what makes 诸葛峰 of 诸葛峰任组长."""
    post = f"(?:首任|首届|新一届)?(?:{any_of(words('posts'))})"
    return re.compile(
        f"(?:担?任|当选为?|出任|为){post}|为[^，。；]{{2,24}}(?:委员|理事)(?![一-龥])"
        "|获(?!奖)[^，。；]{1,12}奖"  # 佴茜获优秀奖, but not 为|获奖选手颁奖
        "|(?:在|就|对)[^，。；]{1,14}(?:说|表示|指出|强调|介绍|认为|要求|提出|建议|谈到)(?!的)"
        "|[一-龥]{2,4}地(?:说|表示|介绍|告诉|笑)"
        "|作[^，。；]{0,8}(?:报告|发言|讲座|点评|总结|讲话|交流|介绍|解读)"
        f"|是(?:[^，。；]{{0,24}}(?:的|公司|大学|中心|医院))?(?:一名|一位)?(?:{any_of(words('posts'))})(?=[，。；])"
    )


def acts(text: str, end: int) -> bool:
    """Whether what follows can only be said of a person: 沈洁|强调, 诸葛峰|任组长."""
    return bool(pattern("speech").match(text, end) or _appointed().match(text, end))
