"""config.toml -> a frozen Config; whatever is unknown or wrong is named with its line."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from indexer.errors import ConfigError
from indexer.models import Knowledge, Limits, OrganizationEntry
from indexer.tables import TomlFile


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """What the archive is called, and its folders as written (relative to config.toml)."""

    name: str = "科协工作动态检索"
    corpus: str = "corpus"
    data: str = "var"
    contact: str = ""


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How results are given out; ``page_size`` is 1 to 100."""

    page_size: int = field(default=20, metadata={"range": (1, 100)})


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Where the web pages are served; ``address`` is where readers find them, if told.

    ``default_language`` is that of readers who chose none.
    """

    host: str = "127.0.0.1"
    port: int = field(default=8000, metadata={"range": (0, 65535)})
    threads: int = field(default=8, metadata={"range": (1, 64)})
    pictures_mb: int = 256
    address: str = ""
    default_language: Literal["zh", "en"] = "zh"


@dataclass(frozen=True, slots=True)
class KnowledgeSettings:
    """Local names and words, as written."""

    home: str = ""
    sections: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search the office shares: ``query`` is what stands in its address, or words alone."""

    slug: str
    title: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; ``corpus`` and ``data`` are absolute paths."""

    path: Path
    corpus: Path
    data: Path
    archive: ArchiveSettings
    reading: Limits
    search: SearchSettings
    web: WebSettings
    knowledge: Knowledge
    saved: tuple[SavedSearch, ...] = ()


TABLES = {
    "archive": ArchiveSettings,
    "reading": Limits,
    "search": SearchSettings,
    "web": WebSettings,
    "knowledge": KnowledgeSettings,
    "organizations": OrganizationEntry,
    "saved": SavedSearch,
}


def load_config(path: Path) -> Config:
    """The settings in a TOML file; ConfigError names the file, the line, the key and the remedy."""
    if not path.is_file():
        raise ConfigError(
            f"找不到设置文件 {path}；请在项目文件夹中运行，或用 --config 指明 config.toml"
        )
    file = TomlFile(path)
    file.check_names(TABLES)
    archive = file.table("archive", ArchiveSettings)
    words = file.table("knowledge", KnowledgeSettings)
    organizations = file.rows("organizations", OrganizationEntry, required="name")
    folder = path.resolve().parent
    return Config(
        path=path.resolve(),
        corpus=(folder / archive.corpus).resolve(),
        data=(folder / archive.data).resolve(),
        archive=archive,
        reading=file.table("reading", Limits),
        search=file.table("search", SearchSettings),
        web=file.table("web", WebSettings),
        knowledge=Knowledge(organizations, words.sections, words.words, words.home),
        saved=file.rows("saved", SavedSearch, required="slug"),
    )
