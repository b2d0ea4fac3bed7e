"""What is gone: articles of which a later one has the id, and removed ones."""

from collections.abc import Sequence

import numpy as np
import pytest

from indexer.engines.embedded.superseded import superseded


@pytest.mark.parametrize(
    ("old", "fresh", "removed", "gone"),
    [
        pytest.param(["abc"], ["de"], "", [[], []], id="nothing comes twice"),
        pytest.param(["abc"], ["xb"], "", [[1], []], id="a changed article"),
        pytest.param(["abc", "de"], ["ea"], "c", [[0, 2], [1], []], id="changed and removed"),
        pytest.param([], ["aba", "ca"], "", [[0, 2], []], id="twice among the new ones"),
        pytest.param(["ab"], ["b"], "b", [[1], []], id="removed and new again"),
        pytest.param(["aB", "b"], [], "", [[], []], id="an earlier one that was gone already"),
        pytest.param(["b", "aB"], [], "", [[], []], id="a later one that was gone already"),
        pytest.param(["ab"], [], "x", [[]], id="removed without having been there"),
        pytest.param([], [], "x", [], id="no segment at all"),
    ],
)
def test_documents_that_are_gone(
    old: Sequence[str], fresh: Sequence[str], removed: str, gone: list[list[int]]
) -> None:
    """Each sign is an id, a capital one that of an article which is gone already."""
    kept = [(ids(one), np.array([sign.islower() for sign in one], dtype=bool)) for one in old]
    assert superseded(kept, list(map(ids, fresh)), ids(removed)) == gone


def ids(signs: str) -> list[bytes]:
    return [sign.lower().encode() for sign in signs]
