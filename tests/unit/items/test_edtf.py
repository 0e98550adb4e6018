"""EDTF: levels 0 and 1, and parts of level 2."""

import pytest

from citekit.items.date import Date, DatePoint
from citekit.items.edtf import days_in_month, parse_edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020", Date(DatePoint(2020))),
        ("2020-05", Date(DatePoint(2020, 5))),
        ("2020-05-03", Date(DatePoint(2020, 5, 3))),
        (" 2020-05-03 ", Date(DatePoint(2020, 5, 3))),
        ("2020-21", Date(DatePoint(2020, season=1))),
        ("2020-24", Date(DatePoint(2020, season=4))),
        ("1998/2003", Date(DatePoint(1998), DatePoint(2003))),
        ("2004-06/2006-08-02", Date(DatePoint(2004, 6), DatePoint(2006, 8, 2))),
        ("1998/..", Date(DatePoint(1998), is_open=True)),
        ("1998/", Date(DatePoint(1998), is_open=True)),
        ("1998/open", Date(DatePoint(1998), is_open=True)),
        ("../2003", Date(None, DatePoint(2003))),
        ("unknown/2003", Date(None, DatePoint(2003))),
    ],
)
def test_dates_and_intervals_are_read(text: str, expected: Date) -> None:
    assert parse_edtf(text) == expected


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_approximate_and_uncertain_dates_are_circa(mark: str) -> None:
    assert parse_edtf(f"1950-06{mark}") == Date(DatePoint(1950, 6), is_circa=True)


def test_one_uncertain_side_makes_the_interval_circa() -> None:
    assert parse_edtf("1998/2003?") == Date(DatePoint(1998), DatePoint(2003), is_circa=True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("201X", 2010, 2019), ("19uu", 1900, 1999), ("1XXX", 1000, 1999), ("-01XX", -200, -101)],
)
def test_open_digits_give_the_range_of_years(text: str, first: int, last: int) -> None:
    assert parse_edtf(text) == Date(DatePoint(first), DatePoint(last))


def test_an_interval_of_open_years_reaches_from_the_first_to_the_last() -> None:
    assert parse_edtf("198X/200X") == Date(DatePoint(1980), DatePoint(2009))


@pytest.mark.parametrize(("text", "year"), [("0000", -1), ("-0001", -2), ("-0043", -44), ("0001", 1)])
def test_the_year_0_is_1_bc(text: str, year: int) -> None:
    assert parse_edtf(text) == Date(DatePoint(year))


def test_months_and_days_that_are_not_said_are_left_out() -> None:
    assert parse_edtf("2004-06-XX") == Date(DatePoint(2004, 6))
    assert parse_edtf("2004-XX-XX") == Date(DatePoint(2004))


@pytest.mark.parametrize("time", ["T10:20:30Z", "T10:20", "T10:20:30.5+02:00", "T23:59:59-0500"])
def test_times_of_day_are_dropped(time: str) -> None:
    assert parse_edtf("2020-05-03" + time) == Date(DatePoint(2020, 5, 3))


def test_a_quarter_is_its_three_months() -> None:
    assert parse_edtf("2020-34") == Date(DatePoint(2020, 4), DatePoint(2020, 6))


def test_years_beyond_four_digits_begin_with_y() -> None:
    assert parse_edtf("Y-17000") == Date(DatePoint(-17001))


@pytest.mark.parametrize(
    "text",
    ["", "98", "2020-5", "2020-13", "2019-02-29", "2020-04-31", "May 2020", "..", "/", "../..", "1998/x", "20200503",
     "XXXX", "1998-XX-25", "-0000", "1998/1999/2000", "201X-05"],
)  # fmt: skip
def test_anything_else_is_not_edtf(text: str) -> None:
    assert parse_edtf(text) is None


def test_leap_years_follow_the_gregorian_calendar_backwards() -> None:
    assert [days_in_month(year, 2) for year in (2000, 1900, 4, -1, -5, -4)] == [29, 28, 29, 29, 29, 28]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004-06~-11", Date(DatePoint(2004, 6, 11), is_circa=True)),
        ("?2004-06", Date(DatePoint(2004, 6), is_circa=True)),
        ("2004-~06-11", Date(DatePoint(2004, 6, 11), is_circa=True)),
        ("[1667..1672]", Date(DatePoint(1667), DatePoint(1672))),
        ("{1960 .. }", Date(DatePoint(1960), is_open=True)),
        ("[..1983-12]", Date(None, DatePoint(1983, 12))),
        ("2001-25", Date(DatePoint(2001, season=1))),
        ("2001-32", Date(DatePoint(2001, season=4))),
        ("2001-38", Date(DatePoint(2001, 5), DatePoint(2001, 8))),
        ("2001-41", Date(DatePoint(2001, 7), DatePoint(2001, 12))),
        ("19xx", Date(DatePoint(1900), DatePoint(1999))),
    ],
)
def test_of_level_2_is_read_what_csl_can_hold(text: str, expected: Date) -> None:
    assert parse_edtf(text) == expected


@pytest.mark.parametrize("text", ["[1667,1668]", "[1984]", "[..]", "{}"])
def test_sets_that_are_no_span_of_time_are_no_dates(text: str) -> None:
    assert parse_edtf(text) is None
