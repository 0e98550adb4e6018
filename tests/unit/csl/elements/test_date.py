"""`cs:date`: localised and explicit formats, ranges, eras, seasons (CSL 1.0.2, "Date")."""

from __future__ import annotations

import pytest

from citekit.items import Date, DatePoint

EN_DASH = "\u2013"

TEXT = '<date variable="issued" form="text"/>'
DAY_MONTH_YEAR = (
    '<date variable="issued"><date-part name="day" suffix=" " range-delimiter="-"/>'
    '<date-part name="month" suffix=" "/><date-part name="year" range-delimiter="/"/></date>'
)


def between(first: tuple[int, ...], last: tuple[int, ...]) -> Date:
    return Date(DatePoint(*first), DatePoint(*last))


def part(name: str, form: str = "") -> str:
    attribute = f'form="{form}"' if form else ""
    return f'<date variable="issued"><date-part name="{name}" {attribute}/></date>'


# Localised formats


@pytest.mark.parametrize(
    ("locale", "form", "expected"),
    [
        ("en-US", "text", "December 15, 2005"),
        ("en-US", "numeric", "12/15/2005"),
        ("en-GB", "text", "15 December 2005"),
        ("fr-FR", "text", "15 décembre 2005"),
        ("de-DE", "text", "15. Dezember 2005"),
    ],
)
def test_a_localised_date_is_written_as_the_locale_does(cite, item, style_with, locale, form, expected):
    style = style_with(f'<date variable="issued" form="{form}"/>', locale=locale)
    assert cite(style, item(issued=(2005, 12, 15))) == expected


@pytest.mark.parametrize(
    ("date_parts", "expected"),
    [("year-month-day", "December 15, 2005"), ("year-month", "December 2005"), ("year", "2005")],
)
def test_date_parts_leaves_parts_out(cite, item, date_parts, expected):
    layout = f'<date variable="issued" form="text" date-parts="{date_parts}"/>'
    assert cite(layout, item(issued=(2005, 12, 15))) == expected


def test_parts_that_the_date_does_not_have_are_left_out(cite, item):
    assert cite(TEXT, item(issued=(2005, 12))) == "December 2005"
    assert cite(TEXT, item(issued=2005)) == "2005"


def test_a_date_part_changes_the_form_of_a_localised_date_but_not_its_order(cite, item):
    layout = '<date variable="issued" form="text"><date-part name="year"/><date-part name="month" form="short"/></date>'
    assert cite(layout, item(issued=(2005, 12, 15))) == "Dec. 15, 2005"


def test_day_ordinals_can_be_limited_to_the_first_day(cite, item, style_with):
    ordinal = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    limited = '<locale><style-options limit-day-ordinals-to-day-1="{}"/></locale>'
    for option, expected in (("true", "2"), ("false", "2nd")):
        style = style_with(ordinal, locale_xml=limited.format(option))
        assert cite(style, item(issued=(2020, 1, 2))) == expected
        assert cite(style, item(issued=(2020, 1, 1))) == "1st"


# Forms of the parts


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("day", "", "3"),
        ("day", "numeric", "3"),
        ("day", "numeric-leading-zeros", "03"),
        ("day", "ordinal", "3rd"),
        ("month", "", "January"),
        ("month", "long", "January"),
        ("month", "short", "Jan."),
        ("month", "numeric", "1"),
        ("month", "numeric-leading-zeros", "01"),
        ("year", "", "2005"),
        ("year", "long", "2005"),
        ("year", "short", "05"),
    ],
)
def test_each_part_has_its_forms(cite, item, name, form, expected):
    assert cite(part(name, form), item(issued=(2005, 1, 3))) == expected


def test_the_day_agrees_with_the_gender_of_its_month(cite, item, style_with):
    terms = (
        '<locale><terms><term name="month-01" gender="masculine">janvier</term><term name="ordinal">e</term>'
        '<term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
        '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term></terms></locale>'
    )
    style = style_with(part("day", "ordinal"), locale_xml=terms)
    assert cite(style, item(issued=(2020, 1, 1))) == "1er"
    assert cite(style, item(issued=(2020, 2, 1))) == "1e"


def test_strip_periods_takes_the_period_of_an_abbreviated_month(cite, item):
    layout = '<date variable="issued"><date-part name="month" form="short" strip-periods="true"/></date>'
    assert cite(layout, item(issued=(2005, 1))) == "Jan"


def test_parts_have_affixes_formatting_and_text_case_of_their_own(cite, item):
    layout = (
        '<date variable="issued"><date-part name="month" text-case="uppercase" suffix=", "/>'
        '<date-part name="year" font-style="italic" prefix="in "/></date>'
    )
    assert cite(layout, item(issued=(2005, 1)), output="html") == "JANUARY, in <i>2005</i>"


