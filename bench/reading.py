"""How well are bulletins read? Every bulletin of tests/golden against what a careful reader finds.

    python -m bench.reading [FOLDER...]    # the tables
    python -m bench.reading --misses       # and what was read otherwise, one line each

Rates are over the articles of the gold: an article that was not found is wrong in every column.
Blanks and full width do not matter; what the gold calls optional is neither right nor wrong.
"""

import argparse
import difflib
import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.config import load_config
from indexer.library import open_library
from indexer.models import Article, Bulletin

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "golden"
# Written by people who did not know the rules of reading.
BLIND = GOLD / "blind"
CORPUS = ROOT / "corpus"
COLUMNS = ("boundaries", "titles", "sections", "dates", "months", "pages", "issues")
SAME_TITLE = 0.8


@dataclass(slots=True)
class Tally:
    """Right and all, for each column; for names: right, wrong and missed."""

    right: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[int]] = field(default_factory=dict)
    extra: int = 0
    misses: list[str] = field(default_factory=list)

    def note(self, column: str, fits: bool, miss: str) -> None:
        """Count one judgement."""
        self.right[column] = self.right.get(column, 0) + fits
        self.seen[column] = self.seen.get(column, 0) + 1
        if not fits:
            self.misses.append(f"{column}: {miss}")

    def note_names(self, kind: str, wanted: set[str], read: set[str], of: str) -> None:
        """Count the names of one article."""
        counts = self.names.setdefault(kind, [0, 0, 0])
        for at, found in enumerate((wanted & read, read - wanted, wanted - read)):
            counts[at] += len(found)
        if wanted != read:
            missed, wrong = sorted(wanted - read), sorted(read - wanted)
            self.misses.append(f"{kind}: {of[:20]}: missed {missed}, wrong {wrong}")

    def rate(self, column: str) -> float | None:
        """The share that is right; F1 for boundaries and names; None where nothing was asked."""
        if column in self.names:
            right, wrong, missed = self.names[column]
            return 2 * right / (2 * right + wrong + missed or 1)
        if not self.seen.get(column):
            return None
        if column == "boundaries":
            return 2 * self.right[column] / (2 * self.seen[column] + self.extra)
        return self.right[column] / self.seen[column]


def measure(gold: dict[str, Any], read: Bulletin) -> Tally:
    """One bulletin as it was read against its gold."""
    tally = Tally()
    pairs = list(_paired(gold["articles"], read.articles))
    tally.extra = len(read.articles) - sum(article is not None for _, article in pairs)
    for at, (wanted, article) in enumerate(pairs):
        after = gold["articles"][at + 1] if at + 1 < len(pairs) else None
        _judge(tally, wanted, article, after)
        for kind, key in (("organizations", "organizations"), ("persons", "persons")):
            _judge_names(tally, gold, wanted, article, (kind, key))
    for key in ("title", "number", "date", "issuer"):
        told, got = gold["issue"].get(key), getattr(read.issue, key)
        others = gold["issue"].get(f"{key}_alt") or []
        fits = _plain(got) in {_plain(value) for value in (told, *others)}
        tally.note("issues", fits, f"{key}: {told}, read {got}")
    return tally


def _judge(
    tally: Tally, wanted: dict[str, Any], article: Article | None, after: dict[str, Any] | None
) -> None:
    title = wanted["title"]
    text = _plain(article.body.text) if article else ""
    same = article is not None and _plain(article.title) == _plain(title)
    whole = _plain(wanted["first_sentence"]) in text and _plain(wanted["last_sentence"]) in text
    runs_on = after is not None and _plain(after["first_sentence"]) in text
    tally.note("boundaries", same and whole and not runs_on, title)
    tally.note("titles", same, f"{title}, read {article.title if article else None}")
    section = article.section if article else "?"
    tally.note("sections", _plain(section) == _plain(wanted.get("section")), f"{title}: {section}")
    date = article.date if article else "?"
    dates = [wanted.get("date"), *(wanted.get("date_alt") or [])]
    tally.note("dates", date in dates, f"{title}: {dates[0]}, read {date}")
    months = {(value or "")[:7] for value in dates}
    tally.note("months", (date or "")[:7] in months, f"{title}: {dates[0]}, read {date}")
    if wanted.get("page") is not None:
        page = article.page if article else None
        tally.note("pages", page == wanted["page"], f"{title}: {wanted['page']}, read {page}")


