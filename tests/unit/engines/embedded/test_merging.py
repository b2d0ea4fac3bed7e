"""One segment or many, merged or not: the same answers to the last bit."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from indexer.engines.embedded import bulk, writer
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.models import (
    Answer,
    Everything,
    IndexEntry,
    Name,
    Near,
    Node,
    Phrase,
    Prefix,
    Question,
    Word,
)
from tests.unit.engines.embedded.plain import (
    HAN,
    PlainAnalyser,
    Step,
    built,
    entries,
    opened,
    tree,
)


def in_pieces(articles: Sequence[IndexEntry], pieces: int) -> list[Step]:
    """Articles that come in so many steps."""
    size = -(-len(articles) // pieces)
    return [Step(tuple(articles[at : at + size])) for at in range(0, len(articles), size)]


def questions(random: Random) -> list[Question]:
    leaves: list[Node] = [
        *(Word(word) for word in HAN),
        Phrase("协会科"),
        Prefix("科"),
        Near(Phrase("科普"), Phrase("会"), 4),
        Name("学会", ("科协", "普"), "无"),
        *(tree(random, HAN, None) for _ in range(30)),
    ]
    return [Question(leaf, limit=100, today="2024-01-01") for leaf in leaves]


def answers(engine: EmbeddedEngine) -> list[Answer]:
    """What the engine says to the same questions, scores included."""
    return [engine.search(question) for question in questions(Random(7))]


@pytest.mark.parametrize(
    ("pieces", "segments"),
    [
        pytest.param(2, 2, id="two segments"),
        pytest.param(4, 4, id="as many as are left beside each other"),
        pytest.param(5, 1, id="five, which are merged"),
        pytest.param(7, 3, id="merged, and two more"),
    ],
)
def test_answers_are_the_same_to_the_last_bit(pieces: int, segments: int, tmp_path: Path) -> None:
    articles = entries(Random(1), HAN, 0, 70)
    whole = built(tmp_path / "whole", PlainAnalyser(), in_pieces(articles, 1))
    parted = built(tmp_path / "parted", PlainAnalyser(), in_pieces(articles, pieces))
    assert len(opened(tmp_path / "parted").parts) == segments
    assert answers(parted) == answers(whole)


def test_merged_segment_has_the_bytes_of_one_that_was_written_at_once(tmp_path: Path) -> None:
    articles = entries(Random(2), HAN, 0, 60)
    # A word of the article that goes is in no other: it must go with it.
    lost = IndexEntry("lost", "会", "独有 科普", organizations=("独有单位",))
    pieces = in_pieces(articles, 5)
    first = Step((lost, *pieces[0].changed))
    built(
        tmp_path / "merged",
        PlainAnalyser(),
        [first, *pieces[1:4], Step(pieces[4].changed, ("lost",))],
    )
    built(tmp_path / "whole", PlainAnalyser(), [Step(tuple(articles))])
    assert _bytes(tmp_path / "merged") == _bytes(tmp_path / "whole")


def _bytes(folder: Path) -> bytes:
    snapshot = opened(folder)
    (record,) = snapshot.manifest.segments
    return (folder / snapshot.name / record.file).read_bytes()


def test_worn_segments_are_written_anew_and_never_grow_beyond_a_tile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "TILE", 20)
    monkeypatch.setattr(bulk, "TILE", 20)
    monkeypatch.setattr(writer, "SMALL", 5)
    articles = entries(Random(3), HAN, 0, 60)
    gone = [one.id for at, one in enumerate(articles) if at % 20 < 8]
    engine = built(
        tmp_path / "index", PlainAnalyser(), [Step(tuple(articles)), Step((), tuple(gone))]
    )
    parts = opened(tmp_path / "index").parts
    assert [part.segment.size for part in parts] == [12, 12, 12]
    assert all(part.alive.all() for part in parts)
    left = [one for one in articles if one.id not in gone]
    assert answers(engine) == answers(
        built(tmp_path / "left", PlainAnalyser(), [Step(tuple(left))])
    )


def test_deleted_articles_count_until_they_are_written_anew(tmp_path: Path) -> None:
    articles = tuple(entries(Random(4), HAN, 0, 10))
    engine = built(tmp_path / "index", PlainAnalyser(), [Step(articles), Step((), ("a003",))])
    snapshot = opened(tmp_path / "index")
    assert (snapshot.size, engine.stats().articles) == (10, 9)
    assert engine.search(Question(Everything())).total == 9
    assert snapshot.find("a003") is None


def test_index_without_articles_answers(tmp_path: Path) -> None:
    engine = built(tmp_path / "index", PlainAnalyser(), [Step(()), Step(()), Step(())])
    assert engine.search(Question(Word("科普"))).total == 0
    entry = IndexEntry("one", "科普", "")
    assert built(tmp_path / "index", PlainAnalyser(), [Step((entry,))]).stats().articles == 1
    emptied = built(tmp_path / "index", PlainAnalyser(), [Step((entry,)), Step((), ("one",))])
    assert emptied.search(Question(Everything())).total == 0
