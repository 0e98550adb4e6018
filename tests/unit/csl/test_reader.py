"""Reading styles: what comes out for each element, and what is said about styles that are wrong."""

from __future__ import annotations

import pytest

from citekit.csl.reader import DependentStyle, read_style
from citekit.csl.style import (
    Affixes,
    Choose,
    Condition,
    DateElement,
    Formatting,
    Group,
    Label,
    NameOptions,
    Names,
    NumberElement,
    StyleSource,
    Text,
)
from citekit.errors import StyleError

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
CITATION = '<citation><layout><text variable="title"/></layout></citation>'


def style_xml(layout: str = '<text variable="title"/>', before: str = "", root: str = HEAD) -> str:
    return f"{root}\n{before}\n<citation><layout>\n{layout}\n</layout></citation></style>"


def read(xml: str | bytes) -> StyleSource:
    style, notices = read_style(xml, "my.csl")
    assert isinstance(style, StyleSource)
    assert notices == []
    return style


def elements(layout: str) -> tuple[object, ...]:
    return read(style_xml(layout)).citation.layout.children


def rules(xml: str) -> list[str]:
    return [notice.rule for notice in read_style(xml, "my.csl")[1]]


def error(xml: str | bytes) -> str:
    with pytest.raises(StyleError) as caught:
        read_style(xml, "my.csl")
    assert caught.value.remedy
    return str(caught.value)


# What comes out


def test_text_keeps_its_source_affixes_and_formatting():
    (text,) = elements(
        '<text variable="title" form="short" prefix=" (" suffix=") " font-style="italic" quotes="true" '
        'strip-periods="1" text-case="title" display="block"/>'
    )
    assert text == Text(
        "variable",
        "title",
        form="short",
        affixes=Affixes(" (", ") "),
        formatting=Formatting(font_style="italic"),
        display="block",
        quotes=True,
        strip_periods=True,
        text_case="title",
    )


def test_the_text_of_value_is_kept_with_its_spaces():
    assert elements('<text value="  et  "/>') == (Text("value", "  et  "),)


def test_an_empty_value_is_text_all_the_same():
    assert elements('<text value=""/>') == (Text("value", ""),)


def test_normal_is_not_the_same_as_not_set():
    (text,) = elements('<text variable="title" font-weight="normal"/>')
    assert isinstance(text, Text)
    assert text.formatting == Formatting(font_weight="normal")
    assert text.formatting


def test_elements_know_their_line():
    (text,) = elements('<text variable="title"/>')
    assert isinstance(text, Text)
    assert text.line == 4


def test_numbers_and_labels_are_read():
    assert elements(
        '<number variable="edition" form="ordinal"/><label variable="page" form="short" plural="never"/>'
    ) == (
        NumberElement("edition", form="ordinal"),
        Label("page", form="short", plural="never"),
    )


def test_dates_keep_the_order_of_their_parts():
    (date,) = elements(
        '<date variable="issued" delimiter=" "><date-part name="day" form="ordinal" range-delimiter="-"/>'
        '<date-part name="month" strip-periods="true"/><date-part name="year"/></date>'
    )
    assert isinstance(date, DateElement)
    assert [(part.name, part.form, part.range_delimiter) for part in date.parts] == [
        ("day", "ordinal", "-"),
        ("month", "", None),
        ("year", "", None),
    ]
    assert (date.form, date.delimiter, date.parts[1].strip_periods) == ("", " ", True)


def test_groups_hold_groups():
    (group,) = elements('<group delimiter=", "><group><text term="in"/></group></group>')
    assert group == Group((Group((Text("term", "in"),)),), delimiter=", ")


def test_conditions_are_lists_of_words_in_the_order_of_the_style():
    (choose,) = elements(
        '<choose><if type="book  chapter" variable="DOI" match="any"><text variable="DOI"/></if>'
        '<else-if position="ibid"/><else><text variable="title"/></else></choose>'
    )
    assert isinstance(choose, Choose)
    first, second, otherwise = choose.branches
    assert first.conditions == (Condition("type", ("book", "chapter")), Condition("variable", ("DOI",)))
    assert (first.match, second.match, second.children) == ("any", "all", ())
    assert (otherwise.conditions, otherwise.children) == ((), (Text("variable", "title"),))


