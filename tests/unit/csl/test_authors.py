"""Author-only, suppress-author and composite citations, in styles of every kind."""

from __future__ import annotations

import pytest

from citekit.csl import Citation, Cite, Document

YEAR = '<date variable="issued"><date-part name="year"/></date>'
NAMES = '<names variable="author"><name form="short" and="text"/>{}</names>'
SUBSTITUTE = '<substitute><names variable="editor"/><text variable="title" font-style="italic"/></substitute>'
LOCATOR = '<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>'
AUTHOR_DATE = f'<group delimiter=", ">{NAMES.format(SUBSTITUTE)}{YEAR}{LOCATOR}</group>'
IN_PARENTHESES = 'prefix="(" suffix=")" delimiter="; "'


@pytest.fixture
def author_date(style_with):
    return style_with(AUTHOR_DATE, citation_layout=IN_PARENTHESES)


@pytest.fixture
def works(item):
    return [
        item("doe", author="Doe, Jane", title="A", issued=2001),
        item("two", author="Roe, Rick; Poe, Ann", title="B", issued=2002),
        item("edited", editor="Poe, Ann", title="C", issued=2003),
        item("bare", title="D", issued=2004),
        item("later", author="Doe, Jane", title="E", issued=2005),
    ]


@pytest.fixture
def text(works):
    """The text of one citation in a document of its own."""

    def made(style, *cites, mode="", infix="", output="text", note=0):
        cites = tuple([Cite(one) if isinstance(one, str) else one for one in cites])
        document = Document(style, works, citations=[Citation("1", cites, note, mode, infix)])
        return document.citation_texts(output)[0]

    return made


@pytest.mark.parametrize(
    ("item_id", "author", "rest"),
    [("doe", "Doe", "(2001)"), ("two", "Roe and Poe", "(2002)"), ("edited", "Poe", "(2003)"), ("bare", "D", "(2004)")],
)
def test_a_composite_citation_is_its_author_and_the_rest(text, author_date, item_id, author, rest):
    assert text(author_date, item_id, mode="author-only") == author
    assert text(author_date, item_id, mode="suppress-author") == rest
    assert text(author_date, item_id, mode="composite") == f"{author} {rest}"


def test_locators_stay_with_the_rest(text, author_date):
    cite = Cite("doe", locator="12-13", label="chapter")
    assert text(author_date, cite, mode="author-only") == "Doe"
    assert text(author_date, cite, mode="composite") == "Doe (2001, chaps. 12\u201313)"


def test_an_author_is_printed_without_formatting(text, author_date):
    assert text(author_date, "bare", output="html") == "(<i>D</i>, 2004)"
    assert text(author_date, "bare", mode="author-only", output="html") == "D"


@pytest.mark.parametrize(
    ("infix", "expected"),
    [
        ("has shown", "Doe has shown (2001)"),
        ("'s early work", "Doe\u2019s early work (2001)"),
        (", of course,", "Doe, of course, (2001)"),
        ("<i>passim</i>", "Doe passim (2001)"),
        ("  ", "Doe (2001)"),
    ],
)
def test_an_infix_stands_between_the_author_and_the_rest(text, author_date, infix, expected):
    assert text(author_date, "doe", mode="composite", infix=infix) == expected


def test_modes_are_about_the_first_cite_of_a_citation(text, author_date):
    assert text(author_date, "doe", "two", mode="author-only") == "Doe"
    assert text(author_date, "doe", "two", mode="suppress-author") == "(2001; Roe and Poe, 2002)"
    assert text(author_date, "doe", "two", mode="composite") == "Doe (2001; Roe and Poe, 2002)"


def test_the_first_cite_is_that_of_the_sorted_citation(text, style_with):
    style = style_with(AUTHOR_DATE, citation_layout=IN_PARENTHESES, citation_sort='<key variable="author"/>')
    assert text(style, "two", "doe", mode="composite") == "Doe (2001; Roe and Poe, 2002)"


def test_single_cites_can_leave_their_author_out_or_print_nothing_else(text, author_date):
    assert text(author_date, "doe", Cite("two", suppress_author=True)) == "(Doe, 2001; 2002)"
    assert text(author_date, Cite("two", author_only=True)) == "Roe and Poe"


def test_a_prefix_and_a_suffix_stand_around_what_is_left(text, author_date):
    cite = Cite("doe", prefix="see ", suffix=", etc.")
    assert text(author_date, cite, mode="suppress-author") == "(see 2001, etc.)"
    assert text(author_date, cite, mode="author-only") == "see Doe, etc."


def test_a_delimiter_of_any_kind_goes_with_the_names(text, style_with):
    style = style_with(f'<group delimiter="+">{NAMES.format("")}{YEAR}</group>')
    assert text(style, "doe", mode="suppress-author") == "2001"


