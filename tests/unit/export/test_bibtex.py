import pytest

from citekit.bibtex import parse_bibtex, tables
from citekit.export import bibtex_tables, export
from citekit.export.bibtex import to_biblatex, to_bibtex
from citekit.export.latex_text import latex_text
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import OTHERS, Name
from citekit.items.variables import ITEM_TYPES

BOOK = Item(
    "sand1832",
    "book",
    {
        "author": (Name(family="Sand", given="George"), Name(literal="Avise", is_institution=True)),
        "title": "Indiana & <i>l'État</i>",
        "publisher": "Roret; Dupuy",
        "issued": Date(DatePoint(1832, 5, 3)),
        "language": "fr",
    },
    groups=("OUVRAGES",),
)


def test_a_book_in_biblatex():
    assert to_biblatex([BOOK]) == (
        "@book{sand1832,\n"
        "  author = {Sand, George and {Avise}},\n"
        "  title = {Indiana \\& \\emph{l'État}},\n"
        "  publisher = {Roret and Dupuy},\n"
        "  date = {1832-05-03},\n"
        "  langid = {french},\n"
        "  groups = {OUVRAGES},\n"
        "}\n",
        [],
    )


def test_classic_bibtex_has_year_month_and_day():
    text, _ = to_bibtex([BOOK])
    assert "  year = {1832},\n  month = {5},\n  day = {3},\n" in text


def test_letters_may_be_spelt_for_programs_that_know_no_unicode():
    text, _ = to_biblatex([BOOK], is_ascii=True)
    assert "l'{\\'E}tat" in text
    assert text.isascii()


def test_capitals_of_english_titles_are_guarded():
    assert (
        "title = {The manual of {Chicago}}" in to_biblatex([Item("a", "book", {"title": "The manual of Chicago"})])[0]
    )


@pytest.mark.parametrize("write", [to_bibtex, to_biblatex])
@pytest.mark.parametrize("item_type", sorted(ITEM_TYPES))
def test_every_type_comes_back(item_type: str, write):
    item = Item(
        "a", item_type, {"title": "Essais", "language": "fr", "archive": "BnF", "submitted": Date(DatePoint(2001))}
    )
    items, report = parse_bibtex(write([item])[0])
    assert (items, report.errors) == ([item], [])


@pytest.mark.parametrize(
    "text", ["a--b", "l''eau", "a`b", "<<x>>", "{a}$b$", "50 % & #_^~\\", "a\u00a0b", "a\"'b", ",,"]
)
def test_signs_that_latex_would_act_on_come_back(text: str):
    items, _ = parse_bibtex(f"@misc{{a, note = {{{latex_text(text)}}}}}")
    assert items[0].text("note") == text


@pytest.mark.parametrize(
    "name",
    [
        Name(family="Beauvoir", given="Simone", dropping_particle="de"),
        Name(family="Gaulle", given="Charles", non_dropping_particle="de"),
        Name(family="King", given="Martin", suffix="Jr."),
        Name(family="Platon"),
        Name(family="de Villiers", given="A"),
        Name(literal="Barnes and Noble", is_institution=True),
    ],
)
def test_names_come_back(name: Name):
    item = Item("a", "book", {"author": (name,)})
    assert parse_bibtex(to_biblatex([item])[0])[0][0].names("author") == (name,)


def test_a_key_that_cannot_be_one_is_changed_and_told():
    text, notices = to_biblatex([Item("a b,c", "book")])
    assert text.startswith("@book{a-b-c,")
    assert [notice.rule for notice in notices] == ["changed-key"]


def test_the_writers_know_which_fields_are_read_letter_by_letter():
    assert bibtex_tables.VERBATIM_FIELDS == tables.VERBATIM_FIELDS


def test_the_place_of_a_patent_is_no_country():
    text, _ = to_biblatex([Item("a", "patent", {"publisher-place": "Paris", "jurisdiction": "France"})])
    assert "location = {France}" in text
    assert "csl-publisher-place = {Paris}" in text


def test_tags_with_commas_and_line_breaks_are_told_as_changed():
    _, notices = to_biblatex([Item("a", "book", {"abstract": "a\nb"}, tags=("un, deux",))])
    assert [notice.message for notice in notices] == [
        "a: biblatex changes abstractNote (line breaks become spaces)",
        "a: biblatex changes tags (a tag with a comma is split)",
    ]


@pytest.mark.parametrize("given", ["\\", r"a\b", "{x}"])
def test_backslashes_and_braces_of_names_are_told_as_changed(given: str):
    _, notices = to_biblatex([Item("a", "book", {"author": (Name(family="A", given=given),)})])
    assert [notice.message for notice in notices] == [
        "a: biblatex changes author (a backslash or brace goes from a name)"
    ]


def test_hyphens_that_are_read_as_a_dash_are_told():
    _, notices = to_biblatex([Item("a", "broadcast", {"title": "a--b", "number": "3--4"})])
    assert [notice.rule for notice in notices] == ["changed"]
    assert "hyphens in a row are the dash of a range" in notices[0].message


def test_what_changes_in_a_name_is_told_under_the_role_that_zotero_shows():
    _, notices = to_biblatex([Item("a", "graphic", {"author": (Name(family="A", given="{x}"),)})])
    assert [notice.message for notice in notices] == [
        "a: biblatex changes artist (a backslash or brace goes from a name)"
    ]


def test_a_thesis_of_no_pages_is_told_as_changed():
    _, notices = to_biblatex([Item("a", "thesis", {"number-of-pages": "0"})])
    assert [notice.message for notice in notices] == ["a: biblatex changes numPages (no pages are read as none)"]