def test_the_delimiter_stands_between_the_parts_that_there_are(cite, item):
    layout = (
        '<date variable="issued" delimiter="-"><date-part name="year"/><date-part name="month" form="numeric"/>'
        '<date-part name="day"/></date>'
    )
    assert cite(layout, item(issued=(2005, 1, 3))) == "2005-1-3"
    assert cite(layout, item(issued=(2005, 1))) == "2005-1"
    assert cite(layout, item(issued=2005)) == "2005"


def test_affixes_formatting_and_text_case_apply_to_the_whole_date(cite, item):
    layout = '<date variable="issued" form="text" text-case="uppercase" font-weight="bold" prefix="(" suffix=")"/>'
    assert cite(layout, item(issued=(2005, 12)), output="html") == "(<b>DECEMBER 2005</b>)"


def test_a_date_without_a_value_writes_nothing(cite, item):
    layout = '<text variable="title"/><date variable="issued" form="text" prefix=" (" suffix=")"/>'
    assert cite(layout, item(title="Essais")) == "Essais"


# Ranges


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2008, 5, 1), (2008, 5, 4), "1-4 May 2008"),
        ((2008, 5), (2008, 7), f"May{EN_DASH}July 2008"),
        ((2008, 5), (2009, 6), "May 2008/June 2009"),
    ],
)
def test_the_delimiter_of_a_range_is_that_of_the_largest_part_that_differs(cite, item, first, last, expected):
    assert cite(DAY_MONTH_YEAR, item(issued=between(first, last))) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2008,), (2010,), f"2008{EN_DASH}2010"),
        ((2008, 5), (2008, 7), f"May{EN_DASH}July 2008"),
        ((2008, 5, 3), (2008, 5, 7), f"May 3{EN_DASH}7, 2008"),
        ((2008, 5, 3), (2009, 6, 7), f"May 3, 2008{EN_DASH}June 7, 2009"),
    ],
)
def test_a_localised_range_prints_twice_only_what_differs(cite, item, first, last, expected):
    assert cite(TEXT, item(issued=between(first, last))) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(-100, -50, f"100{EN_DASH}50 BC"), (79, 80, f"79{EN_DASH}80 AD"), (-44, 14, f"44 BC{EN_DASH}14 AD")],
)
def test_the_era_of_a_range_is_said_once(cite, item, style_with, first, last, expected):
    style = style_with(
        '<date variable="issued"><date-part name="year"/></date>',
        locale_xml='<locale><terms><term name="ad"> AD</term><term name="bc"> BC</term></terms></locale>',
    )
    assert cite(style, item(issued=between((first,), (last,)))) == expected


def test_the_year_suffix_of_a_range_stands_at_its_end(entries, item, style_with):
    style = style_with(
        '<names variable="author"/><date variable="issued" prefix=" "><date-part name="year"/></date>',
        citation='disambiguate-add-year-suffix="true"',
    )
    items = [item(id, author="Doe, Jane", issued=between((2010,), (2011,))) for id in ("one", "two")]
    assert entries(style, *items) == [f"Jane Doe 2010{EN_DASH}2011a", f"Jane Doe 2010{EN_DASH}2011b"]


def test_a_date_in_words_takes_the_place_of_the_year(cite, item):
    parts = '<date-part name="month" suffix=" "/><date-part name="year" prefix="(" suffix=")"/>'
    layout = f'<date variable="issued">{parts}</date><date variable="issued"><date-part name="month"/></date>'
    assert cite(layout, item(issued=Date(literal="in press"))) == "(in press)"


def test_a_season_is_said_in_words_where_months_are_numbers(cite, item):
    layout = (
        '<date variable="issued" delimiter="/"><date-part name="month" form="numeric"/><date-part name="year"/></date>'
    )
    assert cite(layout, item(issued=Date(DatePoint(2010, season=2)))) == "Summer/2010"


def test_a_range_whose_ends_look_the_same_is_one_date(cite, item):
    layout = '<date variable="issued" form="text" date-parts="year"/>'
    assert cite(layout, item(issued=between((2008, 5), (2008, 7)))) == "2008"


def test_a_range_from_a_date_to_itself_is_one_date(cite, item):
    assert cite(TEXT, item(issued=between((2008, 5), (2008, 5)))) == "May 2008"


def test_an_open_range_ends_with_its_delimiter(cite, item):
    assert cite(TEXT, item(issued=Date(DatePoint(1998), is_open=True))) == f"1998{EN_DASH}"


# Eras, seasons, words


