"""Loose text dates."""

import pytest

from citekit.items.date import Date, DatePoint
from citekit.items.raw_date import parse_raw_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2000-05-01", "2000-05-01"),
        ("2000-05-01 10:20:30", "2000-05-01"),
        ("20200514", "2020-05-14"),
        ("Spring 1998", "1998-21"),
        ("été 2001", "2001-22"),
        ("10 Jan 2001", "2001-01-10"),
        ("January 10, 2001", "2001-01-10"),
        ("Tuesday, May 4th, 1999", "1999-05-04"),
        ("1er mars 2020", "2020-03-01"),
        ("3 août 2020", "2020-08-03"),
        ("Sept. 2003", "2003-09"),
        ("2001 Mar 4", "2001-03-04"),
        ("2001/03/04", "2001-03-04"),
        ("03/2001", "2001-03"),
        ("850", "0850"),
        ("12", "0012"),
    ],
)
def test_single_dates_are_read(text: str, iso: str) -> None:
    assert parse_raw_date(text).iso() == iso


def test_with_slashes_the_month_comes_first_unless_it_cannot() -> None:
    assert parse_raw_date("5/4/2001").start == DatePoint(2001, 5, 4)
    assert parse_raw_date("23/5/2001").start == DatePoint(2001, 5, 23)


def test_with_dots_the_day_comes_first() -> None:
    assert parse_raw_date("5.4.2001").start == DatePoint(2001, 4, 5)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Spring 1999 - Summer 2001", "1999-21/2001-22"),
        ("May 1967-June 1970", "1967-05/1970-06"),
        ("2000-05-01/2001-02-03", "2000-05-01/2001-02-03"),
        ("2000-2001", "2000/2001"),
        ("1967-70", "1967/1970"),
        ("1967/70", "1967/1970"),
        ("May-June 1970", "1970-05/1970-06"),
        ("juillet-août 2019", "2019-07/2019-08"),
        ("10-12 May 2001", "2001-05-10/2001-05-12"),
        ("May 1-5, 2000", "2000-05-01/2000-05-05"),
        ("Spring/Summer 2000", "2000-21/2000-22"),
        ("1998-", "1998/.."),
    ],
)
def test_ranges_share_what_one_side_leaves_out(text: str, iso: str) -> None:
    assert parse_raw_date(text).iso() == iso


def test_ranges_with_an_en_dash_are_read() -> None:
    assert parse_raw_date("c. 1900\u20131910") == Date(DatePoint(1900), DatePoint(1910), is_circa=True)


@pytest.mark.parametrize("text", ["ca. 1950", "c1950", "circa 1950", "1950?", "~1950", "vers 1950"])
def test_uncertain_dates_are_circa(text: str) -> None:
    assert parse_raw_date(text) == Date(DatePoint(1950), is_circa=True)


@pytest.mark.parametrize("text", ["44BC", "44 B.C.", "44 BCE", "-44"])
def test_years_before_christ_are_negative(text: str) -> None:
    assert parse_raw_date(text).start == DatePoint(-44)


def test_a_range_may_cross_the_era() -> None:
    assert parse_raw_date("44 BC-14 AD") == Date(DatePoint(-44), DatePoint(14))


@pytest.mark.parametrize("text", ["Bogus Date", "May", "2013 b", "1950s", "Jan 32 2000", "in press", "31 April 2001"])
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert parse_raw_date(text) == Date(literal=text)


def test_text_in_double_quotes_is_not_read() -> None:
    assert parse_raw_date('"May 2000"') == Date(literal="May 2000")


def test_empty_text_is_an_empty_date() -> None:
    assert parse_raw_date("  ").is_empty


@pytest.mark.parametrize(
    "text", ["1-" * 20_000, "9" * 4_500, "May " + "9" * 150, "May 1/" * 5_000, "1" + " " * 20_000 + "x"]
)
def test_prose_is_not_searched_for_dates(text: str) -> None:
    assert parse_raw_date(text) == Date(literal=text)
