"""`cs:names`: several variables, substitutes, and names that are counted (CSL 1.0.2, "Names", "Substitute")."""

from __future__ import annotations

SUBSTITUTED = (
    '<names variable="author"><name name-as-sort-order="all"/><label prefix=" (" suffix=")"/>'
    '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
)


def test_each_variable_is_rendered_in_the_order_asked_for(cite, item):
    layout = '<names variable="editor author" delimiter="; "/>'
    assert cite(layout, item(author="Doe", editor="Roe")) == "Roe; Doe"


def test_a_variable_without_names_leaves_no_delimiter(cite, item):
    layout = '<names variable="editor author translator" delimiter="; "/>'
    assert cite(layout, item(author="Doe")) == "Doe"


def test_editors_who_are_the_translators_are_printed_once(cite, item):
    layout = '<names variable="editor translator" delimiter="; "/>'
    assert cite(layout, item(editor="Doe, Jane", translator="Doe, Jane")) == "Jane Doe"
    assert cite(layout, item(editor="Doe, Jane", translator="Roe, Rick")) == "Jane Doe; Rick Roe"


def test_other_roles_of_the_same_people_are_printed_twice(cite, item):
    layout = '<names variable="author editor" delimiter="; "/>'
    assert cite(layout, item(author="Doe", editor="Doe")) == "Doe; Doe"


def test_affixes_and_formatting_surround_everything(cite, item):
    layout = '<names variable="author" font-style="italic" prefix="[" suffix="]"><label prefix=", "/></names>'
    assert cite(layout, item(author="Doe"), output="html") == "[<i>Doe</i>]"


def test_names_without_any_name_write_nothing(cite, item):
    layout = '<text variable="title"/><names variable="author" prefix=", by "/>'
    assert cite(layout, item(title="Essais")) == "Essais"


# Substitutes


def test_the_first_substitute_that_writes_something_is_used(cite, item):
    assert cite(SUBSTITUTED, item(author="Doe", editor="Roe", title="T")) == "Doe"
    assert cite(SUBSTITUTED, item(editor="Roe", title="T")) == "Roe (editor)"
    assert cite(SUBSTITUTED, item(title="T")) == "T"


def test_a_short_names_element_inherits_name_and_label(cite, item):
    assert cite(SUBSTITUTED, item(editor="Roe, Rick; Poe, Ann")) == "Roe, Rick, Poe, Ann (editors)"


def test_a_names_element_with_a_name_of_its_own_inherits_nothing(cite, item):
    layout = (
        '<names variable="author"><name name-as-sort-order="all"/><label prefix=" (" suffix=")"/>'
        '<substitute><names variable="editor"><name/></names></substitute></names>'
    )
    assert cite(layout, item(editor="Roe, Rick")) == "Rick Roe"


def test_what_a_substitute_printed_is_left_out_afterwards(cite, item):
    layout = f'{SUBSTITUTED}<text variable="title" prefix=". "/><names variable="editor" prefix=", ed. "/>'
    assert cite(layout, item(author="Doe", editor="Roe", title="T")) == "Doe. T, ed. Roe"
    assert cite(layout, item(editor="Roe", title="T")) == "Roe (editor). T"
    assert cite(layout, item(title="T")) == "T"


def test_what_was_printed_before_the_substitute_stays(cite, item):
    layout = f'<text variable="title" suffix=": "/>{SUBSTITUTED}'
    assert cite(layout, item(title="T")) == "T: T"


def test_a_macro_can_be_a_substitute_and_suppresses_what_it_printed(cite, item, style_with):
    style = style_with(
        '<names variable="author"><substitute><text macro="where"/></substitute></names>'
        '<text variable="container-title" prefix=". "/><text variable="title" prefix=". "/>',
        macros='<macro name="where"><text variable="container-title" font-style="italic"/></macro>',
    )
    assert cite(style, item(container_title="Le Monde", title="T")) == "Le Monde. T"


def test_substitutes_can_be_nested(cite, item):
    layout = (
        '<names variable="author"><substitute><names variable="editor"><name/><substitute>'
        '<text variable="title"/></substitute></names></substitute></names><text variable="title" prefix="/"/>'
    )
    assert cite(layout, item(title="T")) == "T"


