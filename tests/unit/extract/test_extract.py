from pathlib import Path

import pytest

from indexer.extract import SUFFIXES, extract
from indexer.models import Limits, Status


@pytest.mark.parametrize(
    ("name", "named"),
    [
        pytest.param("第1期.doc", "“.doc”", id="a type that is not read"),
        pytest.param("第1期.PDF.bak", "“.bak”", id="only the last suffix counts"),
        pytest.param("第1期", "没有扩展名", id="no suffix"),
    ],
)
def test_other_types_are_named_with_those_that_are_read(
    tmp_path: Path, name: str, named: str
) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7")
    extraction = extract(tmp_path / name, Limits())
    assert extraction.status is Status.UNSUPPORTED
    assert named in extraction.reason
    assert all(suffix in extraction.reason for suffix in SUFFIXES)


@pytest.mark.parametrize("suffix", ["TXT", "Txt", "txt"])
def test_the_case_of_a_suffix_does_not_matter(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"issue.{suffix}"
    path.write_text("科协", encoding="utf-8")
    assert extract(path, Limits()).status is Status.OK


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_gone_is_damaged(tmp_path: Path, suffix: str) -> None:
    extraction = extract(tmp_path / f"issue{suffix}", Limits())
    assert extraction.status is Status.DAMAGED
    assert "打不开" in extraction.reason


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_is_no_file_whatever_its_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"issue{suffix}"
    path.mkdir()
    assert extract(path, Limits()).status is Status.UNSUPPORTED
