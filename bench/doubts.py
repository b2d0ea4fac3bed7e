"""Are the cuts that are wrong those that were called doubtful? Golden bulletins, disturbed by code.

    python -m bench.doubts                 # the table
    python -m bench.doubts --cuts          # and each cut: right, confidence, reasons, doubts

Every bulletin of tests/golden is read as it is and as each disturbance leaves it: without contents,
blank lines, marks of sections and titles, indents, full stops before titles. A cut is wrong if
its article is none of the gold, or lacks its beginning or end, or runs into another one.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.reading import CORPUS, GOLD, ROOT
from indexer.articles import read_bulletin
from indexer.articles.confidence import DOUBTFUL
from indexer.config import load_config
from indexer.extract import extract
from indexer.extract.clean import clean
from indexer.models import Article, Cut, Knowledge, Limits, Page

SUBHEAD = "推动工作走深走实"
_CONTENTS = re.compile(r"\s*[【\[]?\s*(?:本期)?(?:目\s*录|要\s*目|导\s*读|目\s*次)\s*[】\]]?\s*")
_MARKS = re.compile(
    r"(?m)^(\s*)(?:[【\[〔](.{1,16})[】\]〕]\s*$|[◆■●▍▶★❖◇□○]+\s*|[一二三四五六七八九十]+、|\d{1,2}[.、]\s*)"
)
_LEADER = re.compile(r"[.…·．]{3,}\s*[(（]?\d+[)）]?\s*$|\s{2,}\d{1,3}\s*$")


@dataclass(frozen=True, slots=True)
class Judged:
    """One cut, and whether it was right."""

    bulletin: str
    disturbance: str
    title: str
    cut: Cut
    right: bool


def without_contents(text: str) -> str:
    """The text without its table of contents: the heading and all rows up to the first prose."""
    lines = text.split("\n")
    heads = [at for at, line in enumerate(lines[:40]) if _CONTENTS.fullmatch(line)]
    if not heads:
        return "\n".join(line for line in lines if not _LEADER.search(line))
    rows = {_plain(_LEADER.sub("", line)) for line in lines[heads[0] + 1 :][:2]} - {""}
    again = [at for at in range(heads[0] + 3, len(lines)) if _plain(lines[at]) in rows]
    return "\n".join(lines[: heads[0]] + lines[again[0] :]) if again else text


def without_blanks(text: str) -> str:
    """The text without empty lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def without_marks(text: str) -> str:
    """The text without brackets, bullets and numbers before headings."""
    return _MARKS.sub(lambda mark: mark[1] + (mark[2] or ""), text)


def without_indents(text: str) -> str:
    """The text without blanks at the beginning of lines."""
    return "\n".join(line.strip(" \u3000\t") for line in text.split("\n"))


def without_stops(text: str) -> str:
    """The text without the full stop at the end of every third paragraph."""
    ends = iter(range(len(text)))
    return re.sub(r"。(?=\n)", lambda _: "" if next(ends) % 3 == 0 else "。", text)


def with_subheads(text: str) -> str:
    """The text with a short line before every fifth line that begins after a full stop."""
    starts = iter(range(len(text)))
    return re.sub(
        r"(?<=。\n)(?=\s*\S{30})",
        lambda _: f"{SUBHEAD}\n" if next(starts) % 5 == 0 else "",
        text,
    )


def _all_of(*steps: Callable[[str], str]) -> Callable[[str], str]:
    def disturb(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return disturb


def disturbances() -> Mapping[str, Callable[[str], str]]:
    """All ways to disturb a text, by name."""
    single = (
        without_contents,
        without_blanks,
        without_marks,
        without_indents,
        without_stops,
        with_subheads,
    )
    return {
        "as it is": str,
        **{step.__name__: step for step in single},
        "without contents and blanks": _all_of(without_contents, without_blanks),
        "without blanks and indents": _all_of(without_blanks, without_indents),
        "without contents, marks, indents": _all_of(
            without_contents, without_marks, without_indents
        ),
        "bare": _all_of(without_contents, without_marks, without_blanks, without_indents),
    }


def judge_all(folder: Path) -> Iterator[Judged]:
    """Every cut of every bulletin of a folder, as it is and disturbed."""
    knowledge = load_config(ROOT / "config.toml").knowledge
    for gold in sorted(folder.glob("*.json")):
        paths = (gold.with_suffix(".txt"), CORPUS / f"{gold.stem}.pdf", CORPUS / f"{gold.stem}.txt")
        source = next((path for path in paths if path.exists()), None)
        if source is None:
            continue
        told = json.loads(gold.read_text(encoding="utf-8"))
        pages = extract(source, Limits()).pages
        for name, disturb in disturbances().items():
            changed = [Page(page.number, disturb(page.text)) for page in pages]
            for article in _read(changed, source.name, knowledge):
                right = is_right(article, told["articles"])
                yield Judged(gold.stem, name, article.title, article.cut, right)


def _read(pages: Sequence[Page], name: str, knowledge: Knowledge) -> tuple[Article, ...]:
    return read_bulletin(clean(pages, len(pages) > 1), name, knowledge).articles


def is_right(article: Article, gold: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an article is one of the gold, whole and alone; full stops do not count."""
    text = _plain(article.body.text.replace(SUBHEAD, ""))
    mine = [one for one in gold if _plain(one["title"]) == _plain(article.title)]
    whole = any(
        _plain(one["first_sentence"]) in text and _plain(one["last_sentence"]) in text
        for one in mine
    )
    others = [one for one in gold if one not in mine]
    return whole and not any(_plain(one["first_sentence"]) in text for one in others)


def _plain(text: str) -> str:
    """The text without blanks, marks and full stops, to be compared."""
    return re.sub(r"[。\s]", "", unicodedata.normalize("NFKC", text))


def figures(cuts: Sequence[Judged]) -> str:
    """Cuts, wrong ones, doubtful ones; wrong among the doubtful, doubtful among the wrong."""
    wrong = [one for one in cuts if not one.right]
    doubtful = [one for one in cuts if one.cut.confidence < DOUBTFUL]
    both = sum(one.cut.confidence < DOUBTFUL for one in wrong)
    shares = [both / len(group) if group else 0.0 for group in (doubtful, wrong)]
    return f"{len(cuts):7}{len(wrong):7}{len(doubtful):10}{shares[0]:11.2f}{shares[1]:10.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cuts", action="store_true", help="each cut with its reasons")
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    asked = parser.parse_args(arguments)
    cuts = list(judge_all(asked.folder))
    write = sys.stdout.write
    write(f"{'disturbance':<36}   cuts  wrong  doubtful  precision    recall\n")
    for name in disturbances():
        rows = [one for one in cuts if one.disturbance == name]
        write(f"{name:<36}{figures(rows)}\n")
    write(f"{'all':<36}{figures(cuts)}\n")
    for one in cuts if asked.cuts else ():
        sign = "right" if one.right else "WRONG"
        because = "；".join((*one.cut.reasons, *(f"-{doubt}" for doubt in one.cut.doubts)))
        write(f"{sign} {one.cut.confidence:.2f} {one.bulletin} [{one.disturbance}] {one.title}")
        write(f" | {because}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
