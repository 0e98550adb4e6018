"""Documents: which items are listed, in which order, and what an edit changes."""

from __future__ import annotations

import gc
import weakref

import pytest

from citekit.csl import Citation, Cite, Document
from citekit.csl.citation_text import CitationRenderer
from citekit.errors import UsageError

NUMBERED = '<text variable="citation-number" prefix="[" suffix="]"/>'


@pytest.fixture
def document(item, style_with):
    """A document with items a to d that prints numbers in cites and titles in the bibliography."""

    def made(**options: object) -> Document:
        style = style_with(NUMBERED, bibliography=f'{NUMBERED}<text variable="title" prefix=" "/>')
        return Document(style, [item(one, title=one.upper()) for one in "abcd"], **options)  # type: ignore[arg-type]

    return made


def listed(document: Document) -> list[str]:
    return [entry.text for entry in document.bibliography()]


def test_without_citations_every_item_is_listed(document):
    assert listed(document()) == ["[1] A", "[2] B", "[3] C", "[4] D"]


def test_with_citations_only_cited_items_are_listed_in_the_order_of_their_first_cite(document):
    one = document()
    one.insert(0, [Cite("c"), Cite("a")])
    one.insert(1, [Cite("a")])
    assert listed(one) == ["[1] C", "[2] A"]
    assert one.citation_texts("text") == ["[1][2]", "[2]"]


def test_uncited_items_that_are_named_come_after_the_cited_ones(document):
    one = document(uncited=["b", "c"])
    one.insert(0, [Cite("c")])
    assert listed(one) == ["[1] C", "[2] B"]


def test_only_what_an_edit_changed_is_refreshed(document):
    one = document()
    first, second = one.insert(0, [Cite("a")]), one.insert(1, [Cite("b")])
    assert one.refresh("text") == {first.id: "[1]", second.id: "[2]"}
    third = one.insert(2, [Cite("a")])
    assert one.refresh("text") == {third.id: "[1]"}
    moved = one.insert(0, [Cite("b")])
    assert one.refresh("text") == {moved.id: "[1]", first.id: "[2]", second.id: "[1]", third.id: "[2]"}


def test_a_citation_can_be_replaced_moved_and_deleted(document):
    one = document()
    first, second = one.insert(0, [Cite("a")]), one.insert(1, [Cite("b")])
    one.replace(first.id, [Cite("d")])
    assert listed(one) == ["[1] D", "[2] B"]
    one.move(second.id, 0)
    assert listed(one) == ["[1] B", "[2] D"]
    one.delete(first.id)
    assert listed(one) == ["[1] B"]


@pytest.mark.parametrize(("edit", "more"), [("delete", ()), ("move", (0,)), ("replace", ([],))])
def test_an_edit_of_a_citation_that_is_not_there_is_an_error(document, edit, more):
    with pytest.raises(UsageError, match="'x'"):
        getattr(document(), edit)("x", *more)


def test_setting_all_citations_gives_what_inserting_them_gives(document):
    inserted = document()
    inserted.insert(0, [Cite("c")])
    inserted.insert(1, [Cite("a")])
    at_once = document()
    at_once.set_citations(inserted.citations)
    assert at_once.citation_texts() == inserted.citation_texts()
    assert listed(at_once) == listed(inserted)


def test_citations_given_at_the_start_count(document):
    assert listed(document(citations=[Citation("1", (Cite("d"),))])) == ["[1] D"]


def test_an_item_without_a_printed_form_leaves_a_gap_that_can_be_seen_where_entries_are_numbered(item, style_with):
    style = style_with(bibliography='<choose><if type="map"><text variable="citation-number"/></if></choose>')
    (entry,) = Document(style, [item(type="book")]).bibliography()
    assert "reference with no printed form" in entry.text


def test_an_item_without_a_printed_form_is_left_out_elsewhere(entries, item):
    assert entries('<text variable="title"/>', item("1"), item("2", title="B")) == ["B"]


def test_the_later_of_two_items_with_the_same_id_is_used(entries, item):
    assert entries('<text variable="title"/>', item("a", title="old"), item("a", title="new")) == ["new"]


def test_ibid_and_first_reference_note_number_come_from_the_notes(item, style_with):
    layout = (
        '<choose><if position="ibid"><text term="ibid"/></if>'
        '<else-if position="subsequent"><text variable="first-reference-note-number" prefix="see note "/></else-if>'
        '<else><text variable="title"/></else></choose>'
    )
    document = Document(style_with(layout, style_class="note"), [item("a", title="A"), item("b", title="B")])
    for index, item_id in enumerate("aaba"):
        document.insert(index, [Cite(item_id)], note_index=index + 1)
    assert document.citation_texts("text") == ["A", "Ibid.", "B", "see note 1"]


def test_suppress_author_leaves_the_names_out(cite, item):
    year = '<date variable="issued" prefix=" "><date-part name="year"/></date>'
    layout = f'<names variable="author"><name form="short"/></names>{year}'
    assert cite(layout, item(author="Doe", issued=2000), suppress_author=True).strip() == "2000"


def test_a_cite_of_an_unknown_item_shows_its_id_and_leaves_a_notice(document):
    one = document()
    one.insert(0, [Cite("a", suffix=" and"), Cite("e", prefix="see")])
    assert one.citation_texts("text") == ["[1] andsee [e?]"]
    (notice,) = one.notices
    assert notice.rule == "unknown-item"
    assert "'citation-1' cites 'e'" in notice.message
    assert listed(one) == ["[1] A"]


