"""Lists of names: delimiters, "and", et-al abbreviation, inversion (CSL 1.0.2, "Name", "Et-al")."""

from __future__ import annotations

import pytest

from citekit.csl import Position
from citekit.items import Name

ELLIPSIS = "\u2026"
ONE = "Doe, Jane"
TWO = "Doe, Jane; Williams, Tom"
THREE = "Doe, Jane; Smith, Sam; Williams, Tom"


def names(attributes: str = "", et_al: str = "") -> str:
    return f'<names variable="author"><name initialize-with=". " {attributes}/>{et_al}</names>'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "J. Doe, S. Smith, T. Williams"),
        ('delimiter="; "', "J. Doe; S. Smith; T. Williams"),
        ('and="text"', "J. Doe, S. Smith, and T. Williams"),
        ('and="symbol"', "J. Doe, S. Smith, & T. Williams"),
        ('and="text" delimiter=" / "', "J. Doe / S. Smith / and T. Williams"),
    ],
)
def test_delimiter_and_the_word_before_the_last_name(cite, item, attributes, expected):
    assert cite(names(attributes), item(author=THREE)) == expected


def test_and_is_a_term_of_the_locale(cite, item, style_with):
    assert cite(style_with(names('and="text"'), locale="fr-FR"), item(author=TWO)) == "J. Doe et T. Williams"


@pytest.mark.parametrize(
    ("rule", "two", "three"),
    [
        ("contextual", "J. Doe and T. Williams", "J. Doe, S. Smith, and T. Williams"),
        ("always", "J. Doe, and T. Williams", "J. Doe, S. Smith, and T. Williams"),
        ("never", "J. Doe and T. Williams", "J. Doe, S. Smith and T. Williams"),
    ],
)
def test_delimiter_precedes_last(cite, item, rule, two, three):
    layout = names(f'and="text" delimiter-precedes-last="{rule}"')
    assert cite(layout, item(author=TWO)) == two
    assert cite(layout, item(author=THREE)) == three


def test_delimiter_precedes_last_after_an_inverted_name(cite, item):
    layout = names('and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"')
    assert cite(layout, item(author=TWO)) == "Doe, J., and T. Williams"
    assert cite(layout, item(author=THREE)) == "Doe, J., S. Smith and T. Williams"


def test_without_and_the_delimiter_is_always_used(cite, item):
    assert cite(names('delimiter-precedes-last="never"'), item(author=TWO)) == "J. Doe, T. Williams"


@pytest.mark.parametrize(
    ("order", "expected"),
    [("first", "Doe, J., S. Smith, T. Williams"), ("all", "Doe, J., Smith, S., Williams, T.")],
)
def test_name_as_sort_order_inverts_the_first_name_or_all(cite, item, order, expected):
    assert cite(names(f'name-as-sort-order="{order}"'), item(author=THREE)) == expected


# Et-al


def test_a_list_that_reaches_et_al_min_is_cut(cite, item):
    layout = names('et-al-min="3" et-al-use-first="1"')
    assert cite(layout, item(author=THREE)) == "J. Doe et al."
    assert cite(layout, item(author=TWO)) == "J. Doe, T. Williams"


@pytest.mark.parametrize(
    ("rule", "one", "two"),
    [
        ("contextual", "J. Doe et al.", "J. Doe, S. Smith, et al."),
        ("always", "J. Doe, et al.", "J. Doe, S. Smith, et al."),
        ("never", "J. Doe et al.", "J. Doe, S. Smith et al."),
    ],
)
def test_delimiter_precedes_et_al(cite, item, rule, one, two):
    layout = 'et-al-min="3" et-al-use-first="{}" delimiter-precedes-et-al="' + rule + '"'
    assert cite(names(layout.format(1)), item(author=THREE)) == one
    assert cite(names(layout.format(2)), item(author=THREE)) == two


@pytest.mark.parametrize(("use_first", "expected"), [(1, "Doe, J., et al."), (2, "Doe, J., S. Smith et al.")])
def test_delimiter_precedes_et_al_after_an_inverted_name(cite, item, use_first, expected):
    layout = names(
        f'et-al-min="3" et-al-use-first="{use_first}" delimiter-precedes-et-al="after-inverted-name" '
        'name-as-sort-order="first"'
    )
    assert cite(layout, item(author=THREE)) == expected


def test_and_is_not_used_in_a_list_that_is_cut(cite, item):
    layout = names('and="text" et-al-min="3" et-al-use-first="2"')
    assert cite(layout, item(author=THREE)) == "J. Doe, S. Smith, et al."


def test_et_al_use_last_sets_an_ellipsis_and_the_last_name(cite, item):
    layout = names('et-al-min="3" et-al-use-first="1" et-al-use-last="true"')
    assert cite(layout, item(author=THREE)) == f"J. Doe, {ELLIPSIS} T. Williams"


def test_et_al_use_last_needs_two_hidden_names(cite, item):
    layout = names('et-al-min="3" et-al-use-first="2" et-al-use-last="true"')
    assert cite(layout, item(author=THREE)) == "J. Doe, S. Smith, et al."


def test_subsequent_cites_are_cut_by_their_own_limits(cite, item):
    layout = names('et-al-min="4" et-al-use-first="3" et-al-subsequent-min="2" et-al-subsequent-use-first="1"')
    assert cite(layout, item(author=THREE)) == "J. Doe, S. Smith, T. Williams"
    assert cite(layout, item(author=THREE), position=Position.SUBSEQUENT) == "J. Doe et al."
    assert cite(layout, item(author=TWO), position=Position.IBID) == "J. Doe et al."


