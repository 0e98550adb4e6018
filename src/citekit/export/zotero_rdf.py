"""Zotero RDF: the one format in which Zotero takes back all it knows of an item.

Zotero's importer copies every `z:<field>` literal onto the item, last, whatever else the node says; so each field of
the schema is written under its own name. The order of statements matters to that importer, which is why this is
written as XML from top to bottom and not as a graph. Identifiers are numbers in the order of the items: two items with
one ISBN or address must stay two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Final

from lxml import etree

from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_work import Attachment, Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["to_zotero_rdf"]

_NAMESPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "link": "http://purl.org/rss/1.0/modules/link/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "so": "http://schema.org/",
    "video": "http://ogp.me/ns/video#",
}
_LISTED_ROLES: Final = frozenset({"author", "editor", "contributor"})
"""Roles whose people stand in an `rdf:Seq`; for all others the importer wants one statement a person."""
_ROLE_NAMES: Final = {"castMember": "video:actor", "scriptwriter": "video:writer", "producer": "so:producer"}
_CREATOR: Final = "creator"
_STAND_INS: Final[Mapping[str, tuple[str, str]]] = {
    # type              type written, role written for "creator"
    "radioBroadcast": ("tvBroadcast", "narrator"),
    "videoRecording": ("tvBroadcast", "seriesCreator"),
}
"""How the role "creator" survives: the importer takes `z:creators` for a field and wipes all people with it.

So the item is written as another type with all its roles, and one more for the creators. A line of Extra, "Type: …",
gives it its own type when it is saved, which makes primary creators, and these are "creator", of people in a role that
the type does not have.
"""


@dataclass(slots=True)
class _Collection:
    """A collection with its items (their numbers) and the collections inside it, in the order met."""

    items: list[int] = field(default_factory=list)
    children: dict[str, _Collection] = field(default_factory=dict)


class _Numbers:
    """The identifiers of one file: notes and attachments are counted over all items."""

    __slots__ = ("attachment", "note")

    def __init__(self) -> None:
        self.note = 0
        self.attachment = 0


def to_zotero_rdf(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as a Zotero RDF file with their groups as collections, and notices of what Zotero has no place for."""
    root = etree.Element(_name("rdf:RDF"), nsmap=_NAMESPACES)
    notices: list[Notice] = []
    numbers = _Numbers()
    top = _Collection()
    for number, item in enumerate(items, start=1):
        work, found = to_zotero(item)
        notices += found
        _write_item(root, number, work, numbers)
        for group in work.groups:
            _collection_at(top, group).items.append(number)
    _write_collections(root, top)
    body = etree.tostring(root, encoding="unicode", pretty_print=True)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + body, notices


def _name(qualified: str) -> str:
    """A prefixed name as lxml wants it: `z:title` → `{http://…export#}title`."""
    prefix, _, local = qualified.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, _name(name))
    child.text = text
    return child


def _point(parent: etree._Element, name: str, target: str) -> None:
    """A statement whose object is a node elsewhere in the file."""
    _add(parent, name).set(_name("rdf:resource"), target)


def _node(root: etree._Element, name: str, identifier: str) -> etree._Element:
    node = _add(root, name)
    node.set(_name("rdf:about"), identifier)
    return node