def test_names_are_read_with_all_that_stands_in_them():
    (names,) = elements(
        '<names variable="author editor" delimiter="; "><name and="symbol" form="short" delimiter=" / " '
        'initialize-with=""><name-part name="family" text-case="uppercase"/></name>'
        '<et-al term="and others" font-style="italic"/><label form="verb-short" prefix=" "/>'
        '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
    )
    assert isinstance(names, Names)
    assert names.variables == ("author", "editor")
    assert names.name is not None
    assert names.name.options == NameOptions(and_="symbol", form="short", delimiter=" / ", initialize_with="")
    assert names.name.parts[0].text_case == "uppercase"
    assert names.et_al is not None
    assert names.et_al.term == "and others"
    assert names.label == Label("", form="verb-short", affixes=Affixes(" "))
    assert names.delimiter == "; "
    short, title = names.substitute
    assert isinstance(short, Names)
    assert (short.is_short, title) == (True, Text("variable", "title"))


@pytest.mark.parametrize(
    ("children", "expected"),
    [("<label/><name/>", True), ("<name/><label/>", False), ("<label/>", False), ("<name/>", False)],
)
def test_a_label_is_first_only_before_a_name(children: str, expected: bool):
    (names,) = elements(f'<names variable="author">{children}</names>')
    assert isinstance(names, Names)
    assert names.label_first is expected


def test_names_without_children_are_short_only_in_substitute():
    (names,) = elements('<names variable="author"/>')
    assert isinstance(names, Names)
    assert not names.is_short


def test_name_options_are_read_under_their_inheritable_spelling():
    root = HEAD.replace(">", ' name-form="short" name-delimiter="; " names-delimiter=" - " et-al-min="3" and="text">')
    style = read(style_xml(root=root))
    assert style.options == NameOptions(form="short", delimiter="; ", names_delimiter=" - ", et_al_min=3, and_="text")
    assert style.citation.options == NameOptions()


def test_the_options_of_citation_and_bibliography_are_read():
    style = read(
        f'{HEAD}<citation collapse="year-suffix" cite-group-delimiter="" disambiguate-add-names="true" '
        'near-note-distance="3"><sort><key macro="who" names-min="2" sort="descending"/>'
        '<key variable="issued"/></sort><layout delimiter="; "><text macro="who"/></layout></citation>'
        '<macro name="who"><names variable="author"/></macro>'
        '<bibliography hanging-indent="true" second-field-align="flush" entry-spacing="0" '
        'subsequent-author-substitute=""><layout><text macro="who"/></layout></bibliography></style>'
    )
    citation, bibliography = style.citation, style.bibliography
    assert (citation.collapse, citation.cite_group_delimiter, citation.near_note_distance) == ("year-suffix", "", 3)
    assert citation.disambiguate_add_names
    assert not citation.disambiguate_add_givenname
    assert citation.sort is not None
    assert [(key.macro, key.variable, key.descending, key.names_min) for key in citation.sort.keys] == [
        ("who", "", True, 2),
        ("", "issued", False, None),
    ]
    assert citation.layout.delimiter == "; "
    assert bibliography is not None
    assert (bibliography.hanging_indent, bibliography.second_field_align) == (True, "flush")
    assert (bibliography.entry_spacing, bibliography.line_spacing) == (0, 1)
    assert bibliography.subsequent_author_substitute == ""


def test_info_is_read_without_the_layout_of_its_markup():
    info = read(
        style_xml(
            before="<info><title>Un\n  titre</title><id>urn:x</id><author><name>A</name></author>"
            '<category citation-format="numeric"/><category field="law"/></info>'
        )
    ).info
    assert (info.title, info.id, info.citation_format, info.categories) == ("Un titre", "urn:x", "numeric", ("law",))


def test_global_options_have_the_defaults_of_the_specification():
    style = read(style_xml())
    assert style.demote_non_dropping_particle == "display-and-sort"
    assert style.initialize_with_hyphen
    assert (style.page_range_format, style.default_locale, style.style_class) == ("", "", "in-text")


def test_the_locales_of_a_style_are_read():
    style = read(
        style_xml(
            before='<locale xml:lang="fr"><style-options punctuation-in-quote="false"/>'
            '<terms><term name="in">dans</term></terms></locale><locale/>'
        )
    )
    french, every = style.locales
    assert (french.lang, french.terms[0].single, french.punctuation_in_quote) == ("fr", "dans", False)
    assert (every.lang, every.terms) == ("", ())


def test_a_dependent_style_names_its_parent():
    style, notices = read_style(
        f"{HEAD.replace('>', ' default-locale=' + chr(34) + 'fr-FR' + chr(34) + '>')}<info><title>T</title>"
        '<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>'
    )
    assert isinstance(style, DependentStyle)
    assert style.info.independent_parent == "http://www.zotero.org/styles/nature"
    assert (style.default_locale, notices) == ("fr-FR", [])


# The shapes that files come in


