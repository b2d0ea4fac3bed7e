"""Lists of documents, short and long, give back what was put in."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest

from indexer.engines.embedded.arrays import ArrayFile, ArrayWriter
from indexer.engines.embedded.lists import Lists
from indexer.engines.embedded.packing import write_lists
from indexer.engines.embedded.runs import LEADING, PLAIN, Run

SIZE = 64  # more than 4 documents are bits
LARGE = 20_000  # from 79 to 1,250 documents are gaps


def run_of(held: dict[int, list[int]]) -> Run:
    """Lists by their keys; each frequency is the document's number + 1."""
    documents = np.array([one for some in held.values() for one in some], dtype=np.uint16)
    counts = np.array([len(some) for some in held.values()], dtype=np.int64)
    return Run(np.array(list(held), dtype=np.uint32), counts, documents, documents + np.uint16(1))


def lists(folder: Path, runs: list[Run], size: int = SIZE) -> Lists:
    with ArrayWriter(folder / "seg.bin") as writer:
        writer.add("one", np.ones(1))
        write_lists(writer, "words", runs, size)
    return Lists(ArrayFile(folder / "seg.bin", tuple(writer.records)), "words", size)


@pytest.mark.parametrize(
    ("held", "units"),
    [
        pytest.param({3: [7]}, 1, id="one document"),
        pytest.param({3: [0, 5, 62, 63]}, 4, id="a sixteenth of all as numbers"),
        pytest.param({3: [0, 5, 6, 62, 63]}, 4, id="one more makes it bits"),
        pytest.param({3: list(range(SIZE))}, 4, id="all documents"),
        pytest.param({1: [5], 2: list(range(9)), 7: [0, 1]}, 7, id="in turn"),
        pytest.param({1: list(range(9)), 2: [4], 3: list(range(50, 64))}, 9, id="two of bits"),
        pytest.param({}, 0, id="no list at all"),
    ],
)
def test_documents_and_frequencies_come_back(
    held: dict[int, list[int]], units: int, tmp_path: Path
) -> None:
    packed = lists(tmp_path, [run_of(held)])
    check(packed, held, SIZE)
    assert units_of(packed) == units


def check(packed: Lists, held: dict[int, list[int]], size: int) -> None:
    assert packed.keys.tolist() == list(held)
    assert len(packed) == len(held)
    for at, some in enumerate(held.values()):
        mask = np.zeros(size, dtype=bool)
        packed.add(at, mask)
        assert np.flatnonzero(mask).tolist() == packed.documents(at).numbers.tolist() == some
        assert packed.frequencies(at).tolist() == [one + 1 for one in some]
        assert packed.count(at) == len(some)
        several, flags = packed.several(at, packed.documents(at))
        assert several.tolist() == [one for one in some if one + 1 != PLAIN]
        assert flags.tolist() == [one + 1 for one in several]


def units_of(packed: Lists) -> int:
    """How many 16 bits hold all documents."""
    return int(packed._starts[-1])


@pytest.mark.parametrize(
    ("some", "units"),
    [
        pytest.param(range(0, 20_000, 20), 500, id="one byte a gap"),
        pytest.param(range(19, 20_000, 20), 500, id="the first gap reaches to the first document"),
        pytest.param(range(0, 255 * 78 + 1, 255), 79, id="a gap of 255 is a skip and nothing"),
        pytest.param(range(0, 254 * 78 + 1, 254), 40, id="the longest gap of one byte, filled up"),
        pytest.param(range(19_900, 20_000), 89, id="many skips before the first"),
        pytest.param([*range(99), 19_999], 89, id="many skips before the last"),
        pytest.param(range(0, 20_000, 300), 67, id="too few for gaps"),
        pytest.param(range(0, 20_000, 16), 625, id="the longest list of gaps"),
        pytest.param(range(0, 20_000, 15), 1250, id="one bit for each article"),
    ],
)
def test_long_lists_come_back(some: Sequence[int], units: int, tmp_path: Path) -> None:
    packed = lists(tmp_path, [run_of({1: list(some)})], LARGE)
    check(packed, {1: list(some)}, LARGE)
    assert units_of(packed) == units


def test_lists_of_all_kinds_beside_each_other_come_back(tmp_path: Path) -> None:
    random = Random(1)
    held = {
        key: sorted(random.sample(range(LARGE), random.choice((1, 2, 63, 64, 100, 1250, 9000))))
        for key in range(60)
    }
    keys = list(held)
    runs = [run_of({key: held[key] for key in keys[at : at + 7]}) for at in range(0, 60, 7)]
    packed = lists(tmp_path, runs, LARGE)
    check(packed, held, LARGE)
    assert np.array_equal(packed.run().documents, run_of(held).documents)


@pytest.mark.parametrize("leading", [0, LEADING])
def test_no_frequency_is_cut_off(leading: int, tmp_path: Path) -> None:
    frequencies = np.array([1, 126, 127, 128, 1, 32_767, 200], np.uint16) | np.uint16(leading)
    run = Run(
        np.array([3, 5], np.uint32),
        np.array([4, 3]),
        np.array([0, 1, 2, 3] * 2, np.uint16)[:7],
        frequencies,
    )
    packed = lists(tmp_path, [run])
    assert [*packed.frequencies(0), *packed.frequencies(1)] == frequencies.tolist()
    assert packed.run().flags.tolist() == frequencies.tolist()


@pytest.mark.parametrize("size", [1, 7, 8, 9, 16, 17])
def test_segments_of_any_size_keep_their_last_document(size: int, tmp_path: Path) -> None:
    packed = lists(tmp_path, [run_of({0: [size - 1], 1: list(range(size))})], size)
    assert packed.documents(0).numbers.tolist() == [size - 1]
    assert packed.documents(1).numbers.tolist() == list(range(size))


def test_all_lists_come_back_as_the_runs_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = lists(tmp_path, [run_of({1: [5], 2: list(range(9)), 7: [0, 1], 9: [3]})])
    run = packed.run()
    assert (run.keys.tolist(), run.counts.tolist()) == ([1, 2, 7, 9], [1, 9, 2, 1])
    assert run.documents.tolist() == [5, *range(9), 0, 1, 3]
    assert run.flags.tolist() == [6, *range(1, 10), 1, 2, 4]
    monkeypatch.setattr("indexer.engines.embedded.lists.AT_ONCE", 4)
    runs = list(packed.runs())
    assert [one.keys.tolist() for one in runs] == [[1], [2, 7], [9]]
    assert [one for run in runs for one in run.flags.tolist()] == run.flags.tolist()
