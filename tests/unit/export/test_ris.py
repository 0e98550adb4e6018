"""RIS out and back."""

import pytest

from citekit.errors import InputError
from citekit.export import export, losses
from citekit.export.ris_reader import read_ris
from citekit.export.ris_tables import TYPES, fields_of_tags, tags_of_fields
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Severity


def lines(item: Item) -> list[str]:
    return export([item], "ris")[0].split("\r\n")


def test_an_article_has_the_usual_tags() -> None:
    item = Item("juan2020", "article-journal", {
        "title": "Des communs", "container-title": "Esprit", "issued": Date(DatePoint(2020, 5, 3)), "volume": "4",
        "page": "12-15", "author": (Name("Juan", "Maïté"),), "ISSN": "1234-5678", "PMID": "99",
    }, tags=("a, b",))  # fmt: skip
    assert lines(item) == [
        "TY  - JOUR", "AU  - Juan, Maïté", "TI  - Des communs", "T2  - Esprit", "DA  - 2020/05/03/", "VL  - 4",
        "SP  - 12-15", "SN  - 1234-5678", "KW  - a, b", "M2  - Citation Key: juan2020", "M2  - PMID: 99",
        "ER  - ", "", "",
    ]  # fmt: skip


def test_types_that_share_a_tag_are_told_apart_in_extra() -> None:
    assert lines(Item("a", "broadcast", custom={"itemType": "podcast"}))[:2] == [
        "TY  - SOUND",
        "M2  - Type: podcast",
    ]


@pytest.mark.parametrize("name", zotero_types())
def test_every_field_of_every_type_comes_back(name: str) -> None:
    fields = {own: f"{base} of {name}" for base, own in zotero_types()[name].fields.items() if base != "extra"}
    fields |= {own: "2020-07-14" for own in fields if "ate" in own and own not in ("conferenceName", "dateEnacted")}
    fields["citationKey"] = f"key-{name}"
    roles = list(zotero_types()[name].creators)
    work = ZoteroItem(name, fields, [Creator(role, f"de La {role}", "Maïté") for role in roles])
    item = from_zotero(work)
    [again], report = read_ris(export([item], "ris")[0], "refs.ris")
    assert report.notices == []
    assert (again.id, again.type) == (item.id, item.type)
    without = {"attachments", "notes"}
    assert {k: v for k, v in again.custom.items() if k not in without} == {
        k: v for k, v in item.custom.items() if k not in without
    }
    assert again.variables == item.variables


def test_each_tag_means_one_field_in_each_type() -> None:
    for name in TYPES:
        tags = tags_of_fields(name)
        assert len(set(tags.values())) == len(tags)
        assert all(fields_of_tags(name)[tag] == own for own, tag in tags.items())


def test_files_of_other_programs_are_read() -> None:
    text = "TY - JOUR\nA1 - King, Martin Luther, Jr.\nT1 - Un titre\n qui continue\nJF - Esprit\nPY - 2020\n"
    text += "SP - 12\nEP - 15\n"
    [item], report = read_ris(text + "XX - ?\nER -\n", "x.ris")
    assert item.names("author") == (Name("King", "Martin Luther", suffix="Jr."),)
    assert (item.text("title"), item.text("container-title"), item.text("page")) == (
        "Un titre qui continue", "Esprit", "12-15",
    )  # fmt: skip
    assert item.custom["ris-xx"] == "?"
    assert [str(notice) for notice in report.notices] == [
        "x.ris:9: warning: the tag XX has no place in a journalArticle; kept as custom [kept-in-custom]"
    ]


def test_lines_outside_of_entries_and_unknown_types_are_told() -> None:
    _, report = read_ris("AU  - Juan\nTY  - QQQQ\nTI  - a\n", "x.ris")
    assert [(notice.rule, notice.location.line) for notice in report.notices] == [
        ("outside-entry", 1), ("unclosed-entry", 2), ("unknown-type", 2),
    ]  # fmt: skip


def test_what_is_no_ris_is_an_error() -> None:
    with pytest.raises(InputError, match="x.ris:1: this is not RIS"):
        read_ris("@book{a}", "x.ris")


