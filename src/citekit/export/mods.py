"""MODS, the Library of Congress's XML for library catalogues.

MODS 3.7 User Guidelines: titleInfo, name with MARC relator terms, typeOfResource, genre, originInfo, language,
physicalDescription, abstract, note, subject, relatedItem (host and series, with part), identifier, location. The genre
of authority "local" is Zotero's item type, by which Zotero knows the type again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lxml import etree

from citekit.export.zotero_schema import zotero_type
from citekit.export.zotero_text import CONTROL, plain
from citekit.items.date import Date
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Notice

__all__ = ["to_mods"]

_MODS: Final = "http://www.loc.gov/mods/v3"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_NAMESPACES: Final[Any] = {None: _MODS, "xsi": _XSI}  # the stubs of lxml know of no default namespace
_SCHEMA: Final = "http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd"

_RESOURCES: Final[Mapping[str, str]] = {
    # Zotero           typeOfResource; "text" for all others
    "artwork": "still image",
    "audioRecording": "sound recording",
    "computerProgram": "software, multimedia",
    "dataset": "software, multimedia",
    "film": "moving image",
    "map": "cartographic",
    "podcast": "sound recording-nonmusical",
    "radioBroadcast": "sound recording-nonmusical",
    "tvBroadcast": "moving image",
    "videoRecording": "moving image",
}
_RELATORS: Final[Mapping[str, str]] = {
    # CSL                 MARC relator term
    "author": "author", "chair": "moderator", "collection-editor": "series editor", "compiler": "compiler",
    "composer": "composer", "contributor": "contributor", "curator": "curator", "director": "director",
    "editor": "editor", "editorial-director": "editorial director", "executive-producer": "producer",
    "guest": "panelist", "host": "host", "illustrator": "illustrator", "interviewer": "interviewer",
    "narrator": "narrator", "organizer": "organizer", "performer": "performer", "producer": "producer",
    "recipient": "addressee", "script-writer": "screenwriter", "translator": "translator",
}  # fmt: skip
_HOST_NAMES: Final[Mapping[str, str]] = {"container-author": "author"}
_IDENTIFIERS: Final[Mapping[str, str]] = {
    "DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "number": "local",
}  # fmt: skip
_DATES: Final[Mapping[str, str]] = {"issued": "dateIssued", "original-date": "dateOther"}
_DETAILS: Final = (("volume", "volume"), ("issue", "issue"), ("section", "section"), ("part-number", "part"))
_HELD: Final = frozenset(
    """
    title title-short part-title genre publisher publisher-place edition issued original-date accessed language medium
    number-of-pages dimensions abstract note annote keyword container-title container-title-short volume issue section
    part-number page collection-title collection-number DOI ISBN ISSN PMID PMCID number URL archive archive_location
    call-number license citation-key
    """.split()
)


def to_mods(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as a MODS collection, and notices of what MODS has no element for here."""
    root = etree.Element(f"{{{_MODS}}}modsCollection", nsmap=_NAMESPACES)
    root.set(f"{{{_XSI}}}schemaLocation", _SCHEMA)
    notices: list[Notice] = []
    for item in items:
        _write_item(_add(root, "mods"), item)
        held = _HELD | _RELATORS.keys() | _HOST_NAMES.keys()
        lost = [variable for variable in item.variables if variable not in held]
        lost += (["groups"] if item.groups else []) + sorted(item.custom)
        notices += [Notice("lost", f"{item.id}: MODS as written here cannot hold {one}", item.location) for one in lost]
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text, notices


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_MODS}}}{name}")
    if text is not None:
        child.text = CONTROL.sub("", text)
    for key, value in attributes.items():
        child.set(key, value)
    return child


