"""MODS, the Library of Congress's XML for library catalogues.

MODS 3.7 User Guidelines. An item is written as Zotero holds it, field by field (`mods_tables.py`). The genre of
authority "local" is Zotero's item type, by which Zotero knows the type again; what MODS has no element for is a line
of a note of type "extra".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from lxml import etree

from citekit.export.labels import field_label
from citekit.export.loss import AUTOMATIC, KEPT, LINKS, NOTES, TAGS, Loss, beside_fields, notices_of
from citekit.export.mods_tables import DETAILS, HELD_FIELDS, IDENTIFIERS, RELATORS, RESOURCES, ROLES_ZOTERO_READS
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_text import note_html, note_text, plain
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["to_mods"]

_MODS: Final = "http://www.loc.gov/mods/v3"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_NAMESPACES: Final[Any] = {None: _MODS, "xsi": _XSI}  # the stubs of lxml know of no default namespace
_SCHEMA: Final = "http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd"
_RANGE: Final = re.compile(r"([^\s-]+)-([^\s-]+)")
_ISO: Final = re.compile(r"-?\d{4,}(?:-\d\d(?:-\d\d)?)?(?:[/.].*|[~?%])?")
_NO_URI: Final = re.compile(r"[\s<>\"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})")
_HOST_ROLE: Final = "bookAuthor"
_SERIES_ROLE: Final = "seriesEditor"


def to_mods(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as a MODS collection, and notices of what MODS has no element for.

    >>> text, notices = to_mods([Item("a", "map", {"title": "Paris", "scale": "1:25000"})])
    >>> "<scale>1:25000</scale>" in text, notices
    (True, [])
    """
    root = etree.Element(f"{{{_MODS}}}modsCollection", nsmap=_NAMESPACES)
    root.set(f"{{{_XSI}}}schemaLocation", _SCHEMA)
    notices: list[Notice] = []
    for item in items:
        work, found = to_zotero(item)
        writer = _Writer(work, _by_base(work), _add(root, "mods"))
        writer.write()
        notices += [notice for notice in found if notice.rule != KEPT]
        notices += notices_of(item, "MODS", writer.losses())
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text, notices


def _by_base(work: ZoteroItem) -> dict[str, str]:
    """The fields of an item by their base names, which are the same for all types."""
    bases = zotero_types()[work.type].fields
    return {base: work.fields[own] for base, own in bases.items() if own in work.fields}


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_MODS}}}{name}")
    child.text = text
    for key, value in attributes.items():
        child.set(key, value)
    return child


