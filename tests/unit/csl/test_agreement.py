"""Where real styles and awkward items showed the engine to differ from the reference processor.

Each rule here was found by rendering many styles in both, and is not in the official test suite.
"""

from __future__ import annotations

import pytest

from citekit.csl import Cite, Document
from citekit.items import Name
from citekit.items.date import Date, DatePoint

EN_DASH = "\u2013"
HYPHEN = "\u2011"
AUTHOR = '<names variable="author"/>'
INVERTED = '<names variable="author"><name name-as-sort-order="all"/></names>'
YEAR_SUFFIXES = 'disambiguate-add-year-suffix="true"'
YEAR = '<date variable="issued"><date-part name="year"/></date>'


def locale_with(*terms: str) -> str:
    return f"<locale><terms>{''.join(terms)}</terms></locale>"


# Names


@pytest.mark.parametrize("family", ["von Goethe", "van der Berg", "zu Guttenberg", "d\u2019Aubign\u00e9", "da Vinci"])
def test_a_particle_before_the_family_name_stays_with_it(cite, item, family):
    short = '<names variable="author"><name form="short"/></names>'
    assert cite(short, item(author=f"{family}, Johann")) == family


def test_a_particle_after_the_given_name_goes_with_it(cite, item):
    short = '<names variable="author"><name form="short"/></names>'
    assert cite(short, item(author="Berg, Johann van der")) == "Berg"
    assert cite(INVERTED, item(author="Berg, Johann van der")) == "Berg, Johann van der"


def test_the_formatting_of_cs_name_leaves_delimiters_out(cite, item):
    layout = '<names variable="author"><name and="text" font-weight="bold"/></names>'
    assert cite(layout, item(author="Doe; Roe"), output="html") == "<b>Doe</b> and <b>Roe</b>"


def test_the_affixes_of_cs_name_are_those_of_each_personal_name(cite, item):
    layout = '<names variable="author"><name prefix="[" suffix="]"/></names>'
    names = (Name(family="Doe", given="Jane"), Name(literal="IBM"), Name(family="Roe", given="Rick"))
    assert cite(layout, item(author=names)) == "[Jane Doe], IBM, [Rick Roe]"


def test_the_affixes_of_a_name_part_leave_bodies_alone(cite, item):
    layout = '<names variable="author"><name><name-part name="family" suffix="."/></name></names>'
    assert cite(layout, item(author=(Name(literal="IBM"), Name(family="Doe", given="J")))) == "IBM, J Doe."


@pytest.mark.parametrize(("initialize_with", "shown"), [("", "ML King Jr"), (".", "M.L. King Jr.")])
def test_a_suffix_has_a_full_stop_where_initials_have_one(cite, item, initialize_with, shown):
    layout = f'<names variable="author"><name initialize-with="{initialize_with}"/></names>'
    king = Name(family="King", given="Martin Luther", suffix="Jr.")
    assert cite(layout, item(author=king)) == shown


def test_short_names_inside_a_choose_take_the_options_around_the_substitute(cite, item):
    layout = (
        '<names variable="author"><name form="short"/><label prefix=", " form="short"/><substitute>'
        '<choose><if type="book"><names variable="editor"/></if></choose></substitute></names>'
    )
    assert cite(layout, item(editor="Doe, Jane")) == "Doe, ed."


def test_a_condition_knows_a_variable_that_a_substitute_has_printed(cite, item):
    layout = (
        '<names variable="author"><substitute><names variable="editor"/></substitute></names>'
        '<choose><if variable="editor"><text value=" (edited)"/></if></choose>'
    )
    assert cite(layout, item(editor="Doe, Jane")) == "Jane Doe (edited)"


@pytest.mark.parametrize(("language", "shown"), [("en", "Jane Doe (Ed.)"), ("fr", "Jane Doe (Ed.)")])
def test_the_case_of_a_name_label_is_that_of_the_locale_s_language(cite, item, language, shown):
    layout = '<names variable="editor"><label form="short" text-case="title" prefix=" (" suffix=")"/></names>'
    assert cite(layout, item(editor="Doe, Jane", language=language)) == shown


