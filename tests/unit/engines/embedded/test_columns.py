"""Facet columns against plain counting."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.engines.embedded.columns import Column

ROWS = st.lists(st.lists(st.sampled_from("甲乙丙丁"), max_size=3), max_size=12)


@given(ROWS)
def test_counts_equal_plain_counting(rows: list[list[str]]) -> None:
    column = Column.build("organization", rows)
    mask = np.array([len(row) != 1 for row in rows], dtype=bool)
    kept = [row for row in rows if len(row) != 1]
    counts = column.counts(mask, (), np.arange(len(rows)))
    assert dict(counts.values) == Counter(value for row in kept for value in set(row))
    assert counts.missing == sum(not row for row in kept)


@given(ROWS)
def test_mask_has_the_rows_with_a_wanted_value(rows: list[list[str]]) -> None:
    column = Column.build("organization", rows)
    wanted = {"甲", "丙"}
    expected = [bool(wanted & set(row)) for row in rows]
    assert column.mask(wanted.__contains__).tolist() == expected
    either = [bool(wanted & set(row)) or not row for row in rows]
    assert column.mask(wanted.__contains__, missing=True).tolist() == either


def test_chosen_value_is_counted_even_at_zero() -> None:
    column = Column.build("organization", [["甲"]])
    assert column.counts(np.array([False]), ["甲"], np.arange(1)).values == (("甲", 0),)


def test_versions_of_one_text_count_once() -> None:
    column = Column.build("organization", [["甲"], ["甲", "乙"], ["甲"], []])
    counts = column.counts(np.ones(4, dtype=bool), (), np.array([7, 7, 8, 8]))
    assert counts.values == (("甲", 2), ("乙", 1))
    assert counts.missing == 1
