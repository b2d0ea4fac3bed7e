"""Which of the dates in an article is its event's."""

import pytest

from indexer.articles.dates import Known
from indexer.articles.events import Story, event_of

case = pytest.param

KNOWN = Known("2024-03-15", "2024-03-07")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        case("3月6日，市科协召开会议。", "2024-03-06", id="at the beginning"),
        case("为提升素质，3月8日，区科协举办讲座。", "2024-03-08", id="behind a purpose"),
        case("在2月18日举行的大会上，他领了奖。", "2024-02-18", id="inside the first sentence"),
        case("同日，两区科协开展分享会。", "2024-03-07", id="the day of the article before"),
        case("近日，学会启动活动。3月23日是世界气象日。", None, id="近日 hides the day"),
        case(
            "今年以来，市科协抓好落实。3月6日，市科协开会。", "2024-03-06", id="今年以来 does not"
        ),
        case("3月23日是世界气象日。3月20日，学会开讲。", "2024-03-20", id="a festival is no event"),
        case("每年的3月23日，学会都开放。", None, id="a yearly day is none"),
        case("自3月1日试播以来，已播出节目96期。", None, id="a beginning is none"),
        case("截至3月1日，已有11所学校报名。", None, id="an end is none"),
        case("2008年5月12日的地震令人难忘。3月5日，学会演练。", "2024-03-05", id="history is none"),
        case("学习《3月1日讲话》。3月4日，市科协学习。", "2024-03-04", id="a title is none"),
        case("2月下旬，市科协授牌。", "2024-02", id="a month is enough"),
        case("大会将于3月20日开幕。", "2024-03-20", id="what is planned, if nothing else"),
    ],
)
def test_the_event_of_a_report(text: str, date: str | None) -> None:
    assert event_of(Story("市科协召开会议", [text]), KNOWN).date == date


def test_a_later_paragraph_may_tell_the_day() -> None:
    story = Story("调研", ["市科协重视调研。", "3月11日，调研组来到云州。"])

    assert event_of(story, KNOWN).date == "2024-03-11"


def test_a_decree_has_the_date_under_its_signature() -> None:
    texts = ["各学会：", "会议定于3月20日召开。"]

    assert event_of(Story("关于开会的通知", texts, "2024年3月1日"), KNOWN).date == "2024-03-01"
    assert event_of(Story("市科协召开会议", texts, None), KNOWN).date == "2024-03-20"


def test_a_wrong_weekday_makes_the_date_unsure() -> None:
    story = Story("会议", ["3月6日（星期四），市科协开会。"])

    event = event_of(story, KNOWN)
    assert (event.date, event.sure) == ("2024-03-06", False)
    assert event.how == "年份由刊期推定，与所印星期不符"