def test_comments_and_processing_instructions_are_passed_over():
    assert elements('<!-- a --><?b c?><text variable="title"><!-- d --></text><!-- e -->') == (
        Text("variable", "title"),
    )


def test_elements_may_have_a_prefix():
    xml = (
        style_xml()
        .replace("xmlns=", "xmlns:cs=")
        .replace("</", "</cs:")
        .replace("<", "<cs:")
        .replace("<cs:/cs:", "</cs:")
    )
    assert read(xml) == read(style_xml())


@pytest.mark.parametrize(
    "xml",
    [
        "\ufeff" + style_xml(),
        ("\ufeff" + style_xml()).encode(),
        '<?xml version="1.0" encoding="utf-8"?>' + style_xml(),
        '<?xml version="1.0" encoding="iso-8859-1"?>' + style_xml(),
        ('<?xml version="1.0" encoding="iso-8859-1"?>' + style_xml()).encode("latin-1"),
        '\n <?xml version="1.0"?>' + style_xml(),
        b'\n<?xml version="1.0" encoding="UTF-8"?>' + style_xml().encode(),
        style_xml().encode("utf-16"),
        style_xml().replace("\n", "\r\n").encode(),
    ],
)
def test_encodings_marks_and_line_ends_make_no_difference(xml: str | bytes):
    assert read(xml).citation == read(style_xml()).citation


def test_text_that_was_decoded_keeps_its_letters_whatever_its_declaration_says():
    xml = '<?xml version="1.0" encoding="iso-8859-1"?>' + style_xml('<text value="été"/>')
    assert read(xml).citation.layout.children == (Text("value", "été"),)


def test_lines_are_right_after_leading_blank_lines():
    (text,) = read('\n\n<?xml version="1.0"?>\n' + style_xml()).citation.layout.children
    assert isinstance(text, Text)
    assert text.line == 7


# What is odd


@pytest.mark.parametrize(
    ("layout", "rule"),
    [
        ('<text variable="title" colour="red"/>', "unknown-attribute"),
        ('<text variable="titel"/>', "unknown-text variable"),
        ('<text variable="title" font-style=""/>', "empty-attribute"),
        ('<text variable="title" term="in"/>', "several-sources"),
        ('<x:text xmlns:x="urn:x"/>', "foreign-element"),
        ('<date variable="issued"/>', "empty-date"),
        ('<choose><else/><else-if type="book"/></choose>', "branch-after-else"),
        ('<names variable="author"><institution/></names>', "unknown-element"),
    ],
)
def test_what_can_be_left_out_gives_a_notice(layout: str, rule: str):
    assert rule.replace(" ", "-") in rules(style_xml(layout))


def test_a_notice_names_the_place_and_what_was_meant():
    (notice,) = read_style(style_xml('<text variable="titel"/>'), "my.csl")[1]
    assert str(notice) == (
        "my.csl:4: warning: cs:text: CSL has no text variable 'titel'; did you mean title? [unknown-text-variable]"
    )


def test_attributes_of_other_namespaces_are_passed_over():
    assert rules(style_xml('<text variable="title" xml:space="preserve"/>')) == []


@pytest.mark.parametrize("condition", ['jurisdiction="us"', "", 'type=""'])
def test_a_branch_whose_conditions_are_unknown_never_holds(condition: str):
    style, _ = read_style(style_xml(f"<choose><if {condition}><text term='in'/></if></choose>"))
    assert isinstance(style, StyleSource)
    (choose,) = style.citation.layout.children
    assert isinstance(choose, Choose)
    (only,) = choose.branches[0].conditions
    assert only.test == "type"
    assert only.values[0].startswith("?")


def test_a_macro_that_is_defined_twice_keeps_its_first_definition():
    before = '<macro name="a"><text term="in"/></macro><macro name="a"><text term="at"/></macro>'
    style, notices = read_style(style_xml(before=before))
    assert isinstance(style, StyleSource)
    assert style.macros == {"a": (Text("term", "in"),)}
    assert [notice.rule for notice in notices] == ["duplicate-macro"]


def test_a_newer_version_is_read_with_a_notice():
    assert rules(style_xml(root=HEAD.replace("1.0", "1.1mlz1"))) == ["newer-version"]


# What is wrong


def test_text_that_is_not_xml_is_refused_with_its_place():
    assert error(style_xml("<text>")).startswith("my.csl:5:10: not well-formed XML: ")
    assert "not well-formed XML" in error("@book{key,")
    assert "the file is empty" in error("")
    assert "the file is empty" in error(b"  \n")


def test_other_xml_is_refused():
    assert "not a CSL style: its root is <html>" in error("<html/>")
    assert "not in the CSL namespace" in error("<style/>")
    assert "a CSL locale, not a style" in error('<locale xmlns="http://purl.org/net/xbiblio/csl"/>')