def test_the_notice_of_an_unknown_item_names_those_that_are_near(item, style_with):
    document = Document(style_with(), [item("juan2020", title="A")])
    document.insert(0, [Cite("juan202")])
    assert document.notices[0].remedy == "near: juan2020"


def test_an_unknown_item_that_is_to_be_listed_uncited_leaves_a_notice(document):
    (notice,) = document(uncited=["a", "nothing"]).notices
    assert notice.message == "'nothing' is to be listed uncited, which is not among the items"


def test_all_items_can_be_listed_besides_the_cited_ones(document):
    one = document(uncited=True)
    one.insert(0, [Cite("c")])
    assert listed(one) == ["[1] C", "[2] A", "[3] B", "[4] D"]
    one.set_uncited(())
    assert listed(one) == ["[1] C"]


def test_a_refresh_says_whether_the_bibliography_changed(document):
    one = document()
    first = one.insert(0, [Cite("a")])
    assert one.refresh("text").bibliography_changed
    assert not one.refresh("text").bibliography_changed
    one.insert(1, [Cite("a")])
    assert not one.refresh("text").bibliography_changed
    second = one.insert(2, [Cite("b")])
    assert one.refresh("text").bibliography_changed
    one.move(second.id, 0)
    assert one.refresh("text").bibliography_changed
    one.delete(first.id)
    assert not one.refresh("text").bibliography_changed


def test_a_year_suffix_that_comes_and_goes_refreshes_the_other_citations(item, style_with):
    year = '<date variable="issued"><date-part name="year"/></date>'
    style = style_with(f'<group delimiter=" "><names variable="author"/>{year}</group>', citation=SUFFIXES)
    document = Document(style, [item(one, title=one, author="Doe, Jane", issued=2000) for one in "ab"])
    first, second = document.insert(0, [Cite("a")]), document.insert(1, [Cite("b")])
    assert document.refresh("text") == {first.id: "Jane Doe 2000a", second.id: "Jane Doe 2000b"}
    document.delete(second.id)
    refreshed = document.refresh("text")
    assert refreshed == {first.id: "Jane Doe 2000"}
    assert refreshed.bibliography_changed


SUFFIXES = 'disambiguate-add-year-suffix="true"'


def test_a_citation_can_be_moved_to_another_note(item, style_with):
    layout = '<choose><if position="first"><text variable="title"/></if><else><text value="again"/></else></choose>'
    document = Document(style_with(layout, style_class="note"), [item("a", title="A")])
    first, second = document.insert(0, [Cite("a")], note_index=1), document.insert(1, [Cite("a")], note_index=2)
    assert document.citation_texts("text") == ["A", "again"]
    document.move(second.id, 0, note_index=1)
    assert [citation.id for citation in document.citations] == [second.id, first.id]
    assert document.citation_texts("text") == ["A", "again"]


def test_items_whose_data_were_edited_are_rendered_again(item, style_with):
    document = Document(style_with(), [item("a", title="old")])
    citation = document.insert(0, [Cite("a")])
    document.refresh("text")
    document.set_items([item("a", title="new")])
    refreshed = document.refresh("text")
    assert refreshed == {citation.id: "new"}
    assert refreshed.bibliography_changed


def test_an_id_is_given_to_one_citation_only(document):
    one = document()
    one.insert(0, Citation("x", (Cite("a"),)))
    with pytest.raises(UsageError, match="'x' already"):
        one.insert(0, Citation("x", (Cite("b"),)))
    with pytest.raises(UsageError, match="two citations have the id 'y'"):
        one.set_citations([Citation("y", ()), Citation("y", ())])


def test_identifiers_become_links_where_links_are_asked_for(item, style_with):
    style = style_with(bibliography='<text variable="DOI" prefix="https://doi.org/"/>')
    (entry,) = Document(style, [item(title="A", DOI="10.1/x")], links=True).bibliography()
    assert entry.html == '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>'
    (entry,) = Document(style, [item(title="A", DOI="10.1/x")]).bibliography()
    assert entry.html == "https://doi.org/10.1/x"


def test_an_edit_renders_only_the_citations_for_which_something_changed(item, style_with, monkeypatch):
    document = Document(style_with(), [item(one, title=one.upper()) for one in "abcd"])
    for index in range(40):
        document.insert(index, [Cite("abcd"[index % 4])])
    document.refresh()
    rendered: list[str] = []
    render = CitationRenderer.render

    def count(self, citation, *more):
        rendered.append(citation.id)
        return render(self, citation, *more)

    monkeypatch.setattr(CitationRenderer, "render", count)
    document.replace("citation-7", [Cite("b", locator="3")])
    document.insert(0, [Cite("d")])
    document.refresh()
    assert rendered == ["citation-41", "citation-7"]


def test_a_document_goes_as_soon_as_nobody_holds_it(item, style_with):
    document = Document(style_with(), [item("a", title="A"), item("b", title="B")])
    document.insert(0, [Cite("b"), Cite("a")])
    document.refresh()
    document.bibliography()
    remembered = weakref.ref(document)
    gc.disable()
    try:
        del document
        assert remembered() is None
    finally:
        gc.enable()
