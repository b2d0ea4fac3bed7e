from urllib.parse import parse_qsl, unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.models import Basis, Match, Query, Sort
from webui.asked import Weight, parse
from webui.choices import Choice, in_order
from webui.presenters.help import offered
from webui.state import SearchState, build

BOTH = SearchState("科普", choices=(Choice("org", "延庆区科协"), Choice("month", "2023-12")))


def asked(address: str) -> SearchState:
    return parse(parse_qsl(address)).state


@pytest.mark.parametrize(
    ("state", "address"),
    [
        pytest.param(SearchState(), "", id="nothing asked is an empty address"),
        pytest.param(SearchState("科普"), "q=科普", id="words alone"),
        pytest.param(SearchState("科普", repeats=True), "q=科普&dup=1", id="versions one by one"),
        pytest.param(
            SearchState("科普", Match.PHRASE), "q=科普&match=phrase", id="another way to match"
        ),
        pytest.param(BOTH, "q=科普&org=延庆区科协&month=2023-12", id="facets in fixed order"),
        pytest.param(
            SearchState(month_from="2022", month_to="2023-05"),
            "from=2022&to=2023-05",
            id="a range may begin with a year",
        ),
        pytest.param(SearchState("a", title_only=True), "q=a&in=title", id="titles alone"),
        pytest.param(
            SearchState("a", refine=("b", "c")), "q=a&refine=b&refine=c", id="narrowed twice"
        ),
        pytest.param(
            SearchState("a", aliases=False, recency=False),
            "q=a&expand=0&recency=0",
            id="what is switched off",
        ),
        pytest.param(
            SearchState(choices=(Choice("org", "b"), Choice("not_org", "a"))),
            "org=b&not_org=a",
            id="a value left out",
        ),
        pytest.param(SearchState("a", span="30d"), "q=a&within=30d", id="the last days"),
        pytest.param(SearchState("a", compact=True), "q=a&view=compact", id="a short list"),
        pytest.param(
            SearchState(choices=(Choice("org", "o"),), by=True, sub=True),
            "org=o&orgrole=by&sub=1",
            id="how an organisation is meant stands behind it",
        ),
        pytest.param(
            SearchState(choices=in_order({Choice("month", "2023-05"), Choice("issue", "i")})),
            "issue=i&month=2023-05",
            id="issues before months",
        ),
        pytest.param(
            SearchState("a", span="7d", basis=Basis.ISSUED, since="g41"),
            "q=a&within=7d&basis=issued&since=g41",
            id="whose months, and since when",
        ),
        pytest.param(
            SearchState("a", sort=Sort.ADDED), "q=a&sort=added", id="in the order of entry"
        ),
        pytest.param(
            SearchState("科普", sort=Sort.OLDEST, page=3, page_size=50),
            "q=科普&sort=old&page=3&n=50",
            id="order, page and length come last",
        ),
    ],
)
def test_a_state_has_one_address_and_the_address_means_that_state(
    state: SearchState, address: str
) -> None:
    assert unquote_plus(build(state)) == address
    assert asked(build(state)) == state


def test_signs_with_a_meaning_in_addresses_are_encoded() -> None:
    assert build(SearchState("C++ & 5%")) == "q=C%2B%2B+%26+5%25"
    assert asked(build(SearchState("C++ & 5%"))) == SearchState("C++ & 5%")


@pytest.mark.parametrize(
    ("address", "state"),
    [
        pytest.param("q=+科普　", SearchState("科普"), id="blanks at the ends go"),
        pytest.param("q=a%00b", SearchState("a b"), id="a control character is a blank"),
        pytest.param("q=科普&match=smart&page=1&n=20", SearchState("科普"), id="defaults go"),
        pytest.param("q=&org=&from=", SearchState(), id="empty fields go"),
        pytest.param("q=科普&sort=rel", SearchState("科普"), id="relevance is usual for words"),
        pytest.param("month=2023-12&sort=new", asked("month=2023-12"), id="newest is, without"),
        pytest.param("month=2023-12&sort=rel", asked("month=2023-12"), id="no words, no relevance"),
        pytest.param(
            "utm_source=x&q=科普", SearchState("科普"), id="unknown names are passed over"
        ),
        pytest.param("q=科普&q=讲座", SearchState("科普"), id="the first text counts"),
        pytest.param("month=2023年5月", asked("month=2023-05"), id="months in any spelling"),
        pytest.param("org=b&org=a&org=b", asked("org=a&org=b"), id="values sorted, once each"),
        pytest.param("month=2023-12&org=甲", asked("org=甲&month=2023-12"), id="facets in order"),
        pytest.param("from=2023-05&to=2023", asked("to=2023&from=2023-05"), id="a month of a year"),
        pytest.param("q=a&refine=c&refine=b&refine=c", asked("q=a&refine=b&refine=c"), id="once"),
        pytest.param("q=a&in=all&view=list", SearchState("a"), id="usual place and look go"),
        pytest.param("refine=a", SearchState(refine=("a",)), id="a narrowing of everything"),
        pytest.param("since=Ｇ０４１", SearchState(since="g41"), id="a revision in full width"),
        pytest.param("since=20230501", SearchState(since="2023-05-01"), id="a day without signs"),
        pytest.param("page=3&q=科普&sort=old", asked("q=科普&sort=old&page=3"), id="page is kept"),
    ],
)
def test_different_spellings_of_an_address_mean_one_state(address: str, state: SearchState) -> None:
    assert asked(address) == state