@pytest.mark.parametrize(
    ("rule", "two", "three"),
    [("always", "Doe and IBM", "Doe, Roe, and IBM"), ("never", "Doe and IBM", "Doe, Roe, and IBM")],
)
def test_before_a_body_that_comes_last_the_delimiter_is_contextual(cite, item, rule, two, three):
    layout = f'<names variable="author"><name form="short" and="text" delimiter-precedes-last="{rule}"/></names>'
    body = Name(literal="IBM")
    assert cite(layout, item(author=(Name(family="Doe"), body))) == two
    assert cite(layout, item(author=(Name(family="Doe"), Name(family="Roe"), body))) == three


def test_the_case_of_a_name_part_reaches_particles_and_names_in_small_caps(cite, item):
    layout = (
        '<names variable="author"><name><name-part name="family" text-case="uppercase" font-variant="small-caps"/>'
        "</name></names>"
    )
    caps = '<span style="font-variant:small-caps;">'
    shown = f"Jean {caps}DE</span> {caps}GAULLE</span>"
    assert cite(layout, item(author="de Gaulle, Jean"), output="html") == shown


def test_et_al_has_the_formatting_of_the_names_before_it(cite, item):
    layout = '<names variable="author"><name font-weight="bold" et-al-min="2" et-al-use-first="1"/></names>'
    assert cite(layout, item(author="Doe; Roe"), output="html") == "<b><b>Doe</b> et al.</b>"


def test_a_given_name_alone_is_formatted_as_one(cite, item):
    layout = '<names variable="author"><name><name-part name="family" text-case="uppercase"/></name></names>'
    assert cite(layout, item(author=(Name(given="Madonna"), Name(family="Ciccone")))) == "Madonna, CICCONE"


# Case


def test_a_macro_has_the_cases_that_are_set_inside_it(cite, item, style_with):
    style = style_with(
        '<text macro="work" text-case="title"/>',
        macros='<macro name="work"><text variable="publisher" text-case="lowercase"/></macro>',
    )
    assert cite(style, item(publisher="A Press")) == "a press"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_terms_labels_and_values_are_in_the_language_of_the_style(cite, item, language):
    layout = (
        '<group delimiter=", "><label variable="page" text-case="title"/><text term="in" text-case="title"/>'
        '<text value="read at" text-case="title"/><text variable="page"/></group>'
    )
    assert cite(layout, item(page="7", language=language)) == "Page, In, Read At, 7"


def test_every_period_of_a_term_can_be_stripped(cite, item):
    assert cite('<text term="no date" form="short" strip-periods="true"/>', item()) == "nd"


# Formatting and quotes


def test_a_style_s_italics_inside_its_italics_are_italics(cite, item):
    layout = '<group font-style="italic"><text variable="title" font-style="italic"/></group>'
    assert cite(layout, item(title="Essais"), output="html") == "<i><i>Essais</i></i>"


def test_a_field_s_italics_inside_a_style_s_are_upright(cite, item):
    layout = '<text variable="title" font-style="italic"/>'
    expected = '<i>The <span style="font-style:normal;">Big</span> Book</i>'
    assert cite(layout, item(title="The <i>Big</i> Book"), output="html") == expected


def test_normal_inside_normal_is_printed_where_something_is_undone(cite, item):
    text = '<text variable="title" font-weight="normal"/>'
    layout = f'<group font-weight="bold"><group font-weight="normal">{text}</group></group>'
    normal = '<span style="font-weight:normal;">'
    assert cite(layout, item(title="Essais"), output="html") == f"<b>{normal}{normal}Essais</span></span></b>"


def test_normal_is_printed_against_something_only(cite, item):
    layout = '<text variable="title" font-style="normal" font-weight="normal"/>'
    assert cite(layout, item(title="Essais"), output="html") == "Essais"


@pytest.mark.parametrize(
    ("locale", "shown"),
    [("en-US", "Of \u201chistory\u201d"), ("en-GB", "Of \u201chistory\u201d"), ("de-DE", "Of \u201chistory\u201d")],
)
def test_curly_quotes_in_a_field_stay_as_they_were_typed(cite, item, style_with, locale, shown):
    style = style_with('<text variable="title"/>', locale=locale)
    assert cite(style, item(title="Of \u201chistory\u201d")) == shown


