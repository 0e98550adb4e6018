"""`cs:choose`: conditions, how they combine, and which branch is rendered (CSL 1.0.2, "Choose")."""

from __future__ import annotations

import pytest

from citekit.csl import Position
from citekit.csl.state import Disambiguation
from citekit.items import Date, DatePoint


def chosen(condition: str) -> str:
    """A layout that says whether a condition holds."""
    return f'<choose><if {condition}><text value="yes"/></if><else><text value="no"/></else></choose>'


def test_the_first_branch_that_holds_is_rendered_and_no_other(cite, item):
    layout = (
        '<choose><if type="thesis"><text value="one"/></if><else-if type="book"><text value="two"/></else-if>'
        '<else-if variable="title"><text value="three"/></else-if><else><text value="four"/></else></choose>'
    )
    assert cite(layout, item(type="thesis", title="x")) == "one"
    assert cite(layout, item(type="book", title="x")) == "two"
    assert cite(layout, item(type="map", title="x")) == "three"
    assert cite(layout, item(type="map")) == "four"


def test_without_a_branch_that_holds_nothing_is_written(cite, item):
    layout = '<text variable="title"/><choose><if type="map"><text value="!"/></if></choose>'
    assert cite(layout, item(title="Essais")) == "Essais"


def test_a_branch_without_content_ends_the_search(cite, item):
    layout = '<text value="a"/><choose><if type="book"/><else><text value="b"/></else></choose>'
    assert cite(layout, item(type="book")) == "a"


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('variable="title note"', "no"),
        ('variable="title note" match="all"', "no"),
        ('variable="title genre" match="all"', "yes"),
        ('variable="title note" match="any"', "yes"),
        ('variable="title note" match="none"', "no"),
        ('variable="note URL" match="none"', "yes"),
        ('variable="note URL" match="any"', "no"),
        ('type="book thesis"', "yes"),
        ('type="map thesis"', "no"),
        ('type="book thesis" match="any"', "yes"),
        ('type="map thesis" match="none"', "yes"),
        ('type="book" variable="title"', "yes"),
        ('type="book" variable="note"', "no"),
        ('type="book" variable="note" match="any"', "yes"),
        ('type="book" variable="note" match="none"', "no"),
    ],
)
def test_match_says_how_conditions_and_their_values_combine(cite, item, attributes, expected):
    assert cite(chosen(attributes), item(type="book", title="Essais", genre="essay")) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2", "yes"),
        ("D2", "yes"),
        ("2b", "yes"),
        ("L2d", "yes"),
        ("2, 3", "yes"),
        ("2-4", "yes"),
        ("2 & 4", "yes"),
        ("2nd", "yes"),
        ("second", "no"),
        ("2nd edition", "no"),
        ("", "no"),
    ],
)
def test_is_numeric_follows_the_examples_of_the_specification(cite, item, value, expected):
    assert cite(chosen('is-numeric="edition"'), item(edition=value)) == expected


def test_is_uncertain_date_asks_for_approximate_dates(cite, item):
    layout = chosen('is-uncertain-date="issued"')
    assert cite(layout, item(issued=Date(DatePoint(2003), is_circa=True))) == "yes"
    assert cite(layout, item(issued=2005)) == "no"
    assert cite(layout, item()) == "no"


def test_locator_asks_for_the_kind_of_the_locator(cite, item):
    layout = chosen('locator="chapter"')
    assert cite(layout, item(), locator="3", label="chapter") == "yes"
    assert cite(layout, item(), locator="3", label="verse") == "no"
    assert cite(layout, item()) == "no"


def test_a_locator_without_a_label_is_a_page(cite, item):
    assert cite(chosen('locator="page"'), item(), locator="3") == "yes"


def test_sub_verbo_is_written_with_a_hyphen_in_styles(cite, item):
    for label in ("sub-verbo", "sub verbo"):
        assert cite(chosen('locator="sub-verbo"'), item(), locator="x", label=label) == "yes"


def test_the_locator_is_a_variable_that_can_be_asked_for(cite, item):
    assert cite(chosen('variable="locator"'), item(), locator="3") == "yes"
    assert cite(chosen('variable="locator"'), item()) == "no"


def test_variables_of_names_and_dates_can_be_asked_for(cite, item):
    layout = chosen('variable="author issued"')
    assert cite(layout, item(author="Doe, Jane", issued=2020)) == "yes"
    assert cite(layout, item(author="Doe, Jane")) == "no"


@pytest.mark.parametrize(
    ("tested", "true_in"),
    [
        ("first", {Position.FIRST}),
        ("subsequent", {Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR}),
        ("ibid", {Position.IBID, Position.IBID_WITH_LOCATOR}),
        ("ibid-with-locator", {Position.IBID_WITH_LOCATOR}),
    ],
)
def test_each_position_implies_the_weaker_ones(cite, item, tested, true_in):
    layout = chosen(f'position="{tested}"')
    positions = (Position.FIRST, Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR)
    assert {one for one in positions if cite(layout, item(), position=one) == "yes"} == true_in


def test_near_note_is_asked_of_the_cite(cite, item):
    layout = chosen('position="near-note"')
    assert cite(layout, item(), position=Position.SUBSEQUENT, near_note=True) == "yes"
    assert cite(layout, item(), position=Position.SUBSEQUENT) == "no"


@pytest.mark.parametrize("position", ["first", "subsequent", "ibid", "ibid-with-locator", "near-note"])
def test_every_position_is_false_in_a_bibliography(entry, item, position):
    assert entry(chosen(f'position="{position}"'), item()) == "no"


def test_disambiguate_is_false_where_nothing_is_ambiguous(cite, item):
    assert cite(chosen('disambiguate="true"'), item()) == "no"


def test_disambiguate_conditions_become_true_one_by_one(item, state, style_with):
    node = style_with(chosen('disambiguate="true"') * 2).citation_node.whole
    for condition, expected in ((0, "nono"), (1, "yesno"), (2, "yesyes")):
        out = []
        node.render(state(item(), disambiguation=Disambiguation(condition=condition)), out)
        assert "".join(out) == expected


def test_the_delimiter_around_choose_applies_inside_its_branches(cite, item):
    layout = (
        '<group delimiter=", "><text variable="title"/><choose><if type="book">'
        '<text variable="publisher"/><text variable="publisher-place"/></if></choose></group>'
    )
    book = item(title="Essais", publisher="PUF", publisher_place="Paris")
    assert cite(layout, book) == "Essais, PUF, Paris"


def test_a_choose_that_writes_nothing_leaves_no_delimiter(cite, item):
    layout = (
        '<group delimiter=", "><text variable="title"/><choose><if type="map"><text value="map"/></if></choose>'
        '<text variable="note"/></group>'
    )
    assert cite(layout, item(title="Essais", note="n")) == "Essais, n"


def test_a_condition_does_not_count_as_calling_a_variable(cite, item):
    layout = '<group><text term="in"/><choose><if variable="note" match="none"><text value="!"/></if></choose></group>'
    assert cite(layout, item()) == "in!"