def _write_item(root: etree._Element, number: int, work: ZoteroItem, numbers: _Numbers) -> None:
    node = _node(root, "rdf:Description", f"#item_{number}")
    stand_in, role_of_creators = _STAND_INS.get(work.type, ("", ""))
    is_standing_in = bool(stand_in) and any(creator.role == _CREATOR for creator in work.creators)
    _add(node, "z:itemType", stand_in if is_standing_in else work.type)
    # Runs of one role, and the roles in the order in which the item names them.
    order = {role: i for i, role in enumerate(dict.fromkeys(creator.role for creator in work.creators))}
    creators = [
        replace(creator, role=role_of_creators) if creator.role == _CREATOR else creator
        for creator in sorted(work.creators, key=lambda creator: order[creator.role])
    ]
    for role, people in groupby(creators, key=lambda creator: creator.role):
        _write_creators(node, role, list(people))
    for tag in work.tags:
        _add(node, "dc:subject", tag)
    for tag in work.automatic_tags:
        _add(_add(_add(node, "dc:subject"), "z:AutomaticTag"), "rdf:value", tag)
    first_note, first_link = numbers.note + 1, numbers.attachment + 1
    numbers.note += len(work.notes)
    numbers.attachment += len(work.attachments)
    for i in range(first_note, numbers.note + 1):
        _point(node, "dcterms:isReferencedBy", f"#note_{i}")
    for i in range(first_link, numbers.attachment + 1):
        _point(node, "link:link", f"#att_{i}")
    extra = [f"Type: {work.type}", *work.extra] if is_standing_in else work.extra
    if extra:
        _add(node, "dc:description", "\n".join(extra))
    for name, text in work.fields.items():
        _add(node, f"z:{name}", text)
    for i, note in enumerate(work.notes, start=first_note):
        _add(_node(root, "bib:Memo", f"#note_{i}"), "rdf:value", note)
    for i, attachment in enumerate(work.attachments, start=first_link):
        _write_attachment(root, i, attachment)


def _write_creators(node: etree._Element, role: str, people: list[Creator]) -> None:
    """The people of one role: in an `rdf:Seq`, or a statement each behind an empty one.

    Without the empty statement, the name of a blank node would land in Extra.
    """
    if role in _LISTED_ROLES:
        sequence = _add(_add(node, f"bib:{role}s"), "rdf:Seq")
        for person in people:
            _write_person(_add(sequence, "rdf:li"), person)
        return
    name = _ROLE_NAMES.get(role)
    if name is None:
        name = f"z:{role}s"
        _add(node, name, "")
    for person in people:
        _write_person(_add(node, name), person)


def _write_person(parent: etree._Element, person: Creator) -> None:
    node = _add(parent, "foaf:Person")
    _add(node, "foaf:surname", person.surname)
    # A body has a surname only: that is how the importer knows it.
    if person.given:
        _add(node, "foaf:givenName", person.given)


def _write_attachment(root: etree._Element, number: int, attachment: Attachment) -> None:
    node = _node(root, "z:Attachment", f"#att_{number}")
    _add(node, "z:itemType", "attachment")
    if attachment.path:
        _point(node, "z:path", attachment.path)
    if attachment.url:
        _add(_add(_add(node, "dc:identifier"), "dcterms:URI"), "rdf:value", attachment.url)
    _add(node, "dc:title", attachment.title)
    _add(node, "link:type", attachment.mime_type)
    _add(node, "z:linkMode", str(attachment.mode))


def _collection_at(top: _Collection, path: str) -> _Collection:
    """The collection at a path such as "ARTICLES/Expériences", made where it is not there yet."""
    place = top
    for name in path.split("/"):
        if name.strip():
            place = place.children.setdefault(name.strip(), _Collection())
    return place


def _write_collections(root: etree._Element, top: _Collection) -> None:
    """All collections, numbered from the top down in the order in which the items name them."""
    numbers = count(1)
    for name, collection in top.children.items():
        _write_collection(root, name, collection, next(numbers), numbers)


def _write_collection(
    root: etree._Element, name: str, collection: _Collection, number: int, numbers: Iterator[int]
) -> None:
    node = _node(root, "z:Collection", f"#collection_{number}")
    _add(node, "dc:title", name)
    numbered = [(next(numbers), *child) for child in collection.children.items()]
    for child_number, _, _ in numbered:
        _point(node, "dcterms:hasPart", f"#collection_{child_number}")
    for item in dict.fromkeys(collection.items):
        _point(node, "dcterms:hasPart", f"#item_{item}")
    for child_number, child_name, child in numbered:
        _write_collection(root, child_name, child, child_number, numbers)
