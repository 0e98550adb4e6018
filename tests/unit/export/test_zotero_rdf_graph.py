"""Zotero RDF as a graph: another reader of RDF finds in it what was written."""

import pytest
import rdflib

from citekit.export import export
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
