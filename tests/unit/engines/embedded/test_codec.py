"""Whoosh reads our files: terms, documents, lengths, columns, and nothing of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh.index import FileIndex
from whoosh.query import Every, FuzzyTerm, Prefix, Query, Term
from whoosh.reading import TermNotFound

from indexer.engines.embedded.codec import open_index
from indexer.models import IndexEntry
from tests.unit.engines.embedded.plain import PlainAnalyser, Step, built, opened

ARTICLES = (
    IndexEntry("b", "科普", "科普 进 校园 " + "年会 " * 50 + "院士", "2023-01-02"),
    IndexEntry("a", "讲座", "科谱", organizations=("甲学会", "乙学会")),
    IndexEntry("c", "", "科普 科普 讲座"),
)


@pytest.fixture(params=[1, 2], ids=["one segment", "two segments"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> FileIndex:
    """Three articles; a fourth was deleted."""
    gone = IndexEntry("gone", "科普", "科普 没有")
    if request.param == 1:
        taken = [Step((*ARTICLES, gone)), Step((), ("gone",))]
    else:
        taken = [Step((*ARTICLES[:2], gone)), Step(ARTICLES[2:], ("gone",))]
    built(tmp_path / "index", PlainAnalyser(), taken)
    return open_index(opened(tmp_path / "index"))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        pytest.param(Term("body_words", "科普"), {"b", "c"}, id="a word, not in deleted articles"),
        pytest.param(Term("title_words", "科普"), {"b"}, id="in titles"),
        pytest.param(
            Term("lead_words", "院士"), set(), id="what stands late is not at the beginning"
        ),
        pytest.param(Term("lead_words", "进"), {"b"}, id="what stands early is"),
        pytest.param(Term("id", "a"), {"a"}, id="an id"),
        pytest.param(Term("id", "gone"), set(), id="not a deleted one"),
        pytest.param(Term("body_words", "无"), set(), id="an unknown word"),
        pytest.param(Prefix("body_words", "科"), {"a", "b", "c"}, id="a prefix"),
        pytest.param(
            FuzzyTerm("body_words", "科普", maxdist=1), {"a", "b", "c"}, id="a misspelling"
        ),
        pytest.param(Every(), {"a", "b", "c"}, id="every article"),
    ],
)
def test_whoosh_finds(index: FileIndex, query: Query, ids: set[str]) -> None:
    with index.searcher() as searcher:
        assert {hit["id"] for hit in searcher.search(query, limit=None)} == ids


def test_statistics_count_deleted_articles_and_lengths_are_exact(index: FileIndex) -> None:
    with index.reader() as reader:
        assert (reader.doc_count_all(), reader.doc_count()) == (4, 3)
        assert reader.doc_frequency("body_words", "科普") == 3
        assert reader.frequency("body_words", "年会") == 50
        assert reader.frequency("lead_words", "年会") == 1
        assert reader.field_length("body_words") == 54 + 1 + 3 + 2
        assert reader.max_field_length("lead_words") == 50
        assert reader.min_field_length("title_words") == 0
        info = reader.term_info("body_words", "科普")
        assert (info.weight(), info.max_weight(), info.min_length(), info.max_length()) == (
            4,
            2,
            2,
            54,
        )


def test_unknown_term_has_no_statistics(index: FileIndex) -> None:
    with index.reader() as reader:
        assert (reader.doc_frequency("id", "无"), reader.frequency("lead_words", "无")) == (0, 0)
        assert ("body_words", "无") not in reader
        with pytest.raises(TermNotFound):
            reader.term_info("body_words", "无")


def test_terms_are_in_the_order_of_their_bytes(index: FileIndex) -> None:
    with index.reader() as reader:
        terms = list(reader.all_terms())
        assert {field for field, _ in terms} == {"id", "title_words", "body_words", "lead_words"}
        assert [one.decode() for one in reader.lexicon("id")] == ["a", "b", "c", "gone"]
        words = list(reader.lexicon("body_words"))
        assert words == sorted(words)


def test_columns_hold_the_values_of_each_article(index: FileIndex) -> None:
    with index.reader() as reader:
        assert list(reader.column_reader("organization"))[:2] == [b"", "甲学会\t乙学会".encode()]
        assert reader.column_reader("month")[0] == b"2023-01"


def test_index_cannot_be_written_by_whoosh(index: FileIndex) -> None:
    with pytest.raises(NotImplementedError, match="EmbeddedEngine"):
        index.writer()


def test_nothing_of_whoosh_is_on_the_disk(index: FileIndex, tmp_path: Path) -> None:
    with index.searcher() as searcher:
        assert searcher.up_to_date()
    names: Iterator[str] = (path.name for path in (tmp_path / "index").rglob("*") if path.is_file())
    assert {name.split("-")[0] for name in names} == {"CURRENT", "MANIFEST.json", "seg"}
