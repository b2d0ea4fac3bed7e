"""Who takes part: each by name, with the file that knows it and the folder of its index."""

from dataclasses import dataclass
from importlib import import_module

from bench.speed.contestant import Contestant

OURS = "ours"
OURS_FULL = "ours, full meaning"
OURS_KEPT = "ours, lists kept"
RIVAL = "tantivy"


@dataclass(frozen=True, slots=True)
class Entrant:
    """One contestant: ``module.maker`` makes it; entrants of one folder share an index."""

    name: str
    module: str
    maker: str
    folder: str
    asked: bool = True
    absence: str = "its library is not installed"

    def make(self) -> Contestant | None:
        """The contestant; None where its library is not installed, or it cannot take part."""
        try:
            module = import_module(f"bench.speed.contestants.{self.module}")
        except ModuleNotFoundError as missing:
            if str(missing.name).startswith("bench"):
                raise
            return None
        made: Contestant | None = getattr(module, self.maker)()
        return made


ENTRANTS = (
    Entrant(OURS, "ours", "words", "ours"),
    Entrant(OURS_FULL, "ours", "full", "ours"),
    Entrant(OURS_KEPT, "ours", "kept", "ours"),
    Entrant("whole library", "library", "facade", "library"),
    Entrant(RIVAL, "tantivy_py", "both_fields", "tantivy"),
    Entrant("tantivy + rjieba", "rjieba_feed", "fed", "tantivy-rjieba", asked=False),
    Entrant("SQLite FTS5", "fts5", "database", "fts5"),
    Entrant("Xapian", "xapian_py", "database", "xapian"),
    Entrant("Whoosh, naive", "whoosh_naive", "naive", "whoosh"),
)
