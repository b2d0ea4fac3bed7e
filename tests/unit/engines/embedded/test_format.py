"""The files of a small index, byte by byte: an older program must not misread a newer index."""

import hashlib
from pathlib import Path
from random import Random

from indexer.engines.embedded.schema import FORMAT
from indexer.models import IndexEntry
from tests.unit.engines.embedded.plain import HAN, PlainAnalyser, Step, built, entries, opened

# Where this test fails, raise FORMAT and put the new digest here.
DIGESTS = {6: "16d6785faac2cbbc19198f9f48a6a71647da294cd525e2b6910055b2a1c18e50"}

TAGGED = IndexEntry(
    "tagged",
    "2023 年 science and art",
    "v1.2.3 科协 𠮷",
    "2023-12",
    "要闻",
    ("北京市科协", "天津市科协"),
    ("张三",),
    "a001",
    "i1",
    "2024-01-05",
    ("天津市科协",),
    7,
    "2024-01-10",
)


def test_changed_bytes_need_another_format_number(tmp_path: Path) -> None:
    articles = (TAGGED, *entries(Random(0), HAN, 0, 40))
    built(tmp_path / "index", PlainAnalyser(), [Step(articles), Step(articles[5:8], ("a001",))])
    snapshot = opened(tmp_path / "index")
    digest = hashlib.sha256()
    for record in snapshot.manifest.segments:
        digest.update(repr((record.size, record.arrays, record.deleted)).encode())
        digest.update((tmp_path / "index" / snapshot.name / record.file).read_bytes())
    assert {FORMAT: digest.hexdigest()} == DIGESTS
