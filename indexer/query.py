"""What was typed -> a tree of words, phrases and exclusions; never fails on strange signs.

    科普 延庆            both words
    "科学技术协会"        exactly these characters in a row; “…” and 「…」 quote too
    科普 -讲座           not this; NOT 讲座 says the same
    科普 OR 院士         either; 或 and | say the same
    (科普 OR 院士) 延庆   brackets group

A minus excludes only behind a blank, brackets group only around words they stand beside; what
cannot be read as an operator is text. What had to be guessed is said in the notices.
"""

import re
import unicodedata
from dataclasses import dataclass

from indexer.errors import QuestionRejected
from indexer.models import And, Everything, Node, Not, Or, Phrase, Reading, Text

LONGEST = 200
MOST_CLAUSES = 64
DEEPEST = 20

_TOKEN = re.compile(
    r"""(?P<quote>["“”]) (?P<phrase>[^"“”]*) (?P<close>["“”]?)
      | 「(?P<corner>[^」]*)(?P<corner_close>」?)
      | (?P<open>[(（]) | (?P<end>[)）])
      | (?P<minus>(?:^|(?<=[\s(（]))[-－](?=[^\s]))
      | (?P<either>[|｜]+)
      | (?P<text>[^\s"“”「(（)）|｜]+)
    """,
    re.VERBOSE,
)
# 12 月 21 日 -> 12月21日; 2.5 万人次 -> 2.5万人次
_BLANK_IN_UNIT = re.compile(r"(?<=[0-9０-９])\s+(?=[年月日万亿])|(?<=[年月])\s+(?=[0-9０-９])")
_LEAVES = ("text", "phrase")
_AND, _OR, _NOT = {"AND", "且", "与"}, {"OR", "或"}, {"NOT", "非"}


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign of the question: kind is text, phrase, (, ), and, or, not."""

    kind: str
    text: str = ""


def parse_question(text: str) -> Reading:
    """The tree of a typed question; QuestionRejected for one beyond the limits.

    An empty text asks for everything. Text leaves hold words as typed, not yet cut.
    """
    typed = unicodedata.normalize("NFC", text.strip())
    if len(typed) > LONGEST:
        raise QuestionRejected(f"检索词有 {len(typed)} 个字，最多 {LONGEST} 个；请缩短后再试")
    if not typed:
        return Reading(Everything())
    return _Parser(_BLANK_IN_UNIT.sub("", typed)).read()


class _Parser:
    """Reads signs one after the other; ``depth`` counts open brackets."""

    def __init__(self, text: str) -> None:
        self.notices: list[str] = []
        self.signs = self._signs(text)
        self.at = 0
        if sum(sign.kind in _LEAVES for sign in self.signs) > MOST_CLAUSES:
            raise QuestionRejected(f"检索条件太多，最多 {MOST_CLAUSES} 个；请减少后再试")

    def read(self) -> Reading:
        parts = []
        while self.at < len(self.signs):
            node = self._either(0)
            if node is not None:
                parts.append(node)
            if self._next_is(")"):  # closes nothing
                self.at += 1
                self._say("括号不成对，多出的括号没有计入")
        if not parts:
            raise QuestionRejected("检索词过于宽泛；请输入要找的词，例如 科普日")
        return Reading(_all(parts), tuple(self.notices))

    def _signs(self, text: str) -> list[_Sign]:
        signs = []
        for match in _TOKEN.finditer(text):
            if match["quote"] or match["corner"] is not None:
                phrase = match["phrase"] if match["quote"] else match["corner"]
                if not (match["close"] or match["corner_close"]):
                    self._say("引号不成对，已按到末尾为止的短语检索")
                if phrase.strip():
                    signs.append(_Sign("phrase", phrase.strip()))
            else:
                signs.append(_sign(match))
        return _words_only(signs)

    def _either(self, depth: int) -> Node | None:
        parts = [self._every(depth)]
        while self._next_is("or"):
            self.at += 1
            parts.append(self._every(depth))
        found = [part for part in parts if part is not None]
        return found[0] if len(found) == 1 else Or(tuple(found)) if found else None

    def _every(self, depth: int) -> Node | None:
        parts = []
        while self.at < len(self.signs) and self.signs[self.at].kind not in (")", "or"):
            node = self._one(depth)
            if node is not None:
                parts.append(node)
        return _all(parts) if parts else None

    def _one(self, depth: int) -> Node | None:
        sign = self.signs[self.at]
        self.at += 1
        if sign.kind == "not":
            child = self._one(depth) if self.at < len(self.signs) else None
            return Not(child) if child is not None else None
        if sign.kind == "(":
            return self._group(depth + 1)
        if sign.kind == "phrase":
            return Phrase(sign.text)
        return Text(sign.text) if sign.kind == "text" else None

    def _group(self, depth: int) -> Node | None:
        if depth > DEEPEST:
            raise QuestionRejected(f"括号套得太深，最多 {DEEPEST} 层；请简化后再试")
        node = self._either(depth)
        if self._next_is(")"):
            self.at += 1
        else:
            self._say("括号不成对，已按在末尾结束检索")
        return node

    def _next_is(self, kind: str) -> bool:
        return self.at < len(self.signs) and self.signs[self.at].kind == kind

    def _say(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices.append(notice)


def _sign(match: re.Match[str]) -> _Sign:
    kinds = {"open": "(", "end": ")", "minus": "not", "either": "or"}
    text = match.group()
    kind = kinds.get(match.lastgroup or "", "text")
    folded = unicodedata.normalize("NFKC", text)
    for words, operator in ((_AND, "and"), (_OR, "or"), (_NOT, "not")):
        if kind == "text" and folded in words:
            return _Sign(operator, text)
    return _Sign(kind, text)


def _words_only(signs: list[_Sign]) -> list[_Sign]:
    """The signs, or where they hold nothing but operators and brackets, all of them as text."""
    if any(sign.kind in _LEAVES for sign in signs):
        return signs
    return [_Sign("text", sign.text) for sign in signs]


def _all(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else And(tuple(parts))
