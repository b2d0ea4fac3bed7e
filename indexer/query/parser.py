"""Signs -> the tree; what is out of place is left out, and that is said."""

from datetime import date

from indexer.models import And, Basis, Fielded, Node, Not, Or, Phrase, Text
from indexer.query.dated import Dating, joined
from indexer.query.fields import BASES
from indexer.query.limits import check_depth
from indexer.query.near import read_near
from indexer.query.notices import OPEN_BRACKET, STRAY_BRACKET, Notices, lone_operator
from indexer.query.signs import OPERANDS, Kind, Sign
from indexer.query.stars import read_word


class Parser:
    """Reads the signs of one question; a part is None where nothing of it is left to search."""

    def __init__(self, signs: list[Sign], today: date, notices: Notices) -> None:
        self._signs = signs
        self._at = 0
        self._notices = notices
        self._dating = Dating(today, notices)

    def read(self) -> Node | None:
        """The tree of all signs."""
        parts = []
        while self._ahead() is not None:
            parts.append(self._either(0))
            if self._ahead() is Kind.CLOSE:
                self._take()
                self._notices.say(STRAY_BRACKET)
        return joined(And, parts)

    def left_a_date_out(self) -> bool:
        """Whether some date was no possible date."""
        return self._dating.left_out

    def _either(self, depth: int) -> Node | None:
        parts = [self._every(depth)]
        while self._ahead() is Kind.OR:
            self._operator(follows=parts[-1] is not None or self._dating.left_out)
            parts.append(self._every(depth))
        return joined(Or, parts)

    def _every(self, depth: int) -> Node | None:
        parts: list[Node | None] = []
        while self._ahead() not in (None, Kind.CLOSE, Kind.OR):
            if self._ahead() in (Kind.AND, Kind.NEAR):  # a NEAR that no operand precedes
                self._operator(follows=bool(parts))
            else:
                parts.append(self._close(depth))
        return joined(And, parts)

    def _close(self, depth: int) -> Node | None:
        """One operand, or several with NEAR between them: A NEAR B NEAR C is A-B and B-C."""
        left = self._one(depth)
        parts: list[Node | None] = []
        while self._ahead() is Kind.NEAR:
            operator = self._operator(follows=True)
            if self._ahead() not in OPERANDS:
                break
            right = self._one(depth)
            if left is not None and right is not None:
                near = read_near(left, operator.text, right, self._notices)
                parts += [near] if near else [left, right]
            left = right or left
        return joined(And, parts or [left])

    def _one(self, depth: int) -> Node | None:
        match self._ahead():
            case Kind.NOT:
                self._operator(follows=True)
                child = self._close(depth) if self._ahead() in OPERANDS else None
                return None if child is None else Not(child)
            case Kind.FIELD:
                return self._field(depth)
            case Kind.OPEN:
                return self._group(depth + 1)
            case Kind.PHRASE:
                return Phrase(self._take().text)
        typed = self._take().text
        return self._dating.bare(typed) or read_word(typed, self._notices)

    def _group(self, depth: int) -> Node | None:
        check_depth(depth)
        self._take()
        node = self._either(depth)
        if self._ahead() is Kind.CLOSE:
            self._take()
        else:
            self._notices.say(OPEN_BRACKET)
        return node

    def _field(self, depth: int) -> Node | None:
        field = self._take().field
        if basis := BASES.get(field):
            return self._dates(basis, depth)
        value = self._value(depth)
        return None if value is None else Fielded(field, value)

    def _value(self, depth: int) -> Node | None:
        """What stands behind the name of a field; a range of dates is a word there."""
        if self._ahead() is Kind.WORD:
            return read_word(self._take().text, self._notices)
        return self._one(depth)

    def _dates(self, basis: Basis, depth: int) -> Node | None:
        """What stands behind 日期:, stars and all."""
        is_word = self._ahead() is Kind.WORD
        value = Text(self._take().text) if is_word else self._one(depth)
        return None if value is None else self._dating.behind_field(value, basis)

    def _operator(self, follows: bool) -> Sign:
        """Takes an operator and says so where it has nothing before or behind it."""
        sign = self._take()
        if not follows or self._ahead() not in OPERANDS:
            self._notices.say(lone_operator(sign.text))
        return sign

    def _ahead(self) -> Kind | None:
        return self._signs[self._at].kind if self._at < len(self._signs) else None

    def _take(self) -> Sign:
        self._at += 1
        return self._signs[self._at - 1]
