"""Zotero RDF as a graph: another reader of RDF finds in it what was written."""

import pytest
import rdflib

from citekit.export import export
from citekit.export.zotero_rdf_reader import read_zotero_rdf
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import LINKED_FILE, Attachment, Creator, ZoteroItem

Z = rdflib.Namespace("http://www.zotero.org/namespaces/export#")
DC = rdflib.Namespace("http://purl.org/dc/elements/1.1/")
DCTERMS = rdflib.Namespace("http://purl.org/dc/terms/")
BIB = rdflib.Namespace("http://purl.org/net/biblio#")
LINK = rdflib.Namespace("http://purl.org/rss/1.0/modules/link/")
RDF = rdflib.RDF


def work(name: str) -> ZoteroItem:
    type_ = zotero_types()[name]
    fields = {own: f"{base} & <i>{name}</i>" for base, own in type_.fields.items() if own != "extra"}
    fields |= {"accessDate": "2021-01-05T08:30:00Z"} if "accessDate" in fields else {}
    people = [Creator(role, f"de La {role}", "Maïté") for role in type_.creators if role != "creator"]
    attachments = [
        Attachment("Lien", "https://example.org/a?b=1&c=2"),
        Attachment("Texte", "", "docs/a b.pdf", "application/pdf", LINKED_FILE),
    ]
    return ZoteroItem(
        name, fields, people, ("a, b",), (), ["<p>Une note</p>", "<ul><li>x</li></ul>"], attachments, [], ("A/B",)
    )


def graph(*works: ZoteroItem) -> rdflib.Graph:
    text, _ = export([from_zotero(one) for one in works], "zotero-rdf")
    return rdflib.Graph().parse(data=text, format="xml", publicID="http://example.org/library")


def literals(found: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef) -> list[str]:
    return [str(one) for one in found.objects(subject, predicate)]


@pytest.mark.parametrize("name", zotero_types())
def test_every_field_of_every_type_is_a_literal_of_the_item(name: str) -> None:
    found = graph(work(name))
    [item] = found.subjects(Z.itemType, rdflib.Literal(name))
    fields = {own: literals(found, item, Z[own]) for own in work(name).fields}
    assert fields == {own: [text] for own, text in work(name).fields.items()}


def test_notes_and_attachments_are_nodes_that_the_item_points_to() -> None:
    found = graph(work("book"))
    [item] = found.subjects(Z.itemType, rdflib.Literal("book"))
    notes = [literals(found, note, RDF.value) for note in found.objects(item, DCTERMS.isReferencedBy)]
    assert sorted(notes) == [["<p>Une note</p>"], ["<ul><li>x</li></ul>"]]
    modes = {
        literals(found, one, DC.title)[0]: literals(found, one, Z.linkMode)[0] for one in found.objects(item, LINK.link)
    }
    assert modes == {"Lien": "3", "Texte": "2"}
    assert len(set(found.subjects(RDF.type, Z.Attachment))) == 2
    assert len(set(found.subjects(RDF.type, BIB.Memo))) == 2


def test_sections_are_collections_inside_collections() -> None:
    found = graph(work("book"), work("thesis"))
    [outer] = found.subjects(DC.title, rdflib.Literal("A"))
    [inner] = found.objects(outer, DCTERMS.hasPart)
    assert literals(found, inner, DC.title) == ["B"]
    items = [found.value(subject, Z.itemType) for subject in found.objects(inner, DCTERMS.hasPart)]
    assert sorted(map(str, items)) == ["book", "thesis"]


@pytest.mark.parametrize("name", ["radioBroadcast", "videoRecording"])
def test_creators_come_back_by_a_type_that_has_one_role_more(name: str) -> None:
    roles = zotero_types()[name].creators
    people = [Creator(role, f"de La {role}", "Maïté") for role in roles] + [Creator("creator", "INSET")]
    item = from_zotero(ZoteroItem(name, {"title": "T", "citationKey": "a"}, people, extra=["libre"]))
    text, notices = export([item], "zotero-rdf")
    found = rdflib.Graph().parse(data=text, format="xml", publicID="http://example.org/library")
    [node] = found.subjects(Z.itemType, rdflib.Literal("tvBroadcast"))
    assert literals(found, node, DC.description) == [f"Type: {name}\nlibre"]
    # The importer takes this for a field, and wipes all people with it.
    assert list(found.triples((None, Z.creators, None))) == []
    assert notices == []
    assert read_zotero_rdf(text)[0] == [item]


def test_a_line_of_extra_gives_an_item_its_type_as_when_zotero_saves_it() -> None:
    node = '<rdf:Description rdf:about="#a"><z:itemType>document</z:itemType><z:title>T</z:title>'
    extra = "<dc:description>Type: dataset\nlibre</dc:description><z:versionNumber>2</z:versionNumber>"
    spaces = f'xmlns:rdf="{RDF}" xmlns:z="{Z}" xmlns:dc="{DC}"'
    [item], _ = read_zotero_rdf(f"<rdf:RDF {spaces}>{node}{extra}</rdf:Description></rdf:RDF>")
    assert (item.type, item.text("version"), item.custom["extra"]) == ("dataset", "2", "libre")
