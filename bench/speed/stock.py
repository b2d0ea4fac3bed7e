"""The articles of a run as files, so that every contestant reads the same from the disk."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from bench.speed.corpus import Recipe, write_articles
from bench.speed.lexicon import make_lexicon
from bench.speed.reading import make_analyser
from indexer.models import IndexEntry

BATCH = 500
WRITERS = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """An article, and its words cut ready by the product's analyser, blanks between them."""

    entry: IndexEntry
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Stock:
    """A folder with one line an article in two files: the texts, and the words cut ready."""

    folder: Path

    @property
    def texts(self) -> Path:
        """The articles, one JSON object a line."""
        return self.folder / "articles.jsonl"

    @property
    def words(self) -> Path:
        """The words of titles and bodies, a tab between the two."""
        return self.folder / "words.tsv"

    def entries(self, most: int | None = None) -> Iterator[IndexEntry]:
        """The articles in order, at most so many."""
        with self.texts.open(encoding="utf-8") as lines:
            for line in islice(lines, most):
                row = json.loads(line)
                row["organizations"] = tuple(row["organizations"])
                row["persons"] = tuple(row["persons"])
                yield IndexEntry(**row)

    def ready(self, most: int | None = None) -> Iterator[Cut]:
        """The articles in order with their words."""
        with self.words.open(encoding="utf-8") as lines:
            for entry, line in zip(self.entries(most), lines, strict=False):
                title, body = line.rstrip("\n").split("\t")
                yield Cut(entry, title, body)


def prepare(folder: Path, recipe: Recipe) -> Stock:
    """The stock of a recipe; what an earlier run prepared is used again."""
    stock, label = Stock(folder), folder / "recipe.json"
    analyser = make_analyser()
    told = json.dumps([asdict(recipe), analyser.fingerprint])
    if label.is_file() and label.read_text(encoding="utf-8") == told:
        return stock
    folder.mkdir(parents=True, exist_ok=True)
    label.unlink(missing_ok=True)
    lexicon = make_lexicon(analyser, recipe.seed)
    with stock.texts.open("w", encoding="utf-8") as file:
        for entry in write_articles(recipe, lexicon):
            file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
    _cut_all(stock)
    label.write_text(told, encoding="utf-8")
    return stock


def _cut_all(stock: Stock) -> None:
    """Writes the words of all articles, a few batches ahead at most."""
    with (
        ProcessPoolExecutor(WRITERS) as cutters,
        stock.words.open("w", encoding="utf-8") as file,
    ):
        entries = stock.entries()
        while several := [batch for _ in range(2 * WRITERS) if (batch := _batch(entries))]:
            for lines in cutters.map(_cut, several):
                file.write(lines)


def _batch(entries: Iterator[IndexEntry]) -> list[IndexEntry]:
    return list(islice(entries, BATCH))


def _cut(entries: Iterable[IndexEntry]) -> str:
    analyser = make_analyser()
    rows = ((analyser.words(one.title), analyser.words(one.body)) for one in entries)
    return "".join(f"{' '.join(title)}\t{' '.join(body)}\n" for title, body in rows)
