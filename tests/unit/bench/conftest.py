from pathlib import Path

import pytest

from bench.speed.contestants.texts import write_texts
from bench.speed.corpus import Recipe
from bench.speed.lexicon import Lexicon, make_lexicon
from bench.speed.reading import make_analyser
from bench.speed.stock import Stock, prepare


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return make_lexicon(make_analyser(), seed=1)


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """Two hundred articles, a tenth of them repeated."""
    folder: Path = tmp_path_factory.mktemp("bench")
    made = prepare(folder, Recipe(200, repeats=0.1))
    write_texts(folder / "texts.sqlite", made.entries())
    return made
