"""BibTeX for Zotero."""

import pytest

from citekit.bibtex import parse_bibtex, read_entries
from citekit.export import export
from citekit.export.loss import lost_parts
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import LINKED_FILE, Attachment, Creator, ZoteroItem
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name


def entry(item: Item) -> dict[str, str]:
    [found] = read_entries(export([item], "bibtex-zotero")[0]).entries
    return {"entry": found.type, **{name: found.value(name) for name in found.fields}}


def test_languages_are_tags_and_particles_part_of_the_family_name() -> None:
    item = Item("a", "book", {"author": (Name("Gaulle", "Charles", "", "de"),), "language": "fr-FR"})
    assert entry(item) == {"entry": "book", "author": "de Gaulle, Charles", "language": "fr-FR"}


def test_suffixes_stand_in_the_middle_and_bodies_in_braces() -> None:
    names = (Name("King", "Martin Luther", suffix="Jr."), Name(literal="Sable, Terre and Co"))
    assert entry(Item("a", "book", {"author": names}))["author"] == (
        "King, Jr., Martin Luther and {Sable, Terre and Co}"
    )


def test_the_first_creators_of_a_type_are_its_authors() -> None:
    found = entry(
        from_zotero(ZoteroItem("film", {"title": "Sans toit ni loi"}, [Creator("director", "Varda", "Agnès")]))
    )
    assert (found["entry"], found["author"]) == ("movie", "Varda, Agnès")


def test_what_zotero_drops_is_written_under_its_own_name_and_told() -> None:
    work = ZoteroItem("film", {"runningTime": "105", "citationKey": "a"}, [Creator("producer", "Tarès", "Oury")])
    text, notices = export([from_zotero(work)], "bibtex-zotero")
    assert text == "@movie{a,\n  producer = {Tarès, Oury},\n  runningtime = {105},\n}\n"
    assert [notice.message for notice in notices] == [
        "a: BibTeX for Zotero cannot hold citationKey (Zotero makes keys of its own)",
        "a: BibTeX for Zotero cannot hold producer (Zotero reads authors, editors and translators only)",
        "a: BibTeX for Zotero cannot hold runningTime (Zotero does not read it from BibTeX)",
    ]


def test_a_type_that_zotero_does_not_read_is_told_with_what_it_becomes() -> None:
    text, notices = export([Item("a", "interview")], "bibtex-zotero")
    assert text == "@misc{a,\n  itemtype = {interview},\n}\n"
    assert notices[-1].message == "a: BibTeX for Zotero changes type (Zotero will read a document)"


def test_dates_are_whole_and_places_of_events_their_own() -> None:
    variables = {"issued": Date(DatePoint(2020, 5)), "publisher-place": "Paris", "event-place": "Lyon"}
    found = entry(Item("a", "paper-conference", variables))
    assert (found["date"], found["address"], found["location"]) == ("2020-05", "Paris", "Lyon")


def test_markup_is_in_the_commands_that_zotero_reads() -> None:
    assert entry(Item("a", "book", {"title": "<i>Le</i> xix<sup>e</sup> & après"}))["title"] == (
        "\\textit{Le} xix$^{\\textrm{e}}$ \\& après"
    )


@pytest.mark.parametrize(
    ("title", "source"),
    [
        # Zotero reads no command inside another, and figures raised by one become signs of their own.
        ("<i>Un <b>deux</b></i>", "<i>Un <b>deux</b></i>"),
        ("m<sup>2</sup> & CO<sub>2</sub>", "m<sup>2</sup> \\& CO<sub>2</sub>"),
        ("Le <sc>xix</sc>", '<span style="font-variant:small-caps;">xix</span>'),
        ('<span class="nocase">McX</span>', '<span class="nocase">McX</span>'),
        ("<i>HOTEL</i>", "<i>HOT{}EL</i>"),
    ],
)
def test_markup_that_zotero_reads_from_no_command_is_html_which_it_keeps(title: str, source: str) -> None:
    item = Item("a", "book", {"title": title})
    assert source in entry(item)["title"]
    assert "title" not in lost_parts(export([item], "bibtex-zotero")[1])


@pytest.mark.parametrize("title", ["a\\b", "a\u00a0b", "a\u202fb", "a~b", "a`b", "$a$", "a  b", "a\tb"])
def test_signs_that_zotero_reads_otherwise_are_told(title: str) -> None:
    item = Item("a", "book", {"title": title}, ("x", title))
    assert lost_parts(export([item], "bibtex-zotero")[1]) == {"citationKey", "tags", "title"}


@pytest.mark.parametrize(
    ("text", "source"),
    [("HOTEL", "HOT{}EL"), ("Idea/concept", "Idea{}/concept"), ("Quoi ?!", "Quoi ?{}!"), ("d'nuit", "d'{}nuit"),
     ("Tome 1/3", "Tome 1{}/3"), ("a => b", "a ={}> b"), ("Sainte Telle", "Sainte Telle")],
)  # fmt: skip
def test_plain_text_that_zotero_takes_for_a_sign_is_kept_apart(text: str, source: str) -> None:
    item = Item("a", "book", {"title": text, "author": (Name(text, "Anne"),)})
    assert (entry(item)["title"], entry(item)["author"]) == (source, f"{source}, Anne")
    [again], _ = parse_bibtex(export([item], "bibtex-zotero")[0])
    assert again.text("title") == text


def test_dates_are_written_letter_by_letter() -> None:
    item = Item("a", "book", {"issued": Date(DatePoint(1850), is_circa=True)})
    assert entry(item)["date"] == "1850~"
    assert "a: BibTeX for Zotero changes date (signs or blanks that Zotero reads otherwise)" in [
        notice.message for notice in export([item], "bibtex-zotero")[1]
    ]


def test_files_and_notes_are_written() -> None:
    file = Attachment("Texte", "", "docs/a;b.pdf", "application/pdf", LINKED_FILE)
    found = entry(from_zotero(ZoteroItem("book", notes=["<p>Un &amp; deux</p>", "<p>Trois</p>"], attachments=[file])))
    assert (found["annote"], found["note"]) == ("Un \\& deux", "Trois")
    assert found["file"] == "Texte:docs/a\\;b.pdf:application/pdf"


@pytest.mark.parametrize("name", zotero_types())
def test_every_type_is_read_without_an_error(name: str) -> None:
    type_ = zotero_types()[name]
    fields = {own: f"{base} of {name} & {{co}}" for base, own in type_.fields.items()}
    item = from_zotero(ZoteroItem(name, fields, [Creator(role, "Juan", "Maïté") for role in type_.creators]))
    items, report = parse_bibtex(export([item], "bibtex-zotero")[0])
    assert (len(items), report.errors) == (1, [])


def test_a_brace_in_a_date_is_told() -> None:
    item = Item("a", "book", {"issued": Date(literal="vers { 1850")})
    assert lost_parts(export([item], "bibtex-zotero")[1]) == {"citationKey", "date"}


def test_signs_in_a_name_that_zotero_reads_otherwise_are_told() -> None:
    item = Item("a", "book", {"author": (Name("A", r"R\&D"),)})
    assert lost_parts(export([item], "bibtex-zotero")[1]) == {"citationKey", "author"}
