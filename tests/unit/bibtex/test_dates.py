import pytest

from citekit.bibtex.dates import date_from_parts, month_number, parse_date, reprint_years
from citekit.items.date import Date, DatePoint


@pytest.mark.parametrize(
    ("source", "iso"),
    [
        ("2020-05-03", "2020-05-03"),
        ("1998/2003", "1998/2003"),
        ("2004--2005", "2004/2005"),
        ("1998--99", "1998/1999"),
        ("2019-", "2019/.."),
        ("ca. 1890", "1890~"),
        ("1955 (?)", "1955~"),
        ("800", "0800"),
        ("-52", "-0052"),
        ("-0052/-44", "-0052/-0044"),
        ("1431?~", "1431~"),
        ("y-170000", "Y-170000"),
        ("1er mars 2020", "2020-03-01"),
        ("14 July 1789", "1789-07-14"),
        ("Accessed: Oct. 9, 2014", "2014-10-09"),
        ("consulté le 9 octobre 2014", "2014-10-09"),
        ("2014/10/9", "2014-10-09"),
        ("2014-10-09 17:45:00", "2014-10-09"),
        ("mai 1968-juin 1970", "1968-05/1970-06"),
        ("2017-10 -25?", "2017-10-25~"),
        ("[2014]", "2014~"),
        ("AD 79", "0079"),
        ("79 apr. J.-C.", "0079"),
        ("30 BC/5 AD", "-0029/0005"),
        ("0030-01 BC / 0010-02 BC", "-0029-01/-0009-02"),
        ("9/2015", "2015-09"),
        ("1-2012", "2012-01"),
        ("15.1.2015", "2015-01-15"),
    ],
)
def test_dates_and_years_are_read(source: str, iso: str):
    assert parse_date(source).iso() == iso


@pytest.mark.parametrize(
    "source",
    [
        "27/11/2020",
        "12 ventôse 1798",
        "n.d.",
        "2016 [à paraître]",
        "2020-13-45",
        "AD 3 BC",
        "5 AD/3 BC",
        "31.2.2015",
        "13/2015",
    ],
)
def test_text_that_is_no_date_stays_whole(source: str):
    assert parse_date(source).literal == source


@pytest.mark.parametrize(
    ("month", "day", "iso"),
    [
        ("10", "", "2020-10"),
        ("octobre", "5", "2020-10-05"),
        ("February~12", "", "2020-02-12"),
        ("27 mai", "", "2020-05-27"),
        ("avril-juin", "", "2020-04/2020-06"),
        ("4–8\u00a0July", "", "2020-07-04/2020-07-08"),
        ("mai", "3--5", "2020-05-03/2020-05-05"),
        ("été", "", "2020-22"),
        ("March 23rd", "", "2020-03-23"),
        ("1er avril", "", "2020-04-01"),
        ("October 12 - 14", "", "2020-10-12/2020-10-14"),
    ],
)
def test_month_and_day_join_the_year(month: str, day: str, iso: str):
    assert date_from_parts("2020", month, day)[0].iso() == iso


def test_parts_that_cannot_be_used_are_named():
    assert date_from_parts("2020", "brumaire", "") == (parse_date("2020"), ("month",))
    assert date_from_parts("2020", "feb", "31")[1] == ("day",)


def test_months_are_known_in_two_languages_and_cut_short():
    assert [month_number(text) for text in ("Déc", "august", "AOÛT", "sept.", "ju", "13")] == [12, 8, 8, 9, 0, 0]


def test_a_month_field_may_hold_the_whole_date():
    assert date_from_parts("2017", "20 décembre 2017", "")[0].iso() == "2017-12-20"
    assert date_from_parts("2017", "20 décembre 2016", "")[1] == ("month",)


@pytest.mark.parametrize(
    ("month", "iso"),
    [
        ("27 mai au 2 juin", "2013-05-27/2013-06-02"),
        ("27 May -- 2 June", "2013-05-27/2013-06-02"),
        ("5 au 8 juin", "2013-06-05/2013-06-08"),
        ("5 juin au 8 juin", "2013-06-05/2013-06-08"),
    ],
)
def test_a_month_field_may_hold_the_days_of_a_meeting(month: str, iso: str):
    assert date_from_parts("2013", month, "")[0].iso() == iso


def test_digits_of_other_scripts_are_read_and_text_stays_as_it_is():
    assert parse_date("१९८७-०१-१५/१९८८").iso() == "1987-01-15/1988"
    assert parse_date("१९८७ या १९८८").literal == "१९८७ या १९८८"


@pytest.mark.parametrize("source", ["2000)", "2000.", "2000,", "2000 ;"])
def test_punctuation_behind_a_year_is_left_out(source: str):
    assert parse_date(source).iso() == "2000"


@pytest.mark.parametrize("source", ["44 BC", "44 B.C.E.", "44 av. J.-C.", "44 avant J.C."])
def test_years_before_christ_are_read_in_words(source: str):
    assert parse_date(source) == Date(DatePoint(-44))


@pytest.mark.parametrize("source", ["[1929] 2004", "2004 [1929]", "(1929) 2004", "2004(1929)"])
def test_of_two_years_the_earlier_is_that_of_the_first_edition(source: str):
    assert reprint_years(source) == ("1929", "2004")


@pytest.mark.parametrize("source", ["2004", "[2004] 2004", "1929-2004"])
def test_other_texts_have_no_second_year(source: str):
    assert reprint_years(source) is None


def test_a_range_of_months_belongs_to_a_range_of_years():
    assert date_from_parts("1999--2000", "12--1", "")[0].iso() == "1999-12/2000-01"
    assert date_from_parts("1999--2000", "December", "")[1] == ("month",)
