"""MODS: its structure by the schema of version 3.7, and what it holds of an item."""

from dataclasses import replace

import pytest
from lxml import etree

from citekit.export import export
from citekit.export.loss import lost_parts
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import Attachment, Creator, ZoteroItem
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name

NAMES = {"m": "http://www.loc.gov/mods/v3"}
CHAPTER = Item("juan2020", "chapter", {
    "title": "Des <i>communs</i> & co", "container-title": "Essais", "author": (Name("Gaulle", "Charles", "", "de"),),
    "editor": (Name(literal="INSET"),), "issued": Date(DatePoint(2020, 5), is_circa=True), "publisher": "Seuil",
    "page": "12-15", "collection-title": "Points", "collection-number": "7", "URL": "https://x.org/?a=1&b=2",
    "accessed": Date(DatePoint(2021, 1, 5)), "ISBN": "978-2-07-036822-8", "language": "fr", "scale": "1:2",
}, tags=("a, b",))  # fmt: skip

# Of the schema of MODS 3.7: the children that an element may have, those that it must have, and its attributes.
CHILDREN = {
    "modsCollection": "mods",
    "mods": """titleInfo name typeOfResource genre originInfo language physicalDescription abstract note subject
        classification relatedItem identifier location accessCondition part recordInfo""",
    "titleInfo": "title subTitle partNumber",
    "name": "namePart role",
    "role": "roleTerm",
    "originInfo": "place publisher dateIssued dateCaptured edition",
    "place": "placeTerm",
    "language": "languageTerm",
    "physicalDescription": "form extent",
    "subject": "topic cartographics",
    "cartographics": "scale",
    "relatedItem": "titleInfo name originInfo part",
    "location": "physicalLocation url",
    "part": "detail extent",
    "detail": "number",
    "extent": "start end",
    "recordInfo": "recordContentSource",
}
MUST_HAVE = {"role": "roleTerm", "language": "languageTerm", "place": "placeTerm", "titleInfo": "title"}
ATTRIBUTES = {
    "titleInfo": {"type": "abbreviated"},
    "name": {"type": "personal corporate"},
    "namePart": {"type": "family given"},
    "roleTerm": {"type": "text code", "authority": "marcrelator local"},
    "genre": {"authority": "local"},
    "placeTerm": {"type": "text"},
    "dateIssued": {"encoding": "edtf", "qualifier": "approximate"},
    "dateCaptured": {"encoding": "edtf"},
    "languageTerm": {"type": "code text", "authority": "rfc5646"},
    "note": {"type": "extra"},
    "relatedItem": {"type": "host series original"},
    "detail": {"type": "volume issue section part"},
    "extent": {"unit": "pages volumes"},
    "identifier": {"type": "doi isbn issn pmid pmcid local citekey"},
}
FREE_ATTRIBUTES = {("url", "dateLastAccessed"), ("url", "displayLabel"), ("url", "usage"), ("url", "access")}


def faults(text: str) -> list[str]:
    found: list[str] = []
    for node in etree.fromstring(text.encode()).iter():
        name = etree.QName(node).localname
        allowed, children = CHILDREN.get(name, "").split(), [etree.QName(child).localname for child in node]
        found += [f"{child} in {name}" for child in children if child not in allowed]
        if name in MUST_HAVE and MUST_HAVE[name] not in children:
            found.append(f"{name} without {MUST_HAVE[name]}")
        for key, value in node.attrib.items():
            if not key.startswith("{") and (name, key) not in FREE_ATTRIBUTES:
                known = ATTRIBUTES.get(name, {}).get(key, "").split()
                found += [] if value in known else [f"{name}/@{key}={value}"]
    return found


def found(path: str, item: Item = CHAPTER) -> list[str]:
    root = etree.fromstring(export([item], "mods")[0].encode())
    return [str(one) for one in root.xpath(path, namespaces=NAMES)]