def test_losses_are_told_item_by_item() -> None:
    item = Item("a", "book", {"author": (Name(literal="Ville, de Paris"),)}, groups=("G",))
    assert [notice.message for notice in export([item], "ris")[1]] == [
        "a: RIS changes author (programs will part 'Ville, de Paris' at its comma)",
        "a: RIS cannot hold collections (G)",
    ]


def test_what_several_types_share_is_tagged_only_where_the_tag_means_the_same_before_the_type_is_known() -> None:
    item = from_zotero(ZoteroItem("radioBroadcast", {"network": "France Culture", "place": "Paris"}))
    assert "CY  - Paris" in lines(item)
    assert "M2  - Network: France Culture" in lines(item)


def test_a_short_title_has_no_tag_in_types_whose_title_has_a_name_of_its_own() -> None:
    assert "M2  - Short Title: Dreyfus" in lines(Item("a", "legal_case", {"title-short": "Dreyfus"}))
    assert "ST  - Essais" in lines(Item("a", "book", {"title-short": "Essais"}))


def test_line_breaks_are_told_as_changed() -> None:
    _, notices = export([Item("a", "book", {"abstract": "a\nb"})], "ris")
    assert notices[0].message == "a: RIS changes abstractNote (line breaks become spaces)"


def one(*lines: str, kind: str = "JOUR") -> Item:
    """The item of an entry, which must be read without a warning."""
    [item], report = read_ris("\n".join([f"TY  - {kind}", *lines, "ER  - "]))
    assert [str(notice) for notice in report.notices if notice.severity is not Severity.INFO] == []
    return item


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        (["PY  - 2020/05//"], "2020-05"),
        (["PY  - 2020///"], "2020"),
        (["DA  - 2020/05/03/", "PY  - 2020"], "2020-05-03"),
        (["PY  - 2020", "DA  - 2020/05/03"], "2020-05-03"),
        (["PY  - 2020", "DA  - MAY 3"], "2020-05-03"),
        (["PY  - 2020", "DA  - 15 janvier"], "2020-01-15"),
        (["PY  - 2020/00/00"], "2020"),
        (["Y1  - 2020/5/3/"], "2020-05-03"),
        (["Y1  - 2020///Spring"], "2020-21"),
        (["DA  - 2020-05-03"], "2020-05-03"),
        (["Y1  - 2020/october"], "2020-10"),
        (["Y1  - 1900/01/01", "DA  - 2020/05/03"], "2020-05-03"),
        (["C1  - Full publication date: Dec., 1981", "PY  - 1981"], "1981-12"),
    ],
)
def test_dates_are_read_in_every_form(lines: list[str], issued: str) -> None:
    date = one(*lines).date("issued")
    assert date is not None
    assert date.iso() == issued


def test_dates_that_disagree_are_both_kept() -> None:
    item = one("PY  - 2020", "Y1  - 2019")
    assert item.custom["ris-y1"] == "2019"
    assert item.date("issued") == Date(DatePoint(2020))


def test_an_article_of_cairn_is_read() -> None:
    item = one("AU  - Juan, Maïté", "TI  - Des communs &amp; des rives", "JO  - Revue du rivage", "Y1  - 2020",
               "VL  - n° 12", "IS  - 3", "SP  - 12", "EP  - 15", "DB  - Cairn.info", "LA  - FR",
               "L1  - https://example.org/load_pdf.php?ID_ARTICLE=R_012",
               "UR  - https://example.org/r-2020-3.htm")  # fmt: skip
    assert item.text("title") == "Des communs & des rives"
    assert (item.text("container-title"), item.text("page"), item.text("URL")) == (
        "Revue du rivage", "12-15", "https://example.org/r-2020-3.htm",
    )  # fmt: skip
    assert '"url": "https://example.org/load_pdf.php?ID_ARTICLE=R_012"' in item.custom["attachments"]


def test_numbers_of_pubmed_and_chapters_of_endnote_find_their_variables() -> None:
    item = one("U1  - 23690738[pmid]", "U2  - PMC3654245[pmcid]")
    assert (item.text("PMID"), item.text("PMCID")) == ("23690738", "PMC3654245")
    assert one("SE  - 4", kind="CHAP").text("chapter-number") == "4"


