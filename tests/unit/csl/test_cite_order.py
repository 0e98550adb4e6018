"""The order of cites in a citation: keys, ties of groups, and positions that follow the printed order."""

from __future__ import annotations

import pytest

from citekit.csl import Citation, Cite, Document

NAMES = '<names variable="author"><name form="short" and="text"/></names>'
YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'
BY_YEAR_AND_AUTHOR = '<key variable="issued"/><key variable="author"/>'
ET_AL = 'et-al-min="3" et-al-use-first="1"'


@pytest.fixture
def works(item):
    return [
        item("three", author="Ashe, Al; Brown, Bo; Clark, Cy", issued=1995),
        item("two", author="Ashe, Al; Brown, Bo", issued=1995),
        item("one", author="Ashe, Al", issued=1995),
        item("dunn", author="Ashe, Al; Brown, Bo; Dunn, Di", issued=1995),
    ]


def cited(style, works, *ids, **options):
    return Document(style, works).cite([Cite(one) for one in ids], output="text", **options)


def test_names_variables_as_keys_are_abbreviated_as_names_are(style_with, works):
    style = style_with(
        NAMES, citation=ET_AL, citation_sort='<key variable="author"/>', citation_layout='delimiter="; "'
    )
    assert cited(style, works, "dunn", "three", "two") == "Ashe et al.; Ashe et al.; Ashe and Brown"
    assert cited(style, works, "two", "dunn", "one") == "Ashe et al.; Ashe; Ashe and Brown"


def test_names_that_tell_one_cite_apart_are_no_part_of_its_keys(style_with, works):
    style = style_with(
        NAMES,
        citation=f'{ET_AL} disambiguate-add-names="true"',
        citation_sort='<key variable="author"/>',
        citation_layout='delimiter="; "',
    )
    assert cited(style, works, "dunn", "three") == "Ashe, Brown, and Dunn; Ashe, Brown, and Clark"


def test_groups_that_the_first_key_leaves_open_come_in_the_order_of_their_names(style_with, works):
    options = {"citation_sort": BY_YEAR_AND_AUTHOR, "citation_layout": 'delimiter="; "'}
    grouped = style_with(NAMES + YEAR, citation=f'{ET_AL} collapse="year"', **options)
    assert cited(grouped, works, "three", "two", "one") == "Ashe 1995; Ashe and Brown 1995; Ashe et al. 1995"
    plain = style_with(NAMES + YEAR, citation=ET_AL, **options)
    assert cited(plain, works, "three", "two", "one") == "Ashe et al. 1995; Ashe 1995; Ashe and Brown 1995"


def test_cites_in_notes_are_not_moved_together(style_with, item):
    works = [item("a", author="Doe, Jo", issued=2001), item("b", author="Roe, Jo", issued=2002)]
    works.append(item("c", author="Doe, Jo", issued=2003))
    options = {"citation": 'collapse="year"', "citation_sort": '<key variable="issued"/>'}
    layout = 'delimiter="; "'
    note = style_with(NAMES + YEAR, style_class="note", citation_layout=layout, **options)
    assert cited(note, works, "a", "b", "c") == "Doe 2001; Roe 2002; Doe 2003"
    running = style_with(NAMES + YEAR, citation_layout=layout, **options)
    assert cited(running, works, "a", "b", "c") == "Doe 2001, 2003; Roe 2002"


def test_ibid_points_at_the_cite_that_is_printed_before_it(style_with, item):
    layout = (
        '<choose><if position="ibid"><text term="ibid"/></if>'
        '<else><names variable="author"><name form="short"/></names></else></choose>'
    )
    style = style_with(layout, citation_sort='<key variable="author"/>', citation_layout='delimiter="; "')
    works = [item("smith", author="Smith, Jo"), item("king", author="King, Al")]
    citations = [Citation("1", (Cite("smith"),)), Citation("2", (Cite("smith"), Cite("king")))]
    document = Document(style, works, citations=citations)
    assert document.citation_texts("text") == ["Smith", "King; Smith"]
    document.replace("2", [Cite("smith")])
    assert document.citation_texts("text") == ["Smith", "ibid."]


def test_cites_sorted_by_number_are_sorted_anew_when_numbers_change(style_with, item):
    style = style_with(
        '<text variable="citation-number"/>',
        citation_sort='<key variable="citation-number"/>',
        citation_layout='delimiter=","',
        bibliography_sort='<key variable="author"/>',
    )
    works = [item("m", author="Moe, A"), item("z", author="Zoe, A"), item("a", author="Abe, A")]
    document = Document(style, works)
    document.insert(0, [Cite("z"), Cite("m")])
    assert document.citation_texts("text") == ["1,2"]
    document.insert(1, [Cite("z"), Cite("a"), Cite("m")])
    assert document.citation_texts("text") == ["2,3", "1,2,3"]


def test_cites_can_stay_in_the_order_given(style_with, works):
    style = style_with(NAMES, citation_sort='<key variable="author"/>', citation_layout='delimiter="; "')
    assert cited(style, works, "two", "one", sort=False) == "Ashe and Brown; Ashe"
