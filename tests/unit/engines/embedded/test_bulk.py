"""Many articles at once: the same bytes whoever does the work, and nothing left where it fails."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from indexer.analysis import Analyser
from indexer.engines.embedded import bulk, crew, merging, process
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.engines.embedded.process import Process
from indexer.errors import BuildFailed, IndexMissing
from indexer.models import IndexEntry, Knowledge, Question, Word
from tests.unit.engines.embedded.plain import HAN, STATE, PlainAnalyser, entries

MANY = 300
PROC = Path("/proc/self")


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """The processes that were started; two are for every build of more than 20 articles."""
    started: list[Process] = []

    class Recorded(Process):
        def __init__(self, analyser: PlainAnalyser) -> None:
            super().__init__(analyser)
            started.append(self)

    monkeypatch.setattr(crew, "Process", Recorded)
    monkeypatch.setattr(bulk, "FEW", 20)
    monkeypatch.setattr(bulk, "ARTICLES", 16)
    monkeypatch.setattr(bulk, "_processors", lambda: 2)
    return started


def segments(folder: Path, articles: Sequence[IndexEntry]) -> list[bytes]:
    """The files of a new index of some articles."""
    folder = folder / "gen-1"
    folder.mkdir(parents=True)
    made = bulk.write_new(folder, iter(articles), PlainAnalyser())
    assert sorted(path.name for path in folder.iterdir()) == [one.file for one in made]
    return [(folder / one.file).read_bytes() for one in made]


@pytest.mark.parametrize(
    ("articles", "characters", "at_once"),
    [
        pytest.param(1, 1000, 1 << 19, id="blocks of one article"),
        pytest.param(7, 1_000_000, 50, id="blocks of seven, merged in many runs"),
        pytest.param(64, 700, 1, id="blocks cut by their characters, each list by itself"),
        pytest.param(4096, 1_000_000, 1000, id="one block"),
    ],
)
def test_bytes_do_not_depend_on_blocks(
    articles: int,
    characters: int,
    at_once: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = entries(Random(1), HAN, 0, MANY)
    monkeypatch.setattr(bulk, "TILE", 128)
    expected = segments(tmp_path / "one", made)
    assert len(expected) == 3
    monkeypatch.setattr(bulk, "ARTICLES", articles)
    monkeypatch.setattr(bulk, "CHARACTERS", characters)
    monkeypatch.setattr(merging, "AT_ONCE", at_once)
    assert segments(tmp_path / "other", made) == expected


@pytest.mark.parametrize("tile", [1 << 16, 100])
def test_bytes_do_not_depend_on_processes(
    tile: int, tmp_path: Path, processes: list[Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = entries(Random(2), HAN, 0, MANY)
    monkeypatch.setattr(bulk, "TILE", tile)
    helped = segments(tmp_path / "two", made)
    assert len(processes) == 2
    monkeypatch.setattr(bulk, "_processors", lambda: 1)
    assert segments(tmp_path / "one", made) == helped
    assert len(processes) == 2


def test_small_build_starts_no_process(tmp_path: Path, processes: list[Process]) -> None:
    engine = EmbeddedEngine(tmp_path / "index", PlainAnalyser())
    engine.replace(entries(Random(3), HAN, 0, 20), STATE)
    engine.update(entries(Random(3), HAN, 10, 20), (), STATE)
    assert processes == []


def test_later_article_of_an_id_wins_wherever_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "TILE", 3)
    made = [
        IndexEntry(name, "题", text) for name, text in zip("abcaba", "一二三四五六", strict=True)
    ]
    engine = EmbeddedEngine(tmp_path / "index", PlainAnalyser())
    assert engine.replace(made, STATE).articles == 3
    found = [engine.search(Question(Word(word))).total for word in "一二三四五六"]
    assert found == [0, 0, 1, 0, 1, 1]


def killing(processes: list[Process], articles: list[IndexEntry]) -> Iterator[IndexEntry]:
    """The articles; after some of them a process is killed."""
    yield from articles[:100]
    os.kill(processes[0].number, signal.SIGTERM)
    yield from articles[100:]


def test_dead_process_is_told_and_the_old_index_stays(
    tmp_path: Path, processes: list[Process]
) -> None:
    engine = EmbeddedEngine(tmp_path / "index", PlainAnalyser())
    with pytest.raises(BuildFailed, match="bulletin index"):
        engine.replace(killing(processes, entries(Random(4), HAN, 0, MANY)), STATE)
    with pytest.raises(IndexMissing):
        engine.stats()
    assert list((tmp_path / "index").glob("gen-*")) == []
    assert all(has_ended(one.number) for one in processes)


def test_interrupted_build_leaves_nothing(tmp_path: Path, processes: list[Process]) -> None:
    def interrupted() -> Iterator[IndexEntry]:
        yield from entries(Random(5), HAN, 0, 100)
        raise KeyboardInterrupt

    engine = EmbeddedEngine(tmp_path / "index", PlainAnalyser())
    with pytest.raises(KeyboardInterrupt):
        engine.replace(interrupted(), STATE)
    assert list((tmp_path / "index").glob("gen-*")) == []
    assert len(processes) == 2
    assert all(has_ended(one.number) for one in processes)


def test_fault_of_the_disk_is_told_as_what_it_is(tmp_path: Path, processes: list[Process]) -> None:
    with pytest.raises(FileNotFoundError):
        bulk.write_new(tmp_path / "missing", entries(Random(6), HAN, 0, MANY), PlainAnalyser())
    assert all(has_ended(one.number) for one in processes)


def test_process_that_cannot_start_is_told(
    tmp_path: Path, processes: list[Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "MODULE", "indexer.nowhere")
    with pytest.raises(BuildFailed):
        bulk.write_new(tmp_path, entries(Random(6), HAN, 0, MANY), PlainAnalyser())


SCRIPT = """
import sys, time
from tests.unit.engines.embedded.plain import PlainAnalyser
from indexer.engines.embedded.process import Process
print(*(Process(PlainAnalyser()).number for _ in range(2)), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not PROC.exists(), reason="only /proc tells whether they have ended")
def test_processes_end_with_the_one_that_is_killed() -> None:
    path = os.pathsep.join(sys.path)
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    ) as parent:
        assert parent.stdout is not None
        helpers = [int(number) for number in parent.stdout.readline().split()]
        parent.kill()
    deadline = time.monotonic() + 20
    while not all(map(has_ended, helpers)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def has_ended(number: int) -> bool:
    """Whether a process is gone, or is one that nobody has asked for yet."""
    stat = Path(f"/proc/{number}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


def test_memory_does_not_grow_with_the_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "TILE", 400)
    monkeypatch.setattr(bulk, "ARTICLES", 100)
    monkeypatch.setattr(bulk, "FEW", 100)
    monkeypatch.setattr(bulk, "_processors", lambda: 1)
    held = []
    for number in (400, 2000):
        made = (entries(Random(at), HAN, at, 1)[0] for at in range(number))
        folder = tmp_path / f"gen-{number}"
        folder.mkdir()
        tracemalloc.start()
        bulk.write_new(folder, made, PlainAnalyser())
        held.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert held[1] < held[0] * 1.2


def test_analyser_in_another_process_is_the_same(tmp_path: Path, processes: list[Process]) -> None:
    analyser = Analyser(Knowledge(words=("量子科普营",)))
    made = [
        IndexEntry(f"a{at:03}", "量子科普营开营", "2023年12月21日，北京市科协举办１２场活动。")
        for at in range(MANY)
    ]
    engine = EmbeddedEngine(tmp_path / "index", analyser)
    engine.replace(made, STATE)
    assert len(processes) == 2
    words = {word for one in made[:1] for word in analyser.words(f"{one.title}\n{one.body}")}
    assert {(term.word, term.articles) for term in engine.terms()} == {(one, MANY) for one in words}
