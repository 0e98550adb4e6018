"""Items from and to CSL-YAML."""

import pytest

from citekit.errors import InputError
from citekit.items.csl_yaml import read_csl_yaml, write_csl_yaml
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name


def one(*lines: str) -> Item:
    """The item of some lines, which must be read without a notice."""
    [item], report = read_csl_yaml("- id: a\n  type: book\n" + "".join(f"  {line}\n" for line in lines))
    assert list(report) == []
    return item


@pytest.mark.parametrize("scalar", ["1e3", "2020-01-01", "no", "12:30", "0x1F", "1_000", "007", "1.10", "Yes"])
def test_every_scalar_is_the_text_that_it_looks_like(scalar: str) -> None:
    assert one(f"volume: {scalar}").text("volume") == scalar


@pytest.mark.parametrize("nothing", ["", "~", "null", '""'])
def test_nothing_is_nothing(nothing: str) -> None:
    assert one(f"volume: {nothing}").variables == {}


def test_a_quoted_null_is_a_word() -> None:
    assert one('title: "null"').text("title") == "null"


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ("2020-05-03", Date(DatePoint(2020, 5, 3))),
        ("1998/2003~", Date(DatePoint(1998), DatePoint(2003), is_circa=True)),
        ("1998/..", Date(DatePoint(1998), is_open=True)),
        ("-0043", Date(DatePoint(-44))),
        ("2020-21", Date(DatePoint(2020, season=1))),
        ("{year: 1999, month: 5, day: 3}", Date(DatePoint(1999, 5, 3))),
        ("{year: 1999, circa: true}", Date(DatePoint(1999), is_circa=True)),
        ("{year: 1999, season: 2}", Date(DatePoint(1999, season=2))),
        ("[{year: 1999}, {year: 2001, month: 2}]", Date(DatePoint(1999), DatePoint(2001, 2))),
        ("{date-parts: [[1999, 5]]}", Date(DatePoint(1999, 5))),
        ("{literal: sous presse}", Date(literal="sous presse")),
    ],
)
def test_dates_are_read_in_every_form_that_pandoc_writes(source: str, date: Date) -> None:
    assert one(f"issued: {source}").date("issued") == date


def test_names_in_parts_and_given_names_one_by_one() -> None:
    item = one("author:", "- {family: Gaulle, given: Charles, dropping-particle: de}", "- {literal: INSET}",
               "- family: Sand", "  given: [George, A.]")  # fmt: skip
    assert item.names("author") == (
        Name("Gaulle", "Charles", dropping_particle="de"),
        Name(literal="INSET", is_institution=True),
        Name("Sand", "George A."),
    )


def test_names_as_strings_are_read_and_told_with_their_place() -> None:
    [item], report = read_csl_yaml("- id: a\n  type: book\n  author:\n  - van der Berg, Jan\n", "x.yaml")
    assert item.names("author") == (Name("van der Berg", "Jan"),)
    assert [str(notice) for notice in report] == [
        "x.yaml:3:3: warning: a: author names 'van der Berg, Jan' as one string, not in parts [mistyped-variable]"
    ]


def test_text_is_markdown_and_addresses_are_not() -> None:
    item = one("title: '*Vie* de [Sand]{.nocase}'", "URL: http://x.org/_a_", "DOI: 10.1/a_b_c", "page: 12--15")
    assert item.variables == {
        "title": '<i>Vie</i> de <span class="nocase">Sand</span>',
        "URL": "http://x.org/_a_",
        "DOI": "10.1/a_b_c",
        "page": "12-15",
    }


def test_the_metadata_of_a_markdown_file_is_read_with_the_places_of_the_file() -> None:
    text = "---\ntitle: Cours\n---\n\n# Titre\n\n- un\n\n---\nreferences:\n- id: a\n  type: hologram\n...\n\nfin: [\n"
    [item], report = read_csl_yaml(text, "cours.md")
    assert (item.id, str(item.location)) == ("a", "cours.md:11:3")
    assert [(notice.rule, notice.location.line) for notice in report.notices] == [("unknown-type", 12)]


def test_anchors_and_merged_keys_are_followed() -> None:
    text = "- &one {id: a, type: book, publisher: Seuil}\n- <<: *one\n  id: b\n"
    items, _ = read_csl_yaml(text)
    assert items[1] == Item("b", "book", {"publisher": "Seuil"})


def test_repeated_keys_and_ids_are_told() -> None:
    text = "- id: a\n  type: book\n  title: Un\n  title: Deux\n- {id: a, type: book}\n- nothing\n"
    items, report = read_csl_yaml(text, "x.yaml")
    assert items == [Item("a", "book")]
    assert [(notice.rule, str(notice.location)) for notice in report.notices] == [
        ("duplicate-key", "x.yaml:4:3"), ("duplicate-id", "x.yaml:5:3"), ("not-an-item", "x.yaml:6:3"),
    ]  # fmt: skip


def test_characters_that_yaml_forbids_are_replaced_and_told() -> None:
    [item], report = read_csl_yaml("- id: a\n  type: book\n  title: a\x01b\n", "x.yaml")
    assert item.text("title") == "a\ufffdb"
    assert [str(notice.location) for notice in report.notices] == ["x.yaml:3:11"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: 'a\n", "x.yaml:2:1: this is not YAML"),
        ("title: a\n", "x.yaml:1: there are no references in this YAML"),
        ("", "x.yaml:1: there are no references in this YAML"),
        ("- &a [*a]\n", "these aliases or levels unfold without end"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_csl_yaml(text, "x.yaml")


def test_aliases_of_aliases_end_early() -> None:
    levels = "".join(f"  k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]\n" for i in range(1, 12))
    with pytest.raises(InputError, match="unfold without end"):
        read_csl_yaml(f"- id: a\n  k0: &k0 [x, x]\n{levels}")


def test_what_is_written_is_quoted_where_a_reader_could_take_it_for_something_else() -> None:
    item = Item("a", "book", {"title": "no", "volume": "12:30", "issued": Date(DatePoint(2020), is_circa=True)})
    assert write_csl_yaml([item]) == (
        'references:\n- id: a\n  type: book\n  title: "no"\n  volume: "12:30"\n  issued: "2020~"\n'
    )


def test_what_is_written_is_read_back() -> None:
    item = Item("a", "book", {
        "title": "A_b * <i>c</i> [d] -- <sup>e</sup> \\ 100% @x AT&amp;T ... <i>x y</i>", "note": "1\n\n2: 3 # 4",
        "author": (Name("Gaulle", "Charles", non_dropping_particle="de"), Name(literal="INSET", is_institution=True)),
        "issued": Date(DatePoint(1998), DatePoint(1999), literal="vers 1998"), "page": "1-2", "keyword": "a, b",
    }, ("a", "b"), ("X/Y",), {"shelf": "B_1*"})  # fmt: skip
    again, report = read_csl_yaml(write_csl_yaml([item]))
    assert (again, list(report)) == ([item], [])