def test_notes_with_a_label_of_procite_are_fields() -> None:
    item = one("N1  - Call Number: 306 GRI", "N1  - Language: French", "N1  - Remarque: à voir", "AV  - Rayon 3")
    assert (item.text("call-number"), item.text("archive_location")) == ("306 GRI", "Rayon 3")
    assert (item.language, item.text("note")) == ("French", "Remarque: à voir")
    assert one("H1  - BnF", "H2  - 8-Z-1", kind="BOOK").text("call-number") == "8-Z-1"


def test_the_issue_of_endnote_gives_way_to_that_of_the_standard() -> None:
    item = one("M1  - Copyright (C) 2016", "IS  - 2")
    assert (item.text("issue"), item.custom["ris-m1"]) == ("2", "Copyright (C) 2016")


def test_a_journal_without_a_short_title_of_its_own_has_none() -> None:
    assert "container-title-short" not in one("JO  - Esprit", "JF  - Esprit").variables


def test_a_full_title_beside_an_abbreviated_one_is_the_journal() -> None:
    item = one("JF  - Revue du rivage", "JO  - Rev. Riv.")
    assert (item.text("container-title"), item.text("container-title-short")) == ("Revue du rivage", "Rev. Riv.")
    assert one("JA  - Rev. Riv.").text("container-title") == "Rev. Riv."


def test_the_export_of_endnote_is_read() -> None:
    text = "\ufeffTY  - JOUR\r\nAU  - Juan, Maïté\r\nAU  - INSET,\r\nKW  - communs\r\nrives\r\nsel; eau\r\n"
    text += "M1  - 3\r\nM3  - 10.5555/abc\r\nN1  - Un\r\nDeux\r\nUR  - https://a.org/1\r\nhttps://a.org/2\r\n"
    text += "AD  - Nantes\r\nID  - 7\r\nER  - \r\n\r\n\r\n"
    [item], report = read_ris(text, "x.ris")
    assert item.names("author") == (Name("Juan", "Maïté"), Name(literal="INSET", is_institution=True))
    assert item.tags == ("communs", "rives", "sel", "eau")
    assert (item.text("issue"), item.text("DOI"), item.text("note")) == ("3", "10.5555/abc", "Un\nDeux")
    assert item.text("URL") == "https://a.org/1"
    assert "https://a.org/2" in item.custom["attachments"]
    assert item.custom["ris-ad"] == "Nantes"
    assert [(notice.severity, notice.location.line) for notice in report.notices] == [(Severity.INFO, 13)]


def test_names_on_one_line_are_parted_and_repeated_numbers_are_joined() -> None:
    item = one("AU  - Juan, Maïté; Thou, Paul", "SN  - 1234-5679", "SN  - 2345-6780", "SN  - 1234-5679")
    assert item.names("author") == (Name("Juan", "Maïté"), Name("Thou", "Paul"))
    assert item.text("ISSN") == "1234-5679, 2345-6780"


@pytest.mark.parametrize(
    ("kind", "item_type"),
    [("THESIS", "thesis"), ("CHAPTER", "chapter"), ("CPAPER", "paper-conference"), ("EJOUR", "article-journal"),
     ("GEN", "document"), ("PREPRINT", "article"), ("ONLINE", "webpage")],
)  # fmt: skip
def test_types_by_other_names_are_known(kind: str, item_type: str) -> None:
    assert one(kind=kind).type == item_type


def test_the_title_of_a_book_may_stand_under_bt() -> None:
    assert one("BT  - Essais", kind="BOOK").text("title") == "Essais"
    assert one("TI  - Livre I", "BT  - Essais", kind="CHAP").text("container-title") == "Essais"


def test_loosely_set_tags_are_read_and_words_that_look_like_tags_are_not() -> None:
    text = "TY -JOUR\n  TI  -Essais\nAB   - Un texte\nAB -soluble et\nUE - 2020\nER\nTY  - BOOK\nER-\n"
    items, report = read_ris(text, "x.ris")
    assert [item.text("title") for item in items] == ["Essais", ""]
    assert items[0].text("abstract") == "Un texte AB -soluble et"
    assert [(notice.rule, notice.location.line) for notice in report.notices] == [("kept-in-custom", 5)]