def test_a_substitute_that_is_empty_is_not_recorded(cite, item):
    layout = (
        '<names variable="author"><substitute><group><text variable="note"/></group>'
        '<text value="anonymous"/></substitute></names><text variable="title" prefix=", "/>'
    )
    assert cite(layout, item(title="T")) == "anonymous, T"


ANONYMOUS = '<names variable="author"><substitute><names variable="editor"/><text value="Anon"/></substitute></names>'
GROUPED_ANONYMOUS = (
    '<names variable="author"><substitute><names variable="editor"/>'
    '<group><text value="Anon"/></group></substitute></names>'
)


def test_a_group_with_a_bare_term_for_names_and_nothing_else_writes_nothing(cite, item):
    layout = f'<text variable="title"/><group prefix=". ">{ANONYMOUS}</group>'
    assert cite(layout, item(title="T")) == "T"
    assert cite(layout, item(title="T", editor="Doe")) == "T. Doe"


def test_a_macro_with_a_bare_term_for_names_and_nothing_else_writes_nothing(cite, item, style_with):
    macro = f'<macro name="who">{ANONYMOUS}</macro>'
    style = style_with('<text macro="who" suffix=". "/><text variable="title"/>', macros=macro)
    assert cite(style, item(title="T")) == "T"
    assert cite(style, item(title="T", editor="Doe")) == "Doe. T"


def test_a_bare_term_for_names_stands_beside_a_variable_with_a_value(cite, item):
    layout = f'<group delimiter=". ">{ANONYMOUS}<text variable="title"/></group>'
    assert cite(layout, item(title="T")) == "Anon. T"


def test_a_term_for_names_in_a_group_of_its_own_is_written_in_a_macro(cite, item, style_with):
    macro = f'<macro name="who">{GROUPED_ANONYMOUS}</macro>'
    style = style_with('<text macro="who" suffix=". "/><text variable="title"/>', macros=macro)
    assert cite(style, item(title="T")) == "Anon. T"


def test_the_suppression_ends_with_the_cite(item, style_with):
    style = style_with(f'{SUBSTITUTED}<text variable="title" prefix=". "/>')
    works = [item("1", title="A"), item("2", author="Doe", title="B")]
    assert [one.text for one in style.bibliography(works)] == ["A", "Doe. B"]


# Count


def test_the_count_form_gives_the_number_of_names_that_would_be_shown(cite, item):
    layout = '<names variable="author editor"><name form="count" {}/></names>'
    people = item(author="A; B; C", editor="D")
    assert cite(layout.format(""), people) == "4"
    assert cite(layout.format('et-al-min="3" et-al-use-first="1"'), people) == "2"


def test_the_count_of_editors_who_are_the_translators_is_that_of_one_list(cite, item):
    layout = '<names variable="editor translator"><name form="count"/></names>'
    assert cite(layout, item(editor="A; B", translator="A; B")) == "2"


REPORT = (
    '<names variable="author"><substitute><names variable="editor"/><choose>'
    '<if type="report"><text variable="publisher"/><text variable="title"/></if>'
    '<else><text variable="title"/></else></choose></substitute></names>'
)


def test_elements_in_the_branch_of_a_choose_are_alternatives_in_a_substitute(cite, item):
    layout = f'<group delimiter=", ">{REPORT}<text variable="title"/></group>'
    assert cite(layout, item(type="report", publisher="UNESCO", title="Water")) == "UNESCO, Water"
    assert cite(layout, item(type="report", title="Water")) == "Water"
    assert cite(layout, item(type="book", publisher="UNESCO", title="Water")) == "Water"


def test_names_in_the_branch_of_a_choose_are_alternatives_in_a_substitute(cite, item):
    layout = (
        '<names variable="author"><substitute><choose><if type="book"><names variable="editor"/>'
        '<names variable="translator"/></if></choose></substitute></names>'
        '<names variable="translator" prefix=", trans. "/>'
    )
    assert cite(layout, item(editor="Ed, Al", translator="Tr, Bo")) == "Al Ed, trans. Bo Tr"
    assert cite(layout, item(translator="Tr, Bo")) == "Bo Tr"


def test_text_that_a_substitute_has_printed_is_not_printed_again_within_it(cite, item):
    layout = (
        '<names variable="author"><substitute><group delimiter=", "><text variable="container-title"/>'
        '<text variable="container-title"/><text variable="volume" prefix="vol. "/></group></substitute></names>'
    )
    assert cite(layout, item(container_title="Birds", volume="2")) == "Birds, vol. 2"