@pytest.mark.parametrize(
    ("address", "field", "weight"),
    [
        pytest.param("q=" + "字" * 201, "q", Weight.ERROR, id="a text beyond 200 characters"),
        pytest.param("month=2023-13", "month", Weight.ERROR, id="a month that does not exist"),
        pytest.param("from=2023年13月", "from", Weight.ERROR, id="an end that does not exist"),
        pytest.param(
            "&".join(f"org={n}" for n in range(21)), "org", Weight.ERROR, id="too many values"
        ),
        pytest.param("month=五月", "month", Weight.DOUBT, id="a month nobody can read"),
        pytest.param("to=later", "to", Weight.DOUBT, id="an end nobody can read"),
        pytest.param("sort=best", "sort", Weight.DOUBT, id="an order there is not"),
        pytest.param("match=fuzzy", "match", Weight.DOUBT, id="a way to match there is not"),
        pytest.param("page=0", "page", Weight.DOUBT, id="a page before the first"),
        pytest.param("page=x", "page", Weight.DOUBT, id="a page that is no number"),
        pytest.param("page=" + "9" * 5000, "page", Weight.DOUBT, id="a page beyond all numbers"),
        pytest.param("n=7", "n", Weight.DOUBT, id="a page length not offered"),
        pytest.param("in=body", "in", Weight.DOUBT, id="a place there is not"),
        pytest.param("expand=1", "expand", Weight.DOUBT, id="a switch that is on anyway"),
        pytest.param("within=3d", "within", Weight.DOUBT, id="days not offered"),
        pytest.param("view=tiles", "view", Weight.DOUBT, id="a look there is not"),
        pytest.param(
            "refine=a&refine=b&refine=c&refine=d", "refine", Weight.ERROR, id="narrowed too often"
        ),
        pytest.param("refine=" + "字" * 101, "refine", Weight.ERROR, id="narrowed by too much"),
        pytest.param("within=7d&month=2023-05", "within", Weight.NOTICE, id="days beside months"),
        pytest.param(
            "&".join(f"not_org={n}" for n in range(21)), "not_org", Weight.ERROR, id="too many out"
        ),
        pytest.param("from=2024&to=2023", "from", Weight.NOTICE, id="a reversed range"),
        pytest.param("since=2023-02-30", "since", Weight.ERROR, id="a day that does not exist"),
        pytest.param("since=lately", "since", Weight.DOUBT, id="a day nobody can read"),
        pytest.param("basis=printed", "basis", Weight.DOUBT, id="months there are not"),
        pytest.param("orgrole=to", "orgrole", Weight.DOUBT, id="a role there is not"),
        pytest.param("sub=0", "sub", Weight.DOUBT, id="a switch that is off anyway"),
    ],
)
def test_what_cannot_be_taken_as_written_is_remarked(
    address: str, field: str, weight: Weight
) -> None:
    (remark,) = parse(parse_qsl(address)).remarks
    assert (remark.field, remark.weight) == (field, weight)
    assert remark.message


def test_two_hundred_characters_are_not_too_many() -> None:
    assert parse([("q", "字" * 200)]).remarks == ()


def test_a_refused_text_is_kept_for_its_field() -> None:
    assert asked("q=" + "字" * 201).text == "字" * 201


def test_a_reversed_range_is_swapped() -> None:
    state = asked("from=2024-02&to=2023-05")
    assert (state.month_from, state.month_to) == ("2023-05", "2024-02")


def test_a_page_length_of_the_archive_needs_no_saying() -> None:
    assert parse([("n", "30")], (10, 30), 30).state.page_size is None
    assert parse([("n", "10")], (10, 30), 30).state.page_size == 10


def test_years_of_a_range_become_months_of_the_question() -> None:
    assert SearchState(month_from="2022", month_to="2023").query(20) == Query(
        month_from="2022-01", month_to="2023-12", sort=Sort.NEWEST
    )


