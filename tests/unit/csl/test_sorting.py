"""Sorting: keys, directions, and what a key sees of a variable or macro (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import pytest

from citekit.csl import Document
from citekit.items import Name


def keys(*attributes: str) -> str:
    return "".join([f"<key {one}/>" for one in attributes])


def test_without_sort_entries_stay_in_the_order_of_the_items(entries, item):
    assert entries('<text variable="title"/>', item("1", title="b"), item("2", title="a")) == ["b", "a"]


@pytest.mark.parametrize(("direction", "order"), [("ascending", ["a", "b", "c"]), ("descending", ["c", "b", "a"])])
def test_a_key_sorts_up_or_down(entries, item, style_with, direction, order):
    style = style_with(bibliography_sort=keys(f'variable="title" sort="{direction}"'))
    assert entries(style, *[item(title, title=title) for title in ("b", "c", "a")]) == order


@pytest.mark.parametrize("direction", ["ascending", "descending"])
def test_items_without_a_key_go_last_in_both_directions(entries, item, style_with, direction):
    style = style_with(bibliography_sort=keys(f'variable="note" sort="{direction}"'))
    works = [item("1", title="none"), item("2", title="some", note="x")]
    assert entries(style, *works) == ["some", "none"]


def test_later_keys_decide_between_items_that_earlier_ones_leave_together(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="note"', 'variable="title" sort="descending"'))
    works = [item("1", note="x", title="a"), item("2", note="x", title="b"), item("3", note="w", title="c")]
    assert entries(style, *works) == ["c", "b", "a"]


def test_items_with_the_same_keys_keep_their_order(entries, item, style_with):
    style = style_with('<text variable="title"/>', bibliography_sort=keys('variable="note" sort="descending"'))
    works = [item(str(i), note="x", title=str(i)) for i in (3, 1, 2)]
    assert entries(style, *works) == ["3", "1", "2"]


def test_sorting_does_not_look_at_capitals(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="title"'))
    assert entries(style, *[item(one, title=one) for one in ("Zebra", "apple", "Banana")]) == [
        "apple",
        "Banana",
        "Zebra",
    ]


def test_markup_is_no_part_of_a_key(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="title"'))
    works = [item("1", title="b"), item("2", title="<i>c</i>"), item("3", title="a")]
    assert entries(style, *works) == ["a", "b", "c"]


@pytest.mark.parametrize("variable", ["volume", "issue", "number", "chapter-number", "edition", "page"])
def test_number_variables_sort_as_numbers(entries, item, style_with, variable):
    style = style_with(bibliography_sort=keys(f'variable="{variable}"'))
    works = [item(one, title=one, **{variable: one}) for one in ("10", "9", "100")]
    assert entries(style, *works) == ["9", "10", "100"]


def test_numbers_rendered_by_a_macro_sort_as_numbers(entries, item, style_with):
    style = style_with(
        bibliography_sort=keys('macro="edition"'),
        macros='<macro name="edition"><number variable="edition" form="ordinal"/></macro>',
    )
    works = [item(one, title=one, edition=one) for one in ("10", "9", "2")]
    assert entries(style, *works) == ["2", "9", "10"]


def test_names_sort_by_family_name_then_given_name(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="author"'))
    works = [item(one, title=one, author=one) for one in ("Roe, Ann", "Doe, Zoe", "Doe, Amy")]
    assert entries(style, *works) == ["Doe, Amy", "Doe, Zoe", "Roe, Ann"]


def test_a_list_of_names_goes_after_its_own_beginning(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="author"'))
    works = [item("2", title="2", author="Doe, Jane; Poe, Ann"), item("1", title="1", author="Doe, Jane")]
    assert entries(style, *works) == ["1", "2"]


def test_labels_are_no_part_of_a_key(entries, item, style_with):
    style = style_with(
        bibliography_sort=keys('macro="people"', 'variable="title"'),
        macros='<macro name="people"><names variable="editor"><label form="verb" suffix=" "/><name/></names></macro>',
    )
    one, two = item("1", title="2", editor="Doe, Jane"), item("2", title="1", editor="Doe, Jane; Poe, Ann")
    assert entries(style, two, one) == ["2", "1"]


def test_a_macro_key_can_substitute(entries, item, style_with):
    style = style_with(
        bibliography_sort=keys('macro="people"'),
        macros=(
            '<macro name="people"><names variable="author"><substitute><names variable="editor"/>'
            '<text variable="title"/></substitute></names></macro>'
        ),
    )
    works = [item("1", title="Moon"), item("2", title="x", author="Zorn, A"), item("3", title="y", editor="Doe, J")]
    assert entries(style, *works) == ["y", "Moon", "x"]


def test_a_body_and_a_person_are_sorted_together(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="author"'))
    works = [
        item("1", title="Zola", author="Zola, E"),
        item("2", title="Inset", author=Name(literal="INSET")),
        item("3", title="Avise", author="Avise, A"),
    ]
    assert entries(style, *works) == ["Avise", "Inset", "Zola"]


def test_cites_are_sorted_inside_their_citation_only(item, style_with):
    style = style_with(citation_sort=keys('variable="title"'), citation_layout='delimiter=", "')
    document = Document(style, [item(one, title=one) for one in "abc"])
    assert document.cite_all(output="text") == "a, b, c"
    assert style.cite([item(one, title=one) for one in "cab"], output="text") == "a, b, c"


def test_bibliography_keys_do_not_sort_cites(item, style_with):
    style = style_with(bibliography_sort=keys('variable="title"'), citation_layout='delimiter=", "')
    assert style.cite([item(one, title=one) for one in "cab"], output="text") == "c, a, b"


def test_accents_follow_the_locale_of_the_style(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="title"'), locale="fr-FR")
    works = [item(one, title=one) for one in ("zoo", "\u00e9tude", "eux", "\u0153uvre")]
    assert entries(style, *works) == ["\u00e9tude", "eux", "\u0153uvre", "zoo"]


def test_sort_can_be_left_out_when_asked(item, style_with):
    style = style_with(bibliography_sort=keys('variable="title"'))
    works = [item("1", title="b"), item("2", title="a")]
    assert [one.text for one in style.bibliography(works, sort=False)] == ["b", "a"]
