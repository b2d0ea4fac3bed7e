"""How alike are two texts? Sketches of their character shingles, compared without the texts.

A sketch is the SIZE smallest hashes of all runs of SHINGLE characters (Broder 1997, bottom-k):
of two sketches, the share of common hashes among the SIZE smallest of both together estimates
how many shingles the texts share (Jaccard). With 64 hashes the standard error is 0.06 at most.
"""

import hashlib
from collections.abc import Sequence

SIZE = 64
SHINGLE = 5

Sketch = tuple[int, ...]


def make_sketch(normal: str) -> Sketch:
    """The sketch of a text in normal form; punctuation and blanks do not count.

    Hashes are ascending, of 63 bits. Empty for a text shorter than one shingle.
    """
    signs = "".join(filter(str.isalnum, normal))
    shingles = {signs[at : at + SHINGLE] for at in range(len(signs) - SHINGLE + 1)}
    smallest = sorted(map(_digest, shingles))[:SIZE]
    return tuple(int.from_bytes(digest, "big") >> 1 for digest in smallest)


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of common shingles of two texts: 0 for strangers, 1 for copies."""
    if not one or not other:
        return 0.0
    smallest = sorted({*one, *other})[: min(SIZE, len({*one, *other}))]
    common = set(one) & set(other)
    return sum(value in common for value in smallest) / len(smallest)


def _digest(shingle: str) -> bytes:
    """Eight bytes, in whose order the numbers made of them stand too."""
    return hashlib.blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest()
