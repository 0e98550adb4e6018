"""`cs:text`: variables, terms, macros and verbatim text (CSL 1.0.2, "Text")."""

from __future__ import annotations

import pytest

from citekit.csl import Document, Position

EN_DASH = "\u2013"


def test_a_variable_is_rendered(cite, item):
    assert cite('<text variable="title"/>', item(title="Essais")) == "Essais"


def test_the_short_form_of_a_title_is_its_own_variable(cite, item):
    layout = '<text variable="title" form="short"/>'
    assert cite(layout, item(title="Les Essais de Montaigne", title_short="Essais")) == "Essais"


def test_without_a_short_form_the_long_form_is_rendered(cite, item):
    assert cite('<text variable="title" form="short"/>', item(title="Les Essais")) == "Les Essais"


@pytest.mark.parametrize("variable", ["container_title_short", "journalAbbreviation"])
def test_the_short_form_of_a_container_title_is_an_abbreviation(cite, item, variable):
    layout = '<text variable="container-title" form="short"/>'
    assert cite(layout, item(container_title="Journal of Tests", **{variable: "J. Tests"})) == "J. Tests"


def test_an_abbreviation_given_with_the_document_comes_before_the_short_title(item, style_with):
    style = style_with('<text variable="title" form="short"/>')
    document = Document(style, [item(title="Les Essais", title_short="Essais")], abbreviate=lambda *_: "Ess.")
    assert document.cite_all(output="text") == "Ess."


def test_rich_text_in_a_variable_is_kept(cite, item):
    assert cite('<text variable="title"/>', item(title="Sur <i>Emma</i>"), output="html") == "Sur <i>Emma</i>"


def test_italics_inside_italics_are_upright(cite, item):
    layout = '<text variable="title" font-style="italic"/>'
    html = '<i>Sur <span style="font-style:normal;">Emma</span></i>'
    assert cite(layout, item(title="Sur <i>Emma</i>"), output="html") == html


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "editor"),
        ('plural="true"', "editors"),
        ('form="short"', "ed."),
        ('form="short" plural="true"', "eds."),
        ('form="verb"', "edited by"),
        ('form="verb-short"', "ed. by"),
    ],
)
def test_a_term_has_forms_and_a_plural(cite, item, style_with, attributes, expected):
    terms = (
        '<locale><terms><term name="editor"><single>editor</single><multiple>editors</multiple></term>'
        '<term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>'
        '<term name="editor" form="verb">edited by</term><term name="editor" form="verb-short">ed. by</term>'
        "</terms></locale>"
    )
    assert cite(style_with(f'<text term="editor" {attributes}/>', locale_xml=terms), item()) == expected


def test_a_term_that_is_defined_as_empty_writes_nothing(cite, item, style_with):
    style = style_with(
        '<group delimiter=", "><text term="in"/><text variable="title"/></group>',
        locale_xml='<locale><terms><term name="in"></term></terms></locale>',
    )
    assert cite(style, item(title="Essais")) == "Essais"


def test_a_term_of_white_space_is_switched_off(cite, item, style_with):
    style = style_with(
        '<group delimiter=", "><text term="in"/><text variable="title"/></group>',
        locale_xml='<locale><terms><term name="in"> </term></terms></locale>',
    )
    assert cite(style, item(title="Essais")) == "Essais"


def test_a_value_is_rendered_as_it_stands(cite, item):
    assert cite('<text value="op. cit."/>', item()) == "op. cit."


def test_a_macro_is_rendered_with_the_formatting_of_its_call(cite, item, style_with):
    style = style_with(
        '<text macro="name" font-style="italic" prefix="[" suffix="]"/>',
        macros='<macro name="name"><text variable="title"/><text variable="note" prefix=" "/></macro>',
    )
    assert cite(style, item(title="A", note="b"), output="html") == "[<i>A b</i>]"


def test_a_macro_can_call_another_that_stands_after_it(cite, item, style_with):
    style = style_with(
        '<text macro="outer"/>',
        macros='<macro name="outer"><text macro="inner"/></macro><macro name="inner"><text variable="title"/></macro>',
    )
    assert cite(style, item(title="Essais")) == "Essais"


def test_quotes_are_terms_of_the_locale(cite, item, style_with):
    layout = '<text variable="title" quotes="true"/>'
    assert cite(layout, item(title="Essais")) == "\u201cEssais\u201d"
    nbsp, narrow_nbsp = "\u00a0", "\u202f"
    french = cite(style_with(layout, locale="fr-FR"), item(title="Essais"))
    assert french.replace(narrow_nbsp, nbsp) == f"\u00ab{nbsp}Essais{nbsp}\u00bb"


def test_quotes_inside_quotes_are_the_inner_ones(cite, item):
    layout = '<text variable="title" quotes="true"/>'
    assert cite(layout, item(title='On "Emma"')) == "\u201cOn \u2018Emma\u2019\u201d"


@pytest.mark.parametrize(("option", "expected"), [("true", "\u201cEssais.\u201d"), ("false", "\u201cEssais\u201d.")])
def test_punctuation_in_quote_says_where_a_full_stop_goes(cite, item, style_with, option, expected):
    style = style_with(
        '<text variable="title" quotes="true" suffix="."/>',
        locale_xml=f'<locale><style-options punctuation-in-quote="{option}"/></locale>',
    )
    assert cite(style, item(title="Essais")) == expected


