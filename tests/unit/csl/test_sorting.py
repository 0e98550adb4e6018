"""Sorting: keys, directions, and what a key sees of a variable or macro (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import pytest

from citekit.csl import Document, Style
from citekit.items import Date, DatePoint, Name

NAMED_BY_INITIALS = '<macro name="people"><names variable="author"><name initialize-with=". "/></names></macro>'


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


@pytest.mark.parametrize("direction", ["ascending", "descending"])
@pytest.mark.parametrize("key", ['variable="issued"', 'macro="year"'])
def test_a_date_that_is_only_words_is_no_key(entries, item, style_with, key, direction):
    style = style_with(
        bibliography_sort=keys(f'{key} sort="{direction}"'),
        macros='<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>',
    )
    works = [
        item("1", title="12th century", issued=Date(literal="12th century")),
        item("2", title="some", issued=Date(DatePoint(2001))),
        item("3", title="in press", issued=Date(literal="in press")),
    ]
    assert entries(style, *works) == ["some", "12th century", "in press"]


@pytest.mark.parametrize("direction", ["ascending", "descending"])
def test_the_term_for_no_date_is_no_key(entries, item, style_with, direction):
    style = style_with(
        bibliography_sort=keys(f'macro="year" sort="{direction}"'),
        macros=(
            '<macro name="year"><choose><if variable="issued"><date variable="issued"><date-part name="year"/></date>'
            '</if><else><text term="no date" form="short"/></else></choose></macro>'
        ),
    )
    works = [
        item("1", title="in press", issued=Date(literal="in press")),
        item("2", title="undated"),
        item("3", title="dated", issued=Date(DatePoint(2001))),
    ]
    assert entries(style, *works) == ["dated", "in press", "undated"]


def test_the_term_for_about_is_no_part_of_a_key(entries, item, style_with):
    style = style_with(
        bibliography_sort=keys('macro="year"'),
        macros=(
            '<macro name="year"><choose><if is-uncertain-date="issued"><text term="circa" suffix=" "/></if></choose>'
            '<date variable="issued"><date-part name="year"/></date></macro>'
        ),
    )
    works = [
        item("1", title="1990", issued=Date(DatePoint(1990))),
        item("2", title="about 1485", issued=Date(DatePoint(1485), is_circa=True)),
        item("3", title="1450", issued=Date(DatePoint(1450))),
    ]
    assert entries(style, *works) == ["1450", "about 1485", "1990"]


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


def test_in_french_titles_are_sorted_without_their_article(entries, item, style_with):
    titles = ("Innover", "Les innovations sociales", "Comprendre", "L'action", "\u00c0 Lorient")
    style = style_with(bibliography_sort=keys('variable="title"'), locale="fr-FR")
    assert entries(style, *[item(one, title=one) for one in titles]) == [
        "\u00c0 Lorient",
        "L\u2019action",
        "Comprendre",
        "Les innovations sociales",
        "Innover",
    ]


def test_a_title_that_a_macro_puts_in_the_place_of_names_goes_without_its_article_too(entries, item, style_with):
    style = style_with(
        bibliography_sort=keys('macro="people"'),
        macros=(
            '<macro name="people"><names variable="author"><substitute><text variable="title"/></substitute></names>'
            "</macro>"
        ),
        locale="fr-FR",
    )
    works = [item("1", title="Les yeux"), item("2", title="x", author="Legrand, A"), item("3", title="L'an 40")]
    assert entries(style, *works) == ["L\u2019an 40", "x", "Les yeux"]


def test_the_article_is_that_of_the_language_of_the_title(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="title"'), locale="fr-FR")
    works = [
        item("1", title="The Zoo", language="en"),
        item("2", title="Les yeux", language="fr"),
        item("3", title="Les", language="de"),
        item("4", title="A priori"),
    ]
    assert entries(style, *works) == ["A priori", "Les", "Les yeux", "The Zoo"]


def test_names_and_publishers_keep_what_looks_like_an_article(entries, item, style_with):
    style = style_with(bibliography_sort=keys('variable="publisher"'), locale="fr-FR")
    works = [item("1", title="1", publisher="Le Seuil"), item("2", title="2", publisher="Gallimard")]
    assert entries(style, *works) == ["2", "1"]


@pytest.mark.parametrize(("locale", "skips", "order"), [("fr-FR", False, 0), ("en-US", None, 0), ("en-US", True, 1)])
def test_articles_count_where_that_is_chosen_or_the_locale_is_not_french(item, style_with, locale, skips, order):
    compiled = style_with(bibliography_sort=keys('variable="title"'), locale=locale)
    style = Style(compiled.source, compiled.locale, french_order=skips)
    works = [item("1", title="Apes"), item("2", title="The Ant", language="en")]
    assert [one.id for one in style.bibliography(works)] == [["1", "2"], ["2", "1"]][order]


@pytest.mark.parametrize(
    ("demote", "order"),
    [
        # The library's order: `de` does not count, `du` and `La` do.
        ("sort-only", ["Bertaud", "Certeau", "Du Bellay", "Van Gogh", "La Fontaine"]),
        # The entry begins without the particle, and so does its key.
        ("display-and-sort", ["Du Bellay", "Bertaud", "Certeau", "La Fontaine", "Van Gogh"]),
        ("never", ["Bertaud", "Certeau", "La Fontaine", "Du Bellay", "Van Gogh"]),
    ],
)
def test_french_particles_in_sort_keys(entries, item, style_with, demote, order):
    style = style_with(
        bibliography_sort=keys('variable="author"'), style=f'demote-non-dropping-particle="{demote}"', locale="fr-FR"
    )
    names = {
        "Certeau": Name(family="Certeau", given="Michel", non_dropping_particle="de"),
        "Du Bellay": Name(family="Bellay", given="Joachim", non_dropping_particle="du"),
        "La Fontaine": Name(family="Fontaine", given="Jean", non_dropping_particle="de la"),
        "Bertaud": Name(family="Bertaud", given="Jean"),
        "Van Gogh": Name(family="Gogh", given="Vincent", non_dropping_particle="van"),
    }
    works = [item(title, title=title, author=name) for title, name in names.items()]
    assert entries(style, *works) == order


def test_names_are_sorted_word_by_word_across_their_borders(entries, item, style_with):
    style = style_with(bibliography_sort=keys('macro="people"'), macros=NAMED_BY_INITIALS)
    works = [
        item("1", title="J. and Strunk", author="Smith, Jane; Strunk, William"),
        item("2", title="J. A. and Humboldt", author="Smith, Jane Ann; Humboldt, Karl"),
        item("3", title="J.", author="Smith, Jane"),
        item("4", title="Smithe", author="Smithe, Adam"),
    ]
    assert entries(style, *works) == ["J.", "J. A. and Humboldt", "J. and Strunk", "Smithe"]


def test_french_of_canada_sorts_accents_from_the_end(entries, item, style_with):
    works = [item(one, title=one) for one in ("c\u00f4t\u00e9", "cot\u00e9", "c\u00f4te", "cote")]
    orders = {
        tag: entries(style_with(bibliography_sort=keys('variable="title"'), locale=tag), *works)
        for tag in ("fr-FR", "fr-CA")
    }
    assert orders["fr-FR"] == ["cote", "cot\u00e9", "c\u00f4te", "c\u00f4t\u00e9"]
    assert orders["fr-CA"] == ["cote", "c\u00f4te", "cot\u00e9", "c\u00f4t\u00e9"]
