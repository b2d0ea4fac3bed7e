"""What the address of a facet's page asks besides the search."""

from dataclasses import dataclass

from flask import request

from webui.language import N_

ORDERS = {"count": N_("按篇数"), "name": N_("按拼音"), "tree": N_("按隶属")}
LONGEST_FILTER = 50
MOST_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class FacetAsked:
    """A text the values must hold, a key of ORDERS, and which part of them, from 1."""

    filter: str = ""
    order: str = "count"
    part: int = 1

    def parameters(self) -> tuple[tuple[str, str], ...]:
        """As they stand in an address, what is usual left out."""
        pairs = (
            ("filter", self.filter),
            ("order", self.order if self.order != "count" else ""),
            ("part", str(self.part) if self.part > 1 else ""),
        )
        return tuple(pair for pair in pairs if pair[1])


def facet_asked() -> FacetAsked:
    """What this request asks; what cannot be read counts as not asked."""
    order, part = request.args.get("order", ""), request.args.get("part", "")
    return FacetAsked(
        filter=request.args.get("filter", "").strip()[:LONGEST_FILTER],
        order=order if order in ORDERS else "count",
        part=int(part) if part.isdecimal() and 0 < int(part[:6]) <= MOST_PARTS else 1,
    )
