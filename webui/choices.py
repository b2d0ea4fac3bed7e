"""Choices: values of a facet that a search is narrowed to, or that it leaves out."""

from dataclasses import dataclass

FACETS = ("org", "person", "section", "month", "issue")
# The values that may be left out, each under a parameter of its own; months cannot.
EXCLUDED = {"org": "not_org", "person": "not_person", "section": "not_section"}
# The parameters in the order of addresses.
PARAMETERS = ("org", "person", "section", *EXCLUDED.values(), "issue", "month")
# Those that stand behind the role of the organisations in addresses.
LATER = ("issue", "month")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value under the name of its parameter: org, 北京市科协; or not_org, 北京市科协."""

    facet: str
    value: str


def in_order(choices: set[Choice]) -> tuple[Choice, ...]:
    """Choices as a state keeps them: by parameter, then by value."""
    return tuple(sorted(choices, key=lambda c: (PARAMETERS.index(c.facet), c.value)))
