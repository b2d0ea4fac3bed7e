"""What became of an article that is no longer there: which one holds its text now."""

from collections.abc import Mapping

PIECE = 8  # characters: shorter ones stand in any bulletin
ENOUGH = 0.5


def successors(gone: Mapping[str, str], present: Mapping[str, str]) -> dict[str, str]:
    """For each text that is gone, by id, the present one that holds most of it, and half at least.

    So an article that was cut otherwise, or whose title was set right, leads on to the one in its
    place.
    """
    pieces = {key: _pieces(text) for key, text in present.items()}
    found = {}
    for key, text in gone.items():
        own = _pieces(text)
        shared = {other: len(own & theirs) for other, theirs in pieces.items()}
        best = max(shared, key=lambda other: shared[other], default=None)
        if best is not None and own and shared[best] >= ENOUGH * len(own):
            found[key] = best
    return found


def _pieces(text: str) -> frozenset[str]:
    """Every run of so many characters, blanks and line ends left out."""
    closed = "".join(text.split())
    return frozenset(closed[at : at + PIECE] for at in range(max(1, len(closed) - PIECE + 1)))
