"""What is marked in a hit, from the question to the printed text: the cases H of acceptance."""

import json

import pytest

from indexer.library import Library, open_library
from indexer.models import Query
from tests.contract.fixture import ROWS

CONFIG = """
[knowledge]
words = ["科普日"]
[[organizations]]
name = "北京市科协"
aliases = ["北京市科学技术协会", "北京科协"]
"""
TEXTS = {row.id: row.text for row in ROWS} | {
    "fifty": "科普" * 50,
    "leap": "两次历史性飞跃与马克思主义中国化。",
    "signs": '<b>科普</b> & "科普"。',
    "day": "全国科普日。",
    "book": "《科普条例》施行。",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("marks")
    (folder / "corpus").mkdir()
    (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
    rows = ({"id": key, "title": "消息", "text": text} for key, text in TEXTS.items())
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "corpus" / "rows.jsonl").write_text(lines, encoding="utf-8")
    opened = open_library(folder / "config.toml")
    opened.update()
    return opened


@pytest.mark.parametrize(
    ("article", "text", "marked"),
    [
        pytest.param("fifty", "科普", ["科普"] * 50, id="H1"),
        pytest.param("b", "科学技术协会", ["科学技术协会"], id="H2"),
        pytest.param("leap", "马克思", ["马克思"], id="H3"),
        pytest.param("e", "12月21日", ["12 月 21 日"], id="H4, blanks included"),
        pytest.param("i", "东京", ["東京"], id="H4, as printed"),
        pytest.param("signs", "科普", ["科普", "科普"], id="H5"),
        pytest.param("a", "北京市科协", ["北京市科学技术协会"], id="H6, nothing after it"),
        pytest.param("day", "科普 科普日", ["科普日"], id="H7, the longest wins"),
        pytest.param("d", "景山", ["景山"] * 5, id="H9"),
    ],
)
def test_marks_are_ranges_of_the_printed_text(
    library: Library, article: str, text: str, marked: list[str]
) -> None:
    paragraphs = library.article(article, Query(text)).paragraphs
    assert [p.text[m.start : m.stop] for p in paragraphs for m in p.marks] == marked


def test_marks_of_a_run_stand_one_after_the_other(library: Library) -> None:
    (paragraph,) = library.article("fifty", Query("科普")).paragraphs
    assert [(mark.start, mark.stop) for mark in paragraph.marks] == [
        (at, at + 2) for at in range(0, 100, 2)
    ]


def test_h8_no_punctuation_is_lost(library: Library) -> None:
    hits = {hit.article_id: hit for hit in library.search(Query("科普", page_size=100)).hits}
    assert hits["book"].snippets[0].text.startswith("《")


def test_h9_a_literal_match_says_what_it_is(library: Library) -> None:
    hits = {hit.article_id: hit.literal for hit in library.search(Query("景山")).hits}
    assert hits == {"h": False, "d": True}
    assert any("字面" in reason.message for reason in library.why("d", Query("景山")).reasons)