def test_punctuation_that_moves_into_quotes_is_not_raised_with_the_field_s_last_letter(cite, item):
    layout = '<text variable="title" quotes="true" suffix="."/>'
    assert cite(layout, item(title="On x<sup>2</sup>"), output="html") == "\u201cOn x<sup>2</sup>.\u201d"


def test_terms_have_curly_apostrophes(cite, item, style_with):
    style = style_with(
        '<text term="available at"/>', locale_xml=locale_with('<term name="available at">\u00e0 l\'adresse</term>')
    )
    assert cite(style, item()) == "\u00e0 l\u2019adresse"


def test_periods_are_stripped_after_the_case_has_changed(cite, item, style_with):
    style = style_with(
        '<text term="no date" text-case="uppercase" strip-periods="true"/>',
        locale_xml=locale_with('<term name="no date">n.d.</term>'),
    )
    assert cite(style, item()) == "ND"


def test_a_character_reference_that_a_style_escaped_twice_is_read(cite, item):
    layout = '<text variable="title" suffix="&amp;#8212;"/>'
    assert cite(layout, item(title="Essais")) == "Essais\u2014"


# Numbers


@pytest.mark.parametrize(
    ("page", "shown"),
    [("pp. 4-9", f"pp. 4{EN_DASH}9"), ("p. 12", "p. 12"), ("I-IV", f"p. I{EN_DASH}IV"), ("A12-B3", "pp. A12-B3")],
)
def test_pages_have_one_label_and_a_dash_in_ranges(cite, item, page, shown):
    layout = '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>'
    assert cite(layout, item(page=page)) == shown


def test_a_dash_that_was_typed_stays(cite, item, style_with):
    style = style_with(
        '<group delimiter=", "><text variable="volume"/><number variable="volume"/>'
        '<number variable="collection-number"/></group>',
        locale_xml=locale_with('<term name="page-range-delimiter">-</term>'),
    )
    shown = f"2{EN_DASH}3, 2{EN_DASH}3, 4{EN_DASH}5"
    assert cite(style, item(volume=f"2{EN_DASH}3", collection_number="4-5")) == shown


@pytest.mark.parametrize(
    ("volume", "shown"),
    [("vol. 5", "5th"), ("vol. XII", "XII"), ("no. 5", "no. 5"), ("I-II", f"I{EN_DASH}II"), ("A12-B3", "A12-B3")],
)
def test_a_volume_is_printed_without_what_its_label_says(cite, item, volume, shown):
    assert cite('<number variable="volume" form="ordinal"/>', item(volume=volume)) == shown


@pytest.mark.parametrize(("page", "shown"), [("N110-5", "N110-5"), ("110-115", f"110{EN_DASH}115")])
def test_a_range_between_different_letters_keeps_its_hyphen(cite, item, page, shown):
    assert cite('<text variable="page"/>', item(page=page)) == shown


@pytest.mark.parametrize("layout", ['<text variable="issue"/>', '<number variable="issue"/>'])
def test_ranges_of_issues_have_the_locale_s_delimiter(cite, item, style_with, layout):
    terms = locale_with(f'<term name="page-range-delimiter">{HYPHEN}</term>')
    assert cite(style_with(layout, locale_xml=terms), item(issue="2-3")) == f"2{HYPHEN}3"


# Sorting


def ids(style, *items):
    return [entry.id for entry in style.bibliography(items)]


def test_a_range_of_dates_sorts_by_its_beginning(item, style_with):
    style = style_with(bibliography_sort='<key variable="issued"/>')
    volumes = item("range", title="A", issued=Date(DatePoint(1978), DatePoint(1979)))
    assert ids(style, item("later", title="B", issued=1998), volumes) == ["range", "later"]


