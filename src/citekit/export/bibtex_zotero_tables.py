"""BibTeX against Zotero's fields, for files that Zotero is to read: it knows these entry types and fields only.

Source: what Zotero's reading of BibTeX does with each entry type and field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["COMMON_FIELDS", "ENTRY_TYPES", "FIELDS_BY_TYPE", "NOTE_FIELDS", "ROLE_FIELDS"]

ENTRY_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    # Zotero                entry type        as what Zotero reads it back
    "artwork": ("artwork", "artwork"),
    "audioRecording": ("audio", "audioRecording"),
    "bill": ("legislation", "bill"),
    "blogPost": ("online", "webpage"),
    "book": ("book", "book"),
    "bookSection": ("incollection", "bookSection"),
    "case": ("jurisdiction", "case"),
    "computerProgram": ("software", "computerProgram"),
    "conferencePaper": ("inproceedings", "conferencePaper"),
    "dataset": ("misc", "document"),
    "dictionaryEntry": ("inreference", "encyclopediaArticle"),
    "document": ("misc", "document"),
    "email": ("letter", "letter"),
    "encyclopediaArticle": ("inreference", "encyclopediaArticle"),
    "film": ("movie", "film"),
    "forumPost": ("online", "webpage"),
    "hearing": ("misc", "document"),
    "instantMessage": ("letter", "letter"),
    "interview": ("misc", "document"),
    "journalArticle": ("article", "journalArticle"),
    "letter": ("letter", "letter"),
    "magazineArticle": ("article", "journalArticle"),
    "manuscript": ("unpublished", "manuscript"),
    "map": ("misc", "document"),
    "newspaperArticle": ("article", "journalArticle"),
    "patent": ("patent", "patent"),
    "podcast": ("audio", "audioRecording"),
    "preprint": ("misc", "document"),
    "presentation": ("misc", "document"),
    "radioBroadcast": ("audio", "audioRecording"),
    "report": ("report", "report"),
    "standard": ("report", "report"),
    "statute": ("legislation", "bill"),
    "thesis": ("thesis", "thesis"),
    "tvBroadcast": ("video", "videoRecording"),
    "videoRecording": ("video", "videoRecording"),
    "webpage": ("online", "webpage"),
}

COMMON_FIELDS: Final[Mapping[str, str]] = {
    # base field          BibTeX
    "title": "title", "shortTitle": "shorttitle", "publicationTitle": "journaltitle",
    "journalAbbreviation": "shortjournal", "conferenceName": "eventtitle", "series": "series", "volume": "volume",
    "issue": "issue", "section": "chapter",
    "edition": "edition", "pages": "pages", "numPages": "pagetotal", "type": "type", "place": "address",
    "publisher": "publisher", "date": "date", "accessDate": "urldate", "url": "url", "DOI": "doi", "ISBN": "isbn",
    "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "language": "language", "rights": "copyright",
    "abstractNote": "abstract", "country": "nationality", "assignee": "assignee",
}  # fmt: skip

FIELDS_BY_TYPE: Final[Mapping[str, Mapping[str, str]]] = {
    # Zotero (read back)      base field: BibTeX, where it is not the common one
    "book": {"seriesNumber": "number"},
    "bookSection": {"publicationTitle": "booktitle", "seriesNumber": "number"},
    "conferencePaper": {"publicationTitle": "booktitle", "eventPlace": "location"},
    "encyclopediaArticle": {"publicationTitle": "booktitle"},
    "journalArticle": {"publicationTitle": "journaltitle", "issue": "number"},
    "patent": {"number": "number"},
    "report": {"number": "number"},
    "thesis": {"publisher": "school"},
}

ROLE_FIELDS: Final = ("editor", "translator")
"""Roles besides the first of a type, which is BibTeX's author."""

NOTE_FIELDS: Final = ("annote", "note", "comment", "review")
"""Fields that Zotero makes a child note of, one each."""
