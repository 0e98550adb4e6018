"""Items in Zotero's terms."""

import pytest

from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_text import note_html
from citekit.export.zotero_work import Attachment, Creator, ZoteroItem
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item, Value
from citekit.items.name import Name


def translated(kind: str, variables: dict[str, Value], **others: object) -> ZoteroItem:
    return to_zotero(Item("a", kind, variables, **others))[0]  # type: ignore[arg-type]


def creators(kind: str, **names: Name) -> list[Creator]:
    return translated(kind, {variable.replace("_", "-"): (name,) for variable, name in names.items()}).creators


JUAN = Name("Juan", "Maïté")


def test_variables_go_to_the_fields_of_the_type() -> None:
    work = translated(
        "thesis",
        {
            "title": "Des <i>communs</i>",
            "publisher": "Université d'Angers",
            "genre": "Thèse",
            "issued": Date(DatePoint(2020, 5)),
            "number-of-pages": "331",
            "language": "fr",
        },
    )
    assert list(work.fields.items()) == [
        ("title", "Des <i>communs</i>"),
        ("thesisType", "Thèse"),
        ("university", "Université d'Angers"),
        ("date", "2020-05"),
        ("numPages", "331"),
        ("citationKey", "a"),
        ("language", "fr"),
    ]
    assert work.extra == []


def test_what_the_type_has_no_field_for_goes_to_extra_and_is_told() -> None:
    work, notices = to_zotero(Item("a", "report", {"number-of-pages": "32", "event-date": Date(DatePoint(2020))}))
    assert work.extra == ["number-of-pages: 32", "event-date: 2020"]
    assert [str(notice) for notice in notices] == [
        "info: a: a Zotero report has no field for number-of-pages; kept in Extra [kept-in-extra]",
        "info: a: a Zotero report has no field for event-date; kept in Extra [kept-in-extra]",
    ]


def test_custom_data_goes_to_extra_on_one_line() -> None:
    work = translated("book", {}, custom={"shelf": "B\n12", "type": "étude"})
    assert work.extra == ["shelf: B 12", "source-type: étude"]


def test_a_type_that_zotero_lacks_stands_in_extra() -> None:
    assert translated("treaty", {}).extra == ["Type: treaty"]


def test_series_and_places_take_the_field_that_is_free() -> None:
    assert translated("book", {"collection-title": "Trames"}).fields["series"] == "Trames"
    speech = translated("speech", {"event-place": "Angers", "publisher-place": "Paris"})
    assert (speech.fields["place"], speech.extra) == ("Paris", ["event-place: Angers"])
    assert translated("speech", {"event-place": "Angers"}).fields["place"] == "Angers"


def test_the_citation_key_is_the_id_unless_the_item_has_one() -> None:
    assert translated("book", {}).fields["citationKey"] == "a"
    assert translated("book", {"citation-key": "juan2020"}).fields["citationKey"] == "juan2020"


def test_dates_are_written_as_edtf() -> None:
    assert translated("book", {"issued": Date(DatePoint(1998), is_open=True)}).fields["date"] == "1998/.."
    assert translated("book", {"issued": Date(literal="sans date")}).fields["date"] == "sans date"


def test_only_a_whole_day_is_a_date_of_access() -> None:
    assert translated("book", {"accessed": Date(DatePoint(2021, 3, 18))}).fields["accessDate"] == "2021-03-18"
    work = translated("book", {"accessed": Date(DatePoint(2021, 3))})
    assert (work.fields.get("accessDate"), work.extra) == (None, ["urldate: 2021-03"])


def test_a_date_of_access_that_zotero_would_drop_is_kept_under_a_name_it_does_not_know() -> None:
    item = Item("a", "book", {"accessed": Date(literal="en mars")}, custom={"accessDate": "en mars"})
    work, notices = to_zotero(item)
    assert (work.fields.get("accessDate"), work.extra) == (None, ["urldate: en mars"])
    assert [notice.message for notice in notices] == [
        "a: Zotero takes dates of access to the day; en mars kept in Extra as urldate"
    ]
    assert from_zotero(work).date("accessed") == Date(literal="en mars")


@pytest.mark.parametrize(
    ("kind", "role"),
    [("book", "author"), ("film", ""), ("interview", "interviewee"), ("patent", "inventor"), ("software", "programmer"),
     ("speech", "presenter"), ("map", "cartographer"), ("graphic", "artist")],
)  # fmt: skip
def test_authors_are_the_primary_creators_of_their_type(kind: str, role: str) -> None:
    if role:
        assert creators(kind, author=JUAN) == [Creator(role, "Juan", "Maïté")]
    else:
        assert creators("motion_picture", author=JUAN) == [Creator("director", "Juan", "Maïté")]


