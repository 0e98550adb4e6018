"""Compiled styles: loading, rendering on their own, and what they say of themselves."""

from __future__ import annotations

import pytest

from citekit.csl import Cite, load_style
from citekit.errors import StyleError


def test_an_entry_can_be_written_in_every_format(item, style_with):
    style = style_with('<text variable="title" font-style="italic"/>')
    (entry,) = style.bibliography([item(title="Essais & co")])
    assert entry.id == "work"
    assert entry.html == "<i>Essais &#38; co</i>"
    assert entry.text == "Essais & co"
    assert r"\i" in entry.rtf and "Essais & co" in entry.rtf
    assert repr(entry) == "<BibliographyEntry work: Essais & co>"


def test_the_name_of_a_style_is_its_title(style_with):
    assert style_with().name == "Test"


def test_a_style_is_compiled_for_the_locale_asked_for(style_with):
    assert style_with(style='default-locale="de-DE"', locale="fr-FR").locale.tag == "fr-FR"
    assert style_with(style='default-locale="de-DE"', locale=None).locale.tag == "de-DE"
    assert style_with(locale=None).locale.tag == "en-US"


def test_an_unknown_locale_leaves_a_notice(style_with):
    style = style_with(locale="xx-XX")
    assert style.locale.tag == "en-US"
    assert [notice.rule for notice in style.notices] == ["unknown-locale"]


def test_a_style_that_is_not_there_is_an_error():
    with pytest.raises(StyleError, match="no-such-style-at-all"):
        load_style("no-such-style-at-all")


def test_the_same_style_renders_in_two_locales_at_once(cite, item, style_with):
    layout = '<date variable="issued" form="text"/>'
    english, french = style_with(layout), style_with(layout, locale="fr-FR")
    work = item(issued=(2020, 5, 3))
    assert [cite(one, work) for one in (english, french, english)] == ["May 3, 2020", "3 mai 2020", "May 3, 2020"]


def test_a_citation_of_items_needs_no_document(item, style_with):
    style = style_with(citation_layout='prefix="(" suffix=")" delimiter="; "')
    items = [item("1", title="A"), item("2", title="B")]
    assert style.cite(items, output="text") == "(A; B)"
    assert style.cite(items, [Cite("2", prefix="see", suffix="etc.")], output="text") == "(see B etc.)"


def test_layout_formatting_reaches_the_affixes_of_the_layout(cite, entry, item, style_with):
    attributes = 'prefix="(" suffix=")" font-weight="bold"'
    style = style_with(citation_layout=attributes, bibliography_layout=attributes)
    assert cite(style, item(title="A"), output="html") == "<b>(A)</b>"
    assert entry(style, item(title="A"), output="html") == "<b>(A)</b>"


def test_second_field_align_sets_the_first_field_apart(entry, item, style_with):
    style = style_with(
        '<text variable="citation-number" suffix=". "/><text variable="title"/>',
        bibliography_options='second-field-align="flush"',
        bibliography_layout='suffix="."',
    )
    html = entry(style, item(title="Essais"), output="html")
    assert '<div class="csl-left-margin">1. </div>' in html
    assert '<div class="csl-right-inline">Essais.</div>' in html


def test_a_style_without_a_bibliography_lists_nothing(item):
    style = load_style(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">'
        "<info><title>T</title><id>t</id><updated>2021-03-18T00:00:00+00:00</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    assert style.bibliography([item(title="Essais")]) == []
    assert style.cite([item(title="Essais")], output="text") == "Essais"


def test_without_items_there_is_no_entry(style_with):
    assert style_with().bibliography([]) == []
