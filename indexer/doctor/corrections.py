"""Corrections whose bulletin is gone: a.pdf.toml without a.pdf."""

from collections.abc import Iterator
from pathlib import Path

from indexer.models import Concern, Finding

_REMEDY = "文件改了名或移走的，请把更正文件一同改名或移走；不再需要的，请删去"


def of_corrections(corpus: Path) -> Iterator[Finding]:
    """A finding for each file of corrections without its bulletin."""
    for path in sorted(corpus.rglob("*.toml")):
        beside = path.with_suffix("")
        if not beside.exists():
            name = path.relative_to(corpus).as_posix()
            yield Finding(Concern.CORRECTION, name, f"找不到它所更正的文件 {beside.name}", _REMEDY)
