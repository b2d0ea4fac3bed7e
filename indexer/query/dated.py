"""Words that tell days -> the parts of the tree that ask for them."""

from datetime import date

from indexer.models import And, Basis, Dated, Node, Not, Or, Phrase, Prefix, Text, Undated
from indexer.query.dates import is_undated, read_bare_range, read_dates
from indexer.query.notices import Notices, no_date, swapped
from indexer.query.spans import Span


class Dating:
    """Reads the dates of one question; ``left_out`` once one of them was impossible."""

    def __init__(self, today: date, notices: Notices) -> None:
        self._today = today
        self._notices = notices
        self.left_out = False

    def bare(self, typed: str) -> Dated | None:
        """What a range asks for that no field precedes; None for any other word."""
        span = read_bare_range(typed, self._today)
        return self._dated(span, Basis.EVENT) if span else None

    def behind_field(self, node: Node, basis: Basis) -> Node | None:
        """What stands behind 日期:, its words read as dates; None where nothing is left."""
        match node:
            case Text(text) | Phrase(text) | Prefix(text):
                return self._date(text, basis)
            case Dated(_, low, high):
                return Dated(basis, low, high)
            case Not(child):
                dated = self.behind_field(child, basis)
                return None if dated is None else Not(dated)
            case And(children) | Or(children):
                return joined(type(node), [self.behind_field(child, basis) for child in children])
        return node

    def _date(self, typed: str, basis: Basis) -> Node | None:
        if is_undated(typed):
            return Undated(basis)
        if span := read_dates(typed.rstrip("*＊"), self._today):
            return self._dated(span, basis)
        self._notices.say(no_date(typed))
        self.left_out = True
        return None

    def _dated(self, span: Span, basis: Basis) -> Dated:
        if span.swapped:
            self._notices.say(swapped(span.low or "", span.high or ""))
        return Dated(basis, span.low, span.high)


def joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    """And or Or of the parts that are left, or the only one of them."""
    found = tuple(part for part in parts if part is not None)
    return kind(found) if len(found) > 1 else found[0] if found else None
