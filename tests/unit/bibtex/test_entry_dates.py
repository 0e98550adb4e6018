"""The dates of entries, from whichever fields hold them."""

import pytest

from citekit.bibtex import parse_bibtex
from citekit.items.date import Date, DatePoint


def test_dates_that_cannot_be_read_stay_whole_and_are_told():
    items, report = parse_bibtex("@book{a, date={27/11/2020}}\n@book{b, date={mars 2020 ?!}}", "x.bib")
    assert [item.date("issued") for item in items] == [Date(literal="27/11/2020"), Date(literal="mars 2020 ?!")]
    assert [(n.rule, n.severity.value, str(n.location)) for n in report.notices] == [
        ("unread-date", "info", "x.bib:1:10"),
        ("unread-date", "info", "x.bib:2:10"),
    ]


def test_the_first_of_two_years_is_the_original_date(item_of):
    item = item_of("@book{a, title={X}, year={[1929] 2004}, month=may}")
    assert (item.date("original-date"), item.date("issued")) == (Date(DatePoint(1929)), Date(DatePoint(2004, 5)))
    item = item_of("@book{a, title={X}, date={2004 [1930]}, origdate={1929}}")
    assert (item.date("original-date"), item.date("issued")) == (Date(DatePoint(1929)), Date(DatePoint(2004)))


def test_what_is_forthcoming_has_that_status(item_of):
    item = item_of("@book{a, title={X}, langid={french}, year={forthcoming}}")
    assert (item.text("status"), item.date("issued")) == ("à paraître", Date(literal="forthcoming"))


def test_an_approximate_date_keeps_its_sign(item_of):
    assert item_of("@book{a, date={1723~}}").date("issued") == Date(DatePoint(1723), is_circa=True)
    assert item_of("@book{a, origyear=1959}").date("original-date") == Date(DatePoint(1959))


def test_the_time_of_access_is_kept_beside_its_day(item_of):
    item = item_of("@online{a, url={https://a.fr}, urldate={2021-04-30T18:05:09Z}}")
    assert item.date("accessed") == Date(DatePoint(2021, 4, 30))
    assert item.custom["accessDate"] == "2021-04-30T18:05:09Z"


@pytest.mark.parametrize(
    ("fields", "variable", "iso"),
    [
        ("year=1914, month=7, day=28, endyear=1918, endmonth=11, endday=11", "issued", "1914-07-28/1918-11-11"),
        ("eventyear=1968, eventmonth=5, eventendyear=1968, eventendmonth=6", "event-date", "1968-05/1968-06"),
        ("origyear=1751, origendyear=1772", "original-date", "1751/1772"),
    ],
)
def test_ends_of_dates_in_fields_of_their_own_close_the_interval(item_of, fields: str, variable: str, iso: str):
    date = item_of(f"@book{{a, {fields}}}").date(variable)
    assert date is not None
    assert date.iso() == iso


def test_an_end_before_the_start_is_kept_and_closes_nothing(item_of):
    item = item_of("@book{a, year=1918, endyear=1914}")
    assert (item.date("issued"), item.custom["endyear"]) == (Date(DatePoint(1918)), "1914")
