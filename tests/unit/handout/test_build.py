"""From items and a style to a handout."""

from __future__ import annotations

import pytest

from citekit.csl import Style, load_style
from citekit.errors import StyleError
from citekit.handout import Handout, HandoutSettings, SectionSetting, build_handout
from citekit.items import Item, Name
from citekit.text.tokens import plain_text


def test_every_item_stands_in_the_handout(handout: Handout) -> None:
    outline = handout.outline
    ids = [entry.id for entry in outline.entries]
    ids += [entry.id for section in outline.walk() for entry in section.entries]
    assert ids == ["orphan", "avise", "open book", "zola", "open book"]


def test_items_keep_their_order_whatever_the_style_sorts_by(style: Style) -> None:
    items = [Item(key, "book", {"title": title}) for key, title in (("b", "Zazie"), ("a", "Aden"))]
    assert [entry.id for entry in build_handout(items, style).outline.entries] == ["b", "a"]


def test_an_address_that_the_style_prints_is_not_printed_again(handout: Handout) -> None:
    assert handout.text().count("https://example.org/z?a=1&b=2") == 1


def test_an_address_that_neither_style_nor_annotation_shows_stands_apart(handout: Handout) -> None:
    (entry,) = handout.outline.entries
    assert [plain_text(link) for link in entry.links] == ["https://doi.org/10.5169/seals-855362"]


def test_addresses_in_neighbouring_blocks_are_told_apart(style: Style) -> None:
    item = Item(
        "a",
        "book",
        {
            "title": "T",
            "container-title": "https://example.org/1",
            "URL": "https://example.org/2",
            "note": "https://example.org/2",
        },
    )
    assert build_handout([item], style).outline.entries[0].links == ()


def test_the_abstract_is_printed_once_even_where_the_style_prints_it(handout: Handout) -> None:
    assert "ABSTRACT" not in handout.text()
    assert handout.text().count("Un premier paragraphe") == 1


def test_quotes_in_an_annotation_follow_the_language_of_its_item(handout: Handout) -> None:
    assert "Il dit «\u00a0oui\u00a0»" in handout.text()
    assert "It says \u2018yes\u2019." in handout.text()


def test_items_that_share_an_id_are_all_printed(style: Style) -> None:
    items = [Item("a", "book", {"title": "Un"}), Item("a", "book", {"title": "Deux"})]
    assert "Un\n\nDeux\n" in build_handout(items, style).text()


def test_an_item_for_which_the_style_prints_nothing_keeps_its_place_and_is_noticed(style: Style) -> None:
    handout = build_handout([Item("empty", "book")], style)
    assert "\n\nempty\n" in handout.text()
    assert [notice.rule for notice in handout.notices] == ["entry-empty"]


def test_a_section_that_holds_nothing_is_noticed(style: Style) -> None:
    settings = HandoutSettings(sections=(SectionSetting("A"), SectionSetting("B")))
    handout = build_handout([Item("a", "book", {"title": "Un"}, groups=("A/X",))], style, settings)
    assert [notice.message for notice in handout.notices] == ["no item is in the section 'B'"]


def test_a_style_without_bibliography_is_a_style_error() -> None:
    style = load_style(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>Notes</title>'
        "<id>notes</id><updated>2021-03-18T00:00:00+00:00</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    with pytest.raises(StyleError, match="'Notes' has no bibliography"):
        build_handout([Item("a")], style)


def test_without_settings_the_title_is_the_word_for_a_bibliography(style: Style) -> None:
    assert build_handout([], style).text().startswith("Bibliographie\n=")


def test_a_repeated_author_is_not_replaced_across_a_heading() -> None:
    chicago = load_style("chicago-author-date-16th-edition", locale="fr-FR")
    assert chicago.source.bibliography is not None
    assert chicago.source.bibliography.subsequent_author_substitute
    author = (Name("Juan", "Ma\u00eft\u00e9"),)
    items = [
        Item(key, "book", {"title": key, "author": author}, groups=(group,))
        for key, group in (("a", "X"), ("b", "X"), ("c", "Y"))
    ]
    sections = build_handout(items, chicago).outline.sections
    texts = [plain_text(entry.tokens) for section in sections for entry in section.entries]
    assert ["Juan" in text for text in texts] == [True, False, True]