def test_authors_of_recordings_are_what_zotero_calls_creators() -> None:
    item = Item("a", "motion_picture", {"URL": "https://example.org/v", "author": (JUAN,)})
    work, notices = to_zotero(item)
    assert work.creators == [Creator("creator", "Juan", "Maïté")]
    assert notices == []


def test_authors_beside_a_director_are_contributors() -> None:
    assert creators("motion_picture", director=Name("Varda", "Agnès"), author=JUAN) == [
        Creator("director", "Varda", "Agnès"),
        Creator("contributor", "Juan", "Maïté"),
    ]


def test_a_role_that_the_type_lacks_goes_to_extra() -> None:
    work = translated("webpage", {"illustrator": (JUAN, Name(literal="INSET"))})
    assert (work.creators, work.extra) == ([], ["illustrator: Juan || Maïté", "illustrator: INSET"])


def test_editor_translators_have_both_roles() -> None:
    assert [creator.role for creator in creators("book", editor_translator=JUAN)] == ["editor", "translator"]


def test_performers_are_cast_or_the_performers_of_a_song() -> None:
    assert creators("motion_picture", performer=JUAN)[0].role == "castMember"
    assert creators("song", performer=JUAN)[0].role == "performer"


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        (Name("Gaulle", "Charles", non_dropping_particle="de"), "de Gaulle", "Charles"),
        (Name("Humboldt", "Alexander", dropping_particle="von"), "von Humboldt", "Alexander"),
        (Name("Alembert", "Jean", non_dropping_particle="d'"), "d'Alembert", "Jean"),
        (Name("King", "Martin Luther", suffix="Jr."), "King", "Martin Luther, Jr."),
        (Name(literal="Réseau Alliances"), "Réseau Alliances", ""),
        (Name(given="Platon"), "Platon", ""),
    ],
)
def test_particles_belong_to_the_surname_and_suffixes_to_the_given_name(name: Name, surname: str, given: str) -> None:
    assert creators("book", author=name) == [Creator("author", surname, given)]


def test_abstracts_are_a_field_without_markup_and_a_note_with_it() -> None:
    work = translated("book", {"abstract": "Un <i>bilan</i> & suite.", "note": "2e tirage"})
    assert work.fields["abstractNote"] == "Un bilan & suite."
    assert work.notes == ["<p>Un <i>bilan</i> &amp; suite.</p>", "<p>2e tirage</p>"]


def test_notes_keep_paragraphs_and_lines_and_escape_what_is_no_markup() -> None:
    assert note_html("a\nb\n \n1 < 2 <script>\n\n") == "<p>a<br/>b</p><p>1 &lt; 2 &lt;script&gt;</p>"


def test_small_capitals_are_spelt_out_in_titles() -> None:
    work = translated("book", {"title": "Le <sc>xix</sc>e siècle"})
    assert work.fields["title"] == 'Le <span style="font-variant:small-caps;">xix</span>e siècle'


def test_tags_are_the_items_tags_or_its_keywords() -> None:
    assert translated("book", {"keyword": "a; b"}).tags == ("a", "b")
    assert translated("book", {"keyword": "a; b"}, tags=("a; b",)).tags == ("a; b",)


def test_addresses_of_the_item_and_of_its_note_are_links() -> None:
    work = translated(
        "webpage", {"URL": "https://odas.net/a?b=1", "note": "Voir aussi (https://odas.net/lab), et fin."}
    )
    assert work.attachments == [
        Attachment("odas.net", "https://odas.net/a?b=1"),
        Attachment("odas.net", "https://odas.net/lab"),
    ]


def test_control_characters_are_taken_out_and_told() -> None:
    work, notices = to_zotero(Item("a", "book", {"title": "Es\x00sa\x0bis\r\n2"}))
    assert work.fields["title"] == "Essais\n2"
    assert [str(notice) for notice in notices] == [
        "warning: a: title holds control characters, which were taken out [control-character]"
    ]


def test_the_holder_of_a_patent_is_zoteros_assignee() -> None:
    assert translated("patent", {"title": "X"}, custom={"holder": "Acme"}).fields["assignee"] == "Acme"