def test_limits_that_are_not_set_for_subsequent_cites_are_the_ordinary_ones(cite, item):
    layout = names('et-al-min="3" et-al-use-first="2" et-al-subsequent-use-first="1"')
    assert cite(layout, item(author=THREE), position=Position.SUBSEQUENT) == "J. Doe et al."
    assert cite(layout, item(author=TWO), position=Position.SUBSEQUENT) == "J. Doe, T. Williams"


def test_a_bibliography_is_cut_as_a_first_cite(entry, item):
    layout = names('et-al-min="4" et-al-use-first="1" et-al-subsequent-min="2" et-al-subsequent-use-first="1"')
    assert entry(layout, item(author=THREE)) == "J. Doe, S. Smith, T. Williams"


def test_the_term_of_et_al_can_be_and_others(cite, item):
    layout = names('et-al-min="2" et-al-use-first="1"', '<et-al term="and others"/>')
    assert cite(layout, item(author=TWO)) == "J. Doe and others"


def test_the_term_of_et_al_can_be_in_italics(cite, item):
    layout = names('et-al-min="2" et-al-use-first="1"', '<et-al font-style="italic"/>')
    assert cite(layout, item(author=TWO), output="html") == "J. Doe <i>et al.</i>"


def test_names_that_the_source_marks_as_others_become_et_al(cite, item):
    assert cite(names(), item(author=(Name(family="Doe", given="Jane"), Name(literal="others")))) == "J. Doe et al."


def test_affixes_of_cs_name_stand_outside_its_formatting(cite, item):
    layout = '<names variable="author"><name font-weight="bold" prefix="[" suffix="]"/></names>'
    assert cite(layout, item(author="Doe, Jane"), output="html") == "[<b>Jane Doe</b>]"


def test_a_label_stands_outside_the_affixes_and_formatting_of_cs_name(cite, item):
    layout = '<names variable="editor"><name font-weight="bold" prefix="[" suffix="]"/><label prefix=", "/></names>'
    assert cite(layout, item(editor="Doe, Jane"), output="html") == "[<b>Jane Doe</b>], editor"


# Inheritance


def test_name_options_are_inherited_from_the_style_and_overridden_below(cite, entry, item, style_with):
    style = style_with(
        '<names variable="author"/>',
        style='and="text" name-delimiter="; " name-form="short"',
        citation='and="symbol"',
        bibliography='<names variable="author"><name delimiter=" + "/></names>',
    )
    assert cite(style, item(author=THREE)) == "Doe; Smith; & Williams"
    assert entry(style, item(author=THREE)) == "Doe + Smith + and Williams"


def test_the_delimiter_between_variables_is_inherited_too(cite, item, style_with):
    style = style_with('<names variable="author editor"/>', style='names-delimiter=" // "')
    assert cite(style, item(author="Doe", editor="Roe")) == "Doe // Roe"


# Sort keys


FIRST_OF_TWO = '<names variable="author"><name et-al-min="2" et-al-use-first="1"/></names>'


def test_hidden_names_and_et_al_are_no_part_of_a_sort_key(entries, item, style_with):
    style = style_with(
        bibliography_sort='<key macro="people"/><key variable="title"/>',
        macros=f'<macro name="people">{FIRST_OF_TWO}</macro>',
    )
    alone, together = item("1", title="2", author=ONE), item("2", title="1", author=TWO)
    assert entries(style, alone, together) == ["1", "2"]


def test_names_min_of_a_key_takes_the_place_of_et_al_min(entries, item, style_with):
    style = style_with(
        bibliography_sort='<key macro="people" names-min="3" names-use-first="3"/><key variable="title"/>',
        macros=f'<macro name="people">{FIRST_OF_TWO}</macro>',
    )
    alone, together = item("1", title="2", author=ONE), item("2", title="1", author=TWO)
    assert entries(style, together, alone) == ["2", "1"]


def test_a_macro_can_sort_by_the_number_of_names(entries, item, style_with):
    style = style_with(
        bibliography_sort='<key macro="count"/>',
        macros='<macro name="count"><names variable="author"><name form="count"/></names></macro>',
    )
    works = [item(str(count), title=str(count), author="; ".join(["Doe"] * count)) for count in (10, 2, 1)]
    assert entries(style, *works) == ["1", "2", "10"]


@pytest.mark.parametrize(
    ("around", "own", "expected"),
    [
        ("never", "always", "Doe, Roe and UNESCO"),
        ("always", "never", "Doe, Roe, and UNESCO"),
        ("contextual", "never", "Doe, Roe, and UNESCO"),
        ("after-inverted-name", "never", "Doe, Roe, and UNESCO"),
    ],
)
def test_before_a_body_the_delimiter_is_that_of_the_bibliography(entry, item, style_with, around, own, expected):
    style = style_with(
        f'<names variable="author"><name and="text" form="short" delimiter-precedes-last="{own}"/></names>',
        bibliography_options=f'delimiter-precedes-last="{around}"',
    )
    authors = (Name(family="Doe"), Name(family="Roe"), Name(literal="UNESCO"))
    assert entry(style, item(author=authors)) == expected
