import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest

from bench.speed.cases import Case, Kind
from bench.speed.chart import draw_chart
from bench.speed.contestant import MOST_VALUES, Counts, same_facet
from bench.speed.corpus import Recipe
from bench.speed.entrants import OURS_FULL, RIVAL
from bench.speed.figures import First, Index, Run, Timing, percentile, ratios
from bench.speed.machine import Machine
from bench.speed.memory import Peak
from bench.speed.table import make_report
from bench.speed.worker import Built, Spent

FULL = tuple((f"会{number:02}", 9) for number in range(MOST_VALUES))


@pytest.mark.parametrize(
    ("values", "percent", "told"),
    [
        pytest.param([3, 1, 2], 50, 2, id="the middle of three"),
        pytest.param(range(1, 201), 95, 190, id="190 of 200 are no slower"),
        pytest.param(range(1, 201), 99, 198, id="198 of 200 are no slower"),
        pytest.param([5], 99, 5, id="one value is all there is"),
    ],
)
def test_percentiles(values: Sequence[float], percent: int, told: float) -> None:
    assert percentile(values, percent) == told


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param((("甲", 2), ("乙", 1)), (("乙", 1), ("甲", 2)), True, id="order is no matter"),
        pytest.param((("甲", 2),), (("甲", 1),), False, id="another count"),
        pytest.param((("甲", 2),), (("乙", 2),), False, id="another value"),
        pytest.param(FULL, (*FULL[1:], ("别会", 9)), True, id="ties at the end of a full list"),
        pytest.param(
            (("首", 10), *FULL[1:]), (("别", 10), *FULL[1:]), False, id="the first of a full list"
        ),
    ],
)
def test_counts_are_compared_as_far_as_they_are_told(
    left: Counts, right: Counts, same: bool
) -> None:
    assert same_facet(left, right) is same


def _timing(name: str, *rounds: tuple[float, float]) -> Timing:
    """A contestant with two questions, its seconds round by round."""
    spent = tuple(tuple(Spent(one, one / 2) for one in pair) for pair in rounds)
    return Timing(name, Spent(0.01, 0.01), spent, (First(Kind.WORD, 0.5, 0.25),), Spent(1, 1))


@pytest.fixture
def run() -> Run:
    cases = (Case(0, Kind.WORD, "科普"), Case(1, Kind.PHRASE, "“科普活动”"))
    ours = _timing(OURS_FULL, (0.001, 0.004), (0.002, 0.008), (0.001, 0.004))
    rival = _timing(RIVAL, (0.002, 0.002), (0.004, 0.002), (0.002, 0.002))
    built = Built(100, Spent(2.0, 4.0), Peak(50.0, 10.0))
    return Run(
        machine=Machine("a processor", 2, 4096, "Linux", "3.11", (("numpy", "2"),), "abc", 0.1),
        recipe=Recipe(100),
        asked=cases,
        indexes=(Index(OURS_FULL, built, 1_500_000), Index(RIVAL, built, 1_000_000)),
        timings=(ours, rival),
        parsing=(0.0001, 0.0002),
        phrases=((OURS_FULL, (3,)), (RIVAL, (2,))),
        texts_size=0,
        notices=("it was noisy",),
    )


def test_a_question_takes_the_median_of_its_rounds(run: Run) -> None:
    ours, rival = run.timings
    assert run.medians(ours) == [0.001, 0.004]
    assert run.medians(rival, Kind.PHRASE) == [0.002]
    assert run.medians(ours, cpu=True) == [0.0005, 0.002]


def test_ratios_are_taken_round_by_round(run: Run) -> None:
    ours, rival = run.timings
    assert ratios(ours, rival, 99) == [2.0, 2.0, 2.0]
    assert run.slower(ours, rival) == 0.5
    assert run.slower(ours, rival, Kind.WORD) == 0.0


def test_the_report_tells_figures_machine_and_notices(run: Run) -> None:
    report = make_report(run)
    for line in (
        "a processor, 2 cores",
        "**Bear in mind: it was noisy.**",
        "which all pay alike: 0.10, 0.20, 0.20.",
        f"| {OURS_FULL} | 1.00 | 4.00 | 4.00 | 0.50 | 2.00 | 2.00 |",
        f"| {OURS_FULL} | 100 | 50 | 25 | 1.5 | 50 | 10 |",
        f"| {RIVAL} | 10.00 | 500 | 250 | 1,000 |",
    ):
        assert line in report


def test_the_chart_has_a_curve_and_a_name_for_each_contestant(run: Run) -> None:
    chart = ET.fromstring(draw_chart(run))
    assert len(chart.findall("{*}polyline")) == 2
    texts = [element.text for element in chart.findall("{*}text")]
    assert {OURS_FULL, RIVAL} <= set(texts)
