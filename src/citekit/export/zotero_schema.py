"""Zotero's item types, fields and creator types, and how CSL's names translate into them.

Source: zotero-schema, version 41, `itemTypes` and `csl`. The types are data (`data/zotero.toml`), the translations are
the tables below: where Zotero's own mapping gives several fields, the first that the type has is taken.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from citekit.export.zotero_work import ITEM_TYPE
from citekit.items.item import Item

__all__ = [
    "CREATOR_TYPES",
    "DATE_FIELDS",
    "TEXT_FIELDS",
    "ZoteroType",
    "creator_type",
    "csl_type",
    "zotero_type",
    "zotero_types",
]


@dataclass(frozen=True, slots=True)
class ZoteroType:
    """One item type. `fields` maps base names ("publisher") to the type's own ("university"), in Zotero's order."""

    name: str
    fields: Mapping[str, str]
    creators: tuple[str, ...]
    """The primary creator type comes first."""


@cache
def zotero_types() -> Mapping[str, ZoteroType]:
    """All of Zotero's item types that stand for works, by name."""
    source = files("citekit.export").joinpath("data", "zotero.toml").read_text(encoding="utf-8")
    types = {}
    for name, data in tomllib.loads(source).items():
        fields = {}
        for field in data["fields"].split():
            own, _, base = field.partition("<")
            fields[base or own] = own
        types[name] = ZoteroType(name, fields, tuple(data["creators"].split()))
    return types


_TYPES: Final[Mapping[str, tuple[str, bool]]] = {
    # CSL                       Zotero               exact
    "article": ("preprint", True),
    "article-journal": ("journalArticle", True),
    "article-magazine": ("magazineArticle", True),
    "article-newspaper": ("newspaperArticle", True),
    "bill": ("bill", True),
    "book": ("book", True),
    "broadcast": ("tvBroadcast", True),
    "chapter": ("bookSection", True),
    "classic": ("book", False),
    "collection": ("document", False),
    "dataset": ("dataset", True),
    "document": ("document", True),
    "entry": ("encyclopediaArticle", False),
    "entry-dictionary": ("dictionaryEntry", True),
    "entry-encyclopedia": ("encyclopediaArticle", True),
    "event": ("document", False),
    "figure": ("artwork", False),
    "graphic": ("artwork", True),
    "hearing": ("hearing", True),
    "interview": ("interview", True),
    "legal_case": ("case", True),
    "legislation": ("statute", True),
    "manuscript": ("manuscript", True),
    "map": ("map", True),
    "motion_picture": ("film", True),
    "musical_score": ("document", False),
    "pamphlet": ("book", False),
    "paper-conference": ("conferencePaper", True),
    "patent": ("patent", True),
    "performance": ("document", False),
    "periodical": ("book", False),
    "personal_communication": ("letter", True),
    "post": ("forumPost", True),
    "post-weblog": ("blogPost", True),
    "regulation": ("statute", False),
    "report": ("report", True),
    "review": ("journalArticle", False),
    "review-book": ("journalArticle", False),
    "software": ("computerProgram", True),
    "song": ("audioRecording", True),
    "speech": ("presentation", True),
    "standard": ("standard", True),
    "thesis": ("thesis", True),
    "treaty": ("document", False),
    "webpage": ("webpage", True),
}

_NARROWER_TYPES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    # CSL                         word in genre or medium, Zotero
    "broadcast": (("podcast", "podcast"), ("radio", "radioBroadcast"), ("audio", "radioBroadcast")),
    "motion_picture": (("video", "videoRecording"), ("vidéo", "videoRecording"), ("dvd", "videoRecording")),
    "personal_communication": (("mail", "email"), ("courriel", "email"), ("message", "instantMessage")),
}

_CSL_TYPES: Final[Mapping[str, str]] = {
    **{zotero: csl for csl, (zotero, is_exact) in _TYPES.items() if is_exact},
    **{zotero: csl for csl, narrower in _NARROWER_TYPES.items() for _, zotero in narrower},
}
_NAMES_OF_TYPES: Final = {name.casefold(): name for name in _CSL_TYPES}

