"""What a question may cost at most, checked before anything runs."""

import unicodedata

from indexer.errors import QuestionRejected

LONGEST = 200
MOST_CLAUSES = 64
DEEPEST = 20

# Controls, signs without width, halves of surrogate pairs: nobody sees them, nobody meant them.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def tidied(text: str) -> str:
    """The text composed (NFC), without unseen signs and blanks around it; refused if too long."""
    typed = text.strip()
    if len(typed) <= 4 * LONGEST:  # a megabyte is refused as it is
        seen = (sign for sign in typed if sign.isspace() or not _is_unseen(sign))
        typed = unicodedata.normalize("NFC", "".join(seen)).strip()
    if len(typed) > LONGEST:
        raise QuestionRejected(f"检索词有 {len(typed)} 个字，最多 {LONGEST} 个；请缩短后再试")
    return typed


def check_clauses(clauses: int) -> None:
    """Nothing, or QuestionRejected for too many words and phrases."""
    if clauses > MOST_CLAUSES:
        raise QuestionRejected(f"检索条件太多，最多 {MOST_CLAUSES} 个；请减少后再试")


def check_depth(depth: int) -> None:
    """Nothing, or QuestionRejected for too many brackets inside each other."""
    if depth > DEEPEST:
        raise QuestionRejected(f"括号套得太深，最多 {DEEPEST} 层；请简化后再试")


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN
