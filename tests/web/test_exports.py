"""A result taken along: CSV, XLSX, a digest."""

import csv
import io
from datetime import datetime
from urllib.parse import unquote_to_bytes

import docx
import pytest
from flask.testing import FlaskClient

from indexer.library import Library, open_library
from tests.web.archive import write_config, write_notes
from tests.web.conftest import Get
from tests.web.export_files import kinds_of, layout_of, sheet_of
from tests.web.result_page import titles, total
from webui import create_app
from webui.exports.as_csv import csv_lines
from webui.exports.as_xlsx import workbook
from webui.exports.digest import first_sentences
from webui.exports.rows import Row

SEARCH = "q=竞赛&org=云州市科协"


def table(client: FlaskClient, search: str) -> list[list[str]]:
    response = client.get(f"/search.csv?{search}")
    assert response.status_code == 200
    return list(csv.reader(io.StringIO(response.data.decode("utf-8-sig"), newline="")))


def test_every_hit_is_a_row_whichever_page_was_looked_at(client: FlaskClient, get: Get) -> None:
    rows = table(client, f"{SEARCH}&page=2&n=10")
    assert rows[0][0] == "标题"
    assert total(get(f"/search?{SEARCH}")) == f"找到 {len(rows) - 1} 篇"
    assert [row[0] for row in rows[1:]] == titles(get(f"/search?{SEARCH}&n=50"))


def test_a_table_is_told_from_other_encodings_and_its_lines_end_as_they_must(
    client: FlaskClient,
) -> None:
    response = client.get(f"/search.csv?{SEARCH}")
    assert response.mimetype == "text/csv"
    assert response.data.startswith(b"\xef\xbb\xbf")
    assert response.data.count(b"\r\n") == response.data.count(b"\n")
    assert "filename*=UTF-8" in response.headers["Content-Disposition"]


def test_a_row_tells_what_is_known(client: FlaskClient) -> None:
    head, row = table(client, "q=山村")
    assert head == [
        *("标题", "单位", "人物", "日期", "刊期日期", "期号", "页", "版"),
        *("栏目", "命中处数", "摘要", "链接"),
    ]
    told = dict(zip(head, row, strict=True))
    assert told["标题"] == "青湖区科协组织科普大集进山村"
    assert (told["日期"], told["刊期日期"]) == ("2023-12-15", "2023-12-25")
    assert (told["期号"], told["页"], told["命中处数"]) == ("《云州科协简报》第12期", "2", "1")
    assert client.get(told["链接"]).status_code == 200


def test_a_workbook_has_real_dates_and_texts(client: FlaskClient) -> None:
    response = client.get("/search.xlsx?q=山村")
    head, row = sheet_of(response.data)
    assert head[:2] == ["标题", "单位"]
    assert row[3:5] == [datetime(2023, 12, 15), datetime(2023, 12, 25)]
    assert row[6] == "2"
    assert layout_of(response.data) == ("A2", "A1:L2")


def test_a_workbook_tells_the_search(client: FlaskClient, library: Library) -> None:
    index = library.index()
    assert index
    rows = sheet_of(client.get(f"/search.xlsx?{SEARCH}").data, 2)
    facts = {row[0]: row[1] for row in rows}
    assert (facts["检索词"], facts["条件"], facts["篇数"]) == ("竞赛", "单位：云州市科协", "23")
    assert facts["索引"] == f"{index.generation}（{index.built_at}）"
    assert client.get(str(facts["地址"])).status_code == 200


def test_a_digest_quotes_each_article_with_its_source(client: FlaskClient) -> None:
    text = client.get("/search.md?q=科普").text
    assert "- 检索词：科普\n" in text
    assert "## 2023年12月" in text
    assert "### 青湖区科协组织科普大集进山村" in text
    assert "\n12 月 15 日，青湖区科协组织科普大集走进山村。农技专家现场讲解果树越冬管理。\n" in text
    assert "来源：《云州科协简报》第12期第2页，2023年12月15日" in text
    assert text.index("2024年1月") < text.index("2023年12月")


def test_a_digest_by_organisation_has_the_busiest_first(client: FlaskClient) -> None:
    text = client.get("/search.md?q=科普&group=org").text
    groups = [line for line in text.splitlines() if line.startswith("## ")]
    assert groups == ["## 青湖区科协", "## 云州市科协"]
    assert text.count("### ") == 3


def test_a_digest_for_word_has_the_same_entries(client: FlaskClient) -> None:
    response = client.get("/search.docx?q=科普&group=org")
    paper = docx.Document(io.BytesIO(response.data))
    styled = [(p.style.name, p.text) for p in paper.paragraphs if p.style]
    assert styled[0] == ("Title", "云州科协简报检索：科普")
    headings = [text for name, text in styled if name == "Heading 1"]
    assert headings == ["青湖区科协", "云州市科协"]
    text = client.get("/search.md?q=科普&group=org").text
    titles = [text for name, text in styled if name == "Heading 2"]
    assert titles == [line[4:] for line in text.splitlines() if line.startswith("### ")]
    assert ("Normal", "来源：《云州科协简报》第12期第2页，2023年12月15日") in styled


def test_a_digest_is_refused_in_groups_there_are_not(client: FlaskClient) -> None:
    response = client.get("/search.md?q=科普&group=section")
    assert response.status_code == 400
    assert [error["field"] for error in response.get_json()["errors"]] == ["group"]


