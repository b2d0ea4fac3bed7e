"""Lists of documents, short and long, give back what was put in."""

from pathlib import Path

import numpy as np
import pytest

from indexer.engines.embedded.arrays import ArrayFile, write_arrays
from indexer.engines.embedded.lists import Lists, pack
from indexer.engines.embedded.runs import Run, merge

SIZE = 64  # more than 4 documents are a long list


def lists(folder: Path, held: dict[int, list[int]], size: int = SIZE) -> Lists:
    """Lists by their keys; each frequency is the document's number + 1."""
    keys = np.array([key for key, some in held.items() for _ in some], dtype=np.uint32)
    documents = np.array([one for some in held.values() for one in some], dtype=np.uint16)
    run = Run(keys, documents, (documents + 1).astype(np.uint8))
    records = write_arrays(folder / "seg.bin", {"one": np.ones(1), **pack(run, size, "words")})
    return Lists(ArrayFile(folder / "seg.bin", records), "words", size)


@pytest.mark.parametrize(
    ("held", "bits"),
    [
        pytest.param({3: [7]}, 0, id="one document"),
        pytest.param({3: [0, 5, 62, 63]}, 0, id="a sixteenth of all is the longest short list"),
        pytest.param({3: [0, 5, 6, 62, 63]}, 8, id="one more makes it long"),
        pytest.param({3: list(range(SIZE))}, 8, id="all documents"),
        pytest.param({1: [5], 2: list(range(9)), 7: [0, 1]}, 8, id="in turn"),
        pytest.param({1: list(range(9)), 2: [4], 3: list(range(50, 64))}, 16, id="two long ones"),
        pytest.param({}, 0, id="no list at all"),
    ],
)
def test_documents_and_frequencies_come_back(
    held: dict[int, list[int]], bits: int, tmp_path: Path
) -> None:
    packed = lists(tmp_path, held)
    assert packed.keys.tolist() == list(held)
    assert len(packed) == len(held)
    for at, some in enumerate(held.values()):
        mask = np.zeros(SIZE, dtype=bool)
        packed.add(at, mask)
        assert np.flatnonzero(mask).tolist() == packed.documents(at).tolist() == some
        assert packed.frequencies(at).tolist() == [one + 1 for one in some]
        assert packed.count(at) == len(some)
        postings = packed.postings(at)
        assert postings.documents.tolist() == some
        told = {
            some[one]: flag for one, flag in zip(postings.positions, postings.flags, strict=True)
        }
        assert told == {one: one + 1 for one in some if one}
    records = pack(packed.run(), SIZE, "words")
    assert len(records["words.bits"]) == bits


@pytest.mark.parametrize("size", [1, 7, 8, 9, 16, 17])
def test_segments_of_any_size_keep_their_last_document(size: int, tmp_path: Path) -> None:
    packed = lists(tmp_path, {0: [size - 1], 1: list(range(size))}, size)
    assert packed.documents(0).tolist() == [size - 1]
    assert packed.documents(1).tolist() == list(range(size))


def test_all_lists_come_back_as_the_run_they_were(tmp_path: Path) -> None:
    run = lists(tmp_path, {1: [5], 2: list(range(9)), 7: [0, 1]}).run()
    assert run.keys.tolist() == [1] + [2] * 9 + [7] * 2
    assert run.documents.tolist() == [5, *range(9), 0, 1]
    assert run.frequencies.tolist() == [6, *range(1, 10), 1, 2]


def test_runs_are_merged_by_key_and_within_it_in_their_order() -> None:
    def run(keys: list[int], documents: list[int]) -> Run:
        numbers = np.array(documents)
        return Run(np.array(keys, np.uint32), numbers.astype(np.uint16), numbers.astype(np.uint8))

    merged = merge([run([1, 1, 4], [0, 2, 1]), run([1, 3, 4], [3, 4, 5])])
    assert merged.keys.tolist() == [1, 1, 1, 3, 4, 4]
    assert merged.documents.tolist() == merged.frequencies.tolist() == [0, 2, 3, 4, 1, 5]
    assert len(merge([]).keys) == 0