def test_names_that_come_after_something_else_are_not_the_author_that_is_left_out(text, style_with):
    style = style_with(f'<group delimiter=", "><text variable="title"/>{NAMES.format("")}</group>')
    assert text(style, "doe", mode="suppress-author") == "A, Doe"


def test_the_next_names_are_printed_where_the_first_are_left_out(text, style_with, works, item):
    style = style_with('<group delimiter=", "><names variable="author"/><names variable="editor"/></group>')
    both = item("both", author="Doe, Jane", editor="Poe, Ann")
    assert Document(style, [both]).cite([Cite("both", suppress_author=True)], output="text") == "Ann Poe"


def test_cites_are_collapsed_by_the_author_even_where_it_is_left_out(text, style_with):
    style = style_with(AUTHOR_DATE, citation='collapse="year"', citation_layout=IN_PARENTHESES)
    assert text(style, "doe", "later", mode="suppress-author") == "(2001, 2005)"
    assert text(style, "doe", "later", "two", mode="composite") == "Doe (2001, 2005; Roe and Poe, 2002)"


def test_a_number_has_no_author(text, style_with):
    style = style_with('<text variable="citation-number" prefix="[" suffix="]"/>')
    assert text(style, "doe", mode="suppress-author") == "[1]"
    assert text(style, "doe", mode="author-only") == "[NO_PRINTED_FORM]"


def test_a_citation_of_which_nothing_is_printed_leaves_a_notice(style_with, works):
    style = style_with('<text variable="citation-number"/>')
    document = Document(style, works, citations=[Citation("1", (Cite("doe"),), mode="author-only")])
    document.refresh()
    assert [notice.rule for notice in document.notices] == ["nothing-printed"]


def test_names_after_a_number_are_the_author(text, style_with):
    number = '<text variable="citation-number" prefix="[" suffix="]"/>'
    style = style_with(f'<group delimiter=" ">{number}{NAMES.format("")}</group>')
    assert text(style, "doe", mode="author-only") == "Doe"
    assert text(style, "doe", mode="suppress-author") == "[1]"


def test_in_a_note_the_mode_suppress_author_changes_nothing_but_a_cite_may(text, style_with):
    style = style_with(AUTHOR_DATE, style_class="note")
    assert text(style, "doe", mode="suppress-author", note=1) == "Doe, 2001"
    assert text(style, Cite("doe", suppress_author=True), note=1) == "2001"
    assert text(style, "doe", mode="composite", infix="in", note=1) == "Doe in 2001"


def test_ibid_names_nobody_so_the_author_of_a_composite_is_that_of_a_later_cite(works, style_with):
    layout = f'<choose><if position="ibid"><text term="ibid"/></if><else>{AUTHOR_DATE}</else></choose>'
    cites = (Cite("doe"),)
    citations = [Citation("1", cites, 1), Citation("2", cites, 2, "composite", "says")]
    document = Document(style_with(layout, style_class="note"), works, citations=citations)
    assert document.citation_texts("text") == ["Doe, 2001", "Doe says Ibid."]


def test_a_citation_without_cites_shows_that_it_is_empty(text, author_date):
    for mode in ("", "author-only", "suppress-author", "composite"):
        assert text(author_date, mode=mode) == "[NO_PRINTED_FORM]"


def test_a_term_in_the_place_of_names_stays_where_nothing_else_has_named_the_work(text, style_with):
    substitute = '<substitute><text value="Anon"/></substitute>'
    style = style_with(f'<group delimiter=" ">{NAMES.format(substitute)}{YEAR}</group>', citation_layout=IN_PARENTHESES)
    assert text(style, "bare", mode="suppress-author") == "(Anon 2004)"
    assert text(style, "doe", mode="suppress-author") == "(2001)"
    assert text(style, "bare", mode="composite") == "Anon (2004)"


def test_a_work_without_names_and_title_is_known_by_its_date(text, style_with):
    style = style_with(f'<text value="Anon"/>{YEAR}', citation_layout=IN_PARENTHESES)
    assert text(style, "bare", mode="author-only") == "2004"
    titled = style_with(f'<text variable="title"/>{YEAR}', citation_layout=IN_PARENTHESES)
    assert text(titled, "bare", mode="author-only") == "[NO_PRINTED_FORM]"


def test_a_citation_whose_first_cite_prints_nothing_begins_with_a_gap(text, style_with):
    style = style_with(NAMES.format(""), citation_layout=IN_PARENTHESES)
    assert text(style, "bare", "doe") == "([CSL STYLE ERROR: reference with no printed form.]; Doe)"
    assert text(style, "doe", "bare") == "(Doe)"
