"""What is kept in the cache, and what goes when it is full."""

import os
from pathlib import Path

from indexer.extract.facsimile.store import Store


def test_what_was_put_is_there(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "folder", 1000)
    store.put("a", b"1")
    store.put("a", b"2")
    assert (store.get("a"), store.get("b")) == (b"2", None)
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["a"]


def test_what_was_not_looked_at_longest_goes_when_it_is_full(tmp_path: Path) -> None:
    store = Store(tmp_path, 1000)
    for age, name in enumerate("dcba"):
        store.put(name, bytes(200))
        os.utime(tmp_path / name, ns=(age, age))
    store.get("d")
    store.put("e", bytes(400))
    assert {path.name for path in tmp_path.iterdir()} == {"a", "d", "e"}


def test_a_folder_that_was_full_before_is_cleared_at_once(tmp_path: Path) -> None:
    for age in range(9):
        (tmp_path / str(age)).write_bytes(bytes(500))
        os.utime(tmp_path / str(age), ns=(age, age))
    Store(tmp_path, 1000).put("new", b"1")
    assert {path.name for path in tmp_path.iterdir()} == {"8", "new"}
