"""Disambiguation: given names, more names, the condition, year-suffixes (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

import pytest

from citekit.csl import Cite, Document

YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'
NAMES = '<names variable="author"><name form="short" {}/></names>' + YEAR
SHORT = NAMES.format("")
INITIALS = NAMES.format('initialize-with=". "')
FIRST_OF_THREE = NAMES.format('initialize-with=". " et-al-min="3" et-al-use-first="1"')

GIVEN = 'disambiguate-add-givenname="true" '
MORE = 'disambiguate-add-names="true" '
SUFFIX = 'disambiguate-add-year-suffix="true" '


@pytest.fixture
def cites(item, style_with):
    """The cite of each work, "Family, Given; … 2000", in a style with these options."""

    def rendered(*works: str, citation: str = "", layout: str = SHORT, **options: object) -> list[str]:
        style = style_with(layout, citation=citation, **options)
        items = []
        for number, work in enumerate(works):
            authors, _, year = work.rpartition(" ")
            items.append(item(str(number), author=authors, issued=int(year), title=f"T{number}"))
        document = Document(style, items)
        return [document.cite([Cite(one.id)], output="text") for one in items]

    return rendered


def rule(name: str) -> str:
    return f'{GIVEN}givenname-disambiguation-rule="{name}"'


def test_without_a_method_ambiguous_cites_stay(cites):
    assert cites("Doe, John 1950", "Doe, Jane 1950") == ["Doe 1950", "Doe 1950"]


# Given names


def test_initials_are_added_where_they_are_enough(cites):
    shown = cites("Simpson, Homer 2005", "Simpson, Bart 2005", citation=GIVEN, layout=INITIALS)
    assert shown == ["H. Simpson 2005", "B. Simpson 2005"]


def test_full_given_names_are_added_where_initials_are_the_same(cites):
    shown = cites("Doe, John 1950", "Doe, Jane 1950", citation=GIVEN, layout=INITIALS)
    assert shown == ["John Doe 1950", "Jane Doe 1950"]


def test_a_style_without_initials_goes_straight_to_given_names(cites):
    assert cites("Simpson, Homer 2005", "Simpson, Bart 2005", citation=GIVEN) == [
        "Homer Simpson 2005",
        "Bart Simpson 2005",
    ]


def test_cites_that_differ_already_stay_as_they_are(cites):
    assert cites("Doe, Jane 1950", "Doe, John 2000", citation=GIVEN) == ["Doe 1950", "Doe 2000"]


def test_given_names_that_tell_nothing_apart_are_not_added(cites):
    assert cites("Doe, Jane 1950", "Doe, Jane 1950", citation=GIVEN) == ["Doe 1950", "Doe 1950"]


def test_by_cite_expands_only_the_first_name_that_helps(cites):
    shown = cites("Doe, Jane; Roe, Ann 1950", "Doe, Amy; Roe, Bea 1950", citation=GIVEN)
    assert shown == ["Jane Doe, Roe 1950", "Amy Doe, Roe 1950"]


def test_by_cite_passes_over_a_name_that_does_not_help(cites):
    shown = cites("Doe, Jane; Roe, Ann 1950", "Doe, Jane; Roe, Bea 1950", citation=GIVEN)
    assert shown == ["Doe, Ann Roe 1950", "Doe, Bea Roe 1950"]


def test_all_names_expands_names_in_cites_that_are_not_ambiguous(cites):
    assert cites("Doe, Jane 1950", "Doe, John 2000", citation=rule("all-names")) == ["Jane Doe 1950", "John Doe 2000"]


def test_all_names_expands_every_name(cites):
    shown = cites("Doe, Jane; Roe, Ann 1950", "Doe, Amy; Roe, Bea 2000", citation=rule("all-names"))
    assert shown == ["Jane Doe, Ann Roe 1950", "Amy Doe, Bea Roe 2000"]


def test_primary_name_expands_the_first_name_only(cites):
    shown = cites("Doe, Jane; Roe, Ann 1950", "Doe, Amy; Roe, Bea 2000", citation=rule("primary-name"))
    assert shown == ["Jane Doe, Roe 1950", "Amy Doe, Roe 2000"]


@pytest.mark.parametrize("options", ["", 'initialize-with="" initialize="false"'])
@pytest.mark.parametrize("name", ["all-names-with-initials", "primary-name-with-initials"])
def test_a_rule_for_initials_adds_nothing_where_the_style_makes_none(cites, name, options):
    works = ("Doe, John 1950", "Roe, Al 1950", "Roe, Bo 1951", "Doe, Adam 1950")
    shown = cites(*works, citation=f"{rule(name)} {SUFFIX}", layout=NAMES.format(options))
    assert shown == ["Doe 1950a", "Roe 1950", "Roe 1951", "Doe 1950b"]


@pytest.mark.parametrize("name", ["all-names-with-initials", "primary-name-with-initials"])
def test_rules_with_initials_stop_at_initials(cites, name):
    citation = rule(name)
    assert cites("Doe, Jane 1950", "Doe, Amy 2000", citation=citation, layout=INITIALS) == [
        "J. Doe 1950",
        "A. Doe 2000",
    ]
    assert cites("Doe, Jane 1950", "Doe, John 2000", citation=citation, layout=INITIALS) == ["Doe 1950", "Doe 2000"]


# More names


def test_hidden_names_are_added_one_by_one_until_the_cites_differ(cites):
    shown = cites("Doe; Smith; Poe 1950", "Doe; Miller; Poe 1950", citation=MORE, layout=FIRST_OF_THREE)
    assert shown == ["Doe, Smith, et al. 1950", "Doe, Miller, et al. 1950"]


def test_names_that_tell_nothing_apart_are_not_added(cites):
    shown = cites("Doe; Smith; Poe 1950", "Doe; Smith; Poe 1950", citation=MORE, layout=FIRST_OF_THREE)
    assert shown == ["Doe et al. 1950", "Doe et al. 1950"]


def test_given_names_that_are_shown_are_tried_before_hidden_names(cites):
    shown = cites(
        "Doe, Jane; Smith; Poe 1950", "Doe, Amy; Miller; Poe 1950", citation=GIVEN + MORE, layout=FIRST_OF_THREE
    )
    assert shown == ["J. Doe et al. 1950", "A. Doe et al. 1950"]


def test_an_added_name_is_expanded_where_that_helps(cites):
    shown = cites(
        "Doe; Smith, Ann; Poe 1950", "Doe; Smith, Bea; Poe 1950", citation=GIVEN + MORE, layout=FIRST_OF_THREE
    )
    assert shown == ["Doe, A. Smith, et al. 1950", "Doe, B. Smith, et al. 1950"]


# The condition


CONDITION = SHORT + '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'


def test_the_condition_is_true_for_cites_that_are_still_ambiguous(cites):
    assert cites("Doe, A 1950", "Doe, A 1950", layout=CONDITION) == ["Doe 1950, T0", "Doe 1950, T1"]


def test_the_condition_is_false_for_cites_that_names_tell_apart(cites):
    assert cites("Doe, Ann 1950", "Doe, Bea 1950", layout=CONDITION, citation=GIVEN) == ["Ann Doe 1950", "Bea Doe 1950"]


def test_the_condition_is_tried_before_a_year_suffix(cites):
    assert cites("Doe, A 1950", "Doe, A 1950", layout=CONDITION, citation=SUFFIX) == ["Doe 1950, T0", "Doe 1950, T1"]


# Year-suffixes


def test_a_year_suffix_always_tells_cites_apart(cites):
    assert cites("Doe, A 2007", "Doe, A 2007", "Doe, A 2008", citation=SUFFIX) == ["Doe 2007a", "Doe 2007b", "Doe 2008"]


def test_year_suffixes_follow_the_order_of_the_bibliography(cites):
    shown = cites(
        "Doe, A 2007", "Doe, A 2007", citation=SUFFIX, bibliography_sort='<key variable="title" sort="descending"/>'
    )
    assert shown == ["Doe 2007b", "Doe 2007a"]


def test_year_suffixes_go_on_after_z(cites):
    shown = cites(*["Doe, A 2007"] * 28, citation=SUFFIX)
    assert shown[25:] == ["Doe 2007z", "Doe 2007aa", "Doe 2007ab"]


def test_the_bibliography_prints_the_year_suffix_too(entries, item, style_with):
    style = style_with(SHORT, citation=SUFFIX)
    works = [item(one, author="Doe", issued=2007) for one in "ab"]
    assert entries(style, *works) == ["Doe 2007a", "Doe 2007b"]


def test_a_year_suffix_stands_at_the_first_year_only(cites):
    layout = SHORT + '<date variable="issued" prefix=", "><date-part name="year"/></date>'
    assert cites("Doe, A 2007", "Doe, A 2007", citation=SUFFIX, layout=layout) == ["Doe 2007a, 2007", "Doe 2007b, 2007"]


def test_a_year_suffix_that_is_printed_as_text_leaves_the_year_alone(cites):
    layout = SHORT + '<text variable="year-suffix" prefix="-"/>'
    assert cites("Doe, A 2007", "Doe, A 2007", citation=SUFFIX, layout=layout) == ["Doe 2007-a", "Doe 2007-b"]


def test_a_year_suffix_that_the_citation_prints_as_text_is_left_out_of_the_bibliography(entries, item, style_with):
    style = style_with(SHORT + '<text variable="year-suffix"/>', bibliography=SHORT, citation=SUFFIX)
    assert entries(style, *[item(one, author="Doe", issued=2007) for one in "ab"]) == ["Doe 2007", "Doe 2007"]


def test_every_method_is_tried_before_the_year_suffix(cites):
    shown = cites("Doe, Jane 1950", "Doe, John 1950", "Doe, John 1950", citation=GIVEN + SUFFIX, layout=INITIALS)
    assert shown == ["Jane Doe 1950", "John Doe 1950a", "John Doe 1950b"]


def test_items_that_are_not_cited_make_cites_ambiguous_too(item, style_with):
    style = style_with(SHORT, citation=SUFFIX)
    document = Document(style, [item(one, author="Doe", issued=2007) for one in "ab"], uncited=["a", "b"])
    document.insert(0, [Cite("a")])
    assert document.citation_texts("text") == ["Doe 2007a"]


def test_taking_the_other_item_away_takes_the_year_suffix_away(item, style_with):
    style = style_with(SHORT, citation=SUFFIX)
    document = Document(style, [item(one, author="Doe", issued=2007) for one in "ab"])
    document.insert(0, [Cite("a")])
    other = document.insert(1, [Cite("b")])
    assert document.citation_texts("text") == ["Doe 2007a", "Doe 2007b"]
    document.delete(other.id)
    assert document.citation_texts("text") == ["Doe 2007"]
