"""Generations: old or new, nothing between, and damage is found."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.engines.embedded.storage import MANIFEST, Generations, Manifest, SegmentRecord
from indexer.errors import IndexDamaged, IndexMissing
from indexer.models import CatalogState


def manifest(articles: int = 1) -> Manifest:
    return Manifest(1, "print", CatalogState("c", 1), articles, "2024-01-01T00:00:00+00:00")


def publish(generations: Generations, content: str, base: str | None = None) -> str:
    folder = generations.begin(base)
    (folder / "data").unlink(missing_ok=True)
    (folder / "data").write_text(content)
    return generations.publish(folder, manifest())


def test_published_generation_is_in_force(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    name = publish(generations, "one")
    assert generations.current() == name == "gen-00000001"
    assert generations.manifest(name).files[0].name == "data"
    assert generations.verify() == ()


def test_one_former_generation_is_kept(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    for content in ("one", "two", "three"):
        publish(generations, content)
    assert sorted(path.name for path in tmp_path.glob("gen-*")) == ["gen-00000002", "gen-00000003"]


def test_next_generation_shares_files_without_changing_the_former(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    first = publish(generations, "one")
    folder = generations.begin(first)
    assert (folder / "data").samefile(tmp_path / first / "data")
    (folder / "data").unlink()
    (folder / "data").write_text("two")
    generations.publish(folder, manifest())
    assert (tmp_path / first / "data").read_text() == "one"


def test_damage_of_a_shared_file_is_still_found_in_the_next_generation(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    first = publish(generations, "one")
    (tmp_path / first / "data").write_text("onf")
    generations.publish(generations.begin(first), manifest())
    assert [problem.fault for problem in generations.verify()] == ["内容与清单不符"]


def test_unfinished_generation_is_never_in_force_and_swept_by_the_next(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    name = publish(generations, "one")
    left = generations.begin()
    (left / "data").write_text("half")
    assert generations.current() == name
    publish(generations, "two")
    publish(generations, "three")
    assert not left.exists()


def test_no_generation_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="bulletin index"):
        Generations(tmp_path).current()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": 1}', "\x00"])
def test_damaged_manifest_is_named(tmp_path: Path, text: str) -> None:
    generations = Generations(tmp_path)
    name = publish(generations, "one")
    (tmp_path / name / MANIFEST).write_text(text)
    with pytest.raises(IndexDamaged, match="bulletin reindex"):
        generations.manifest(name)


@pytest.mark.parametrize("deleted", [(3,), (-1,), (0, 7)])
def test_deleted_documents_that_a_segment_has_not_are_damage(
    deleted: tuple[int, ...], tmp_path: Path
) -> None:
    generations = Generations(tmp_path)
    folder = generations.begin()
    segments = (SegmentRecord("seg.bin", 3, (), deleted),)
    name = generations.publish(folder, replace(manifest(), segments=segments))
    with pytest.raises(IndexDamaged, match="bulletin reindex"):
        generations.manifest(name)


def test_changed_and_missing_files_are_found(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    name = publish(generations, "one")
    (tmp_path / name / "data").write_text("onf")
    assert [problem.fault for problem in generations.verify()] == ["内容与清单不符"]
    (tmp_path / name / "data").unlink()
    assert [problem.fault for problem in generations.verify()] == ["文件缺失"]
