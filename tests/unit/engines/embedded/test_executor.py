"""Cases that random questions found, each in its smallest form."""

from pathlib import Path

import pytest

from indexer.analysis import Analyser
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.models import And, IndexEntry, Knowledge, Name, Node, Or, Phrase, Question, Word
from tests.unit.engines.embedded.plain import PlainAnalyser, Step, built


def found(engine: EmbeddedEngine, node: Node) -> dict[str, float]:
    return {hit.article_id: hit.score for hit in engine.search(Question(node)).hits}


def test_words_of_an_and_that_does_not_match_give_no_score(tmp_path: Path) -> None:
    texts = ("科普 年会", "年会 讲座", "科普 讲座")
    articles = tuple(IndexEntry(f"a{at}", "", text) for at, text in enumerate(texts))
    engine = built(tmp_path / "index", PlainAnalyser(), [Step(articles)])
    both = And((Word("科普", literal=False), Word("讲座", literal=False)))
    alone = found(engine, Word("年会", literal=False))
    either = found(engine, Or((both, Word("年会", literal=False))))
    assert either.keys() == {"a0", "a1", "a2"}
    assert {one: either[one] for one in alone} == alone


def test_name_does_not_find_deleted_articles_by_its_aliases(tmp_path: Path) -> None:
    articles = (IndexEntry("kept", "", "市 科协"), IndexEntry("gone", "", "科协"))
    engine = built(tmp_path / "index", PlainAnalyser(), [Step(articles), Step((), ("gone",))])
    assert found(engine, Name("北京市科协", ("科协",), "北京市科协")).keys() == {"kept"}


@pytest.mark.parametrize(
    ("body", "row", "stands"),
    [
        pytest.param("v1.2.3", "2", False, id="a number cut out of a version is not whole"),
        pytest.param("见2.组织", "2", True, id="a point with no number behind it is none of it"),
        pytest.param("见2.组织1.5", "2", True, id="decimals elsewhere do not matter"),
        pytest.param("𠮷𠀀 𠀃𠀁", "𠮷𠀁", False, id="halves of rare signs do not make up others"),
        pytest.param("𠮷 𠀁", "𠮷𠀁", True, id="rare signs in a row"),
    ],
)
def test_row_stands_where_its_signs_do(body: str, row: str, stands: bool, tmp_path: Path) -> None:
    articles = (IndexEntry("one", "", body),)
    engine = built(tmp_path / "index", Analyser(Knowledge()), [Step(articles)])
    assert (found(engine, Phrase(row)).keys() == {"one"}) is stands
