"""The figures of a run as tables in Markdown."""

import statistics
from collections.abc import Iterable, Sequence

from bench.speed.cases import Kind
from bench.speed.entrants import OURS, OURS_FULL, OURS_KEPT, RIVAL
from bench.speed.figures import PERCENTS, Run, Timing, percentile, ratios

NOTES = """
How to read it: a question is the whole work, from what was typed to ten snippets: parsing,
search, exact total, counts of organisations (the first 50), months and sections, each facet
without its own choice. All parse with the same parser and get words cut by the same analyser.
Every answer was proved before any time was taken: totals and counts of all that search by words
are equal, and up to 100,000 articles equal to those of reading every article. Rankings are not
compared. A phrase is characters in a row to us, words in a row to the others: their totals for
phrases differ and are in the JSON. "Ours, full meaning" also finds words whose characters stand in
a row without having been cut so, and shows versions of one text once; no other contestant does.
Both keep nothing of one question for the next. "Ours, lists kept" does, as the product does: its
times are those of words that were asked for before, the best case.
The whole library adds aliases, the catalogue, and help where little was found. Naive Whoosh holds
few articles and cuts words its own way. Contestants take turns question by question on one
processor, in changing order; a question's time is the median of its rounds. Sizes are of the
blocks on the disk; tantivy and FTS5 hold their texts in words, ours are in a table beside the
index. tantivy and FTS5 are built from words cut ready, so their rates leave segmentation out,
except "tantivy + rjieba", which cuts in a second process while one thread writes.
"""


def make_report(run: Run) -> str:
    """The report of a run."""
    parts = [
        f"# {run.recipe.articles:,} articles, {len(run.asked)} questions",
        _machine(run),
        *(f"**Bear in mind: {notice}.**" for notice in run.notices),
        "## One question, ms by the clock",
        _questions(run),
        "## Against tantivy",
        _against(run),
        "## By kind: ours / tantivy, medians",
        _kinds(run),
        "## Index",
        _indexes(run),
        "## First answers",
        _starts(run),
        NOTES.strip(),
    ]
    return "\n\n".join(parts) + "\n"


def _machine(run: Run) -> str:
    machine = run.machine
    versions = ", ".join(f"{name} {version}" for name, version in machine.versions)
    return (
        f"{machine.processor}, {machine.cores} cores, {machine.memory_mb} MB, {machine.system}; "
        f"Python {machine.python}, {versions}; commit {machine.commit or 'unknown'}; "
        f"load {machine.load:.2f} at the start; seed {run.recipe.seed}, "
        f"{run.recipe.repeats:.0%} repeated articles."
    )


def _questions(run: Run) -> str:
    rows = []
    for one in run.timings:
        wall, cpu = run.medians(one), run.medians(one, cpu=True)
        index = run.index(one.name)
        few = index is not None and index.built.articles < run.recipe.articles
        name = f"{one.name} ({index.built.articles:,} articles)" if index and few else one.name
        times = [_ms(percentile(wall, percent)) for percent in PERCENTS]
        rows.append((name, *times, *(_ms(percentile(cpu, percent)) for percent in PERCENTS)))
    table = _table(("", "p50", "p95", "p99", "CPU p50", "CPU p95", "CPU p99"), rows)
    parsing = ", ".join(_ms(percentile(run.parsing, percent)) for percent in PERCENTS)
    return f"{table}\n\nParsing and cutting the question, which all pay alike: {parsing}."


def _against(run: Run) -> str:
    """Ratios of percentiles, the median of the rounds and their range."""
    rival = run.timing(RIVAL)
    ours = [one for one in map(run.timing, (OURS, OURS_FULL, OURS_KEPT)) if one]
    if rival is None or not ours:
        return "tantivy took no part."
    rows = []
    for one in ours:
        cells = [_spread(ratios(one, rival, percent)) for percent in PERCENTS]
        cpu = _spread(ratios(one, rival, 50, cpu=True))
        rows.append((one.name, *cells, cpu, f"{run.slower(one, rival):.1%}"))
    return _table(("ours / tantivy", "p50", "p95", "p99", "CPU p50", "slower on"), rows)


def _kinds(run: Run) -> str:
    rival = run.timing(RIVAL)
    ours = [one for one in map(run.timing, (OURS, OURS_FULL, OURS_KEPT)) if one]
    if rival is None:
        return "tantivy took no part."
    rows = []
    for kind in dict.fromkeys(case.kind for case in run.asked):
        row = [str(kind), str(len(run.medians(rival, kind))), _median(run, rival, kind)]
        for one in ours:
            row += [_median(run, one, kind), f"{run.slower(one, rival, kind):.0%}"]
        rows.append(row)
    columns = [name for one in ours for name in (f"{one.name}, ms", "slower on")]
    return _table(("kind", "questions", "tantivy, ms", *columns), rows)


def _indexes(run: Run) -> str:
    rows = [
        (
            one.name,
            f"{one.built.articles:,}",
            f"{one.rate:,.0f}",
            f"{one.built.articles / max(one.built.spent.cpu, 1e-9):,.0f}",
            f"{one.size / 1e6:.1f}",
            f"{one.built.peak.anonymous:.0f}",
            f"{one.built.peak.mapped:.0f}",
        )
        for one in run.indexes
    ]
    titles = ("", "articles", "a second", "a CPU second", "MB", "peak MB, own", "peak MB, files")
    return f"{_table(titles, rows)}\n\nTexts beside our index: {run.texts_size / 1e6:.1f} MB."


def _starts(run: Run) -> str:
    rows = []
    for one in run.timings:
        opening = statistics.median(first.opening for first in one.cold) if one.cold else 0.0
        answer = statistics.median(first.answer for first in one.cold) if one.cold else 0.0
        change = _ms(one.change.wall) if one.change else ""
        rows.append((one.name, _ms(one.opening.wall), _ms(opening), _ms(answer), change))
    titles = ("", "opening", "opening, cold", "first answer, cold", "10 changes until found")
    return _table(titles, rows) + "\n\nms by the clock, imports and dictionary apart."


def _median(run: Run, timing: Timing, kind: Kind) -> str:
    return _ms(statistics.median(run.medians(timing, kind)))


def _spread(values: Sequence[float]) -> str:
    """0.48 (0.45-0.52)."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def _ms(seconds: float) -> str:
    value = seconds * 1000
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is text and whose others are figures."""
    lines = [titles, ["---", *["---:"] * (len(titles) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
