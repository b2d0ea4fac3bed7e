import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indexer.extract import missing_limits
from indexer.extract.sandbox import interpreter, run, run_by_page, stopped, wire
from indexer.models import Extraction, Limits, Page, Status
from tests.unit.extract import misbehaving

LIMITS = Limits(memory_mb=300, cpu_seconds=5, wall_seconds=10, text_mb=1)
Do = Callable[..., Extraction]


@pytest.fixture
def do(tmp_path: Path) -> Do:
    def do(deed: str, limits: Limits = LIMITS) -> Extraction:
        path = tmp_path / deed
        if not path.exists():
            path.write_text(deed, encoding="utf-8")
        with path.open("rb") as file:
            return run(misbehaving.__name__, file, limits)

    return do


def test_a_reading_comes_back_as_it_was(do: Do) -> None:
    assert do("behave") == Extraction(Status.OK, pages=(Page(1, "好"),))


@pytest.mark.parametrize(
    ("deed", "limits", "status", "said"),
    [
        pytest.param("eat", LIMITS, Status.TOO_COSTLY, "300 MB", id="memory is bounded"),
        pytest.param(
            "spin", Limits(cpu_seconds=1), Status.TOO_COSTLY, "1 秒处理器", id="CPU is bounded"
        ),
        pytest.param(
            "sleep", Limits(wall_seconds=1), Status.TOO_COSTLY, "1 秒还没有", id="time is bounded"
        ),
        pytest.param("talk", LIMITS, Status.TOO_COSTLY, "1 MB", id="output is bounded"),
        pytest.param("crash", LIMITS, Status.DAMAGED, "SIGSEGV", id="a crash is damage"),
        pytest.param("stumble", LIMITS, Status.DAMAGED, "意外结束", id="so is what nobody foresaw"),
        pytest.param("leave", LIMITS, Status.DAMAGED, "意外结束", id="so is an early end"),
    ],
)
def test_a_reading_that_ends_badly_says_how(
    do: Do, deed: str, limits: Limits, status: Status, said: str
) -> None:
    start = time.monotonic()
    extraction = do(deed, limits)
    assert (extraction.status, extraction.pages) == (status, ())
    assert said in extraction.reason
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("deed", "limits", "status", "numbers"),
    [
        pytest.param("behave", LIMITS, Status.OK, [1, 2, 3], id="all is well"),
        pytest.param("crash", LIMITS, Status.DAMAGED, [1, 2], id="a crash"),
        pytest.param("stumble", LIMITS, Status.DAMAGED, [1, 2], id="an error"),
        pytest.param("eat", LIMITS, Status.TOO_COSTLY, [1, 2], id="too much memory"),
        pytest.param("sleep", Limits(wall_seconds=1), Status.TOO_COSTLY, [1, 2], id="the clock"),
        pytest.param("talk", LIMITS, Status.TOO_COSTLY, [], id="too much text, which nobody wants"),
    ],
)
def test_pages_read_before_a_bad_end_are_kept(
    tmp_path: Path, deed: str, limits: Limits, status: Status, numbers: list[int]
) -> None:
    (tmp_path / deed).write_text(deed, encoding="utf-8")
    with (tmp_path / deed).open("rb") as file:
        for skipped in ((), (2,)):
            sheets, ending = run_by_page(misbehaving.__name__, file, limits, skipped)
            assert ending.status is status
            assert [sheet.number for sheet in sheets] == [n for n in numbers if n not in skipped]


def test_nothing_the_child_says_reaches_the_terminal(
    do: Do, capfd: pytest.CaptureFixture[str]
) -> None:
    do("stumble")
    assert capfd.readouterr() == ("", "")


def test_half_a_surrogate_pair_does_not_come_through(do: Do) -> None:
    assert do("mumble").pages == (Page(1, "半?个"),)


def test_the_child_writes_no_files(do: Do) -> None:
    assert do("write").pages == (Page(1, "EFBIG"),)


def test_no_process_is_left_behind(do: Do) -> None:
    child = do("breed").pages[0].text
    if child != "不许":  # root may fork; then the child dies with its parent
        assert _is_gone(child)


def test_a_nursery_that_died_is_started_again(do: Do) -> None:
    do("orphan")
    assert do("behave").status is Status.OK


def test_many_threads_may_read_at_once(do: Do) -> None:
    assert do("behave") != do("stumble")
    with ThreadPoolExecutor(8) as threads:
        readings = list(threads.map(do, ["behave", "stumble"] * 30))
    assert [reading.status for reading in readings] == [Status.OK, Status.DAMAGED] * 30


def test_what_kills_the_nursery_costs_no_other_file(do: Do) -> None:
    with ThreadPoolExecutor(2) as threads:
        innocent = threads.submit(do, "rest")
        time.sleep(0.3)
        threads.submit(do, "orphan").result()
        assert innocent.result().status is Status.OK


def test_readings_under_way_can_be_stopped(do: Do) -> None:
    start = time.monotonic()
    with ThreadPoolExecutor(2) as threads:
        readings = [threads.submit(do, "sleep") for _ in range(2)]
        time.sleep(0.3)
        with stopped():
            assert {reading.result().status for reading in readings} == {Status.DAMAGED}
            assert do("behave").status is Status.DAMAGED
    assert time.monotonic() - start < 3
    assert do("behave").status is Status.OK


@pytest.mark.parametrize(
    ("deed", "limits", "status"),
    [
        pytest.param("behave", LIMITS, Status.OK, id="it reads"),
        pytest.param("sleep", Limits(wall_seconds=1), Status.TOO_COSTLY, id="the clock holds"),
        pytest.param("talk", LIMITS, Status.TOO_COSTLY, id="too much text is not taken"),
        pytest.param("stumble", LIMITS, Status.DAMAGED, id="an error is damage"),
    ],
)
def test_where_nothing_forks_a_new_interpreter_reads(
    tmp_path: Path, deed: str, limits: Limits, status: Status
) -> None:
    path = tmp_path / "某期.pdf"
    path.write_text(deed, encoding="utf-8")
    request = wire.Request(misbehaving.__name__, limits)
    with path.open("rb") as file:
        assert wire.decode(interpreter.read_alone(request, file)).status is status


def test_secrets_of_the_environment_stay_with_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_SECRET", "口令")
    assert "BULLETIN_SECRET" not in interpreter.environment()


def test_this_process_never_loads_pypdf() -> None:
    code = "import sys, indexer.extract; sys.exit('pypdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps every limit")
def test_no_limit_is_missing_on_linux() -> None:
    assert missing_limits() == ()


def _is_gone(process: str) -> bool:
    """Whether the process is dead within a second, buried by init or not yet."""
    command = ["ps", "-o", "stat=", "-p", process]
    for _ in range(20):
        state = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        if not state or state.startswith("Z"):
            return True
        time.sleep(0.05)
    return False