@pytest.mark.parametrize(
    ("year", "expected"),
    [(79, "79AD"), (499, "499AD"), (500, "500"), (-2500, "2500BC"), (2005, "2005")],
)
def test_eras_are_set_after_early_and_negative_years(cite, item, style_with, year, expected):
    style = style_with(
        part("year"), locale_xml='<locale><terms><term name="ad">AD</term><term name="bc">BC</term></terms></locale>'
    )
    assert cite(style, item(issued=year)) == expected


ERAS = '<locale><terms><term name="ad"> AD</term><term name="bc"> BC</term></terms></locale>'


@pytest.mark.parametrize(
    ("attributes", "years", "expected"),
    [
        ('prefix="(" suffix=")"', (-350, None), "(350) BC"),
        ('prefix="(" suffix=")"', (-58, -50), f"(58{EN_DASH}50) BC"),
        ('suffix="."', (79, None), "79. AD"),
        ('font-weight="bold"', (-350, None), "<b>350</b> BC"),
        ('prefix="("', (-350, None), "(350 BC"),
    ],
)
def test_eras_stand_behind_what_is_the_year_s_own(cite, item, style_with, attributes, years, expected):
    layout = f'<date variable="issued"><date-part name="year" {attributes}/></date>'
    style = style_with(layout, locale_xml=ERAS)
    first, last = years
    date = Date(DatePoint(first), DatePoint(last) if last else None)
    assert cite(style, item(issued=date), output="html") == expected


def test_a_season_takes_the_place_of_the_month(cite, item):
    layout = '<date variable="issued"><date-part name="month" suffix=" "/><date-part name="year"/></date>'
    assert cite(layout, item(issued=(2008, 5))) == "May 2008"
    assert cite(layout, item(issued=Date(DatePoint(2009, season=4)))) == "Winter 2009"


def test_seasons_can_be_a_range(cite, item):
    layout = '<date variable="issued"><date-part name="month" suffix=" "/><date-part name="year"/></date>'
    spring_to_summer = Date(DatePoint(2009, season=1), DatePoint(2009, season=2))
    assert cite(layout, item(issued=spring_to_summer)) == f"Spring{EN_DASH}Summer 2009"


def test_approximate_dates_are_told_by_the_condition(cite, item):
    layout = (
        '<choose><if is-uncertain-date="issued"><text term="circa" form="short" suffix=" "/></if></choose>'
        '<date variable="issued"><date-part name="year"/></date>'
    )
    assert cite(layout, item(issued=2005)) == "2005"
    assert cite(layout, item(issued=Date(DatePoint(2003), is_circa=True))) == "c. 2003"


def test_a_date_in_words_is_printed_as_it_stands(cite, item):
    assert cite(TEXT, item(issued=Date(literal="13th century"))) == "13th century"


# Sort keys


@pytest.mark.parametrize(
    "dates",
    [
        [2000, (2000, 5), (2000, 5, 1)],
        [-100, -50, 50, 100],
        [between((2000,), (2001,)), between((2000,), (2005,)), between((2002,), (2003,)), between((2002,), (2009,))],
        [2000, between((2000,), (2002,))],
        [999, 1000, 10000],
    ],
)
def test_dates_sort_as_the_specification_says(entries, item, style_with, dates):
    style = style_with(bibliography_sort='<key variable="issued"/>')
    items = [item(str(i), title=str(i), issued=date) for i, date in enumerate(dates)]
    assert entries(style, *reversed(items)) == [str(i) for i in range(len(dates))]


def test_seasons_do_not_matter_for_sorting(entries, item, style_with):
    style = style_with(bibliography_sort='<key variable="issued"/><key variable="title"/>')
    winter = item("w", title="a", issued=Date(DatePoint(2000, season=4)))
    spring = item("s", title="b", issued=Date(DatePoint(2000, season=1)))
    assert entries(style, spring, winter) == ["a", "b"]


def test_a_macro_sorts_by_the_parts_that_it_prints(entries, item, style_with):
    style = style_with(
        bibliography_sort='<key macro="year"/><key variable="title"/>',
        macros=f'<macro name="year">{part("year")}</macro>',
    )
    late, early = item("a", title="a", issued=(2000, 12)), item("b", title="b", issued=(2000, 1))
    assert entries(style, early, late) == ["a", "b"]


def test_two_years_always_have_something_between_them(cite, item):
    layout = '<date variable="issued"><date-part name="year" range-delimiter=""/></date>'
    years = Date(DatePoint(1914), DatePoint(1918))
    assert cite(layout, item(issued=years)) == "1914\u20131918"


def test_a_date_without_a_year_is_none(cite, item):
    layout = '<group delimiter=" "><text term="month-05"/><date variable="issued" form="text"/></group>'
    assert (
        cite(layout, item(issued=Date(DatePoint(0, 5)), title="Essais"))
        == "[CSL STYLE ERROR: reference with no printed form.]"
    )
