"""The texts of an article, and how much a match in each weighs."""

from dataclasses import dataclass

from indexer.models import Field

# Raised by hand whenever the files of the index change: an index of another number is not opened.
FORMAT = 6
TEXTS = ("title", "body")
# What stands at the beginning of the body says what it is about: its first terms weigh more.
LEAD_TERMS = 50
LEAD_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class TextRule:
    """One text of an article, its weight, and how far long texts are held back, 0 to 1."""

    name: str
    weight: float
    b: float


RULES = (TextRule("title", 2.0, 0.3), TextRule("body", 1.0, 0.75))


def rules_of(field: Field | None) -> tuple[TextRule, ...]:
    """The texts a leaf looks in: the one it names, or all."""
    return tuple(rule for rule in RULES if field in (None, rule.name))
