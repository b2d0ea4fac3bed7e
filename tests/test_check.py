from pathlib import Path

from tools.check import Outcome, Tally, account, read_tally

REPORT = """<testsuites><testsuite>
  <testcase name="passes"/>
  <testcase name="passes too"/>
  <testcase name="fails"><failure message="no"/></testcase>
  <testcase name="breaks in a fixture"><error message="no"/></testcase>
  <testcase name="is skipped"><skipped type="pytest.skip" message="no browser"/></testcase>
</testsuite></testsuites>"""


def test_every_test_case_is_counted_once(tmp_path: Path) -> None:
    report = tmp_path / "tests.xml"
    report.write_text(REPORT, encoding="utf-8")
    assert read_tally(report) == Tally(passed=2, failed=2, skipped=("no browser",))


def test_no_report_means_no_test_passed(tmp_path: Path) -> None:
    assert read_tally(tmp_path / "never-written.xml") == Tally()


def test_the_account_names_every_step_and_reason_and_ends_with_the_counts() -> None:
    outcomes = [
        Outcome("ok", "mypy", "9.5 s"),
        Outcome("failed", "pytest", "31.0 s"),
        Outcome("not run", "browser tests", "no Chromium"),
    ]
    tally = Tally(passed=7, failed=1, skipped=("no symlinks", "no root", "no symlinks"))
    assert account(outcomes, tally).splitlines()[2:] == [
        "ok       mypy                 9.5 s",
        "failed   pytest               31.0 s",
        "not run  browser tests        no Chromium",
        "skipped  2 × pytest           no symlinks",
        "skipped  1 × pytest           no root",
        "7 passed, 1 failed, 3 skipped",
    ]
