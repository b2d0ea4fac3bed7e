import pytest

from webui.months import ImpossibleMonth, date_label, range_label, read_month


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2023-05", "2023-05", id="the stored form"),
        pytest.param("202305", "2023-05", id="digits only"),
        pytest.param("2023/5", "2023-05", id="a slash and one digit"),
        pytest.param("2023.5", "2023-05", id="a point"),
        pytest.param("2023年5月", "2023-05", id="Chinese units"),
        pytest.param("2023年05月", "2023-05", id="Chinese units with a leading zero"),
        pytest.param("2023 年 5 月", "2023-05", id="blanks as a typesetter puts them"),
        pytest.param("２０２３年５月", "2023-05", id="full-width digits"),
        pytest.param("２０２３－０５", "2023-05", id="a full-width dash"),
        pytest.param("二〇二三年五月", "2023-05", id="Chinese numerals"),
        pytest.param("二○二三年十月", "2023-10", id="a circle for zero, and ten"),
        pytest.param("二零二三年十二月", "2023-12", id="another zero, and twelve"),
        pytest.param("2023-5月", "2023-05", id="a dash and a unit"),
        pytest.param("2023", None, id="a year is not a month"),
        pytest.param("5月", None, id="a month without a year could be any"),
        pytest.param("2023-05-03", None, id="a day is not a month"),
        pytest.param("去年", None, id="relative words are not read here"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_month_is_read_however_it_is_written(written: str, expected: str | None) -> None:
    assert read_month(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2023", "2023", id="a year stands for itself"),
        pytest.param("2023年", "2023", id="a year with its unit"),
        pytest.param("二〇二三年", "2023", id="a year in Chinese numerals"),
        pytest.param("2023-05", "2023-05", id="a month stays a month"),
    ],
)
def test_an_end_of_a_range_may_be_a_year(written: str, expected: str) -> None:
    assert read_month(written, year_alone=True) == expected


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("2023-13", id="a thirteenth month"),
        pytest.param("2023年0月", id="a month nought"),
        pytest.param("0023-05", id="a year nobody wrote bulletins in"),
        pytest.param("9999-01", id="a year far ahead"),
    ],
)
def test_an_impossible_month_is_told_from_an_unreadable_one(written: str) -> None:
    with pytest.raises(ImpossibleMonth):
        read_month(written)


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        pytest.param("2023-05-30", "2023年5月30日", id="a day"),
        pytest.param("2023-12", "2023年12月", id="a month"),
        pytest.param("2023", "2023年", id="a year"),
        pytest.param("none", "日期不详", id="no date"),
    ],
)
def test_a_date_is_written_out_for_people(stored: str, expected: str) -> None:
    assert date_label(stored) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("2023-01", "2023-05", "2023年1月至2023年5月", id="both ends"),
        pytest.param("2023", None, "2023年以后", id="open at its end"),
        pytest.param(None, "2023-05", "2023年5月以前", id="open at its beginning"),
    ],
)
def test_a_range_is_written_out_for_people(
    first: str | None, last: str | None, expected: str
) -> None:
    assert range_label(first, last) == expected
