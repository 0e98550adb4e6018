"""`cs:label`: terms of number variables and locators, singular or plural (CSL 1.0.2, "Label")."""

from __future__ import annotations

import pytest

from citekit.items import Name

EN_DASH = "\u2013"


def labelled(variable: str, attributes: str = "") -> str:
    return f'<group delimiter=" "><label variable="{variable}" {attributes}/><text variable="{variable}"/></group>'


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("page", "3", "page 3"),
        ("page", "5-7", f"pages 5{EN_DASH}7"),
        ("page", "5, 9", "pages 5, 9"),
        ("volume", "2", "volume 2"),
        ("volume", "2 & 4", "volumes 2 & 4"),
        ("issue", "2-3", f"issues 2{EN_DASH}3"),
    ],
)
def test_several_numbers_have_a_plural_term(cite, item, variable, value, expected):
    terms = labelled(variable)
    assert cite(terms, item(**{variable: value})) == expected


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("number-of-volumes", "1", "volume"),
        ("number-of-volumes", "3", "volumes"),
        ("number-of-pages", "1", "page"),
        ("number-of-pages", "250", "pages"),
    ],
)
def test_counts_are_plural_from_two_on(cite, item, variable, value, expected):
    assert cite(f'<label variable="{variable}"/>', item(**{variable.replace("-", "_"): value})) == expected


@pytest.mark.parametrize(
    ("plural", "single", "several"),
    [("contextual", "page", "pages"), ("always", "pages", "pages"), ("never", "page", "page")],
)
def test_plural_says_which_term_is_used(cite, item, plural, single, several):
    layout = f'<label variable="page" plural="{plural}"/>'
    assert cite(layout, item(page="1")) == single
    assert cite(layout, item(page="1-3")) == several


def test_the_short_form_is_used_where_it_is_asked_for(cite, item):
    assert cite(labelled("page", 'form="short"'), item(page="3")) == "p. 3"
    assert cite(labelled("page", 'form="short"'), item(page="3-4")) == f"pp. 3{EN_DASH}4"


def test_a_symbol_that_is_not_defined_falls_back_to_the_short_form(cite, item):
    assert cite(labelled("page", 'form="symbol"'), item(page="3")) == "p. 3"


def test_a_label_without_a_value_writes_nothing(cite, item):
    layout = '<text variable="title"/><label variable="page" prefix=" "/>'
    assert cite(layout, item(title="Essais")) == "Essais"


@pytest.mark.parametrize(
    ("label", "locator", "expected"),
    [
        ("", "3", "page 3"),
        ("page", "3-5", f"pages 3{EN_DASH}5"),
        ("chapter", "3", "chapter 3"),
        ("verse", "3-5", f"verses 3{EN_DASH}5"),
        ("sub verbo", "Emma", "sub verbo Emma"),
    ],
)
def test_a_locator_has_the_term_of_its_kind(cite, item, label, locator, expected):
    assert cite(labelled("locator"), item(), locator=locator, label=label) == expected


def test_a_section_can_be_a_symbol(cite, item):
    layout = labelled("locator", 'form="symbol"')
    assert cite(layout, item(), locator="3", label="section") == "\u00a7 3"
    assert cite(layout, item(), locator="3, 5", label="section") == "\u00a7\u00a7 3, 5"


def test_the_label_that_a_locator_begins_with_is_its_label(cite, item):
    assert cite(labelled("locator"), item(), locator="vol. 1") == "volume 1"
    assert cite(labelled("locator", 'form="short"'), item(), locator="pp. 3 and 5", label="section") == "pp. 3 and 5"
    assert cite('<text variable="locator"/>', item(), locator="p. 3") == "3"


def test_labels_within_a_locator_are_terms_of_the_locale(cite, item):
    layout = labelled("locator", 'form="short"')
    assert cite(layout, item(), locator="p. 3, sec. 4-6") == "p. 3, secs. 4\u20136"
    assert cite(layout, item(), locator="vol. 2, p. 3") == "vol. 2, p. 3"


def test_an_abbreviation_without_a_point_is_no_label_at_the_head_of_a_locator(cite, item):
    assert cite('<text variable="locator"/>', item(), locator="no 5") == "no 5"


def test_a_label_loses_every_period_where_it_strips_them(cite, item):
    layout = labelled("locator", 'form="short" strip-periods="true"')
    assert cite(layout, item(), locator="foo", label="sub-verbo") == "sv foo"


def test_affixes_formatting_case_and_periods_apply_to_the_term(cite, item):
    layout = (
        '<label variable="page" form="short" strip-periods="true" text-case="uppercase" '
        'font-style="italic" prefix="(" suffix=".)"/>'
    )
    assert cite(layout, item(page="1-2"), output="html") == "(<i>PP</i>.)"


# Labels of names


@pytest.mark.parametrize(
    ("form", "one", "two"),
    [
        ("long", "Doe editor", "Doe, Roe editors"),
        ("short", "Doe ed.", "Doe, Roe eds."),
    ],
)
def test_a_label_after_names_counts_them(cite, item, form, one, two):
    layout = f'<names variable="editor"><name/><label form="{form}" prefix=" "/></names>'
    assert cite(layout, item(editor="Doe")) == one
    assert cite(layout, item(editor="Doe; Roe")) == two


def test_a_label_written_before_cs_name_stands_before_the_names(cite, item):
    layout = '<names variable="editor"><label form="verb" suffix=" "/><name/></names>'
    assert cite(layout, item(editor="Doe")) == "edited by Doe"


def test_each_variable_of_names_has_its_own_label(cite, item):
    layout = '<names variable="editor translator" delimiter="; "><label prefix=" (" suffix=")"/></names>'
    people = item(editor="Doe; Smith", translator="Johnson")
    assert cite(layout, people) == "Doe, Smith (editors); Johnson (translator)"


def test_the_label_of_editors_who_are_the_translators_is_one_term(cite, item):
    layout = '<names variable="editor translator"><label prefix=" (" suffix=")"/></names>'
    assert cite(layout, item(editor="Doe", translator="Doe")) == "Doe (editor & translator)"


def test_the_plural_of_a_names_label_can_be_fixed(cite, item):
    layout = '<names variable="editor"><label plural="{}" prefix=" "/></names>'
    assert cite(layout.format("never"), item(editor="Doe; Roe")) == "Doe, Roe editor"
    assert cite(layout.format("always"), item(editor=Name(literal="INSET"))) == "INSET editors"


def test_a_names_label_takes_text_case_periods_and_formatting(cite, item):
    layout = (
        '<names variable="editor"><name/>'
        '<label form="short" text-case="capitalize-first" strip-periods="true" font-style="italic"/></names>'
    )
    assert cite(layout, item(editor="Doe"), output="html") == "Doe<i>Ed</i>"