@pytest.mark.parametrize(
    ("paragraphs", "quote"),
    [
        pytest.param(["", "一。二！三？"], "一。二！三？", id="all that fits"),
        pytest.param([f"{'长' * 119}。短。"], f"{'长' * 119}。", id="whole sentences only"),
        pytest.param([f"{'长' * 200}。"], f"{'长' * 200}。", id="one sentence, however long"),
        pytest.param(["他说：“好！”散会。"], "他说：“好！”散会。", id="quotes are closed"),
        pytest.param(["没有句号"], "没有句号", id="a text without an end"),
        pytest.param(["字" * 60_000], "字" * 400 + "……", id="no sentence at all"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_the_first_sentences_can_be_quoted(paragraphs: list[str], quote: str) -> None:
    assert first_sentences(paragraphs) == quote


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "md", "docx", "atom"])
def test_a_bad_value_is_refused_by_name(client: FlaskClient, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=科普&from=later")
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "md", "docx"])
def test_a_search_of_many_conditions_has_a_name_that_can_be_kept(
    client: FlaskClient, suffix: str
) -> None:
    search = "&".join(f"not_org={'名' * 30}{at}" for at in range(20))
    response = client.get(f"/search.{suffix}?q=竞赛&{search}")
    assert response.status_code == 200
    name = response.headers["Content-Disposition"].partition("UTF-8''")[2]
    assert name.endswith(f".{suffix}")
    assert len(unquote_to_bytes(name)) <= 255


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """An archive of titles that spreadsheets mistake for something else."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "corpus").mkdir()
    titles = ("=1+1", "+1", "-1", "@x", "007", "2023-05", "普通")
    notes: list[dict[str, object]] = [
        {"id": f"n{at}", "title": title, "text": f"竞赛{at}。" + "长" * 60_000 * (at == 6)}
        for at, title in enumerate(titles)
    ]
    write_notes(folder / "corpus" / "notes.jsonl", notes)
    with open_library(write_config(folder)) as library:
        library.update()
    return create_app(folder / "config.toml").test_client()


def test_no_cell_of_a_table_is_a_formula(odd: FlaskClient) -> None:
    cells = {row[0] for row in table(odd, "q=竞赛")}
    assert {"'=1+1", "'+1", "'-1", "'@x", "007", "2023-05"} <= cells


def test_every_cell_of_a_workbook_stays_what_it_was(odd: FlaskClient) -> None:
    data = odd.get("/search.xlsx?q=竞赛").data
    kinds = kinds_of(data)
    assert {kinds[text] for text in ("=1+1", "+1", "-1", "@x", "007", "2023-05")} == {"s"}
    assert "f" not in kinds.values()
    assert all(len(str(cell)) <= 32_767 for row in sheet_of(data) for cell in row)


def test_signs_that_no_file_can_hold_and_endless_texts_break_none() -> None:
    row = Row(*("长" * 40_000, "\x00a\x0b\ud800b\ufffe", "", "2023-02-30", "2023-05"), *[""] * 7)
    data = workbook([row], [("检索词", "\ud83d\x01")], "题\x02")
    cells = sheet_of(data)[1]
    assert cells[:5] == ["长" * 32_767, "ab", None, "2023-02-30", "2023-05"]
    assert sheet_of(data, 2) == [["检索词", ""]]
    assert "".join(csv_lines([row])).endswith(f"{'长' * 40_000},ab,,2023-02-30,2023-05,,,,,,,\r\n")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """An archive of more articles than a table may have."""
    folder = tmp_path_factory.mktemp("long")
    (folder / "corpus").mkdir()
    notes: list[dict[str, object]] = [
        {"id": f"n{at}", "title": f"第{at}号", "text": "竞赛", "section": f"{at % 2}"}
        for at in range(5_001)
    ]
    write_notes(folder / "corpus" / "notes.jsonl", notes)
    with open_library(write_config(folder)) as library:
        library.update()
    return create_app(folder / "config.toml").test_client()


@pytest.mark.parametrize(
    ("address", "rows"),
    [pytest.param("/search.csv", 5_000, id="csv"), pytest.param("/search.xlsx", 5_000, id="xlsx")],
)
def test_a_table_that_leaves_hits_out_says_so(long: FlaskClient, address: str, rows: int) -> None:
    response = long.get(f"{address}?q=竞赛&dup=1")
    assert response.headers["X-Result-Truncated"] == "1"
    if address.endswith("csv"):
        assert response.data.count(b"\r\n") == rows + 1
    else:
        assert len(sheet_of(response.data)) == rows + 1
        assert ["注意", "结果过多，只列出前一部分"] in sheet_of(response.data, 2)


def test_the_page_says_what_files_leave_out(long: FlaskClient, get: Get) -> None:
    assert "表格只含前 5,000 篇，摘编只含前 500 篇" in long.get("/search?q=竞赛&dup=1").text
    assert "只含前" not in get("/search?q=竞赛").text


def test_a_table_that_is_whole_says_nothing(long: FlaskClient) -> None:
    response = long.get("/search.csv?q=竞赛&dup=1&section=1")
    assert "X-Result-Truncated" not in response.headers
    assert response.data.count(b"\r\n") == 2_501


def test_a_digest_leaves_out_what_nobody_would_read(long: FlaskClient) -> None:
    response = long.get("/search.md?q=竞赛&dup=1")
    assert response.headers["X-Result-Truncated"] == "1"
    assert response.text.count("\n### ") == 500


def test_a_long_table_is_sent_as_it_is_made(long: FlaskClient) -> None:
    response = long.get("/search.csv?q=竞赛&dup=1", buffered=False)
    assert response.is_streamed
    assert response.headers.get("Content-Length") is None
    response.close()
