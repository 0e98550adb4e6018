"""Zotero RDF read back: files that Zotero wrote, and those that citekit wrote for it.

Zotero writes part of the fields in the words of other vocabularies (`dc:date`, `prism:volume`, the journal as a node
of its own) and the others as `z:<field>`; citekit writes them all as `z:<field>`. Both are read here; where both say
something, `z:<field>` wins, as it does in Zotero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from citekit.errors import InputError, Location
from citekit.export.rdf_graph import RDF, Node, read_graph
from citekit.export.zotero_dates import iso_time
from citekit.export.zotero_reading import from_zotero, with_own_ids
from citekit.export.zotero_schema import ZoteroType, zotero_types
from citekit.export.zotero_work import LINKED_URL, Attachment, Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice, Report, Severity

__all__ = ["read_zotero_rdf"]

_Z: Final = "http://www.zotero.org/namespaces/export#"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_BIB: Final = "http://purl.org/net/biblio#"
_FOAF: Final = "http://xmlns.com/foaf/0.1/"
_LINK: Final = "http://purl.org/rss/1.0/modules/link/"
_PRISM: Final = "http://prismstandard.org/namespaces/1.2/basic/"
_VCARD: Final = "http://nwalsh.com/rdf/vCard#"
_SCHEMA: Final = "http://schema.org/"
_VIDEO: Final = "http://ogp.me/ns/video#"

_COLLECTIONS: Final = frozenset((_Z + "Collection", _BIB + "Collection"))
_NOTE: Final = _BIB + "Memo"
_SERIES: Final = _BIB + "Series"
_SECTION: Final = _BIB + "Part"
DIVISION_SLASH: Final = "\u2215"
"""Stands for a slash in the name of a collection, which would part it from one inside it."""

_ITEM_FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    # property                  fields, the first that the type has
    (_DC + "title", ("title",)),
    (_DC + "source", ("libraryCatalog",)),
    (_DC + "rights", ("rights",)),
    (_DC + "date", ("date",)),
    (_DC + "language", ("language",)),
    (_DC + "coverage", ("archiveLocation",)),
    (_DC + "type", ("type",)),
    (_DC + "description", ("extra",)),
    (_DCTERMS + "dateSubmitted", ("accessDate",)),
    (_DCTERMS + "issued", ("date",)),
    (_DCTERMS + "abstract", ("abstractNote",)),
    (_DCTERMS + "medium", ("medium",)),
    (_BIB + "pages", ("pages",)),
)
_CONTAINER_FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (_DC + "title", ("publicationTitle", "reporter")),
    (_DCTERMS + "alternative", ("journalAbbreviation",)),
)
_BOTH_FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    # Of the item, or of the journal or book that it stands in.
    (_PRISM + "volume", ("volume",)),
    (_PRISM + "number", ("issue", "number")),
    (_DCTERMS + "alternative", ("journalAbbreviation",)),
)
_SERIES_FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (_DC + "title", ("series",)),
    (_DCTERMS + "alternative", ("seriesTitle",)),
    (_DC + "description", ("seriesText",)),
    (_DC + "identifier", ("seriesNumber",)),
)
_ROLE_PROPERTIES: Final[Mapping[str, tuple[str, ...]]] = {
    "author": (_BIB + "authors",),
    "editor": (_BIB + "editors",),
    "contributor": (_BIB + "contributors",),
    "castMember": (_VIDEO + "actor", _Z + "castMembers"),
    "scriptwriter": (_VIDEO + "writer", _Z + "scriptwriters"),
    "producer": (_SCHEMA + "producer", _Z + "producers"),
}
_TYPE: Final = "Type: "
_NOT_FIELDS: Final = frozenset({"itemType", "displayTitle", "path"})


def read_zotero_rdf(text: str, file: str = "") -> tuple[list[Item], Report]:
    """The items of a Zotero RDF file with their collections as groups.

    Raises `InputError` where the text is not RDF/XML.
    """
    nodes = read_graph(text, file)
    report = Report()
    groups = _groups(nodes, report, file)
    items: list[Item] = []
    for node in nodes:
        kind = node.text(_Z + "itemType")
        place = Location(file, node.line)
        if kind in zotero_types():
            work = _Reading(node, zotero_types()[kind], groups.get(node.identifier, ())).read()
            items.append(from_zotero(work, place))
            if node.nodes(_DC + "relation") or node.nodes(_DCTERMS + "relation"):
                report.add(Notice("relation-lost", "related items are not kept", place))
        elif kind == "note" or ((kind == "attachment" or node.type == _NOTE) and not node.is_target):
            message = "a note or an attachment that belongs to no item is not kept"
            report.add(Notice("not-an-item", message, place, Severity.ERROR, "attach it to an item in Zotero"))
        elif kind and kind != "attachment":
            message = f"Zotero's schema has no item type {kind!r}; the item is not kept"
            report.add(Notice("unknown-type", message, place, Severity.ERROR, "give it a type of Zotero's"))
    if not items and not nodes:
        raise InputError("this RDF holds no items", Location(file), "export the items from Zotero as Zotero RDF")
    return with_own_ids(items), report


class _Reading:
    """One item node on its way to Zotero's terms.

    As when Zotero saves an item, a line of Extra may give it another type than is written; people in a role that this
    type does not have become its primary creators.
    """

    __slots__ = ("fields", "groups", "node", "type", "written")

    def __init__(self, node: Node, written: ZoteroType, groups: tuple[str, ...]) -> None:
        self.node = node
        self.written = written
        lines = [line for text in node.texts(_DC + "description") for line in text.split("\n")]
        said = [name for name in zotero_types() if f"{_TYPE}{name}" in lines and name != written.name]
        self.type = zotero_types()[said[0]] if said else written
        self.groups = groups
        self.fields: dict[str, str] = {}

    def read(self) -> ZoteroItem:
        self._read_foreign_words()
        self._read_own_words()
        if "accessDate" in self.fields:
            self.fields["accessDate"] = iso_time(self.fields["accessDate"])
        order = {own: i for i, own in enumerate(self.type.fields.values())}
        fields = dict(sorted(self.fields.items(), key=lambda field: order.get(field[0], len(order))))
        extra = fields.pop("extra", "").split("\n")
        if self.type is not self.written:
            extra.remove(_TYPE + self.type.name)
        return ZoteroItem(
            self.type.name,
            fields,
            list(self._creators()),
            tuple(self.node.texts(_DC + "subject")),
            tuple(one.text(RDF + "value") for one in self._subjects(_Z + "AutomaticTag")),
            [note.text(RDF + "value") for note in self.node.nodes(_DCTERMS + "isReferencedBy") if note.type == _NOTE],
            [_attachment(one) for one in self.node.nodes(_LINK + "link")],
            extra if any(extra) else [],
            self.groups,
        )

    def _set(self, bases: tuple[str, ...], text: str) -> None:
        for base in bases:
            own = self.type.fields.get(base)
            if own is not None and text:
                self.fields.setdefault(own, text)
                return

    def _subjects(self, kind: str) -> list[Node]:
        return [one for one in self.node.nodes(_DC + "subject") if one.type == kind]

    def _read_table(self, node: Node, table: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        for name, bases in table:
            self._set(bases, node.text(name))

    def _read_foreign_words(self) -> None:
        self._read_table(self.node, _ITEM_FIELDS + _BOTH_FIELDS)
        # Zotero writes the title of a programme as a second title.
        self._set(("publicationTitle",), "".join(self.node.texts(_DC + "title")[1:2]))
        # And editions and versions alike, in the order of the fields.
        editions = [base for base in self.type.fields if base in ("edition", "versionNumber")]
        for base, text in zip(editions, self.node.texts(_PRISM + "edition"), strict=False):
            self._set((base,), text)
        for part in _wholes(self.node):
            if part.type == _SERIES:
                self._read_table(part, _SERIES_FIELDS)
                continue
            if part.type == _SECTION:
                self._set(("section",), part.text(_DC + "title"))
                continue
            self._read_table(part, _CONTAINER_FIELDS + _BOTH_FIELDS)
            self._read_identifiers(part)
        self._read_identifiers(self.node)
        for publisher in self.node.nodes(_DC + "publisher"):
            self._set(("publisher",), publisher.text(_FOAF + "name"))
            for address in publisher.nodes(_VCARD + "adr"):
                self._set(("place",), address.text(_VCARD + "locality"))
        for conference in self.node.nodes(_BIB + "presentedAt"):
            self._set(("conferenceName", "meetingName"), conference.text(_DC + "title"))
        for subject in self._subjects(_DCTERMS + "LCC"):
            self._set(("callNumber",), subject.text(RDF + "value"))

    def _read_identifiers(self, node: Node) -> None:
        for text in node.texts(_DC + "identifier"):
            kind, _, value = text.partition(" ")
            if kind in ("ISBN", "ISSN", "DOI"):
                self._set((kind,), value)
        for address in node.nodes(_DC + "identifier"):
            self._set(("url",), address.text(RDF + "value"))

    def _read_own_words(self) -> None:
        """The `z:` literals, which win; one that is no field of the type is kept as a line of Extra."""
        known = frozenset(self.type.fields.values())
        for name, values in self.node.statements.items():
            field = name.removeprefix(_Z)
            text = values[0]
            if field == name or field in _NOT_FIELDS or not isinstance(text, str) or not text:
                continue
            own = field if field in known else self.type.fields.get(field, "")
            if own:
                self.fields[own] = text
            else:
                self.fields["extra"] = "\n".join(filter(None, [self.fields.get("extra", ""), f"{field}: {text}"]))

    def _creators(self) -> Iterator[Creator]:
        """The people, in the order in which the file names their roles."""
        roles = {name: role for role in self.written.creators for name in _ROLE_PROPERTIES.get(role, (f"{_Z}{role}s",))}
        for name in self.node.statements:
            for target in self.node.nodes(name) if name in roles else ():
                for person in _members(target):
                    surname = person.text(_FOAF + "surname", _FOAF + "familyName", _FOAF + "lastName")
                    given = person.text(_FOAF + "givenName", _FOAF + "givenname", _FOAF + "firstName")
                    if surname or given:
                        role = roles[name]
                        yield Creator(role if role in self.type.creators else self.type.creators[0], surname, given)


def _wholes(node: Node) -> list[Node]:
    """What a node is part of, and what that is part of: a section, its journal, its series."""
    found = [node]
    for one in found:
        found += [whole for whole in one.nodes(_DCTERMS + "isPartOf") if whole not in found]
    return found[1:]


def _members(node: Node) -> list[Node]:
    """The members of a list, in order; or the node itself."""
    if node.type != RDF + "Seq":
        return [node]
    return [one for name in node.statements if name.startswith((RDF + "li", RDF + "_")) for one in node.nodes(name)]


def _attachment(node: Node) -> Attachment:
    url = next((one.text(RDF + "value") for one in node.nodes(_DC + "identifier")), "")
    paths = node.nodes(_Z + "path") + node.nodes(RDF + "resource")
    path = paths[0].identifier if paths else node.text(_Z + "path")
    mode = node.text(_Z + "linkMode")
    return Attachment(
        node.text(_DC + "title"),
        url or node.text(_Z + "url"),
        path,
        node.text(_LINK + "type"),
        int(mode) if mode in ("0", "1", "2", "3") else LINKED_URL if not path else 0,
    )


def _groups(nodes: list[Node], report: Report, file: str) -> dict[str, tuple[str, ...]]:
    """The paths of the collections that hold each item."""
    paths: dict[str, list[str]] = {}
    collections = [node for node in nodes if node.type in _COLLECTIONS]
    inner = {id(part) for node in collections for part in node.nodes(_DCTERMS + "hasPart")}
    for node in collections:
        if id(node) not in inner:
            _walk(node, (), paths, report, file)
    return {identifier: tuple(found) for identifier, found in paths.items()}


def _walk(node: Node, above: tuple[str, ...], paths: dict[str, list[str]], report: Report, file: str) -> None:
    title = node.text(_DC + "title").strip() or "?"
    place = Location(file, node.line)
    if "/" in title:
        title = title.replace("/", DIVISION_SLASH)
        report.add(Notice("slash-in-collection", f"the collection {title!r} had a slash in its name", place))
    path = (*above, title)
    parts = node.nodes(_DCTERMS + "hasPart")
    if not parts:
        report.add(Notice("empty-collection", f"the collection {'/'.join(path)!r} is empty and not kept", place))
    for part in parts:
        if part.type not in _COLLECTIONS:
            paths.setdefault(part.identifier, []).append("/".join(path))
        elif len(path) < 100:
            _walk(part, path, paths, report, file)
