"""Laws of documents: however one came about, it is what a fresh document of the same citations is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.csl import Citation, Cite, Document, Style, load_style
from citekit.items import Date, DatePoint, Item, Name

IDS = "abcdefg"
ITEMS = [
    Item(
        one,
        "book",
        {
            "author": (Name("Doe", "Jane"),) if i < 4 else (Name("Doe", "John"), Name("Roe", "Rick")),
            "title": f"Title {IDS[-i]}",
            "issued": Date(DatePoint(2000 + i % 2)),
        },
    )
    for i, one in enumerate(IDS)
]

NAMES = '<names variable="author"><name form="short"/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
CITE = f'<group delimiter=" ">{NAMES}{YEAR}<text variable="locator"/></group>'
NUMBER = '<text variable="citation-number" prefix="[" suffix="]"/>'
NOTE = (
    '<choose><if position="ibid-with-locator"><text term="ibid"/><text variable="locator" prefix=" "/></if>'
    '<else-if position="ibid"><text term="ibid"/></else-if>'
    '<else-if position="near-note"><text value="near"/></else-if>'
    '<else-if position="subsequent"><text variable="first-reference-note-number" prefix="see "/></else-if>'
    f"<else>{CITE}</else></choose>"
)
TELLS_APART = (
    'disambiguate-add-year-suffix="true" disambiguate-add-givenname="true" disambiguate-add-names="true" '
    'collapse="year-suffix" et-al-min="2" et-al-use-first="1"'
)
YEARS = f'<macro name="year">{YEAR}<text variable="year-suffix"/></macro>'


BY_NAMES_AND_YEAR = '<sort><key variable="author"/><key macro="year"/></sort>'
BY_NUMBER = '<sort><key variable="citation-number"/></sort>'


def made(
    layout: str,
    style_class: str = "in-text",
    citation: str = "",
    bibliography: str = "",
    sort: str = "",
    cite_sort: str = "",
) -> Style:
    return load_style(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{style_class}">'
        f"<info><title>Test</title><id>test</id><updated>2021-03-18T00:00:00+00:00</updated></info>{YEARS}"
        f'<citation {citation}>{cite_sort}<layout delimiter="; ">{layout}</layout></citation>'
        f"<bibliography {bibliography}>{sort}<layout>{NUMBER}{CITE}</layout></bibliography></style>",
        "en-US",
    )


STYLES = {
    "author-date": made(
        CITE, citation=TELLS_APART, sort='<sort><key variable="author"/><key variable="title"/></sort>'
    ),
    "suffixes": made(CITE, citation=TELLS_APART, sort='<sort><key variable="author"/><key macro="year"/></sort>'),
    "ties": made(CITE, sort='<sort><key variable="author"/></sort>'),
    "number": made(NUMBER, citation='collapse="citation-number"'),
    "sorted-number": made(NUMBER, sort='<sort><key variable="issued" sort="descending"/></sort>'),
    "note": made(NOTE, "note", citation='near-note-distance="2"'),
    "sorted-cites": made(CITE, citation=TELLS_APART, sort=BY_NAMES_AND_YEAR, cite_sort=BY_NAMES_AND_YEAR),
    "cites-by-number": made(NUMBER, sort='<sort><key variable="title"/></sort>', cite_sort=BY_NUMBER),
    "note-with-sorted-cites": made(NOTE, "note", TELLS_APART, sort=BY_NAMES_AND_YEAR, cite_sort=BY_NAMES_AND_YEAR),
    "substitute": made(
        CITE, bibliography='subsequent-author-substitute="---"', sort='<sort><key variable="title"/></sort>'
    ),
}

cites = st.builds(
    Cite,
    id=st.sampled_from([*IDS, "unknown"]),
    locator=st.sampled_from(["", "", "1", "2", "vol. 2, p. 1"]),
    suppress_author=st.sampled_from([False, False, False, True]),
)
cite_lists = st.lists(cites, max_size=3)
modes = st.sampled_from(["", "", "", "author-only", "suppress-author", "composite"])
places = st.integers(0, 6)
edits = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), places, cite_lists, modes),
        st.tuples(st.just("insert"), places, cite_lists, modes),
        st.tuples(st.just("replace"), places, cite_lists, modes),
        st.tuples(st.just("delete"), places),
        st.tuples(st.just("move"), places, places),
        st.tuples(st.just("uncited"), st.sampled_from([None, True, ("a", "g"), ()])),
        st.tuples(st.just("look")),
    ),
    max_size=12,
)


def numbered(document: Document, is_note: bool) -> None:
    """Number the notes in document order, as a word processor does."""
    if is_note:
        citations = [replace(one, note_index=i) for i, one in enumerate(document.citations, start=1)]
        document.set_citations(citations)


def apply(document: Document, edit: tuple[object, ...], count: int) -> None:
    kind, *more = edit
    ids = [citation.id for citation in document.citations]
    if kind == "insert":
        place, some, mode = more
        document.insert(min(place, len(ids)), Citation(f"c{count}", tuple(some), 0, mode))
    elif kind == "uncited":
        document.set_uncited(more[0])
    elif ids and kind == "replace":
        place, some, mode = more
        document.replace(ids[place % len(ids)], Citation("", tuple(some), 0, mode))
    elif ids and kind == "delete":
        document.delete(ids[more[0] % len(ids)])
    elif ids and kind == "move":
        document.move(ids[more[0] % len(ids)], more[1] % len(ids))


def listed(document: Document) -> list[tuple[str, str]]:
    return [(entry.id, entry.html) for entry in document.bibliography()]


@pytest.mark.parametrize("name", STYLES)
@settings(max_examples=60)
@given(edits=edits)
def test_editing_a_document_gives_what_starting_afresh_gives(name, edits):
    style = STYLES[name]
    is_note = style.source.style_class == "note"
    document = Document(style, ITEMS)
    shown: dict[str, str] = {}
    bibliography: list[tuple[str, str]] | None = None
    uncited: object = None
    for count, edit in enumerate(edits):
        apply(document, edit, count)
        numbered(document, is_note)
        if edit[0] == "uncited":
            uncited = edit[1]
        if edit[0] == "look":
            # What is only looked at now and then must not go stale in between.
            refreshed = document.refresh()
            shown.update(refreshed)
            if refreshed.bibliography_changed:
                bibliography = listed(document)
    fresh = Document(style, ITEMS, citations=document.citations, uncited=uncited)
    texts = fresh.citation_texts()
    refreshed = document.refresh()
    shown.update(refreshed)
    assert [shown[citation.id] for citation in document.citations] == texts
    assert document.citation_texts("text") == fresh.citation_texts("text")
    assert listed(document) == listed(fresh)
    if bibliography is not None and not refreshed.bibliography_changed:
        assert bibliography == listed(fresh)
    assert {notice.message for notice in document.notices} == {notice.message for notice in fresh.notices}


@pytest.mark.parametrize("name", STYLES)
@settings(max_examples=30)
@given(lists=st.lists(cite_lists, max_size=6), place=places, some=cite_lists)
def test_an_edit_and_its_undoing_leave_nothing_behind(name, lists, place, some):
    style = STYLES[name]
    citations = [
        Citation(f"c{i}", tuple(one), i if style.source.style_class == "note" else 0) for i, one in enumerate(lists)
    ]
    document = Document(style, ITEMS, citations=citations)
    document.refresh()
    inserted = document.insert(min(place, len(citations)), some)
    document.refresh()
    document.delete(inserted.id)
    document.refresh()
    assert document.citation_texts() == Document(style, ITEMS, citations=citations).citation_texts()
    assert document.refresh() == {}
    assert not document.refresh().bibliography_changed


@pytest.mark.parametrize("name", STYLES)
@settings(max_examples=30)
@given(orders=st.lists(st.permutations(IDS), min_size=2, max_size=3))
def test_citations_in_another_order_give_what_starting_afresh_gives(name, orders):
    document = Document(STYLES[name], ITEMS)
    for order in orders:
        citations = [Citation(one, (Cite(one),), i) for i, one in enumerate(order, start=1)]
        document.set_citations(citations)
        fresh = Document(STYLES[name], ITEMS, citations=citations)
        assert document.citation_texts() == fresh.citation_texts()
        assert listed(document) == listed(fresh)