def test_pages_are_joined_whatever_comes_first() -> None:
    assert one("EP  - 15", "SP  - 12").text("page") == "12-15"
    assert one("SP  - 12-15", "EP  - 15").text("page") == "12-15"
    assert one("SP  - 12", "EP  - 12").text("page") == "12"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2021-01-05", "Y2  - 2021/01/05/"),
        ("2021-01-05T08:30:00Z", "Y2  - 2021/01/05/08:30:00"),
        # Zotero finds no hour that ends in nought.
        ("2021-01-05T10:30:00Z", "M2  - Access Date:\u00a02021-01-05T10:30:00Z"),
        ("2021-01-05T08:30:00+02:00", "M2  - Access Date:\u00a02021-01-05T08:30:00+02:00"),
    ],
)
def test_a_time_of_access_stands_where_it_is_read(text: str, line: str) -> None:
    item = from_zotero(ZoteroItem("book", {"accessDate": text, "citationKey": "a"}))
    assert line in lines(item)
    [again], _ = read_ris(export([item], "ris")[0])
    assert (again.date("accessed"), again.custom) == (item.date("accessed"), item.custom)


@pytest.mark.parametrize(
    ("date", "line"),
    [
        (Date(DatePoint(2020, 7)), "DA  - 2020/07//"),
        (Date(DatePoint(1850), is_circa=True), "DA  - 1850~"),
        (Date(literal="sans date"), "M2  - Date: sans date"),
        (Date(DatePoint(800)), "M2  - Date: 0800"),
    ],
)
def test_a_date_that_programs_would_cut_stands_in_a_labelled_line(date: Date, line: str) -> None:
    item = Item("a", "book", {"issued": date})
    assert line in lines(item)
    assert read_ris(export([item], "ris")[0])[0][0].date("issued") == date


def test_what_is_no_doi_stands_in_a_labelled_line() -> None:
    sici = "10.1002/(SICI)1097<123::AID-X>3.0.CO;2-X"
    assert f"DO  - {sici}" in lines(Item("a", "book", {"DOI": sici}))
    assert "M2  - DOI: voir le site" in lines(Item("a", "book", {"DOI": "voir le site"}))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Le <i>Monde</i>", "Le &lt;i&gt;Monde&lt;/i&gt;"),
        ("a &amp; b", "a &amp;amp; b"),
        ("x&section", "x&amp;section"),
        ("Fish & chips, 2 < 3, R&D", "Fish & chips, 2 < 3, R&D"),
    ],
)
def test_markup_and_entities_are_escaped_since_programs_undo_them(text: str, written: str) -> None:
    item = Item("a", "book", {"title": text})
    assert f"TI  - {written}" in lines(item)
    assert read_ris(export([item], "ris")[0])[0][0].text("title") == text


def test_people_without_a_tag_are_told_as_changed() -> None:
    item = Item("a", "book", {"contributor": (Name("Juan", "Maïté"),)})
    text, notices = export([item], "ris")
    assert "M2  - Contributor: Juan || Maïté" in text
    assert [notice.message for notice in losses(notices)] == [
        "a: RIS changes contributor (programs show the line of M2 as a note)"
    ]
    assert read_ris(text)[0][0].names("contributor") == (Name("Juan", "Maïté"),)


def test_no_break_spaces_stay() -> None:
    title = "Qu\u2019est-ce\u00a0? Des \u00ab\u00a0communs\u00a0\u00bb"
    item = Item("a", "book", {"title": title, "chapter-number": "n\u00b0\u00a03"})
    assert f"TI  - {title}" in lines(item)
    assert "M2  - chapter-number: n\u00b0\u00a03" in lines(item)
    assert read_ris(export([item], "ris")[0])[0][0].variables == {**item.variables}


def test_an_abbreviation_alone_does_not_become_the_journal() -> None:
    item = Item("a", "article-journal", {"container-title-short": "J. Fr."})
    assert "M2  - Journal Abbreviation: J. Fr." in lines(item)
    assert read_ris(export([item], "ris")[0])[0][0].variables == item.variables


@pytest.mark.parametrize(("tags", "count"), [(("a, b",), 1), (("a, b", "c"), 0), (("a",), 0)])
def test_a_tag_with_a_comma_that_stands_alone_is_told_as_changed(tags: tuple[str, ...], count: int) -> None:
    notices = losses(export([Item("a", "book", {}, tags)], "ris")[1])
    assert [notice.message for notice in notices] == [
        "a: RIS changes tags (Zotero parts a tag that stands alone at its comma)"
    ] * count
