"""The embedded engine between two builds: scores, updates, swaps, threads."""

import math
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.analysis import Analyser
from indexer.engines.embedded import schema
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.errors import IndexMissing, IndexOutdated
from indexer.models import CatalogState, IndexEntry, Knowledge, Question, Word

STATE = CatalogState("c", 1)
TEXTS = ("科普活动，科普进校园。", "科普讲座。", "院士座谈会，谈科学精神与创新。", "学会年会。")


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(Knowledge())


@pytest.fixture
def engine(tmp_path: Path, analyser: Analyser) -> Iterator[EmbeddedEngine]:
    opened = EmbeddedEngine(tmp_path / "index", analyser)
    yield opened
    opened.close()


def entries(texts: tuple[str, ...] = TEXTS) -> list[IndexEntry]:
    return [IndexEntry(f"id{at}", f"标题{at}", text) for at, text in enumerate(texts)]


def found(engine: EmbeddedEngine, word: str) -> list[str]:
    return [hit.article_id for hit in engine.search(Question(Word(word))).hits]


def test_search_before_the_first_build_says_what_to_run(engine: EmbeddedEngine) -> None:
    with pytest.raises(IndexMissing, match="bulletin index"):
        engine.search(Question(Word("科普")))


def test_score_is_bm25_as_written_in_the_paper(engine: EmbeddedEngine, analyser: Analyser) -> None:
    engine.replace(entries(), STATE)
    lengths = [len(analyser.words(text)) for text in TEXTS]
    average = sum(lengths) / len(lengths)
    idf = math.log(len(TEXTS) / (2 + 1)) + 1
    for hit in engine.search(Question(Word("科普"))).hits:
        at = int(hit.article_id[2:])
        frequency = analyser.words(TEXTS[at]).count("科普")
        norm = 1.2 * (1 - 0.75 + 0.75 * lengths[at] / average)
        gained = frequency * 2.2 / (frequency + norm)
        # All these texts are beginning, which adds a little.
        assert hit.score == pytest.approx(idf * (gained + schema.LEAD_WEIGHT), abs=1e-9)


def test_title_weighs_more_than_body(engine: EmbeddedEngine) -> None:
    engine.replace([IndexEntry("body", "年会", "科普"), IndexEntry("title", "科普", "年会")], STATE)
    assert found(engine, "科普") == ["title", "body"]


def test_update_replaces_and_removes_without_touching_the_rest(engine: EmbeddedEngine) -> None:
    engine.replace(entries(), STATE)
    changed = [IndexEntry("id1", "新题", "院士讲座。"), IndexEntry("new", "题", "科普。")]
    stats = engine.update(changed, ["id2"], CatalogState("c", 2))
    assert (stats.articles, stats.state.revision) == (4, 2)
    assert sorted(found(engine, "科普")) == ["id0", "new"]
    assert found(engine, "院士") == ["id1"]


def test_many_small_updates_give_the_same_answers_as_one_build(engine: EmbeddedEngine) -> None:
    engine.replace(entries()[:1], STATE)
    for entry in entries()[1:]:
        engine.update([entry], (), STATE)
    piecewise = engine.search(Question(Word("科普")))
    engine.replace(entries(), STATE)
    at_once = engine.search(Question(Word("科普")))
    assert [hit.article_id for hit in piecewise.hits] == [hit.article_id for hit in at_once.hits]
    assert piecewise.facets == at_once.facets


def test_failed_build_leaves_the_old_index_answering(engine: EmbeddedEngine) -> None:
    engine.replace(entries(), STATE)
    before = engine.stats()

    def broken() -> Iterator[IndexEntry]:
        yield entries()[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.replace(broken(), STATE)
    with pytest.raises(KeyboardInterrupt):
        engine.update(broken(), ["id0"], STATE)
    assert engine.stats() == before
    assert sorted(found(engine, "科普")) == ["id0", "id1"]
    assert engine.verify() == ()


def test_index_of_another_format_is_refused_with_a_remedy(
    tmp_path: Path, analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = EmbeddedEngine(tmp_path / "index", analyser)
    monkeypatch.setattr("indexer.engines.embedded.engine.FORMAT", schema.FORMAT + 1)
    engine.replace(entries(), STATE)
    monkeypatch.undo()
    for ask in (engine.stats, lambda: engine.search(Question(Word("科普")))):
        with pytest.raises(IndexOutdated, match="bulletin reindex"):
            ask()


def test_threads_get_the_old_or_the_new_answer_during_swaps(engine: EmbeddedEngine) -> None:
    engine.replace(entries(), STATE)
    totals: set[int] = set()
    failures: list[BaseException] = []
    done = threading.Event()

    def ask() -> None:
        try:
            while not done.is_set():
                totals.add(engine.search(Question(Word("科普"))).total)
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for texts in (TEXTS[:1], TEXTS, TEXTS[:1]):
        engine.replace(entries(texts), STATE)
    done.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert totals <= {1, 2}
