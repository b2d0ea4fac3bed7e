import json
from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.models import Extraction, Limits, ReadyArticle, Status

GOOD = {"id": "2023-12-1", "title": "座谈会", "text": "市科协召开座谈会。"}


def read(folder: Path, *lines: object, text_mb: int = 1) -> Extraction:
    path = folder / "ready.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(texts), encoding="utf-8")
    return extract(path, Limits(text_mb=text_mb))


def test_a_line_is_an_article_with_all_it_says(tmp_path: Path) -> None:
    full = {
        **GOOD,
        "date": "2023-12-21",
        "section": "要闻",
        "organizations": ["云州市科协"],
        "persons": ["某某"],
        "url": "https://example.org/1",
        "mood": "left alone",
    }
    extraction = read(tmp_path, full)
    assert extraction.ready == (
        ReadyArticle(
            id="2023-12-1",
            title="座谈会",
            text="市科协召开座谈会。",
            date="2023-12-21",
            section="要闻",
            organizations=("云州市科协",),
            persons=("某某",),
            url="https://example.org/1",
        ),
    )
    assert (extraction.status, extraction.warnings) == (Status.OK, ())
    assert not extraction.paged


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(GOOD | {"date": None, "organizations": None}, id="null is as good as nothing"),
        pytest.param(GOOD | {"date": "2023-12"}, id="a month"),
        pytest.param(GOOD | {"id": "号" * 200}, id="an id of 200 characters"),
        pytest.param("\ufeff" + json.dumps(GOOD), id="a byte order mark"),
        pytest.param(json.dumps(GOOD) + "\r", id="Windows' line end"),
        pytest.param("\n \n" + json.dumps(GOOD) + "\n\n", id="blank lines"),
        pytest.param(GOOD | {"text": "一\u2028二"}, id="a separator that is no line end here"),
    ],
)
def test_what_is_good_enough_is_taken(tmp_path: Path, line: object) -> None:
    extraction = read(tmp_path, line)
    assert (extraction.status, len(extraction.ready)) == (Status.OK, 1)
    assert extraction.warnings == ()


def test_an_empty_title_is_the_beginning_of_the_text(tmp_path: Path) -> None:
    (article,) = read(tmp_path, GOOD | {"title": " ", "text": "首句。\n次句。"}).ready
    assert article.title == "首句。"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("{", "不是完整的 JSON", id="half a line"),
        pytest.param("[" * 100_000, "不是完整的 JSON", id="brackets without end"),
        pytest.param("[1]", "不是 JSON 对象", id="a list"),
        pytest.param({"title": "题", "text": "文"}, "缺少 id", id="no id"),
        pytest.param({"id": "1", "text": "文"}, "缺少 title", id="no title"),
        pytest.param({"id": "1", "title": "题"}, "缺少 text", id="no text"),
        pytest.param(GOOD | {"text": " \n"}, "text 是空的", id="a blank text"),
        pytest.param(GOOD | {"id": 7}, "id 应是字符串", id="a number for an id"),
        pytest.param(GOOD | {"id": "号" * 201}, "id 超过 200 个字符", id="a long id"),
        pytest.param(GOOD | {"id": "a/b"}, "斜杠或控制字符", id="a slash"),
        pytest.param(GOOD | {"id": "a\u0007"}, "斜杠或控制字符", id="a bell"),
        pytest.param(GOOD | {"date": "2023-12-32"}, "“2023-12-32”不是", id="no such day"),
        pytest.param(GOOD | {"date": "2023年12月"}, "“2023年12月”不是", id="another form"),
        pytest.param(GOOD | {"date": "20231221"}, "“20231221”不是", id="without hyphens"),
        pytest.param(GOOD | {"date": "2023"}, "“2023”不是", id="only a year"),
        pytest.param(GOOD | {"organizations": "市科协"}, "应是字符串的列表", id="no list"),
        pytest.param(GOOD | {"persons": [1]}, "persons 应是字符串", id="a list of numbers"),
        pytest.param(GOOD | {"url": "javascript:alert(1)"}, "不是 http", id="a script"),
        pytest.param(GOOD | {"url": "http://[1"}, "不是一个地址", id="half an address"),
        pytest.param(GOOD | {"text": "半\ud83d"}, "不完整的字符", id="half a surrogate pair"),
        pytest.param(GOOD, "id“2023-12-1”重复", id="an id that was there"),
    ],
)
def test_a_bad_line_is_a_warning_and_the_others_stay(
    tmp_path: Path, line: object, reason: str
) -> None:
    extraction = read(tmp_path, GOOD, line, GOOD | {"id": "2023-12-2"})
    assert [article.id for article in extraction.ready] == ["2023-12-1", "2023-12-2"]
    (warning,) = extraction.warnings
    assert warning.startswith("第 2 行未收录：")
    assert reason in warning


def test_a_line_in_another_encoding_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "ready.jsonl"
    path.write_bytes(json.dumps(GOOD, ensure_ascii=False).encode("gb18030"))
    assert "不是 UTF-8" in extract(path, Limits()).warnings[0]


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param([""], Status.EMPTY, id="no lines"),
        pytest.param(["{", "}"], Status.DAMAGED, id="no good line"),
        pytest.param([GOOD | {"text": "长" * (1 << 19)}], Status.TOO_COSTLY, id="too much text"),
    ],
)
def test_no_articles_is_a_status(tmp_path: Path, lines: list[object], status: Status) -> None:
    extraction = read(tmp_path, *lines)
    assert (extraction.status, extraction.ready) == (status, ())
    assert extraction.reason


def test_very_many_bad_lines_are_counted(tmp_path: Path) -> None:
    extraction = read(tmp_path, *["{"] * 1000, GOOD)
    assert len(extraction.warnings) == 21
    assert extraction.warnings[-1] == "另有 980 行未收录"
