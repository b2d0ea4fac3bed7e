"""Every check there is, all of them even if one fails, and at the end an account of each.

    python -m tools.check             with the browser that is there, if there is one
    python -m tools.check --browser   sets one up first

The last line counts the tests: ``412 passed, 0 failed, 3 skipped``.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tools import setup_browser

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
STEPS = ("ruff format --check", "ruff check", "mypy", "lint-imports", "pytest")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended: ok, failed, skipped or not run; ``detail`` is how long it took, or why."""

    state: str
    step: str
    detail: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What pytest counted; an error in a fixture or at collection is a failure."""

    passed: int = 0
    failed: int = 0
    skipped: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {len(self.skipped)} skipped"


def main(arguments: list[str]) -> int:
    """Runs all steps and prints the account; 0 if nothing failed."""
    no_browser = setup_browser.set_up() if "--browser" in arguments else setup_browser.missing()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "tests.xml"
        outcomes = [_run(step, report) for step in STEPS]
        tally = read_tally(report)
    if no_browser:
        outcomes.append(Outcome("not run", "浏览器测试 browser tests", no_browser))
    print(account(outcomes, tally), flush=True)
    return int(any(outcome.state == "failed" for outcome in outcomes))


def read_tally(report: Path) -> Tally:
    """The counts of a JUnit report; zeros where pytest did not get as far as writing one."""
    if not report.exists():
        return Tally()
    failed = 0
    cases = list(ElementTree.parse(report).iter("testcase"))
    skipped = []
    for case in cases:
        skip = case.find("skipped")
        if skip is not None:
            skipped.append(skip.get("message", ""))
        elif case.find("failure") is not None or case.find("error") is not None:
            failed += 1
    return Tally(len(cases) - failed - len(skipped), failed, tuple(skipped))


def account(outcomes: list[Outcome], tally: Tally) -> str:
    """The closing block: a line a step, a line a reason for skipping, and the counts."""
    reasons = Counter(tally.skipped).most_common()
    rows = outcomes + [Outcome("skipped", f"{count} × pytest", why) for why, count in reasons]
    lines = [f"{row.state:<8} {row.step:<20} {row.detail}" for row in rows]
    return "\n".join(["", "== 检查结果 summary ==", *lines, str(tally)])


def _run(step: str, report: Path) -> Outcome:
    print(f"\n== {step} ==", flush=True)
    name, *options = step.split()
    if name == "pytest":
        options = [f"--junitxml={report}"]
    began = time.monotonic()
    ended = subprocess.run([PROGRAMS / name, *options], cwd=ROOT, check=False)
    state = "failed" if ended.returncode else "ok"
    return Outcome(state, step, f"{time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