TEXT_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    # CSL variable            Zotero fields, the first that the type has
    "title": ("title",),
    "abstract": ("abstractNote",),
    "container-title": ("publicationTitle", "reporter", "code"),
    "collection-title": ("seriesTitle", "series"),
    "collection-number": ("seriesNumber",),
    "volume": ("volume", "codeNumber"),
    "number-of-volumes": ("numberOfVolumes",),
    "issue": ("issue", "priorityNumbers"),
    "number": ("number",),
    "chapter-number": ("session",),
    "edition": ("edition",),
    "version": ("versionNumber",),
    "section": ("section", "committee"),
    "part-number": ("partNumber",),
    "part-title": ("partTitle",),
    "page": ("pages",),
    "number-of-pages": ("numPages",),
    "publisher": ("publisher",),
    "publisher-place": ("place",),
    "event-place": ("eventPlace", "place"),
    "event-title": ("meetingName", "conferenceName"),
    "event": ("meetingName", "conferenceName"),
    "original-publisher": ("originalPublisher",),
    "original-publisher-place": ("originalPlace",),
    "authority": ("authority",),
    "genre": ("type", "programmingLanguage"),
    "medium": ("medium", "system"),
    "dimensions": ("artworkSize", "runningTime"),
    "scale": ("scale",),
    "status": ("status",),
    "references": ("history", "references"),
    "title-short": ("shortTitle",),
    "container-title-short": ("journalAbbreviation",),
    "DOI": ("DOI",),
    "ISBN": ("ISBN",),
    "ISSN": ("ISSN",),
    "PMID": ("PMID",),
    "PMCID": ("PMCID",),
    "URL": ("url",),
    "language": ("language",),
    "archive": ("archive",),
    "archive_location": ("archiveLocation",),
    "call-number": ("callNumber", "applicationNumber"),
    "source": ("libraryCatalog",),
    "license": ("rights",),
    "citation-key": ("citationKey",),
}

DATE_FIELDS: Final[Mapping[str, str]] = {
    "issued": "date",
    "accessed": "accessDate",
    "original-date": "originalDate",
    "submitted": "filingDate",
}

CREATOR_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    # CSL variable            Zotero creator types; several stand for one person in two roles
    "author": ("author",),
    "chair": ("chair",),
    "collection-editor": ("seriesEditor",),
    "composer": ("composer",),
    "container-author": ("bookAuthor",),
    "contributor": ("contributor",),
    "director": ("director",),
    "editor": ("editor",),
    "editor-translator": ("editor", "translator"),
    "executive-producer": ("executiveProducer",),
    "guest": ("guest",),
    "host": ("host",),
    "interviewer": ("interviewer",),
    "narrator": ("narrator",),
    "organizer": ("organizer",),
    "original-author": ("originalCreator",),
    "performer": ("castMember",),
    "producer": ("producer",),
    "recipient": ("recipient",),
    "reviewed-author": ("reviewedAuthor",),
    "script-writer": ("scriptwriter",),
    "series-creator": ("seriesCreator",),
    "translator": ("translator",),
}

_PRIMARY_FOR: Final[Mapping[str, str]] = {"podcast": "host", "audioRecording": "performer"}
"""Besides authors, the role that a type's primary creators have in CSL."""


def csl_type(name: str) -> str:
    """The CSL type of a Zotero type.

    >>> csl_type("radioBroadcast"), csl_type("preprint")
    ('broadcast', 'article')
    """
    return _CSL_TYPES[name]


def zotero_type(item: Item) -> tuple[ZoteroType, bool]:
    """The Zotero type for an item, and whether it says the same as the CSL type.

    >>> zotero_type(Item("a", "thesis"))[0].fields["publisher"], zotero_type(Item("b", "treaty"))[1]
    ('university', False)
    """
    name, is_exact = _TYPES.get(item.type, ("document", False))
    given = _NAMES_OF_TYPES.get(item.custom.get(ITEM_TYPE, item.custom.get(ITEM_TYPE.casefold(), "")).casefold())
    if given is not None:
        return zotero_types()[given], is_exact and item.type == csl_type(given)
    words = f"{item.text('genre')} {item.text('medium')}".casefold()
    for word, narrower in _NARROWER_TYPES.get(item.type, ()):
        if word in words:
            name = narrower
            break
    else:
        # What is watched at an address is a recording; a film has been shown in cinemas.
        if name == "film" and "URL" in item.variables and "director" not in item.variables:
            name = "videoRecording"
    return zotero_types()[name], is_exact


def creator_type(role: str, type_: ZoteroType, variable: str, has_primary: bool) -> str:
    """The type's word for a role, or the empty string; authors become a type's primary creators.

    `has_primary` tells that the item names the primary creators apart from its authors.
    """
    if role in type_.creators:
        return role
    primary = type_.creators[0]
    is_primary = variable == "author" or _PRIMARY_FOR.get(type_.name) == variable
    if not is_primary:
        return ""
    return "contributor" if has_primary else primary