def _judge_names(
    tally: Tally,
    gold: dict[str, Any],
    wanted: dict[str, Any],
    article: Article | None,
    kind: tuple[str, str],
) -> None:
    name, key = kind
    aliases = gold.get("organization_aliases") or {}
    known = {_name(one): _name(other) for one, other in aliases.items()}
    values: Sequence[str] = ()
    if article:
        values = (
            article.organizations if key == "organizations" else [p.name for p in article.persons]
        )
    read = {known.get(_name(value), _name(value)) for value in values}
    told = {_name(value) for value in wanted.get(key) or []}
    optional = {known.get(_name(v), _name(v)) for v in wanted.get(f"{key}_optional") or []}
    tally.note_names(name, told, read - (optional - told), wanted["title"])


def _paired(
    gold: Sequence[dict[str, Any]], read: Sequence[Article]
) -> Iterator[tuple[dict[str, Any], Article | None]]:
    """Each gold article with the most similar later one that was read, in order."""
    start = 0
    for wanted in gold:
        rest = [
            (_likeness(wanted["title"], article.title), -at)
            for at, article in enumerate(read[start:])
        ]
        best, at = max(rest, default=(0.0, 0))
        if best < SAME_TITLE:
            yield wanted, None
            continue
        yield wanted, read[start - at]
        start += 1 - at


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio()


def _plain(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def _name(text: str) -> str:
    """A name without quotes, 科学技术协会 as 科协."""
    plain = _plain(text).translate(str.maketrans("", "", "“”\"'‘’「」《》"))
    return plain.replace("科学技术协会", "科协").replace("•", "·")


def measure_all(folder: Path = GOLD) -> dict[str, Tally]:
    """The tally of each bulletin with gold, by name; its text lies beside it or in corpus/."""
    found = {}
    with open_library(load_config(ROOT / "config.toml")) as library:
        for gold in sorted(folder.glob("*.json")):
            source = next(
                path
                for path in (
                    gold.with_suffix(".txt"),
                    gold.with_suffix(".pdf"),
                    CORPUS / f"{gold.stem}.pdf",
                    CORPUS / f"{gold.stem}.txt",
                )
                if path.exists()
            )
            told = json.loads(gold.read_text(encoding="utf-8"))
            found[gold.stem] = measure(told, library.read(source).bulletin)
    return found


def total(tallies: Sequence[Tally]) -> Tally:
    """All tallies as one."""
    whole = Tally()
    for tally in tallies:
        whole.extra += tally.extra
        for column in COLUMNS:
            whole.right[column] = whole.right.get(column, 0) + tally.right.get(column, 0)
            whole.seen[column] = whole.seen.get(column, 0) + tally.seen.get(column, 0)
        for kind, counts in tally.names.items():
            mine = whole.names.setdefault(kind, [0, 0, 0])
            whole.names[kind] = [a + b for a, b in zip(mine, counts, strict=True)]
    return whole


def _row(name: str, tally: Tally) -> str:
    rates = [tally.rate(column) for column in (*COLUMNS, "organizations", "persons")]
    return f"{name:<30}" + "".join("       -" if r is None else f"{r:8.3f}" for r in rates)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="what was read otherwise")
    parser.add_argument("folders", nargs="*", type=Path, default=(GOLD, BLIND))
    asked = parser.parse_args(arguments)
    for folder in asked.folders:
        _print(measure_all(folder), asked.misses)
    return 0


def _print(tallies: dict[str, Tally], misses: bool) -> None:
    heads = ("bound", "title", "sect", "date", "month", "page", "issue", "orgF1", "perF1")
    write = sys.stdout.write
    write(f"{'bulletin':<30}" + "".join(f"{head:>8}" for head in heads) + "\n")
    for name, tally in tallies.items():
        write(_row(name, tally) + "\n")
    write(_row(f"all {len(tallies)}", total(list(tallies.values()))) + "\n")
    if misses:
        for name, tally in tallies.items():
            for miss in tally.misses:
                write(f"{name}: {miss}\n")


if __name__ == "__main__":
    sys.exit(main())
