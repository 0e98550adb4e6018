"""Citations: cites joined, grouped and collapsed (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

import pytest

from citekit.csl import Cite, Document

EN_DASH = "\u2013"
YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'
AUTHOR_YEAR = f'<names variable="author"><name form="short"/></names>{YEAR}'
NUMBER = '<text variable="citation-number"/>'

YEAR_SUFFIXES = 'disambiguate-add-year-suffix="true" '


@pytest.fixture
def author_date(item, style_with):
    """A citation in an author-date style: works are "Doe 2000", a locator follows after a colon."""

    def rendered(*works: str, citation: str = "", delimiter: str = "; ", sort: str = "", **options: object) -> str:
        layout = AUTHOR_YEAR + '<text variable="locator" prefix=", p. "/>'
        style = style_with(
            layout,
            citation=citation,
            citation_sort=sort,
            citation_layout=f'prefix="(" suffix=")" delimiter="{delimiter}"',
            **options,
        )
        items, cites = [], []
        for number, work in enumerate(works):
            text, _, locator = work.partition(":")
            author, _, year = text.rpartition(" ")
            items.append(item(str(number), author=author, issued=int(year)))
            cites.append(Cite(str(number), locator=locator))
        return Document(style, items).cite(cites, output="text")

    return rendered


# Joined


def test_cites_have_the_delimiter_of_the_layout_between_them(author_date):
    assert author_date("Doe 1999", "Smith 2002", "Doe 2006") == "(Doe 1999; Smith 2002; Doe 2006)"


@pytest.mark.parametrize(
    ("prefix", "suffix", "expected"),
    [
        ("see", "", "see T"),
        ("see ", "", "see T"),
        ("cf.", "", "cf. T"),
        ("\u00ab", "", "\u00abT"),
        ("", "etc.", "T etc."),
        ("", ", etc.", "T, etc."),
        ("", "[sic]", "T [sic]"),
        ("<i>see</i>", "", "see T"),
    ],
)
def test_the_space_that_users_leave_out_of_affixes_is_set(cite, item, prefix, suffix, expected):
    assert cite('<text variable="title"/>', item(title="T"), prefix=prefix, suffix=suffix) == expected


def test_affixes_of_a_cite_can_hold_markup(cite, item):
    assert cite('<text variable="title"/>', item(title="T"), prefix="<i>see</i>", output="html") == "<i>see</i> T"


@pytest.mark.parametrize(
    ("suffix", "expected"), [("?", "\u201cT\u201d?"), ("!", "\u201cT\u201d!"), (", x", "\u201cT,\u201d x")]
)
def test_a_question_mark_after_a_quoted_title_stays_outside(cite, item, suffix, expected):
    assert cite('<text variable="title" quotes="true"/>', item(title="T"), suffix=suffix) == expected


def test_a_suffix_that_ends_with_punctuation_takes_the_place_of_the_delimiter(item, style_with):
    style = style_with(citation_layout='delimiter="; "')
    works = [item("1", title="A"), item("2", title="B")]
    assert style.cite(works, [Cite("1", suffix=", etc.,"), Cite("2")], output="text") == "A, etc., B"


# Grouped


def test_grouping_moves_cites_with_the_same_names_together(author_date):
    works = ("Doe 1999", "Smith 2002", "Doe 2006")
    grouped = author_date(*works, citation='cite-group-delimiter=", "', sort='<key variable="issued"/>')
    assert grouped == "(Doe 1999, Doe 2006; Smith 2002)"


def test_the_delimiter_of_a_group_is_that_of_the_style(author_date):
    works = ("Doe 1999", "Doe 2001", "Jones 2000")
    citation = 'collapse="year" cite-group-delimiter=","'
    assert author_date(*works, citation=citation) == "(Doe 1999,2001; Jones 2000)"


def test_numbers_in_a_style_that_collapses_years_have_the_delimiter_of_the_layout(item, style_with):
    style = style_with(NUMBER, citation='collapse="year"', citation_layout='prefix="[" suffix="]" delimiter=","')
    assert Document(style, [item("1"), item("2")]).cite([Cite("1"), Cite("2")], output="text") == "[1,2]"


TITLED = '<names variable="author"><name form="short"/></names><text variable="status" prefix=" "/>' + YEAR


def test_a_cite_that_says_more_than_its_year_is_set_off_from_its_group(item, style_with):
    style = style_with(TITLED, citation='collapse="year"', citation_layout='delimiter="; "')
    doe = {"author": "Doe, Jane"}
    items = [item("1", issued=2000, **doe), item("2", issued=2001, **doe), item("3", status="in press", **doe)]
    cites = [Cite("1"), Cite("2"), Cite("3")]
    assert Document(style, items).cite(cites, output="text") == "Doe 2000, 2001; in press"


def test_titles_without_names_are_no_group(item, style_with):
    style = style_with(f'<text variable="title"/>{YEAR}', citation='collapse="year"', citation_layout='delimiter="; "')
    items = [item("1", title="A v. B", issued=1954), item("2", title="C v. D", issued=1973)]
    assert Document(style, items).cite([Cite("1"), Cite("2")], output="text") == "A v. B 1954; C v. D 1973"


def test_a_term_in_the_place_of_names_is_said_again_within_its_group(item, style_with):
    names = '<names variable="author"><substitute><text value="Anon"/></substitute></names>'
    style = style_with(names + YEAR, citation='collapse="year"', citation_layout='delimiter="; "')
    items = [item("1", issued=1954), item("2", issued=1973)]
    assert Document(style, items).cite([Cite("1"), Cite("2")], output="text") == "Anon 1954, Anon 1973"


# Collapsed years


def test_collapsing_years_prints_the_names_once(author_date):
    assert author_date("Doe 2000", "Doe 2001", citation='collapse="year"', delimiter=", ") == "(Doe 2000, 2001)"


def test_after_collapse_delimiter_follows_a_group(author_date):
    works = ("Doe 1999", "Doe 2001", "Jones 2000")
    citation = 'collapse="year" after-collapse-delimiter="; "'
    assert author_date(*works, citation=citation, delimiter=", ") == "(Doe 1999, 2001; Jones 2000)"


def test_other_names_are_not_collapsed(author_date):
    assert author_date("Doe 2000", "Roe 2000", citation='collapse="year"') == "(Doe 2000; Roe 2000)"


def test_locators_stay_with_their_cite(author_date):
    collapsed = author_date("Doe 2000:5", "Doe 2001:7", citation='collapse="year"', delimiter=", ")
    assert collapsed == "(Doe 2000, p. 5, 2001, p. 7)"


# Collapsed year-suffixes


def test_collapsing_year_suffixes_prints_the_year_once(author_date):
    collapsed = author_date("Doe 2000", "Doe 2000", citation=YEAR_SUFFIXES + 'collapse="year-suffix"', delimiter=", ")
    assert collapsed == "(Doe 2000a, b)"


def test_the_delimiter_of_year_suffixes_is_that_of_the_style(author_date):
    citation = YEAR_SUFFIXES + 'collapse="year-suffix" year-suffix-delimiter=","'
    works = ("Doe 1999", "Doe 1999", "Jones 2000")
    assert author_date(*works, citation=citation) == "(Doe 1999a,b; Jones 2000)"


def test_ranges_of_year_suffixes_have_a_dash(author_date):
    citation = YEAR_SUFFIXES + 'collapse="year-suffix-ranged" year-suffix-delimiter=","'
    assert author_date(*["Doe 2000"] * 4, citation=citation) == f"(Doe 2000a{EN_DASH}d)"


def test_a_gap_in_the_year_suffixes_ends_the_range(item, style_with):
    style = style_with(
        AUTHOR_YEAR,
        citation=YEAR_SUFFIXES + 'collapse="year-suffix-ranged" year-suffix-delimiter=","',
        citation_layout='prefix="(" suffix=")" delimiter="; "',
    )
    document = Document(style, [item(one, author="Doe", issued=2000) for one in "abcde"])
    cites = [Cite(one) for one in "abce"]
    assert document.cite(cites, output="text") == f"(Doe 2000a{EN_DASH}c,e)"


def test_two_year_suffixes_are_not_a_range(author_date):
    citation = YEAR_SUFFIXES + 'collapse="year-suffix" year-suffix-delimiter=","'
    assert author_date("Doe 2000", "Doe 2000", citation=citation) == "(Doe 2000a,b)"


def test_without_year_suffixes_collapsing_them_collapses_years(author_date):
    collapsed = author_date("Doe 2000", "Doe 2001", citation='collapse="year-suffix"', delimiter=", ")
    assert collapsed == "(Doe 2000, 2001)"


# Collapsed numbers


@pytest.fixture
def numbered(item, style_with):
    """A citation in a numeric style that collapses numbers; cites are numbers."""

    def rendered(*numbers: int, **fields: object) -> str:
        style = style_with(
            f'{NUMBER}<text variable="locator" prefix=", p. "/>',
            citation='collapse="citation-number"',
            citation_layout='prefix="[" suffix="]" delimiter=", "',
        )
        document = Document(style, [item(str(number)) for number in range(1, 10)])
        return document.cite([Cite(str(number), **fields) for number in numbers], output="text")  # type: ignore[arg-type]

    return rendered


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3, 5), f"[1{EN_DASH}3, 5]"),
        ((3, 2, 1), "[3, 2, 1]"),
        ((1, 3, 5), "[1, 3, 5]"),
        ((1, 2), "[1, 2]"),
        ((1, 2, 3, 5, 6, 7), f"[1{EN_DASH}3, 5{EN_DASH}7]"),
        ((4,), "[4]"),
    ],
)
def test_three_numbers_in_a_row_are_a_range(numbered, numbers, expected):
    assert numbered(*numbers) == expected


@pytest.mark.parametrize("fields", [{"prefix": "see"}, {"locator": "5"}])
def test_numbers_that_carry_something_are_not_collapsed(numbered, fields):
    assert EN_DASH not in numbered(1, 2, 3, **fields)


def test_without_collapse_every_number_is_printed(item, style_with):
    style = style_with(NUMBER, citation_layout='delimiter=","')
    assert Document(style, [item(one) for one in "abc"]).cite_all(output="text") == "1,2,3"


def test_parentheses_within_parentheses_are_brackets_in_notes_alone(item, style_with):
    layout = '<group prefix="(" suffix=")"><text variable="title"/><date variable="issued" prefix=" (" suffix=")">'
    layout += '<date-part name="year"/></date></group>'
    items = [item("1", title="On (some) birds", issued=1999)]
    note = style_with(layout, style_class="note")
    assert Document(note, items).cite([Cite("1")], output="text") == "(On (some) birds [1999])"
    running = style_with(layout)
    assert Document(running, items).cite([Cite("1")], output="text") == "(On (some) birds (1999))"


def test_parentheses_of_the_user_count_in_notes(item, style_with):
    layout = '<text variable="title"/><date variable="issued" prefix=" (" suffix=")"><date-part name="year"/></date>'
    note = style_with(layout, style_class="note")
    cite = Cite("1", prefix="(see ", suffix=")")
    assert Document(note, [item("1", title="T", issued=1999)]).cite([cite], output="text") == "(see T [1999])"