def test_strip_periods_takes_the_periods_out_of_the_text(cite, item):
    assert cite('<text variable="title" strip-periods="true"/>', item(title="J. Am. Soc.")) == "J Am Soc"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("lowercase", "the origin of species"),
        ("uppercase", "THE ORIGIN OF SPECIES"),
        ("capitalize-first", "The origin of species"),
        ("capitalize-all", "The Origin Of Species"),
        ("title", "The Origin of Species"),
    ],
)
def test_text_case_changes_the_text(cite, item, case, expected):
    layout = f'<text variable="title" text-case="{case}"/>'
    assert cite(layout, item(title="the origin of species")) == expected


def test_title_case_leaves_items_alone_that_are_not_english(cite, item, style_with):
    layout = '<text variable="title" text-case="title"/>'
    assert cite(layout, item(title="la peste noire", language="fr-FR")) == "la peste noire"
    french = style_with(layout, style='default-locale="fr-FR"', locale="fr-FR")
    assert cite(french, item(title="la peste noire")) == "la peste noire"
    assert cite(french, item(title="the black death", language="en-GB")) == "The Black Death"


# Pages and locators


@pytest.mark.parametrize(
    ("page_range_format", "expected"),
    [
        ("chicago", f"321{EN_DASH}28"),
        ("expanded", f"321{EN_DASH}328"),
        ("minimal", f"321{EN_DASH}8"),
        ("minimal-two", f"321{EN_DASH}28"),
    ],
)
def test_the_style_says_how_page_ranges_are_written(cite, item, style_with, page_range_format, expected):
    style = style_with('<text variable="page"/>', style=f'page-range-format="{page_range_format}"')
    assert cite(style, item(page="321-328")) == expected


def test_the_delimiter_of_page_ranges_is_a_term(cite, item, style_with):
    style = style_with(
        '<text variable="page"/>',
        style='page-range-format="expanded"',
        locale_xml='<locale><terms><term name="page-range-delimiter"> to </term></terms></locale>',
    )
    assert cite(style, item(page="321-8")) == "321 to 328"


def test_pages_that_are_not_numeric_stay_as_they_are(cite, item):
    assert cite('<text variable="page"/>', item(page="passim")) == "passim"


def test_page_first_is_the_first_page_of_the_range(cite, item):
    assert cite('<text variable="page-first"/>', item(page="321-328")) == "321"


def test_a_locator_has_a_dash_in_place_of_the_hyphen(cite, item):
    assert cite('<text variable="locator"/>', item(), locator="12-15") == f"12{EN_DASH}15"


def test_an_en_dash_that_was_typed_into_a_locator_stays(cite, item, style_with):
    style = style_with('<text variable="locator"/>', style='page-range-format="minimal"', locale="fr-FR")
    assert cite(style, item(), locator=f"xii{EN_DASH}xiv") == f"xii{EN_DASH}xiv"
    assert cite(style, item(), locator=f"321{EN_DASH}328") == f"321{EN_DASH}328"


def test_only_page_locators_are_abbreviated_as_pages_are(cite, item, style_with):
    style = style_with('<text variable="locator"/>', style='page-range-format="minimal"')
    assert cite(style, item(), locator="321-328") == f"321{EN_DASH}8"
    assert cite(style, item(), locator="321-328", label="paragraph") == f"321{EN_DASH}328"


def test_number_variables_have_a_dash_in_ranges(cite, item):
    assert cite('<text variable="volume"/>', item(volume="2-4")) == f"2{EN_DASH}4"


def test_a_value_that_ends_with_a_space_keeps_it(cite, item):
    layout = '<text value="see "/><text variable="title" prefix=" "/>'
    assert cite(layout, item(title="Essais")) == "see  Essais"
    assert cite(layout.replace('"see "', '"see" suffix=" "'), item(title="Essais")) == "see Essais"


@pytest.mark.parametrize(
    ("value", "expected"), [(" from", "\u201cEssais\u201d  from"), (", from", "\u201cEssais\u201d, from")]
)
def test_a_value_that_begins_with_a_space_or_comma_keeps_it(cite, item, value, expected):
    layout = f'<text variable="title" quotes="true" suffix=" "/><text value="{value}"/>'
    if value.startswith(","):
        layout = layout.replace(' suffix=" "', "")
    assert cite(layout, item(title="Essais")) == expected


# What the document knows


def test_the_citation_number_is_that_of_the_bibliography(item, style_with):
    style = style_with('<text variable="citation-number" prefix="[" suffix="]"/>')
    document = Document(style, [item("a"), item("b")])
    assert document.cite_all(output="text") == "[1][2]"


def test_a_year_suffix_is_no_variable_that_keeps_a_group(cite, item):
    layout = '<text variable="title"/><group prefix=" "><text variable="note"/><text variable="year-suffix"/></group>'
    assert cite(layout, item(title="Essais")) == "Essais"


# Capitals


def test_a_term_that_begins_a_note_has_a_capital(cite, item, style_with):
    style = style_with('<text term="ibid"/>', style_class="note")
    assert cite(style, item(), position=Position.IBID) == "Ibid."


def test_a_term_in_running_text_has_no_capital(cite, item, style_with):
    style = style_with('<text term="ibid"/>', style_class="in-text")
    assert cite(style, item(), position=Position.IBID) == "ibid."


def test_a_term_after_other_text_in_a_note_has_no_capital(cite, item, style_with):
    style = style_with('<text variable="title" suffix=", "/><text term="ibid"/>', style_class="note")
    assert cite(style, item(title="Essais")) == "Essais, ibid."


@pytest.mark.parametrize(("prefix", "expected"), [("See", "See ibid."), ("That is so.", "That is so. Ibid.")])
def test_a_prefix_that_ends_a_sentence_lets_the_term_begin_another(cite, item, style_with, prefix, expected):
    style = style_with('<text term="ibid"/>', style_class="note")
    assert cite(style, item(), prefix=prefix) == expected
