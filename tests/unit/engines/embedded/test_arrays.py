"""Arrays in files: what is written is read back, and damage is told as damage."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indexer.engines.embedded.arrays import (
    ALIGNED,
    Array,
    ArrayFile,
    ArrayParts,
    ArrayRecord,
    write_arrays,
)
from indexer.errors import IndexDamaged

ARRAYS: dict[str, Array] = {
    "words": np.arange(5, dtype=np.uint32),
    "bits": np.array([1, 255], dtype=np.uint8),
    "none": np.zeros(0, dtype=np.uint16),
    "days": np.array([-1, 738_000], dtype=np.int32),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "seg.bin"


def test_arrays_are_read_as_they_were_written(path: Path) -> None:
    file = ArrayFile(path, write_arrays(path, ARRAYS))
    for name, array in ARRAYS.items():
        assert file[name].dtype == array.dtype
        assert file[name].tolist() == array.tolist()


def test_arrays_are_aligned_and_cannot_be_written_to(path: Path) -> None:
    records = write_arrays(path, ARRAYS)
    assert [record.offset % ALIGNED for record in records] == [0, 0, 0, 0]
    with pytest.raises(ValueError, match="read-only"):
        ArrayFile(path, records)["words"][0] = 1


def test_same_arrays_in_another_order_give_the_same_file(path: Path) -> None:
    records = write_arrays(path, ARRAYS)
    before = path.read_bytes()
    assert write_arrays(path, dict(reversed(ARRAYS.items()))) == records
    assert path.read_bytes() == before


def test_numbers_of_another_byte_order_are_written_as_little_endian(path: Path) -> None:
    records = write_arrays(path, {"words": np.array([1], dtype=">u4")})
    assert (records[0].kind, path.read_bytes()) == ("<u4", b"\1\0\0\0")


WHOLE = ArrayRecord("words", "<u4", 0, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(replace(WHOLE, kind="<u3"), id="an element type that numpy does not know"),
        pytest.param(replace(WHOLE, kind="O"), id="objects, which would be pickled"),
        pytest.param(replace(WHOLE, kind="V4"), id="a type that none of our arrays has"),
        pytest.param(replace(WHOLE, offset=1 << 20), id="a beginning behind the end of the file"),
        pytest.param(replace(WHOLE, offset=-4), id="a beginning before the file"),
        pytest.param(replace(WHOLE, count=1 << 40), id="more elements than the file has"),
        pytest.param(replace(WHOLE, count=-1), id="fewer elements than none"),
    ],
)
def test_record_that_does_not_fit_is_damage(path: Path, wrong: ArrayRecord) -> None:
    records = write_arrays(path, ARRAYS)
    with pytest.raises(IndexDamaged, match="bulletin reindex"):
        ArrayFile(path, (*records, wrong))


@pytest.mark.parametrize("left", [0, 1, 70], ids=["nothing is left", "one byte", "half of it"])
def test_truncated_file_is_damage(path: Path, left: int) -> None:
    records = write_arrays(path, ARRAYS)
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(IndexDamaged, match="bulletin reindex"):
        ArrayFile(path, records)


def test_missing_file_is_damage(path: Path) -> None:
    with pytest.raises(IndexDamaged, match=r"seg\.bin"):
        ArrayFile(path, ())


def test_array_that_the_manifest_does_not_name_is_damage(path: Path) -> None:
    file = ArrayFile(path, write_arrays(path, ARRAYS)[1:])
    with pytest.raises(IndexDamaged, match="bits"):
        file["bits"]


@pytest.mark.parametrize(
    ("name", "start", "stop", "read"),
    [
        pytest.param("words", 0, None, [0, 1, 2, 3, 4], id="all of them"),
        pytest.param("words", 2, 4, [2, 3], id="some of them"),
        pytest.param("words", 3, 9, [3, 4], id="no more than there are"),
        pytest.param("none", 1, 3, [], id="nothing of an empty one, whatever lies behind it"),
    ],
)
def test_parts_of_arrays_are_read_alone(
    name: str, start: int, stop: int | None, read: list[int], path: Path
) -> None:
    with ArrayParts(path, write_arrays(path, ARRAYS)) as parts:
        assert parts.read(name, start, stop).tolist() == read


def test_array_comes_in_pieces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.engines.embedded.arrays.PIECE", 2)
    with ArrayParts(path, write_arrays(path, ARRAYS)) as parts:
        assert [piece.tolist() for piece in parts.pieces("words")] == [[0, 1], [2, 3], [4]]
        assert list(parts.pieces("none")) == []
