"""A typed question -> its Reading."""

from datetime import date

from indexer.errors import QuestionRejected
from indexer.models import Everything, Reading, Text
from indexer.query.limits import check_clauses, tidied
from indexer.query.notices import Notices, no_words
from indexer.query.parser import Parser
from indexer.query.signs import LEAVES, read_signs

_QUOTES = '"“”＂「」『』'


def parse_question(text: str, today: date) -> Reading:
    """The tree of a typed question; QuestionRejected for one beyond the limits.

    An empty text asks for everything. Text leaves hold words as typed, not yet cut; days like
    上月 are reckoned from ``today``.
    """
    typed = tidied(text)
    if not typed:
        return Reading(Everything())
    notices = Notices()
    signs = read_signs(typed, notices)
    clauses = sum(sign.kind in LEAVES for sign in signs)
    check_clauses(clauses)
    parser = Parser(signs, today, notices)
    root = parser.read() if clauses else None
    if root is not None:
        return Reading(root, notices.all())
    return Reading(Everything(), notices.all()) if parser.left_a_date_out() else _as_text(typed)


def _as_text(typed: str) -> Reading:
    """Signs that ask for nothing, searched as they stand; QuestionRejected for empty quotes."""
    quotes = "".join(typed.split())
    if len(quotes) > 1 and not quotes.strip(_QUOTES):
        raise QuestionRejected("检索词过于宽泛；请输入要找的词，例如 科普日")
    return Reading(Text(typed), (no_words(typed),))