@pytest.mark.parametrize("name", zotero_types())
def test_every_type_with_all_its_fields_keeps_to_the_schema(name: str) -> None:
    type_ = zotero_types()[name]
    fields = {own: f"{base} of {name}" for base, own in type_.fields.items()} | {type_.fields["date"]: "2020-07-14"}
    people = [Creator(role, "Juan", "Maïté") for role in type_.creators] + [Creator(type_.creators[0], "INSET")]
    links = [Attachment("Page", "https://example.org/page")]
    work = ZoteroItem(name, fields, people, ("a",), ("b",), ["<p>Une note</p>"], links)
    assert faults(export([from_zotero(work)], "mods")[0]) == []


def test_a_fault_would_be_found() -> None:
    text = export([CHAPTER], "mods")[0].replace("<title>Essais</title>", "<titel>Essais</titel>")
    assert faults(text) == ["titel in titleInfo", "titleInfo without title"]


def test_titles_names_and_the_host_with_its_part() -> None:
    assert found("/m:modsCollection/m:mods/m:titleInfo/m:title/text()") == ["Des communs & co"]
    assert found("//m:name[@type='personal']/m:namePart[@type='family']/text()") == ["de Gaulle"]
    assert found("//m:name[@type='corporate']/m:role/m:roleTerm/text()") == ["editor", "edt"]
    assert found("//m:relatedItem[@type='host']/m:titleInfo/m:title/text()") == ["Essais"]
    assert found("//m:relatedItem[@type='host']/m:part/m:extent/*/text()") == ["12", "15"]
    assert found("//m:relatedItem[@type='series']/m:titleInfo/*/text()") == ["Points", "7"]
    assert found("//m:genre[@authority='local']/text()") == ["bookSection"]
    assert found("//m:dateIssued/@encoding | //m:dateIssued/@qualifier") == ["edtf", "approximate"]
    assert found("//m:url/@dateLastAccessed") == ["2021-01-05"]
    assert found("//m:identifier[@type='citekey']/text()") == ["juan2020"]


def test_what_has_no_element_is_a_line_of_a_note() -> None:
    assert found("//m:note[@type='extra']/text()") == ["scale: 1:2"]


def test_markup_and_what_has_no_element_are_told_as_changed() -> None:
    item = replace(CHAPTER, custom={"archiveID": "B 12"})
    assert [str(notice) for notice in export([item], "mods")[1]] == [
        "warning: juan2020: MODS changes title (without its markup) [changed]",
        "warning: juan2020: MODS changes extra (lines of a note) [changed]",
    ]
    art = Item("a", "graphic", {"title": "T", "archive": "Louvre"})
    assert [str(notice) for notice in export([art], "mods")[1]] == [
        "warning: a: MODS changes archive (a line of a note) [changed]"
    ]


def test_pages_that_are_no_range_begin_and_end_alike() -> None:
    item = Item("a", "chapter", {"page": "12, 14-15"})
    assert found("//m:extent[@unit='pages']/*/text()", item) == ["12, 14-15", "12, 14-15"]
    assert found("//m:extent[@unit='pages']/*/text()", CHAPTER) == ["12", "15"]


def test_roles_that_programs_may_not_know_stand_beside_contributor() -> None:
    film = Item("a", "motion_picture", {"performer": (Name("Bonnaire", "Sandrine"),)})
    assert found("//m:roleTerm/text()", film) == ["actor", "act", "castMember", "contributor"]


def test_a_date_of_access_without_an_address_is_a_date_of_capture() -> None:
    assert found("//m:dateCaptured/text()", Item("a", "book", {"accessed": Date(DatePoint(2021, 1, 5))})) == [
        "2021-01-05"
    ]


def test_the_first_edition_is_a_related_item() -> None:
    item = Item("a", "book", {"original-date": Date(DatePoint(1964)), "original-publisher": "Plon"})
    assert found("//m:relatedItem[@type='original']/m:originInfo/*/text()", item) == ["Plon", "1964"]


def test_signs_that_no_address_may_hold_are_written_as_their_codes_and_told() -> None:
    item = Item("a", "webpage", {"URL": "https://example.org/a b?c[]=1#x"})
    assert found("//m:url/text()", item) == ["https://example.org/a%20b?c%5B%5D=1#x"]
    assert "url" in lost_parts(export([item], "mods")[1])
