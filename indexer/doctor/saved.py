"""Searches in config.toml that cannot be kept as they are written."""

import re
from collections.abc import Iterator, Sequence

from indexer.config import SavedSearch
from indexer.models import Concern, Finding

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_REMEDY = "请改正 config.toml 中的 [[saved]]"


def of_saved(saved: Sequence[SavedSearch]) -> Iterator[Finding]:
    """The shared searches that are wrong."""
    for one, fault in zip(saved, faults_of(saved), strict=True):
        if fault:
            yield Finding(Concern.SAVED, one.slug, fault, _REMEDY)


def faults_of(saved: Sequence[SavedSearch]) -> tuple[str, ...]:
    """What is wrong with each, or nothing; of two with one slug the second is wrong."""
    return tuple(_fault(one, {other.slug for other in saved[:at]}) for at, one in enumerate(saved))


def _fault(saved: SavedSearch, before: set[str]) -> str:
    if not SLUG.fullmatch(saved.slug):
        return "slug 只能用小写字母、数字和 -"
    if saved.slug in before:
        return "slug 重复了"
    return "" if saved.query.strip() else "没有 query"
