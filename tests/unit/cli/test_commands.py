"""Every command as an administrator meets it: what it prints, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from indexer.catalog import WriterLock
from indexer.cli import main

TEXT = """云州科协工作动态
第 3 期
云州市科学技术协会办公室    2024 年 3 月 15 日

【区县动态】

东湖区科协举办科普讲座

3 月 6 日，东湖区科协在柳林社区举办科普讲座，八十余名居民到场听讲。东湖区科
协主席李红梅主持讲座，云州市科学技术协会有关负责同志到场指导。
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "2024-03.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    return tmp_path / "config.toml"


def run(archive: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--config", str(archive)])


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_index_says_what_it_took_in_and_then_that_nothing_changed(archive: Path) -> None:
    first = run(archive, "index")
    assert first.exit_code == 0
    assert "2024-03.txt：已读入，1 篇" in first.output
    assert "新增 1 个文件" in first.output
    second = run(archive, "index")
    assert second.exit_code == 0
    assert "没有变化" in second.output


def test_index_prints_one_json_object_a_source(archive: Path) -> None:
    (archive.parent / "corpus" / "photo.heic").write_bytes(b"x")
    result = run(archive, "index", "--json")
    assert result.exit_code == 0
    assert [(row["source"], row["status"], row["articles"]) for row in rows(result)] == [
        ("2024-03.txt", "ok", 1),
        ("photo.heic", "unsupported", 0),
    ]
    assert run(archive, "index", "--json").stdout == ""


def test_search_prints_hits_with_marks(archive: Path) -> None:
    run(archive, "index")
    result = run(archive, "search", "科普 讲座")
    assert result.exit_code == 0
    assert "找到 1 篇" in result.output
    assert "东湖区科协举办【科普讲座】" in result.output
    assert "2024-03-06 · 区县动态" in result.output


def test_search_prints_one_json_object(archive: Path) -> None:
    run(archive, "index")
    (row,) = rows(run(archive, "search", "科普", "--month", "2024-03", "--json"))
    assert row["total"] == 1
    (hit,) = row["hits"]
    start, stop = hit["marks"][0]
    assert hit["title"][start:stop] == "科普"


def test_search_without_hits_is_no_failure(archive: Path) -> None:
    run(archive, "index")
    result = run(archive, "search", "量子计算")
    assert result.exit_code == 0
    assert result.output.splitlines() == ["找到 0 篇", "全库都没有：量子、计算"]


def test_articles_shows_how_a_file_is_read_and_keeps_nothing(archive: Path) -> None:
    path = archive.parent / "corpus" / "2024-03.txt"
    (row,) = rows(run(archive, "articles", str(path), "--json"))
    assert row["issue"] == {
        "title": "云州科协工作动态",
        "number": "第3期",
        "date": "2024-03-15",
        "issuer": "云州市科学技术协会办公室",
    }
    (article,) = row["articles"]
    assert article["date"] == "2024-03-06"
    assert not (archive.parent / "var" / "catalog.sqlite").exists()
    assert "1. 东湖区科协举办科普讲座" in run(archive, "articles", str(path)).output


def test_articles_explain_says_what_came_from_where(archive: Path) -> None:
    path = archive.parent / "corpus" / "2024-03.txt"
    told = run(archive, "articles", str(path), "--explain").output
    assert "日期 2024-03-06 ← “3月6日”，年份由刊期推定" in told
    assert "期号 第3期 ← “第 3 期”，报头" in told
    assert "切分可信度 0." in told
    (row,) = rows(run(archive, "articles", str(path), "--explain", "--json"))
    (article,) = row["explained"]
    assert article["origins"][1] == {
        "field": "section",
        "value": "区县动态",
        "printed": "【区县动态】",
        "how": "有栏目标记",
        "page": None,
    }
    assert 0.7 < article["confidence"] < 1


def test_doctor_ends_with_1_only_where_something_needs_doing(archive: Path) -> None:
    run(archive, "index")
    sound = run(archive, "doctor")
    assert (sound.exit_code, sound.output) == (0, "没有要处理的\n")
    (archive.parent / "corpus" / "photo.heic").write_bytes(b"x")
    run(archive, "index")
    found = run(archive, "doctor")
    assert found.exit_code == 1
    assert "未能读出的文件（1）\n  photo.heic：" in found.output
    assert "→ 请另存为" in found.output
    (row,) = rows(run(archive, "doctor", "--json"))
    assert (row["kind"], row["subject"]) == ("unreadable", "photo.heic")


def test_status_counts_and_names_what_was_not_read(archive: Path) -> None:
    (archive.parent / "corpus" / "empty.txt").write_bytes(b"")
    run(archive, "index")
    assert "1 期，1 篇文章" in run(archive, "status").output
    assert "empty.txt：没有内容" in run(archive, "status").output
    (row,) = rows(run(archive, "status", "--json"))
    assert [source["status"] for source in row["sources"]] == ["ok", "empty"]


def test_reindex_names_the_new_generation(archive: Path) -> None:
    run(archive, "index")
    assert "gen-00000002" in run(archive, "reindex").output
    assert rows(run(archive, "reindex", "--json")) == [
        {"generation": "gen-00000003", "articles": 1}
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(("search", "科普"), 5, "bulletin index", id="no index yet"),
        pytest.param(("status",), 5, "bulletin index", id="no catalogue yet"),
        pytest.param(("doctor",), 5, "bulletin index", id="nothing for the doctor yet"),
        pytest.param(("reindex",), 5, "bulletin index", id="nothing to rebuild from"),
        pytest.param(("search", " "), 2, "没有检索词", id="an empty question"),
        pytest.param(("search", "科" * 201), 2, "200", id="a question too long"),
        pytest.param(("search",), 2, "TEXT", id="no question at all"),
        pytest.param(("articles", "none.pdf"), 4, "none.pdf", id="a file that is not there"),
        pytest.param(("index", "nowhere"), 4, "nowhere", id="a folder that is not there"),
        pytest.param(("wrong",), 2, "wrong", id="no such command"),
    ],
)
def test_bad_input_gets_a_message_and_its_exit_code(
    archive: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    result = run(archive, *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_wrong_setting_is_named_with_its_line(archive: Path) -> None:
    archive.write_text("[web]\nprot = 1\n", encoding="utf-8")
    result = run(archive, "status")
    assert result.exit_code == 3
    assert "第 2 行" in result.stderr


def test_missing_corpus_folder_is_named(archive: Path) -> None:
    archive.write_text('[archive]\ncorpus = "nowhere"\n', encoding="utf-8")
    result = run(archive, "index")
    assert result.exit_code == 4
    assert "nowhere" in result.stderr


def test_file_of_unknown_type_asked_for_by_name_fails(archive: Path) -> None:
    (archive.parent / "photo.heic").write_bytes(b"x")
    result = run(archive, "articles", str(archive.parent / "photo.heic"))
    assert result.exit_code == 1
    assert ".heic" in result.stderr


def test_second_writer_is_told_who_writes(archive: Path) -> None:
    with WriterLock(archive.parent / "var" / "lock"):
        result = run(archive, "index")
    assert result.exit_code == 6
    assert "正在写入" in result.stderr


def test_an_index_older_than_its_dictionary_is_called_stale(archive: Path) -> None:
    run(archive, "index")
    assert run(archive, "reindex", "--check").exit_code == 0
    archive.write_text('[knowledge]\nwords = ["板凳课堂"]\n', encoding="utf-8")
    checked = run(archive, "reindex", "--check")
    assert (checked.exit_code, "词典不一致" in checked.output) == (1, True)
    assert "词典不一致" in run(archive, "search", "科普").stderr
    assert "词典不一致" in run(archive, "status").output
    assert run(archive, "reindex").exit_code == 0
    assert run(archive, "reindex", "--check").exit_code == 0
    assert run(archive, "search", "科普").stderr == ""


def test_text_of_a_file_cannot_pass_for_markup(archive: Path) -> None:
    (archive.parent / "corpus" / "[red]x[.txt").write_text(TEXT, encoding="utf-8")
    result = run(archive, "index")
    assert result.exit_code == 0
    assert "[red]x[.txt：已读入" in result.output