def test_days_and_years_from_one_sort_macro_are_compared(item, style_with):
    day = '<date variable="issued"><date-part name="year"/><date-part name="month"/><date-part name="day"/></date>'
    style = style_with(
        macros=f'<macro name="when"><choose><if type="book">{YEAR}</if><else>{day}</else></choose></macro>',
        bibliography_sort='<key macro="when"/>',
    )
    old, new = item("old", type="map", title="A", issued=(1809, 5, 3)), item("new", title="B", issued=1950)
    assert ids(style, new, old) == ["old", "new"]


@pytest.mark.parametrize(
    ("rule", "order"), [("by-cite", ["john", "jane-1", "jane-2"]), ("all-names", ["jane-1", "jane-2", "john"])]
)
def test_a_name_expanded_for_one_cite_only_keeps_its_place(item, style_with, rule, order):
    initials = '<names variable="author"><name initialize-with="." name-as-sort-order="all"/></names>'
    short = '<names variable="author"><name form="short" initialize-with="."/></names>'
    style = style_with(
        short,
        citation=f'{YEAR_SUFFIXES} disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"',
        macros=f'<macro name="author">{initials}</macro>',
        bibliography=f'<text macro="author"/>{YEAR}',
        bibliography_sort='<key macro="author"/><key variable="title"/>',
    )
    works = [("jane-1", "B", "Doe, Jane"), ("jane-2", "C", "Doe, Jane"), ("john", "A", "Doe, John")]
    assert ids(style, *[item(key, title=title, author=who, issued=2010) for key, title, who in works]) == order


def test_accents_count_only_where_all_keys_have_the_same_letters(item, style_with):
    style = style_with(
        '<text variable="title"/>',
        bibliography='<text variable="title"/>',
        bibliography_sort='<key variable="author"/><key variable="issued"/>',
    )
    works = [("b", "Dupr\u00e9, Jean", 1999), ("a", "Dupre, Jean", 2001), ("d", "Dupr\u00e9, Jean", 2001)]
    assert ids(style, *[item(key, title=key, author=who, issued=year) for key, who, year in works]) == ["b", "a", "d"]


def test_punctuation_keeps_no_two_keys_apart(item, style_with):
    style = style_with(
        bibliography='<text variable="title"/>',
        macros='<macro name="who"><names variable="author"><substitute><group>'
        '<text term="anonymous" form="short"/></group></substitute></names></macro>',
        bibliography_sort='<key macro="who"/><key variable="title"/>',
    )
    named = item("named", title="M", author="{Anon.}")
    assert ids(style, item("z", title="Z"), named, item("a", title="A")) == ["a", "named", "z"]


def test_a_work_of_nobody_counts_no_author(item, style_with):
    style = style_with(
        bibliography='<text variable="title"/>',
        macros='<macro name="count"><names variable="author"><name form="count"/></names></macro>',
        bibliography_sort='<key macro="count"/>',
    )
    assert ids(style, item("one", title="A", author="Doe, Jane"), item("none", title="B")) == ["none", "one"]


def test_what_follows_the_names_of_a_sort_macro_is_no_part_of_the_last_name(item, style_with):
    style = style_with(
        bibliography='<text variable="title"/>',
        macros='<macro name="all"><names variable="author"><name form="short"/></names>'
        '<text variable="title" prefix=", "/></macro>',
        bibliography_sort='<key macro="all"/>',
    )
    works = [item("two", title="A", author="Adams, A; Zed, Z"), item("one", title="B", author="Adams, A")]
    assert ids(style, *works) == ["one", "two"]


def test_a_year_suffix_changes_no_sort_key(item, style_with):
    short = '<names variable="author"><name form="short"/></names>'
    style = style_with(
        f"{short}{YEAR}",
        citation=YEAR_SUFFIXES,
        bibliography=f"{short}{YEAR}",
        macros=f'<macro name="year">{YEAR}</macro>',
        bibliography_sort='<key variable="author" names-min="1" names-use-first="1"/><key macro="year"/>',
    )
    works = [("d1", "Doe, Jane", "A"), ("d2", "Doe, Jane", "B"), ("r", "Doe, Jane; Roe, Al", "C")]
    made = [item(key, title=title, author=who, issued=2010) for key, who, title in reversed(works)]
    assert ids(style, *made) == ["r", "d2", "d1"]


