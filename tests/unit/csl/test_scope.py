"""Scopes: inherited name options, and those that sort keys set in their place."""

from __future__ import annotations

from citekit.csl.scope import inherit
from citekit.csl.style import NameOptions, SortKey


def test_what_the_inner_element_sets_takes_the_place_of_the_outer():
    outer = NameOptions(and_="text", et_al_min=4)
    assert inherit(outer, NameOptions(et_al_min=2)) == NameOptions(and_="text", et_al_min=2)


def test_a_setting_of_false_or_empty_text_is_a_setting():
    outer = NameOptions(initialize=True, delimiter="; ")
    assert inherit(outer, NameOptions(initialize=False, delimiter="")) == NameOptions(initialize=False, delimiter="")


def test_nothing_set_inside_leaves_the_outer_options_as_they_are():
    outer = NameOptions(and_="text")
    assert inherit(outer, NameOptions()) is outer


def test_the_names_attributes_of_a_key_replace_et_al_for_every_position(style_with):
    scope = style_with().bibliography_scope.for_sorting(SortKey(names_min=5, names_use_first=4, names_use_last=True))
    assert scope.is_sorting
    assert scope.options == NameOptions(
        et_al_min=5,
        et_al_subsequent_min=5,
        et_al_use_first=4,
        et_al_subsequent_use_first=4,
        et_al_use_last=True,
    )


def test_a_scope_for_sorting_shares_no_macros_with_the_scope_for_rendering(style_with):
    style = style_with('<text macro="people"/>', macros='<macro name="people"><names variable="author"/></macro>')
    assert "people" in style.bibliography_scope.macros
    assert style.bibliography_scope.for_sorting(SortKey(macro="people")).macros == {}


def test_the_scope_remembers_what_is_asked_of_the_document(style_with):
    style = style_with(
        '<choose><if position="first"><text value="!"/></if></choose>',
        bibliography='<text variable="citation-number"/>',
    )
    assert "position" in style.citation_scope.facts
    assert "citation-number" in style.bibliography_scope.facts
    assert "position" not in style.bibliography_scope.facts