def _add_some(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    """An element for a text that is not empty."""
    if text:
        _add(parent, name, text, **attributes)


def _write_item(mods: etree._Element, item: Item) -> None:
    type_name = zotero_type(item)[0].name
    _write_title(mods, item.text("title"), item.text("part-title"))
    if item.text("title-short"):
        _add(_add(mods, "titleInfo", type="abbreviated"), "title", plain(item.text("title-short")))
    for variable, relator in _RELATORS.items():
        if variable != "collection-editor":
            _write_names(mods, item.names(variable), relator)
    _add(mods, "typeOfResource", _RESOURCES.get(type_name, "text"))
    _add(mods, "genre", type_name, authority="local")
    _add_some(mods, "genre", item.text("genre"))
    _write_origin(mods, item)
    if item.language:
        _add(_add(mods, "language"), "languageTerm", item.language, type="code", authority="rfc5646")
    _write_extent(mods, item)
    _add_some(mods, "abstract", plain(item.text("abstract")))
    for variable in ("note", "annote"):
        _add_some(mods, "note", plain(item.text(variable)))
    for tag in item.tags or tuple(filter(None, [item.text("keyword")])):
        _add(_add(mods, "subject"), "topic", tag)
    _write_host(mods, item)
    _write_series(mods, item)
    for variable, kind in _IDENTIFIERS.items():
        _add_some(mods, "identifier", item.text(variable), type=kind)
    _add(mods, "identifier", item.text("citation-key") or item.id, type="citekey")
    _write_location(mods, item)
    _add_some(mods, "accessCondition", item.text("license"))


def _write_title(parent: etree._Element, title: str, part: str = "") -> None:
    if title or part:
        info = _add(parent, "titleInfo")
        _add(info, "title", plain(title))
        _add_some(info, "partName", plain(part))


def _write_names(parent: etree._Element, names: Sequence[Name], relator: str) -> None:
    for name in names:
        node = _add(parent, "name", type="corporate" if name.literal else "personal")
        if name.literal:
            _add(node, "namePart", name.literal)
        else:
            particles = filter(None, (name.non_dropping_particle, name.dropping_particle, name.family))
            _add(node, "namePart", " ".join(particles), type="family")
            if name.given:
                _add(node, "namePart", name.given, type="given")
            if name.suffix:
                _add(node, "namePart", name.suffix, type="termsOfAddress")
        _add(_add(node, "role"), "roleTerm", relator, type="text", authority="marcrelator")


def _write_origin(parent: etree._Element, item: Item) -> None:
    origin = etree.Element(f"{{{_MODS}}}originInfo")
    if item.text("publisher-place"):
        _add(_add(origin, "place"), "placeTerm", item.text("publisher-place"), type="text")
    _add_some(origin, "publisher", item.text("publisher"))
    for variable, name in _DATES.items():
        date = item.date(variable)
        if date is not None:
            _write_date(origin, name, date)
    _add_some(origin, "edition", item.text("edition"))
    if len(origin):
        parent.append(origin)


def _write_date(parent: etree._Element, name: str, date: Date) -> None:
    node = _add(parent, name, date.iso())
    if not date.literal:
        node.set("encoding", "edtf")
    if date.is_circa:
        node.set("qualifier", "approximate")


def _write_extent(parent: etree._Element, item: Item) -> None:
    description = etree.Element(f"{{{_MODS}}}physicalDescription")
    _add_some(description, "form", item.text("medium"))
    if item.text("number-of-pages"):
        _add(description, "extent", f"{item.text('number-of-pages')} p.")
    _add_some(description, "extent", item.text("dimensions"))
    if len(description):
        parent.append(description)


def _write_host(parent: etree._Element, item: Item) -> None:
    """The journal or book that an item stands in, and where in it; what has no host has its part itself."""
    part = etree.Element(f"{{{_MODS}}}part")
    for variable, kind in _DETAILS:
        if item.text(variable):
            _add(_add(part, "detail", type=kind), "number", item.text(variable))
    if item.text("page"):
        start, dash, end = item.text("page").partition("-")
        extent = _add(part, "extent", unit="pages")
        if dash and start.strip() and end.strip() and "-" not in end:
            _add(extent, "start", start.strip())
            _add(extent, "end", end.strip())
        else:
            _add(extent, "list", item.text("page"))
    title, short = item.text("container-title"), item.text("container-title-short")
    if not (title or short or item.names("container-author")):
        if len(part):
            parent.append(part)
        return
    host = _add(parent, "relatedItem", type="host")
    _write_title(host, title)
    if short:
        _add(_add(host, "titleInfo", type="abbreviated"), "title", plain(short))
    _write_names(host, item.names("container-author"), _HOST_NAMES["container-author"])
    if len(part):
        host.append(part)


def _write_series(parent: etree._Element, item: Item) -> None:
    if not (item.text("collection-title") or item.names("collection-editor") or item.text("collection-number")):
        return
    series = _add(parent, "relatedItem", type="series")
    _write_title(series, item.text("collection-title"))
    if item.text("collection-number"):
        info = series.find(f"{{{_MODS}}}titleInfo")
        _add(_add(series, "titleInfo") if info is None else info, "partNumber", item.text("collection-number"))
    _write_names(series, item.names("collection-editor"), _RELATORS["collection-editor"])


def _write_location(parent: etree._Element, item: Item) -> None:
    if item.text("URL"):
        url = _add(_add(parent, "location"), "url", item.text("URL"), usage="primary display")
        accessed = item.date("accessed")
        if accessed is not None:
            url.set("dateLastAccessed", accessed.iso())
    archive = ", ".join(filter(None, (item.text("archive"), item.text("archive_location"))))
    if archive:
        _add(_add(parent, "location"), "physicalLocation", archive)
    if item.text("call-number"):
        _add(_add(parent, "location"), "shelfLocator", item.text("call-number"))
