"""Every engine sits the exam over the same catalogue."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.analysis import Analyser
from indexer.build.indexing import bring_index_up
from indexer.catalog import Catalog
from indexer.engines.base import Engine
from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.search import SearchParts
from tests.contract.fixture import KNOWLEDGE, sources
from tests.contract.memory import MemoryEngine


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser(KNOWLEDGE)


@pytest.fixture(params=["memory", "embedded"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, analyser: Analyser) -> Iterator[Engine]:
    """An engine without an index."""
    if request.param == "memory":
        yield MemoryEngine(analyser)
        return
    embedded = EmbeddedEngine(tmp_path / "index", analyser)
    yield embedded
    embedded.close()


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """The catalogue with the 21 articles of the exam."""
    with_articles = Catalog(tmp_path / "catalog.sqlite")
    for source, reading in sources():
        with_articles.store(source, reading, "exam")
    yield with_articles
    with_articles.close()


@pytest.fixture
def parts(catalog: Catalog, engine: Engine, analyser: Analyser) -> SearchParts:
    """All that answering takes, the index built."""
    bring_index_up(catalog, engine)
    return SearchParts(catalog, engine, analyser, KNOWLEDGE)
