"""Initials of given names, and scripts that set the family name first."""

from __future__ import annotations

import pytest

from citekit.csl.initials import (
    has_family_first_script,
    initialize,
    is_invertible,
    is_mixed_script,
    is_spaced,
    normalize_initials,
)
from citekit.items import Name

MAO = Name(family="\u6bdb", given="\u6cfd\u4e1c")
DOE = Name(family="Doe", given="Jane")


@pytest.mark.parametrize(
    ("given", "mark", "expected"),
    [
        ("Jane", ".", "J."),
        ("John Ronald Reuel", ".", "J.R.R."),
        ("John Ronald Reuel", ". ", "J. R. R."),
        ("John Ronald Reuel", "", "JRR"),
        ("John Ronald", " ", "J R"),
        ("J. R. R.", ".", "J.R.R."),
        ("J.R.R.", ". ", "J. R. R."),
        ("Jean-Luc", ".", "J.-L."),
        ("Jean-luc", ".", "J."),
        ("\u00c9ric", ".", "\u00c9."),
        ("Guillaume de", ".", "G. de"),
        ("Ph.D. Marie", ".", "Ph.D.M."),
        ("TSaint", ".", "Ts."),
        ("Lord", ".", "Lord"),
        ("Lady", ".", "Lady"),
        ("", ".", ""),
    ],
)
def test_each_part_of_a_given_name_gives_an_initial(given, mark, expected):
    assert initialize(given, mark, True) == expected


def test_the_hyphen_between_initials_can_be_left_out():
    assert initialize("Jean-Luc", ".", False) == "J.L."
    assert initialize("Jean-Luc", ". ", False) == "J. L."


def test_a_given_name_in_a_script_without_initials_stays():
    assert initialize("\u6cfd\u4e1c", ".", True) == "\u6cfd\u4e1c"


def test_markup_around_a_part_stays_around_its_initial():
    assert initialize("<i>Jane</i> Ann", ".", True) == "<i>J.</i>A."


@pytest.mark.parametrize(
    ("given", "mark", "expected"),
    [
        ("James T", ".", "James T."),
        ("James T.", ".", "James T."),
        ("J R Ronald", ". ", "J. R. Ronald"),
        ("Ronald", ".", "Ronald"),
        ("J.-P.", ". ", "J. P."),
        ("Ch.-\u00c9d.", ". ", "Ch.-\u00c9d."),
        ("Jean-Paul", ".", "Jean-Paul"),
        ("", ".", ""),
    ],
)
def test_without_initializing_only_initials_are_marked(given, mark, expected):
    assert normalize_initials(given, mark) == expected


def test_scripts_that_set_the_family_name_first_are_told_by_their_letters():
    assert has_family_first_script(MAO)
    assert not has_family_first_script(DOE)
    assert not has_family_first_script(Name(family="\u041f\u0443\u0448\u043a\u0438\u043d"))


def test_a_romanised_given_name_makes_a_mixed_script():
    romanised = Name(family="\u6bdb", given="Zedong")
    assert is_mixed_script(romanised)
    assert not has_family_first_script(romanised)
    assert not is_mixed_script(DOE)


def test_names_that_can_be_inverted_are_personal_and_in_a_script_that_does():
    assert is_invertible(DOE)
    assert not is_invertible(MAO)
    assert not is_invertible(Name(literal="INSET"))


def test_words_in_scripts_without_spaces_are_not_spaced():
    assert is_spaced("et al.")
    assert not is_spaced("\u7b49")


def test_one_space_is_enough_between_initials():
    assert initialize("Johann Wolfgang", ".  ", True) == "J. W."


@pytest.mark.parametrize("given", ["\u02bfAbd al-Ra\u1e25m\u0101n", "\u02bbUmar"])
def test_a_name_that_begins_with_a_modifier_letter_stays_whole(given):
    assert initialize(given, ".", True) == given


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Abd ar-Rahman", "A. ar-Rahman"),
        ("Robert (Bob) M.", "R. (Bob) M."),
        ("al-Hasan", "al-H."),
        ("Jan de L.", "J. de L."),
    ],
)
def test_what_is_no_name_with_a_capital_stays_whole(given, expected):
    assert initialize(given, ". ", True) == expected
