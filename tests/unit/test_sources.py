"""The files of a corpus, and what changed among them."""

import os
from pathlib import Path

import pytest

from indexer.errors import CorpusMissing
from indexer.models import SourceFile
from indexer.sources import compare, scan

case = pytest.param


def file(path: str, content: str = "x", mtime: int = 1) -> SourceFile:
    return SourceFile(path, len(content), mtime, content)


def test_files_come_sorted_with_their_hash(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("二")
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "a.txt").write_text("一")
    found = scan([tmp_path], tmp_path, ())
    assert [source.path for source in found] == ["2023/a.txt", "b.txt"]
    assert len(found[0].sha256) == 64


@pytest.mark.parametrize(
    "name", ["README.md", ".hidden", "~$简报.docx", "a.pdf.toml", ".git/config"]
)
def test_notes_and_corrections_are_no_bulletins(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")
    assert scan([tmp_path], tmp_path, ()) == ()


def test_file_named_outright_outside_the_corpus_keeps_its_whole_path(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    (found,) = scan([outside], tmp_path / "corpus", ())
    assert found.path == outside.as_posix()


def test_known_size_and_time_spare_the_hash(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    stat = (tmp_path / "a.txt").stat()
    known = SourceFile("a.txt", stat.st_size, stat.st_mtime_ns, "not taken again")
    assert scan([tmp_path], tmp_path, [known]) == (known,)
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    assert scan([tmp_path], tmp_path, [known])[0].sha256 != known.sha256


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing, match="nowhere"):
        scan([tmp_path / "nowhere"], tmp_path, ())


@pytest.mark.parametrize(
    ("known", "found", "kind", "paths"),
    [
        case([], [file("a")], "added", ["a"], id="a new file"),
        case([file("a")], [file("a", "y")], "changed", ["a"], id="other content"),
        case([file("a")], [file("a", mtime=2)], "touched", ["a"], id="a new time only"),
        case([file("a")], [file("a")], "unchanged", ["a"], id="as it was"),
        case([file("a")], [], "removed", ["a"], id="a file that went"),
        case([file("a")], [file("b")], "moved", ["a"], id="the same content elsewhere"),
    ],
)
def test_each_change_is_one_kind(
    known: list[SourceFile], found: list[SourceFile], kind: str, paths: list[str]
) -> None:
    changes = compare(known, found)
    groups = {
        "added": [source.path for source in changes.added],
        "changed": [source.path for source in changes.changed],
        "moved": [old for old, _ in changes.moved],
        "touched": [source.path for source in changes.touched],
        "unchanged": [source.path for source in changes.unchanged],
        "removed": list(changes.removed),
    }
    assert {name: group for name, group in groups.items() if group} == {kind: paths}


def test_copy_is_new_and_one_of_two_vanished_twins_moves() -> None:
    assert [s.path for s in compare([file("a")], [file("a"), file("b")]).added] == ["b"]
    changes = compare([file("a"), file("b")], [file("c")])
    assert [old for old, _ in changes.moved] == ["a"]
    assert changes.removed == ("b",)