def test_tags_that_look_like_latex_are_told_as_changed():
    _, notices = to_biblatex([Item("a", "book", {}, tags=("plain", r"R\&D"))])
    assert [notice.message for notice in notices] == [
        "a: biblatex changes tags (what looks like LaTeX is read as such)"
    ]


@pytest.mark.parametrize("note", [r"by \emph{b}", "{x}", "the {DATE} workshop", r"$1-\frac{1}{M}$"])
def test_text_that_looks_like_latex_is_told_as_changed(note: str):
    _, notices = to_biblatex([Item("a", "book", {"note": note})])
    assert ["what looks like LaTeX is read as such" in notice.message for notice in notices] == [True]


def test_a_brace_that_an_address_cannot_hold_is_told():
    text, notices = to_biblatex([Item("a", "webpage", {"URL": "https://a.fr/{x"})])
    assert "url = {https://a.fr/%7Bx}" in text
    assert [notice.message for notice in notices] == ["a: biblatex changes url (a brace without its partner)"]


@pytest.mark.parametrize(
    "source",
    [
        "@book{a, author = {{Mus\u00e9e de l'air et de l'espace},}}",
        "@book{a, author = {A, B, C, D and E, F, G, H}}",
        "@book{a, author = {{A, B, C, D} and E}}",
        "@book{a, date = {vers~1900 ou plus}}",
        r"@book{a, langid = {english}, title = {The {\% rate} of {x \emph{b}}}}",
        "@book{a, title = {The {A }  of {B}}, edition = {a-------b}}",
        "@article{a, title={X}, journaltitle={J}, number={3}, eid={104501}, pages={7}}",
        "@book{a, maintitle={Works}, title={Letters: To friends}, shorttitle={Letters I}}",
        "@book{a, maintitle={Works}, title={Letters: To friends}, shorttitle={}}",
        r"@book{a, title={{{{\emph{De rebus}}}}: {{The}} Structure and Argument of the Work}}",
        "@patent{a, title={T}, publisher={{U.S. Patent and Trademark Office}}}",
        "@bookinbook{a, title={T}, booktitle={B}, maintitle={M}, series={S}, number={3}, bookauthor={C, D}}",
    ],
)
def test_odd_entries_read_back_the_same(source: str):
    items, _ = parse_bibtex(source)
    assert parse_bibtex(to_biblatex(items)[0])[0] == items


def test_a_book_in_another_is_written_as_such():
    items, _ = parse_bibtex("@bookinbook{a, title={T}, booktitle={B}, maintitle={M}}")
    assert to_biblatex(items)[0] == "@bookinbook{a,\n  title = {T},\n  maintitle = {M},\n  booktitle = {B},\n}\n"


@pytest.mark.parametrize("item_type", ["book", "chapter", "pamphlet", "report"])
@pytest.mark.parametrize("variable", ["number", "collection-number"])
@pytest.mark.parametrize("write", [to_biblatex, to_bibtex])
def test_numbers_in_a_series_and_others_come_back(item_type: str, variable: str, write):
    item = Item("a", item_type, {"title": "T", variable: "7"})
    assert dict(parse_bibtex(write([item])[0])[0][0].variables) == {"title": "T", variable: "7"}


def test_the_others_at_the_end_of_a_list_come_back():
    item = Item("a", "book", {"author": (Name(family="Sand", given="George"), OTHERS)})
    text, _ = to_biblatex([item])
    assert "author = {Sand, George and others}" in text
    assert parse_bibtex(text)[0][0].variables == item.variables


@pytest.mark.parametrize("publisher", ["University of Oxford; Plon", "Plon; Sons", "John Wiley and Sons; Plon", "A; B"])
@pytest.mark.parametrize("write", [to_biblatex, to_bibtex])
def test_members_of_a_list_come_back_as_many(publisher: str, write):
    item = Item("a", "book", {"title": "T", "publisher": publisher})
    assert parse_bibtex(write([item])[0])[0][0].text("publisher") == publisher


def test_a_narrow_no_break_space_is_a_command_since_latex_stops_at_the_character() -> None:
    title, name = "Qu\u2019est-ce\u202f?", Name("A\u202fB", "Anne")
    text, _ = export([Item("a", "book", {"title": title, "author": (name,), "keyword": "x\u202fy"})], "biblatex")
    assert "\u202f" not in text
    [again], _ = parse_bibtex(text)
    assert (again.text("title"), again.names("author"), again.text("keyword")) == (title, (name,), "x\u202fy")


@pytest.mark.parametrize(
    ("kind", "form", "field"),
    [
        ("webpage", "biblatex", "organization"), ("document", "biblatex", "organization"),
        ("book", "biblatex", "publisher"), ("webpage", "bibtex", "publisher"),
    ],
)  # fmt: skip
def test_who_published_a_page_stands_where_the_styles_of_biblatex_look(kind: str, form: str, field: str) -> None:
    text, _ = export([Item("a", kind, {"publisher": "INSET"})], form)
    assert f"  {field} = {{INSET}}," in text
    assert parse_bibtex(text)[0][0].text("publisher") == "INSET"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (Name("Aristote"), "Aristote"), (Name("Saint-Exupéry"), "Saint-Exupéry"), (Name("others"), "others,"),
        (Name("Nature", dropping_particle="de"), "de Nature,"),
    ],
)  # fmt: skip
def test_a_single_word_has_a_comma_behind_it_only_where_it_would_be_taken_for_more(name: Name, source: str) -> None:
    text = to_biblatex([Item("a", "book", {"author": (name,)})])[0]
    assert f"  author = {{{source}}}," in text
    assert parse_bibtex(text)[0][0].names("author") == (name,)
