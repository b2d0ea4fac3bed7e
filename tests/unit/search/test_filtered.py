"""Why the conditions beside the text keep an article out."""

import pytest

from indexer.models import Article, Basis, Filters, Issue, Passage, StoredArticle
from indexer.search.filtered import filtered_out

case = pytest.param
STORED = StoredArticle(
    "k",
    "a.pdf",
    "i",
    Issue("简报", "12", "2024-01-05"),
    Article("题", Passage("文。"), date="2023-12-21", organizations=("甲会",), signers=("乙会",)),
    "",
    added=7,
    entered="2024-02-01T08:00:00+00:00",
)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        case(Filters(organizations=("丙会",)), "这篇的单位是 甲会", id="another organisation"),
        case(
            Filters(organizations=("甲会",), signed=True),
            "这篇的报送单位是 乙会",
            id="named, but another sent it in",
        ),
        case(Filters(issues=("j",)), "这篇登在 简报第12期（2024-01-05）", id="another issue"),
        case(Filters(months=("2024-01",)), "这篇的日期是 2023-12-21", id="the month of the event"),
        case(
            Filters(month_to="2023-12", basis=Basis.ISSUED),
            "这篇的刊期是 2024-01-05",
            id="the month of the issue",
        ),
        case(Filters(since_revision=7), "2024-02-01）就已收录", id="taken in before a visit"),
        case(Filters(since="2024-02-02"), "这篇收录于 2024-02-01", id="taken in before a day"),
    ],
)
def test_condition_that_is_not_met_is_told_with_what_there_is(filters: Filters, said: str) -> None:
    (reason,) = filtered_out(filters, STORED)
    assert not reason.good
    assert said in reason.message


@pytest.mark.parametrize(
    "filters",
    [
        Filters(organizations=("甲会",), issues=("i",), months=("2023-12",)),
        Filters(organizations=("乙会",), signed=True, months=("2024-01",), basis=Basis.ISSUED),
        Filters(since="2024-02-01", since_revision=6),
    ],
)
def test_conditions_that_are_met_say_nothing(filters: Filters) -> None:
    assert list(filtered_out(filters, STORED)) == []
