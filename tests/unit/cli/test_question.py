"""How a question is asked on the command line, and what is told besides the hits."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from indexer.cli import main
from indexer.library import EXAMPLES, open_library
from indexer.models import Query

case = pytest.param

SETTINGS = """
[[organizations]]
name = "云州市科协"
aliases = ["云州市科学技术协会"]
short = ["市科协"]

[[organizations]]
name = "海州市科协"
short = ["市科协"]
"""
ROWS: tuple[tuple[str, str, str, list[str], list[str]], ...] = (
    ("a", "科普讲座进社区", "云州市科学技术协会在社区举办科普讲座。", ["云州市科协"], ["李红梅"]),
    ("b", "科普大篷车出发", "大篷车开进山村学校，举办科普展览。", ["海州市科协"], []),
    ("c", "院士走进校园", "院士为学生作科普报告。", ["云州市科协"], ["王立群"]),
    ("d", "科普作品展播", "市科协展播一批科普作品。", [], []),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "corpus").mkdir()
    names = ("id", "title", "text", "organizations", "persons")
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in ROWS]
    (folder / "corpus" / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "corpus" / "empty.txt").write_bytes(b"")
    (folder / "config.toml").write_text(SETTINGS, encoding="utf-8")
    with open_library(folder / "config.toml") as library:
        library.update()
    return folder / "config.toml"


def run(archive: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, [*arguments, "--config", str(archive)])
    assert result.exit_code == 0, result.output
    return result


def row(archive: Path, *arguments: str) -> dict[str, Any]:
    found = json.loads(run(archive, *arguments, "--json").stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        case(("科普",), "abcd", id="no option"),
        case(("科普", "--org", "云州市科学技术协会"), "ac", id="an organisation by its alias"),
        case(("科普", "--not-org", "云州市科协"), "bd", id="without an organisation"),
        case(("科普", "--person", "李红梅"), "a", id="a person"),
        case(("科普", "--not-person", "李红梅"), "bcd", id="without a person"),
        case(("科普", "--within", "举办", "--within", "社区"), "a", id="within the hits, twice"),
        case(("科普", "--title-only"), "abd", id="titles only"),
        case(("云州市科协",), "ac", id="a name with its aliases"),
        case(("云州市科协", "--no-aliases"), "", id="the word itself"),
        case((" ", "--within", "院士"), "c", id="a narrowing alone"),
        case(("科普", "--no-recency", "--duplicates"), "abcd", id="other ways to count and rank"),
        case(("科普", "--since", "2000-01-01"), "abcd", id="taken in since a day"),
        case(("", "--since", "g999999"), "", id="taken in after a revision, nothing typed"),
        case(("", "--issue", "nosuch"), "", id="an issue there is not"),
        case(("科普", "--org", "云州市科协", "--orgrole", "by"), "", id="sent in by nobody"),
        case(("科普", "--org", "云州市科协", "--sub"), "ac", id="with those below"),
        case(("科普", "--basis", "issued", "--month", "2024-01"), "", id="months of issues"),
        case(("科普", "--sort", "added"), "abcd", id="in the order of entry"),
    ],
)
def test_options_change_what_is_found(
    archive: Path, arguments: tuple[str, ...], expected: str
) -> None:
    hits = row(archive, "search", *arguments)["hits"]
    assert "".join(sorted(hit["article_id"] for hit in hits)) == expected


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        case(("科普", "--since", "lately"), "2023-05-01", id="a day nobody can read"),
        case(("", "--sub", "--orgrole", "by"), "没有检索词", id="roles alone ask nothing"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_remedy(
    archive: Path, arguments: tuple[str, ...], fault: str
) -> None:
    result = CliRunner().invoke(main, ["search", *arguments, "--config", str(archive)])
    assert result.exit_code != 0
    assert fault in result.output


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        case(("云州市科协",), "只查原词请加 --no-aliases", id="other names are told"),
        case(("市科协",), "云州市科协、海州市科协", id="a shared name's bearers are told"),
        case(("单位:海州市科协",), "解读：单位：海州市科协", id="a field is told"),
        case(("科谱",), "您是不是要找：科普（4 篇）", id="a misspelt word is mended"),
        case(("院士 乒乓球",), "全库都没有：乒乓球", id="a missing word is named"),
        case(("院士 乒乓球",), "少用一个词：院士（1 篇）", id="another question is offered"),
    ],
)
def test_search_tells_more_than_hits(archive: Path, arguments: tuple[str, ...], line: str) -> None:
    assert line in run(archive, "search", *arguments).output


def test_json_carries_reading_and_help(archive: Path) -> None:
    found = row(archive, "search", "科谱 云州市科协")
    assert found["reading"]["widened"][0]["aliases"] == ["云州市科学技术协会"]
    assert found["help"]["missing"] == ["科谱"]
    offer = found["help"]["offers"][0]
    assert (offer["remedy"], offer["total"]) == ("spelling", 2)
    assert row(archive, "search", offer["query"]["text"])["total"] == 2


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        case(("a", "讲座"), ("能检索到：“科普讲座进社区”（编号 a）", "“讲座”在标题中"), id="a hit"),
        case(("b", "讲座"), ("检索不到", "没有“讲座”"), id="a word that is missing"),
        case(("a", "讲座", "--org", "海州市科协"), ("检索不到", "云州市科协"), id="filtered out"),
        case(("a.jsonl#3", "院士"), ("（编号 c）",), id="an article by its place in a file"),
        case(("empty.txt", "院士"), ("检索不到", "没有读入"), id="a file without text"),
        case(("nobody", "院士"), ("检索不到：nobody", "既不是"), id="an unknown id"),
    ],
)
def test_why_says_its_reasons(
    archive: Path, arguments: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    output = run(archive, "why", *arguments).output
    for line in lines:
        assert line in output


def test_why_prints_one_json_object(archive: Path) -> None:
    found = row(archive, "why", "b", "讲座")
    assert (found["article_id"], found["found"]) == ("b", False)
    assert [reason["good"] for reason in found["reasons"]] == [False]


def test_help_explains_the_language_by_examples(archive: Path) -> None:
    shown = CliRunner().invoke(main, ["search", "--help"]).output
    for example in EXAMPLES:
        assert example.text in shown
        with open_library(archive) as library:
            assert library.search(Query(example.text)).total >= 0
