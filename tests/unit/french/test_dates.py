import pytest

from citekit.french import normalize, parse_french_date
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.report import Mode


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("27/11/2020", "2020-11-27"),
        ("05/05/2020", "2020-05-05"),
        ("09/2020", "2020-09"),
        ("1er mars 2020", "2020-03-01"),
        ("le 15 Mai 2006", "2006-05-15"),
        ("Septembre 2014", "2014-09"),
        ("févr. 2019", "2019-02"),
        ("27 mai au 2 juin 2019", "2019-05-27/2019-06-02"),
        ("22-24 Juin 2016", "2016-06-22/2016-06-24"),
        ("avril-juin 2021", "2021-04/2021-06"),
        ("1998-2003", "1998/2003"),
        ("1972--73", "1972/1973"),
        ("automne 2001", "2001-23"),
        ("vers 1850", "1850~"),
        ("1955 (?)", "1955~"),
    ],
)
def test_a_french_wording_gives_a_date(text, iso):
    assert parse_french_date(text).iso() == iso


@pytest.mark.parametrize("text", ["31/02/2020", "12/27/2020", "2020-05", "05/05/20", "brumaire 1799", "00/00/0000", ""])
def test_what_is_no_date_of_the_calendar_is_none(text):
    assert parse_french_date(text) is None


def test_a_year_of_two_figures_is_only_proposed(normalized):
    item, report = normalized(issued=Date(literal="05/05/20"))
    assert item.date("issued") == Date(literal="05/05/20")
    assert [(change.after, change.mode) for change in report.changes] == [("2020-05-05", Mode.ASK)]


def test_an_impossible_date_is_kept_and_noticed(normalized):
    item, report = normalized(issued=Date(literal="31/02/2020"))
    assert item.date("issued") == Date(literal="31/02/2020")
    assert [notice.rule for notice in report.notices] == ["date-impossible"]


def test_a_work_to_come_has_a_status(normalized):
    item, _ = normalized(issued=Date(literal="2016 [à paraître]"))
    assert (item.date("issued"), item.text("status")) == (Date(DatePoint(2016)), "à paraître")


def test_the_year_in_brackets_is_that_of_the_original(normalized):
    item, _ = normalized(issued=Date(literal="1995 [1658]"))
    assert item.date("issued") == Date(DatePoint(1995))
    assert item.date("original-date") == Date(DatePoint(1658))


def test_no_date_is_kept_beside(normalized):
    item, _ = normalized(issued=Date(literal="s. d."))
    assert item.date("issued") is None
    assert item.custom["issued-as-given"] == "s. d."


def test_a_month_that_bibtex_could_not_read_makes_the_year_fuller():
    item = Item("a", "article", {"issued": Date(DatePoint(2004))}, custom={"month": "27 mai au 2 juin"})
    items, _ = normalize([item])
    assert items[0].date("issued") == Date(DatePoint(2004, 5, 27), DatePoint(2004, 6, 2))


def test_a_month_with_another_year_changes_nothing():
    item = Item("a", "article", {"issued": Date(DatePoint(2004))}, custom={"month": "20 décembre 2017"})
    items, _ = normalize([item])
    assert items[0].date("issued") == Date(DatePoint(2004))


def test_figures_that_may_be_american_are_asked_for_outside_french():
    items, report = normalize([Item("a", "book", {"language": "en-US", "issued": Date(literal="8/2/2020")})])
    assert items[0].date("issued") == Date(literal="8/2/2020")
    assert [(change.after, change.mode) for change in report.changes] == [("2020-02-08", Mode.ASK)]


@pytest.mark.parametrize("literal", ["cop. 1985", "DL 1985", "impr. 1985", "©1985"])
def test_what_a_catalogue_writes_before_a_year_is_kept_beside(normalized, literal):
    item, _ = normalized(issued=Date(literal=literal))
    assert (item.date("issued"), item.custom["issued-as-given"]) == (Date(DatePoint(1985)), literal)
