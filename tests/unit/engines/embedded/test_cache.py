"""What is kept of answers: the latest, and never more than allowed."""

from dataclasses import dataclass

from indexer.engines.embedded.cache import OVERHEAD, Kept


@dataclass(frozen=True, slots=True)
class Found:
    """Something of a size."""

    nbytes: int


class Counter:
    """Makes things of a size, and counts how many."""

    def __init__(self, size: int) -> None:
        self.size, self.made = size, 0

    def __call__(self) -> Found:
        self.made += 1
        return Found(self.size)


def test_what_was_found_is_found_once() -> None:
    kept, make = Kept(10_000), Counter(100)
    assert kept.get("a", make) is kept.get("a", make)
    assert make.made == 1


def test_least_lately_used_goes_first() -> None:
    kept, make = Kept(2 * (100 + OVERHEAD)), Counter(100)
    for key in ("a", "b", "a", "c", "a"):
        kept.get(key, make)
    assert make.made == 3
    kept.get("b", make)
    assert make.made == 4


def test_nothing_is_kept_where_nothing_may_be() -> None:
    kept, make = Kept(0), Counter(0)
    kept.get("a", make)
    kept.get("a", make)
    assert make.made == 2


def test_what_is_too_large_drives_nothing_out() -> None:
    kept, small, large = Kept(1_000), Counter(100), Counter(5_000)
    kept.get("a", small)
    kept.get("b", large)
    kept.get("a", small)
    assert small.made == 1