def test_all_conditions_reach_the_question() -> None:
    address = (
        "q=a&match=any&org=o&person=p&section=s&month=2023-12&sort=old&page=2&n=50&in=title"
        "&refine=b&expand=0&recency=0&not_org=x&not_person=y&not_section=z&dup=1"
        "&issue=i&basis=issued&orgrole=by&sub=1&since=2023-05-01"
    )
    assert asked(address).query(20) == Query(
        text="a",
        match=Match.ANY,
        organizations=("o",),
        people=("p",),
        sections=("s",),
        months=("2023-12",),
        sort=Sort.OLDEST,
        page=2,
        page_size=50,
        aliases=False,
        duplicates=True,
        within=("b",),
        title_only=True,
        recency=False,
        issues=("i",),
        basis=Basis.ISSUED,
        signed=True,
        subordinates=True,
        since="2023-05-01",
        without_organizations=("x",),
        without_people=("y",),
        without_sections=("z",),
    )


def test_the_last_days_are_asked_in_the_language_of_questions() -> None:
    assert asked("q=a&within=30d").query(20).within == ("日期:近30天",)
    assert asked("q=a&within=30d&basis=issued").query(20).within == ("刊期:近30天",)


def test_a_revision_since_which_something_came_in_reaches_the_question() -> None:
    query = asked("since=g41").query(20)
    assert (query.since, query.since_revision) == (None, 41)


@pytest.mark.parametrize(
    ("changed", "address"),
    [
        pytest.param(
            BOTH.at_page(3).with_facet("org", "北京市科协"),
            "q=科普&org=北京市科协&org=延庆区科协&month=2023-12",
            id="a value more",
        ),
        pytest.param(
            BOTH.at_page(3).without("org", "延庆区科协"), "q=科普&month=2023-12", id="a value less"
        ),
        pytest.param(
            SearchState("a", month_from="2022", page=2).without_range(), "q=a", id="no range"
        ),
        pytest.param(BOTH.at_page(3).without_conditions(), "q=科普", id="words alone"),
        pytest.param(
            SearchState("a", page=2).matching(Match.ANY), "q=a&match=any", id="matched otherwise"
        ),
        pytest.param(SearchState("a", page=2).sorted_by(Sort.NEWEST), "q=a&sort=new", id="sorted"),
        pytest.param(
            SearchState("a", sort=Sort.NEWEST).sorted_by(Sort.RELEVANCE), "q=a", id="sorted back"
        ),
        pytest.param(SearchState("a").at_page(2), "q=a&page=2", id="turned"),
        pytest.param(
            BOTH.excluding("org", "延庆区科协"),
            "q=科普&not_org=延庆区科协&month=2023-12",
            id="a chosen value left out",
        ),
        pytest.param(
            SearchState("a").excluding("org", "甲").with_facet("org", "甲"),
            "q=a&org=甲",
            id="a value left out chosen",
        ),
        pytest.param(
            BOTH.only_month("2024-01"),
            "q=科普&org=延庆区科协&month=2024-01",
            id="another month alone",
        ),
        pytest.param(
            BOTH.between("2023-05", "2024-01"),
            "q=科普&org=延庆区科协&from=2023-05&to=2024-01",
            id="a range for a month",
        ),
        pytest.param(BOTH.back("7d"), "q=科普&org=延庆区科协&within=7d", id="days for a month"),
        pytest.param(
            SearchState("a", span="7d").with_facet("month", "2024-01"),
            "q=a&month=2024-01",
            id="a month for days",
        ),
        pytest.param(
            SearchState("a", page=2).refined("c").refined("b"),
            "q=a&refine=b&refine=c",
            id="narrowed",
        ),
        pytest.param(
            SearchState("a", refine=("b", "c")).unrefined("b"), "q=a&refine=c", id="widened again"
        ),
    ],
)
def test_a_changed_condition_begins_at_the_first_page(changed: SearchState, address: str) -> None:
    assert changed == asked(address)


def test_a_state_is_never_changed_in_place() -> None:
    state = SearchState("科普")
    assert state.with_facet("org", "甲") != state
    assert state == SearchState("科普")


NAMES = ["q", "match", "org", "person", "section", "month", "from", "to", "sort", "page", "n", "x"]
NAMES += ["in", "refine", "expand", "recency", "not_org", "not_person", "not_section"]
NAMES += ["within", "dup", "view", "issue", "basis", "orgrole", "sub", "since"]
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["2023-05", "2023", "2024年1月", "none", "rel", "new", "old", "any", "phrase", "2", "50"]
    ),
    st.sampled_from(["title", "0", "1", "30d", "compact"]),
    st.sampled_from(["by", "issued", "event", "added", "g41", "2023-05-01"]),
)


@given(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=12))
def test_whatever_is_asked_the_address_of_its_state_means_that_state(
    pairs: list[tuple[str, str]],
) -> None:
    state = parse(pairs).state
    again = parse(parse_qsl(build(state)))
    assert again.state == state
    assert build(again.state) == build(state)
    assert not {r.weight for r in again.remarks} & {Weight.DOUBT, Weight.NOTICE}


@given(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=12))
def test_the_question_of_a_state_leads_back_to_the_state(pairs: list[tuple[str, str]]) -> None:
    state = parse(pairs).state
    assert offered(state, state.query(20)) == state.at_page(1)
