"""The tables of the catalogue, and how a connection to it is set up."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import CatalogError, IndexMissing

# PRAGMA user_version: raised with every change of the tables.
VERSION = 3

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (
  path TEXT PRIMARY KEY,          -- below the corpus, with /; absolute for a file from elsewhere
  size INTEGER NOT NULL,          -- bytes
  mtime_ns INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  correction TEXT NOT NULL,       -- SHA-256 of the corrections beside it, or empty
  status TEXT NOT NULL,           -- ok, damaged, encrypted, empty, scanned, garbled, ...
  reason TEXT NOT NULL,
  warnings TEXT NOT NULL,         -- JSON list
  reader TEXT NOT NULL,           -- fingerprint of the rules it was read by
  read_at TEXT NOT NULL,          -- ISO, UTC
  notices TEXT NOT NULL DEFAULT '[]'  -- JSON list of [kind, message]: the warnings of the reading
) WITHOUT ROWID;
CREATE TABLE issues (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL UNIQUE REFERENCES sources ON UPDATE CASCADE ON DELETE CASCADE,
  title TEXT, number TEXT, date TEXT, issuer TEXT
) WITHOUT ROWID;
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  issue TEXT NOT NULL REFERENCES issues ON DELETE CASCADE,
  position INTEGER NOT NULL,      -- from 0 within the issue
  title TEXT NOT NULL, section TEXT, date TEXT, page INTEGER, url TEXT,
  body TEXT NOT NULL,             -- paragraphs separated by line feeds
  runs TEXT NOT NULL,             -- JSON: [start, page, offset, length] of each run of the body
  organizations TEXT NOT NULL,    -- JSON list of preferred names
  persons TEXT NOT NULL,          -- JSON list of [name, post, organisation]
  cluster TEXT NOT NULL,          -- the same for all versions of one text
  revision INTEGER NOT NULL,      -- of the catalogue, when the article last changed
  cut TEXT NOT NULL DEFAULT '[1.0,[],[]]', -- JSON: [confidence, reasons, doubts]
  signers TEXT NOT NULL DEFAULT '[]',      -- JSON list of preferred names
  added INTEGER NOT NULL DEFAULT 0,        -- revision at which it was first taken in
  entered TEXT NOT NULL DEFAULT ''         -- that moment: ISO, UTC
) WITHOUT ROWID;
CREATE UNIQUE INDEX article_order ON articles (issue, position);
CREATE INDEX article_revision ON articles (revision);
CREATE INDEX article_cluster ON articles (cluster);
CREATE TABLE sketches (
  article TEXT PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  hashes TEXT NOT NULL            -- JSON list, ascending
) WITHOUT ROWID;
CREATE TABLE sketch_keys (        -- the smallest hashes: versions of one text share some
  hash INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX sketch_key_article ON sketch_keys (article);
CREATE TABLE removed (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,      -- of the catalogue, when the article went
  successor TEXT NOT NULL DEFAULT ''  -- the article that holds its text now, if any
) WITHOUT ROWID;
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  finished TEXT NOT NULL,         -- ISO, UTC
  kind TEXT NOT NULL,             -- update or rebuild
  summary TEXT NOT NULL,          -- one sentence
  started TEXT NOT NULL DEFAULT ''  -- ISO, UTC
);
"""

# What brings a catalogue of an older version to the next: columns, so that this is done at once.
# Their values come with the next run, which reads every file again, its rules being older; an
# article was taken in when its file was last read, as far as is still known.
UPGRADES = {
    1: """
ALTER TABLE sources ADD COLUMN notices TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN cut TEXT NOT NULL DEFAULT '[1.0,[],[]]';
""",
    2: """
ALTER TABLE articles ADD COLUMN signers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN entered TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN started TEXT NOT NULL DEFAULT '';
ALTER TABLE removed ADD COLUMN successor TEXT NOT NULL DEFAULT '';
UPDATE articles SET added = revision, entered = (
  SELECT s.read_at FROM issues i JOIN sources s ON s.path = i.source WHERE i.id = articles.issue
);
""",
}


def connect(path: Path, writable: bool) -> sqlite3.Connection:
    """A connection that keeps its promises: WAL, every commit on the disk, foreign keys on.

    A catalogue of an older program is brought up to date. CatalogError where the file is no
    catalogue, or one of a newer program; IndexMissing where it should be read and does not exist.
    """
    if not writable and not path.is_file():
        raise IndexMissing("还没有读入任何简报；请先运行 bulletin index")
    with told(path):
        connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _check_version(path, connection, writable)
        if not writable:
            connection.execute("PRAGMA query_only=ON")
    return connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Whatever SQLite complains of within becomes a CatalogError with a remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise CatalogError(
            f"目录库 {path} 出错：{error}；请检查磁盘空间和权限。若文件已损坏，"
            "请从备份恢复，或删去 data 文件夹后运行 bulletin index 重建"
        ) from error


def _check_version(path: Path, connection: sqlite3.Connection, writable: bool) -> None:
    version = _version(connection)
    if version == 0 and writable:
        connection.executescript(
            f"BEGIN IMMEDIATE; {TABLES} PRAGMA user_version={VERSION}; COMMIT;"
        )
        connection.execute("INSERT INTO meta VALUES ('id', ?)", (secrets.token_hex(8),))
        connection.execute("INSERT INTO meta VALUES ('revision', '0')")
    elif version > VERSION:
        raise CatalogError(f"目录库 {path} 的版本是 {version}，程序只认到 {VERSION}；请升级程序")
    else:
        _upgrade(connection)


def _upgrade(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, step by step, unless another process just did."""
    while (version := _version(connection)) in UPGRADES:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) == version:
                for statement in UPGRADES[version].split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _version(connection: sqlite3.Connection) -> int:
    ((version,),) = connection.execute("PRAGMA user_version")
    return int(version)
