"""Addresses made of one pattern are those that each state makes for itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.models import NONE, Sort
from webui.choices import Choice
from webui.patterns import Address, pattern
from webui.state import SearchState, build

VALUES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).map(str.strip)
STATES = (
    SearchState(),
    SearchState("科普 & 讲座", refine=("学习",), page=3, page_size=50),
    SearchState(
        "科普", choices=(Choice("section", "要闻"), Choice("month", "2023-05")), span="30d"
    ),
    SearchState("科普", month_from="2022", month_to="2023-05", compact=True),
    SearchState("科普", span="30d", sort=Sort.OLDEST),
)


@pytest.mark.parametrize("state", STATES, ids=build)
@given(value=VALUES.filter(bool) | st.just(NONE))
def test_pattern_gives_the_address_of_each_value(state: SearchState, value: str) -> None:
    addresses: tuple[Address, ...] = (
        lambda one: build(state.with_facet("org", one)),
        lambda one: build(state.excluding("person", one)),
        lambda one: build(state.only_month(one)),
    )
    for address in addresses:
        assert pattern(address)(value) == address(value)
