import pytest

from citekit.bibtex.dates import date_from_parts, month_number, parse_date


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
    ],
)
def test_dates_and_years_are_read(source: str, iso: str):
    assert parse_date(source).iso() == iso


@pytest.mark.parametrize("source", ["27/11/2020", "1er mars 2020", "n.d.", "2016 [à paraître]", "2020-13-45"])
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
    ],
)
def test_month_and_day_join_the_year(month: str, day: str, iso: str):
    assert date_from_parts("2020", month, day)[0].iso() == iso


def test_parts_that_cannot_be_used_are_named():
    assert date_from_parts("2020", "brumaire", "") == (parse_date("2020"), ("month",))
    assert date_from_parts("2020", "feb", "31")[1] == ("day",)


def test_months_are_known_in_two_languages_and_cut_short():
    assert [month_number(text) for text in ("Déc", "august", "AOÛT", "sept.", "ju", "13")] == [12, 8, 8, 9, 0, 0]
