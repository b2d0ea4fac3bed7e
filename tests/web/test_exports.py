"""A result taken along: CSV, XLSX, a digest, a feed."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import write_config, write_notes
from tests.web.conftest import Get
from tests.web.export_files import ATOM, entries_of, sheet_of
from tests.web.result_page import titles, total
from webui import create_app

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
    told = dict(zip(head, row, strict=True))
    assert told["标题"] == "青湖区科协组织科普大集进山村"
    assert (told["日期"], told["刊期日期"]) == ("2023-12-15", "2023-12-25")
    assert (told["期号"], told["页"]) == ("《云州科协简报》第12期", "2")
    assert client.get(told["链接"]).status_code == 200


def test_a_workbook_has_real_dates_and_texts(client: FlaskClient) -> None:
    response = client.get("/search.xlsx?q=山村")
    head, row = sheet_of(response.data)
    assert head[:2] == ["标题", "单位"]
    day = row[3]
    assert isinstance(day, int)
    assert date(1899, 12, 30) + timedelta(day) == date(2023, 12, 15)
    assert row[6] == "2"


def test_a_workbook_tells_the_search(client: FlaskClient) -> None:
    facts = sheet_of(client.get(f"/search.xlsx?{SEARCH}").data, 2)
    assert facts[:2] == [["检索", "竞赛，单位：云州市科协"], ["篇数", "23"]]


def test_a_digest_quotes_each_article_with_its_source(client: FlaskClient) -> None:
    text = client.get("/search.md?q=科普").text
    assert "## 2023年12月" in text
    assert "### 青湖区科协组织科普大集进山村" in text
    assert "来源：《云州科协简报》第12期第2页，青湖区科协，2023年12月15日" in text
    assert text.index("2024年1月") < text.index("2023年12月")


class TestFeed:
    def test_has_what_a_reader_needs_newest_first(self, client: FlaskClient) -> None:
        response = client.get("/search.atom?q=科普")
        assert response.mimetype == "application/atom+xml"
        root = ElementTree.fromstring(response.data)
        for name in ("id", "title", "updated", "author"):
            assert root.find(f"{ATOM}{name}") is not None
        assert root.findtext(f"{ATOM}updated") == "2024-01-06T00:00:00Z"
        assert entries_of(response.data)[0][1] == "青湖区科协慰问院士专家"

    def test_keeps_its_ids(self, client: FlaskClient) -> None:
        first, again = (entries_of(client.get("/search.atom?q=科普").data) for _ in range(2))
        assert first == again
        assert len({key for key, _ in first}) == 3

    def test_is_announced_by_the_page(self, get: Get, client: FlaskClient) -> None:
        link = get("/search?q=科普").one("link", type="application/atom+xml")
        assert client.get(link.attributes["href"]).status_code == 200


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "md", "atom"])
def test_a_bad_value_is_refused_by_name(client: FlaskClient, suffix: str) -> None:
    response = client.get(f"/search.{suffix}?q=科普&from=later")
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


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


def test_every_cell_of_a_workbook_stays_what_it_was(odd: FlaskClient, tmp_path: Path) -> None:
    rows = sheet_of(odd.get("/search.xlsx?q=竞赛").data)
    assert {"=1+1", "+1", "-1", "@x", "007", "2023-05"} <= {row[0] for row in rows}
    assert all(len(str(cell)) <= 32_767 for row in rows for cell in row)