def test_editor_and_translator_are_one_only_where_nobody_else_is_asked_for(item, style_with):
    def shown(variables: str) -> str:
        names = f'<names variable="{variables}" delimiter=", "><label form="short" prefix=" "/></names>'
        style = style_with('<text variable="title"/>', bibliography=names)
        return style.bibliography([item(editor="Doe, Jane", translator="Doe, Jane")])[0].text

    assert shown("editor translator") == "Jane Doe ed. & trans."
    assert shown("translator editor container-author") == "Jane Doe trans., Jane Doe ed."


def test_title_case_gives_a_label_of_another_language_its_capital(item, style_with):
    names = '<names variable="editor"><label form="short" prefix=", " text-case="title"/></names>'
    style = style_with('<text variable="title"/>', bibliography=names, locale="fr-FR")
    assert style.bibliography([item(editor="Doe, Jane")])[0].text == "Jane Doe, \u00c9d."


# Collapsing


@pytest.fixture
def numeric(item, style_with):
    """The text of a numeric citation of works 1, 2, 3 … with locators."""

    def rendered(layout: str, *locators: str) -> str:
        style = style_with(
            layout,
            citation='collapse="citation-number" after-collapse-delimiter="; "',
            citation_layout='prefix="[" suffix="]" delimiter=", "',
        )
        works = [item(str(i), title="A") for i in range(1, len(locators) + 1)]
        cites = [Cite(work.id, locator=locator) for work, locator in zip(works, locators, strict=True)]
        return Document(style, works).cite(cites, output="text")

    return rendered


def test_a_locator_that_is_not_printed_does_not_break_a_range(numeric):
    assert numeric('<text variable="citation-number"/>', "7", "", "") == f"[1{EN_DASH}3]"


def test_after_a_locator_stands_the_after_collapse_delimiter(numeric):
    layout = '<text variable="citation-number"/><text variable="locator" prefix=", p. "/>'
    assert numeric(layout, "7", "") == "[1, p. 7; 2]"


def test_a_locator_keeps_the_year(item, style_with):
    style = style_with(
        f'{AUTHOR}<text value=" "/>{YEAR}<text variable="locator" prefix=", p. "/>',
        citation=f'{YEAR_SUFFIXES} collapse="year-suffix" year-suffix-delimiter=", "',
        citation_layout='prefix="(" suffix=")" delimiter="; "',
    )
    document = Document(style, [item(one, author="Doe", title=one, issued=2010) for one in "abc"])
    assert document.cite([Cite("a"), Cite("c", locator="9")], output="text") == "(Doe 2010a, 2010c, p. 9)"


def test_a_year_without_suffix_is_not_repeated_either(item, style_with):
    style = style_with(
        f'<group delimiter=", ">{AUTHOR}{YEAR}</group>',
        citation=f'{YEAR_SUFFIXES} collapse="year-suffix"',
        citation_layout='prefix="(" suffix=")" delimiter="; "',
    )
    document = Document(style, [item("a", author="Doe", issued=2010)])
    assert document.cite([Cite("a"), Cite("a")], output="text") == "(Doe, 2010)"


# Substitutes


def test_a_title_that_stands_for_names_has_not_their_affixes(cite, item):
    layout = '<names variable="author" suffix=" ::"><substitute><text variable="title"/></substitute></names>'
    assert cite(layout, item(author="Doe, Jane", title="Essais")) == "Jane Doe ::"
    assert cite(layout, item(title="Essais")) == "Essais"


def test_names_that_stand_for_names_have_their_affixes(cite, item):
    layout = '<names variable="author" suffix=" ::"><substitute><names variable="editor"/></substitute></names>'
    assert cite(layout, item(editor="Doe, Jane")) == "Jane Doe ::"


def test_a_citation_does_not_end_with_a_space(cite, item, style_with):
    style = style_with('<text variable="title"/>', citation_layout='suffix=". "')
    assert cite(style, item(title="Essais")) == "Essais."