@pytest.mark.parametrize("version", ['version="0.8"', 'version="2.0"', ""])
def test_other_versions_are_refused(version: str):
    assert "upgrade the style to CSL 1.0.2" in error(style_xml(root=HEAD.replace('version="1.0"', version)))


def test_a_style_needs_a_citation_with_a_layout():
    assert "the style has no cs:citation" in error(f"{HEAD}</style>")
    assert "cs:citation has no cs:layout" in error(f"{HEAD}<citation/></style>")
    assert "cs:citation stands twice" in error(f"{HEAD}{CITATION}{CITATION}</style>")


def test_a_macro_that_is_not_defined_is_refused_with_the_nearest():
    before = '<macro name="author-short"><text term="in"/></macro>'
    said = error(style_xml('<text macro="autor-short"/>', before))
    assert said == "my.csl:4: macro 'autor-short' is called but not defined; nearest: author-short"


def test_a_sort_key_calls_a_macro_too():
    xml = f'{HEAD}<citation><sort><key macro="x"/></sort><layout><text term="in"/></layout></citation></style>'
    assert "macro 'x' is called but not defined" in error(xml)


def test_macros_that_call_each_other_in_a_circle_are_refused():
    before = (
        '<macro name="a"><group><text macro="b"/></group></macro>'
        '<macro name="b"><names variable="author"><substitute><text macro="c"/></substitute></names></macro>'
        '<macro name="c"><choose><if type="book"><text macro="b"/></if></choose></macro>'
    )
    assert "macro 'b' calls itself: b > c > b" in error(style_xml('<text macro="a"/>', before))


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("<text/>", "cs:text: says not what to write"),
        ('<txt variable="title"/>', "cs:txt is not allowed here; did you mean one of: text?"),
        ('<text variable="title" font-style="slanted"/>', "write one of: italic, normal, oblique"),
        ('<text variable="title" quotes="yes"/>', "write one of: 0, 1, false, true"),
        ('<text macro=""/>', "the attribute macro is missing or empty"),
        ("<label/>", "the attribute variable is missing or empty"),
        ('<names variable="author"><name et-al-min="three"/></names>', "et-al-min='three' is not a whole number"),
        ('<names variable="author"><name et-al-min="-1"/></names>', "et-al-min='-1' is not a whole number"),
        ('<date variable="issued"><date-part name="year" form="ordinal"/></date>', "write one of: long, short"),
        ('<choose><if position="last"/></choose>', "position='last' is not allowed"),
        ("<choose><fi/></choose>", "cs:fi is not allowed in cs:choose; did you mean one of: else, else-if, if?"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_line(layout: str, said: str):
    message = error(style_xml(layout))
    assert message.startswith("my.csl:4: ")
    assert said in message


def test_document_types_and_their_entities_are_refused():
    doctype = '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "document type" in error(doctype + style_xml('<text value="&b;"/>'))
    assert "document type" in error('<!DOCTYPE style SYSTEM "file:///etc/passwd">' + style_xml())
    assert "nbsp" in error(style_xml('<text value="&nbsp;"/>'))


def test_elements_nested_too_deep_are_refused():
    deep = "<group>" * 61 + '<text variable="title"/>' + "</group>" * 61
    assert "nested more than 60 deep" in error(style_xml(deep))
    deeper = "<group>" * 10_000 + "</group>" * 10_000
    assert "nested more than 60 deep" in error(style_xml(deeper))


def test_macros_that_double_are_refused():
    macros = [f'<macro name="m{i}"><text macro="m{i + 1}"/><text macro="m{i + 1}"/></macro>' for i in range(40)]
    macros.append('<macro name="m40"><text term="in"/></macro>')
    assert "grows to" in error(style_xml('<text macro="m0"/>', "".join(macros)))


def test_a_long_chain_of_macros_is_refused_without_recursion():
    macros = [f'<macro name="m{i}"><text macro="m{i + 1}"/></macro>' for i in range(5000)]
    macros.append('<macro name="m5000"><text term="in"/></macro>')
    assert "nested more than 120 deep" in error(style_xml('<text macro="m0"/>', "".join(macros)))


def test_a_file_that_is_far_too_large_is_refused():
    assert "the file has 9 MB" in error(b" " * 9_000_001)


def test_half_a_character_is_refused():
    assert "lone surrogate" in error(style_xml(f'<text value="{chr(0xD800)}"/>'))


def test_bytes_in_another_encoding_than_they_say_are_refused():
    assert "save the file as UTF-8" in error(style_xml('<text value="été"/>').encode("latin-1"))