def _add_some(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    """An element for a text that is not empty."""
    if text:
        _add(parent, name, text, **attributes)


@dataclass(slots=True)
class _Writer:
    """One item on its way into its `mods` element."""

    work: ZoteroItem
    fields: dict[str, str]
    mods: etree._Element

    def write(self) -> None:
        """Write everything that the item holds."""
        fields, mods = self.fields, self.mods
        _write_title(mods, self.text("title"))
        if self.text("shortTitle"):
            _write_title(mods, self.text("shortTitle"), "abbreviated")
        for creator in self.work.creators:
            if creator.role not in (_HOST_ROLE, _SERIES_ROLE):
                _write_name(mods, creator, self.work.type)
        _add(mods, "typeOfResource", RESOURCES.get(self.work.type, "text"))
        _add(mods, "genre", self.work.type, authority="local")
        _add_some(mods, "genre", self.text("type"))
        self._write_origin()
        self._write_language()
        self._write_description()
        _add_some(mods, "abstract", self.text("abstractNote"))
        for note in self._notes():
            _add(mods, "note", note_text(note) or note)
        extra = [*self._labelled(), *self.work.extra]
        _add_some(mods, "note", "\n".join(extra), type="extra")
        for tag in (*self.work.tags, *self.work.automatic_tags):
            _add(_add(mods, "subject"), "topic", tag)
        if self.text("scale"):
            _add(_add(_add(mods, "subject"), "cartographics"), "scale", self.text("scale"))
        _add_some(mods, "classification", self.text("callNumber"))
        self._write_host()
        self._write_series()
        self._write_original()
        for field, kind in IDENTIFIERS.items():
            _add_some(mods, "identifier", self.text(field), type=kind)
        self._write_location()
        _add_some(mods, "accessCondition", self.text("rights"))
        if "libraryCatalog" in fields:
            _add(_add(mods, "recordInfo"), "recordContentSource", self.text("libraryCatalog"))

    def text(self, field: str) -> str:
        """A field without markup, which MODS has none of."""
        return plain(self.fields.get(field, ""))

    def losses(self) -> Iterator[Loss]:
        """What MODS cannot hold or holds in another form."""
        own = zotero_types()[self.work.type].fields
        for field, text in self.fields.items():
            if self._is_labelled(field):
                yield Loss(own[field], "a line of a note", is_changed=True)
            elif plain(text) != text:
                yield Loss(own[field], "without its markup", is_changed=True)
        if self.work.extra:
            yield Loss("extra", "lines of a note", is_changed=True)
        if _uri(self.text("url")) != self.text("url"):
            yield Loss("url", "signs that no address may hold are written as their codes", is_changed=True)
        yield from beside_fields(self.work, {TAGS: True, NOTES: True, LINKS: True})
        if self.work.automatic_tags:
            yield Loss(AUTOMATIC, "written as tags")
        if "seriesTitle" in self.fields and "series" not in self.fields and "series" in own:
            yield Loss("seriesTitle", "read as series", is_changed=True)

    def _labelled(self) -> Iterator[str]:
        """The fields that have no element, as lines of a note."""
        own = zotero_types()[self.work.type].fields
        for field, text in self.fields.items():
            if self._is_labelled(field):
                yield f"{field_label(own[field])}: {text}"

    def _is_labelled(self, field: str) -> bool:
        """Whether there is no element for a field."""
        return field not in HELD_FIELDS or (field == "seriesTitle" and "series" in self.fields)

    def _notes(self) -> list[str]:
        """The child notes but for the one that says again what the abstract says."""
        notes, abstract = self.work.notes, self.fields.get("abstractNote", "")
        is_repeated = bool(notes) and bool(abstract) and plain(note_text(notes[0])) == abstract
        return notes[1:] if is_repeated and notes[0] == note_html(note_text(notes[0])) else notes

    def _write_origin(self) -> None:
        origin = etree.Element(f"{{{_MODS}}}originInfo")
        if self.text("place"):
            _add(_add(origin, "place"), "placeTerm", self.text("place"), type="text")
        _add_some(origin, "publisher", self.text("publisher"))
        _write_date(origin, "dateIssued", self.text("date"))
        if not self.text("url"):
            _write_date(origin, "dateCaptured", self.text("accessDate"))
        _add_some(origin, "edition", self.text("edition"))
        if len(origin):
            self.mods.append(origin)

    def _write_language(self) -> None:
        language = self.text("language")
        if language:
            is_code = re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*", language) is not None
            node = _add(_add(self.mods, "language"), "languageTerm", language, type="code" if is_code else "text")
            if is_code:
                node.set("authority", "rfc5646")

    def _write_description(self) -> None:
        description = etree.Element(f"{{{_MODS}}}physicalDescription")
        _add_some(description, "form", self.text("medium"))
        for field, unit in (("numPages", "pages"), ("numberOfVolumes", "volumes")):
            text = self.text(field)
            _add_some(description, "extent", f"{text} {unit[0]}." if text.isdecimal() else text, unit=unit)
        if len(description):
            self.mods.append(description)

    def _write_host(self) -> None:
        """The journal or book that an item stands in, and where in it; what has no host has its part itself."""
        part = etree.Element(f"{{{_MODS}}}part")
        for field, kind in DETAILS.items():
            if self.text(field):
                _add(_add(part, "detail", type=kind), "number", self.text(field))
        if self.text("pages"):
            extent = _add(part, "extent", unit="pages")
            match = _RANGE.fullmatch(self.text("pages"))
            if match and match[1] != match[2]:
                _add(extent, "start", match[1])
                _add(extent, "end", match[2])
            else:
                # Both: Zotero puts "null" for an end that is not there.
                _add(extent, "start", self.text("pages"))
                _add(extent, "end", self.text("pages"))
        title, short = self.text("publicationTitle"), self.text("journalAbbreviation")
        authors = [creator for creator in self.work.creators if creator.role == _HOST_ROLE]
        place = self.mods
        if title or short or authors:
            place = _add(self.mods, "relatedItem", type="host")
            if title:
                _write_title(place, title)
            if short:
                _write_title(place, short, "abbreviated")
            for creator in authors:
                _write_name(place, creator, self.work.type)
        if len(part):
            place.append(part)

    def _write_series(self) -> None:
        title = self.text("series") or self.text("seriesTitle")
        text, number = self.text("seriesText"), self.text("seriesNumber")
        editors = [creator for creator in self.work.creators if creator.role == _SERIES_ROLE]
        if not (title or text or number or editors):
            return
        series = _add(self.mods, "relatedItem", type="series")
        if title or text or number:
            info = _add(series, "titleInfo")
            # The schema asks for a title wherever there is a number of it.
            _add(info, "title", title)
            _add_some(info, "subTitle", text)
            _add_some(info, "partNumber", number)
        for creator in editors:
            _write_name(series, creator, self.work.type)

    def _write_original(self) -> None:
        """The first edition, as a related item of its own."""
        date, place = self.text("originalDate"), self.text("originalPlace")
        publisher = self.text("originalPublisher")
        if date or place or publisher:
            origin = _add(_add(self.mods, "relatedItem", type="original"), "originInfo")
            if place:
                _add(_add(origin, "place"), "placeTerm", place, type="text")
            _add_some(origin, "publisher", publisher)
            _write_date(origin, "dateIssued", date)

    def _write_location(self) -> None:
        if self.text("url"):
            url = _add(_add(self.mods, "location"), "url", _uri(self.text("url")), usage="primary display")
            if self.text("accessDate"):
                url.set("dateLastAccessed", self.text("accessDate"))
        for one in self.work.attachments:
            if one.url and one.url != self.text("url"):
                url = _add(_add(self.mods, "location"), "url", _uri(one.url), access="raw object")
                url.set("displayLabel", one.title)
        if self.text("archiveLocation"):
            _add(_add(self.mods, "location"), "physicalLocation", self.text("archiveLocation"))


def _write_title(parent: etree._Element, title: str, kind: str = "") -> None:
    if title:
        _add(_add(parent, "titleInfo", **({"type": kind} if kind else {})), "title", title)


def _write_name(parent: etree._Element, creator: Creator, type_name: str) -> None:
    """A name with its relator, and with Zotero's word for its role where that is another.

    A role that Zotero does not find stands beside "contributor": it would take such people for authors otherwise.
    """
    node = _add(parent, "name", type="personal" if creator.given else "corporate")
    if creator.given:
        _add(node, "namePart", creator.surname, type="family")
        _add(node, "namePart", creator.given, type="given")
    else:
        _add(node, "namePart", creator.surname)
    term, code = RELATORS.get(creator.role, ("", ""))
    if code:
        role = _add(node, "role")
        _add(role, "roleTerm", term, type="text", authority="marcrelator")
        _add(role, "roleTerm", code, type="code", authority="marcrelator")
    if term != creator.role:
        _add(_add(node, "role"), "roleTerm", creator.role, type="text", authority="local")
    roles = zotero_types()[type_name].creators
    if creator.role.lower() != creator.role and creator.role not in ROLES_ZOTERO_READS and "contributor" in roles:
        contributor = _add(node, "role")
        _add(contributor, "roleTerm", "contributor", type="text", authority="marcrelator")


def _uri(text: str) -> str:
    """The text as the schema's `anyURI`, which has codes for signs that no address may hold.

    >>> _uri("https://example.org/a b?c[]=été")
    'https://example.org/a%20b?c%5B%5D=été'
    """
    head, hash_sign, fragment = _NO_URI.sub(lambda match: quote(match[0]), text).partition("#")
    return head + hash_sign + fragment.replace("#", "%23")


def _write_date(parent: etree._Element, name: str, text: str) -> None:
    if text:
        node = _add(parent, name, text)
        if _ISO.fullmatch(text):
            node.set("encoding", "edtf")
        if text.endswith("~"):
            node.set("qualifier", "approximate")
