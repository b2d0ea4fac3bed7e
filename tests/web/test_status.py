"""The page on the state of the archive: figures, runs, and what somebody should look at."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.build.progress import NAME, NotedRun, noted_run
from indexer.library import Library, open_library
from indexer.models import Progress
from tests.web.archive import make_archive
from tests.web.html_page import Page
from webui import create_app

NOBODY = 2**22 + 1  # beyond the largest number of a process


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Library]:
    with open_library(make_archive(tmp_path)) as opened:
        opened.update()
        yield opened


def page(archive: Library) -> Page:
    return Page(create_app(archive).test_client().get("/status").text)


def facts(archive: Library) -> dict[str, str]:
    told = page(archive)
    names, values = told.all("dt"), told.all("dd")
    return dict(zip((dt.text for dt in names), (dd.text for dd in values), strict=True))


def notices(archive: Library) -> str:
    return " ".join(one.text for one in page(archive).all("ul", class_="notices"))


def test_the_archive_is_told_in_figures(archive: Library) -> None:
    told = facts(archive)
    assert {name: told[name] for name in ("文章", "单位数", "没有日期的文章", "日期")} == {
        "文章": "50",
        "单位数": "3",
        "没有日期的文章": "5",
        "日期": "2022年1月15日至2024年1月8日",
    }
    assert told["上次运行开始"]
    assert "新增 4" in told["上次运行结束"]


def test_files_without_text_stand_there_with_what_to_do(archive: Library) -> None:
    (line,) = [li.text for li in page(archive).all("li") if "empty.txt" in li.text]
    assert "没有内容" in line
    assert "请检查是否存错了文件" in line


def test_the_same_files_can_be_taken_away_as_a_table(archive: Library) -> None:
    response = create_app(archive).test_client().get("/status/failures.csv")
    head, row = response.data.decode("utf-8-sig").splitlines()
    assert head == "文件,结果,原因,处理"
    assert row.startswith("empty.txt,没有内容,")
    assert response.headers["Cache-Control"] == "no-store"


def test_a_run_under_way_is_told_and_forgotten_when_it_ended_well(archive: Library) -> None:
    with NotedRun(archive.config.data, "收录", lambda _: None) as run:
        run(Progress(7, 7, "a.pdf"))
        assert "正在收录" in notices(archive)
        assert "7/7" in notices(archive)
    assert "正在收录" not in notices(archive)


def test_a_run_that_failed_is_told_while_the_index_before_it_answers(archive: Library) -> None:
    with (
        pytest.raises(OSError, match="磁盘满了"),
        NotedRun(archive.config.data, "重建", lambda _: None),
    ):
        raise OSError("磁盘满了")
    assert "重建没有完成：磁盘满了。原来的索引仍在使用" in notices(archive)
    archive.rebuild()
    assert "没有完成" not in notices(archive)


def test_a_run_whose_process_is_gone_has_failed(archive: Library) -> None:
    with NotedRun(archive.config.data, "收录", lambda _: None):
        path = archive.config.data / NAME
        noted = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(noted | {"pid": NOBODY}), encoding="utf-8")
        assert "进程已不在" in notices(archive)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1, "more": 2}'])
def test_a_half_written_note_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert noted_run(tmp_path) is None


def test_files_that_came_after_the_last_run_are_told(archive: Library) -> None:
    assert "上次运行以后" not in notices(archive)
    fresh = archive.config.corpus / "fresh.txt"
    fresh.write_text("新到的简报。", encoding="utf-8")
    later = fresh.stat().st_mtime + 100
    os.utime(fresh, (later, later))
    assert "资料文件夹里有上次运行以后的文件" in notices(archive)


def test_nothing_secret_is_among_the_settings(tmp_path: Path) -> None:
    config = make_archive(tmp_path)
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}\n[reading]\npasswords = ["hush-hush"]\n', encoding="utf-8")
    with open_library(config) as library:
        library.update()
        client: FlaskClient = create_app(library).test_client()
        assert "hush-hush" not in client.get("/status").text
