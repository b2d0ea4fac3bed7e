"""The fields a question can name: 标题:科普, org:北京市科协, 日期：2023-12."""

import re
import unicodedata

from indexer.models import Basis

_NAMES = {
    "title": "title 标题 题目",
    "organization": "org organization organisation 单位 机构",
    "person": "person people 人物 人名 姓名",
    "section": "section 栏目",
    "issue": "issue 期号 期 期次",
    "date": "date 日期",
    "issued": "issued 发刊 刊期 发刊日期",
}
FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}

# The fields that hold days, and whose days.
BASES = {"date": Basis.EVENT, "issued": Basis.ISSUED}

_NAMED = re.compile(r"([^:：]{1,20})[:：](.*)", re.DOTALL)
_LATIN = re.compile(r"[a-z][a-z_-]+")


def named(word: str) -> tuple[str, str] | None:
    """The name before the first colon, folded, and what follows: Ｔitle：科普 -> title, 科普."""
    match = _NAMED.fullmatch(word)
    if match is None:
        return None
    return unicodedata.normalize("NFKC", match[1]).casefold(), match[2]


def looks_like_field(name: str, value: str) -> bool:
    """Whether an unknown name was meant as a field: nosuch:科协 was; 12:30, http://… was not."""
    return bool(_LATIN.fullmatch(name)) and bool(value) and not value.startswith("//")
