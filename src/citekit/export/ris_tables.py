"""RIS tags and types against Zotero's fields, creator types and item types.

Sources: the RIS specification (Research Information Systems, 2011 types) and what Zotero's reading of RIS does with
each tag. A tag may mean another field in each type, which is why the second table is by type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from citekit.export.zotero_schema import zotero_types

__all__ = [
    "DEFAULT_TYPE",
    "EXTRA_TAG",
    "LABELS_OF_NOTES",
    "TAG_SEPARATOR",
    "TYPES",
    "TYPES_READ",
    "fields_of_tags",
    "roles_of_tags",
    "tags_of_fields",
]

EXTRA_TAG: Final = "M2"
"""Holds `Label: value` lines: Zotero reads them into Extra, and from there into the field of that name."""

TAG_SEPARATOR: Final = re.compile(r"\s*[\n;]\s*")
"""Programs write several keywords in one KW, so readers part them."""

LABELS_OF_NOTES: Final[Mapping[str, str]] = {
    "Call Number": "callNumber", "Edition": "edition", "Histroy": "history", "ISBN": "ISBN",
    "Issue ID": "issue", "Issue Identification": "issue", "Language": "language", "Page(s)": "pages",
    "Place of Publication": "place", "Proceedings Title": "publicationTitle", "Publisher Name": "publisher",
    "Scale": "scale", "Series Title": "series", "Series Volume ID": "seriesNumber", "Size": "artworkSize",
    "Volume ID": "volume",
}  # fmt: skip
"""ProCite and RefWorks write what RIS has no tag for as notes with a label: the field (base name) of each."""

TYPES: Final[Mapping[str, tuple[str, bool]]] = {
    # Zotero                RIS        whether it is read back as the same type
    "artwork": ("ART", True),
    "audioRecording": ("SOUND", True),
    "bill": ("BILL", True),
    "blogPost": ("BLOG", True),
    "book": ("BOOK", True),
    "bookSection": ("CHAP", True),
    "case": ("CASE", True),
    "computerProgram": ("COMP", True),
    "conferencePaper": ("CONF", True),
    "dataset": ("DATA", True),
    "dictionaryEntry": ("DICT", True),
    "document": ("GEN", False),
    "email": ("ICOMM", True),
    "encyclopediaArticle": ("ENCYC", True),
    "film": ("MPCT", True),
    "forumPost": ("ICOMM", False),
    "hearing": ("HEAR", True),
    "instantMessage": ("ICOMM", False),
    "interview": ("PCOMM", False),
    "journalArticle": ("JOUR", True),
    "letter": ("PCOMM", True),
    "magazineArticle": ("MGZN", True),
    "manuscript": ("MANSCPT", True),
    "map": ("MAP", True),
    "newspaperArticle": ("NEWS", True),
    "patent": ("PAT", True),
    "podcast": ("SOUND", False),
    "preprint": ("GEN", False),
    "presentation": ("SLIDE", True),
    "radioBroadcast": ("SOUND", False),
    "report": ("RPRT", True),
    "standard": ("GEN", False),
    "statute": ("STAT", True),
    "thesis": ("THES", True),
    "tvBroadcast": ("MPCT", False),
    "videoRecording": ("VIDEO", True),
    "webpage": ("ELEC", True),
}
DEFAULT_TYPE: Final = "journalArticle"
"""What a type of RIS that is not listed is read as, GEN among them."""
TYPES_READ: Final[Mapping[str, str]] = {
    **{ris: zotero for zotero, (ris, is_same) in TYPES.items() if is_same},
    "ABST": "journalArticle", "ADVS": "film", "AGGR": "document", "ANCIENT": "document", "CHART": "artwork",
    "CLSWK": "book", "CPAPER": "conferencePaper", "CTLG": "magazineArticle", "DBASE": "dataset", "EBOOK": "book",
    "ECHAP": "bookSection", "EDBOOK": "book", "EJOUR": "journalArticle", "EQUA": "document", "FIGURE": "artwork",
    "GOVDOC": "report", "GRNT": "document", "INPR": "manuscript", "JFULL": "journalArticle", "LEGAL": "case",
    "MULTI": "videoRecording", "MUSIC": "audioRecording", "PAMP": "manuscript", "SER": "book", "STAND": "standard",
    "UNBILL": "manuscript", "UNPB": "manuscript", "UNPD": "manuscript", "WEB": "webpage",
    # Not of the specification, but written by sites and libraries.
    "ARTICLE": "journalArticle", "CHAPTER": "bookSection", "CONFERENCE": "conferencePaper", "DISS": "thesis",
    "INCOL": "bookSection", "JOURNAL": "journalArticle", "ONLINE": "webpage", "PREP": "preprint",
    "PREPRINT": "preprint", "REPORT": "report", "THESIS": "thesis", "VIDEOREC": "videoRecording", "GEN": "document",
}  # fmt: skip

_READ_FIRST: Final[Mapping[str, str]] = {
    "GEN": "journalArticle", "ICOMM": "email", "MPCT": "film", "PCOMM": "letter", "SOUND": "audioRecording",
}  # fmt: skip
"""Where several types of Zotero share one of RIS: the type that Zotero takes the lines for before it knows better."""

_TAGS: Final[Mapping[str, str]] = {
    # Fields (base names) that have one tag in every type.
    "title": "TI", "abstractNote": "AB", "archiveLocation": "AN", "callNumber": "CN", "archive": "DB", "DOI": "DO",
    "libraryCatalog": "DP", "journalAbbreviation": "J2", "shortTitle": "ST", "url": "UR", "accessDate": "Y2",
    "date": "DA", "place": "CY", "edition": "ET", "issue": "IS", "language": "LA", "numberOfVolumes": "NV",
    "publisher": "PB", "section": "SE", "ISBN": "SN", "ISSN": "SN", "pages": "SP", "volume": "VL",
}  # fmt: skip

_TAGS_BY_TYPE: Final[Mapping[str, Mapping[str, str]]] = {
    # Zotero           field: tag, "" for none
    "artwork": {"artworkSize": "C3", "medium": "M3"},
    "audioRecording": {"seriesTitle": "T3", "medium": "C5"},
    "bill": {"code": "T2", "authority": "T3", "session": "ET", "number": "M1", "history": "OP"},
    "blogPost": {"publicationTitle": "T2", "type": "M3", "ISSN": ""},
    "book": {"series": "T2", "seriesNumber": "M1", "numPages": "SP", "ISSN": ""},
    "bookSection": {
        "publicationTitle": "T2", "series": "T3", "numberOfVolumes": "IS", "seriesNumber": "SV", "ISSN": "",
    },
    "case": {"reporter": "A2", "number": "SV", "history": "OP", "authority": "PB"},
    "computerProgram": {"seriesTitle": "T2", "versionNumber": "ET", "programmingLanguage": "LA", "system": "M1"},
    "conferencePaper": {
        "conferenceName": "T2", "series": "T3", "place": "C1", "publicationTitle": "C3", "ISSN": "",
    },
    "dataset": {"versionNumber": "ET", "number": "NV", "issue": ""},
    "dictionaryEntry": {"publicationTitle": "T2"},
    "encyclopediaArticle": {"publicationTitle": "T2"},
    "film": {"type": "C4", "medium": "C5", "runningTime": "SP"},
    "forumPost": {"publicationTitle": "T2", "type": "M3"},
    "hearing": {"committee": "T2", "authority": "T3", "session": "ET", "number": "M1", "history": "OP"},
    "interview": {"medium": "M3"},
    "journalArticle": {"publicationTitle": "T2", "series": "T3"},
    "letter": {"type": "M3"},
    "magazineArticle": {"publicationTitle": "T2"},
    "manuscript": {"type": "M3", "numPages": "SP"},
    "map": {"scale": "C1", "seriesTitle": "T2", "type": "M3"},
    "newspaperArticle": {"publicationTitle": "T2"},
    "patent": {
        "filingDate": "C1", "country": "C3", "references": "C5", "status": "C6", "applicationNumber": "M1",
        "priorityNumbers": "OP", "assignee": "PB", "number": "SN", "authority": "A2",
    },
    "podcast": {"number": "M1", "medium": "M3"},
    "presentation": {"meetingName": "T2", "type": "M3"},
    "radioBroadcast": {"publicationTitle": "T2", "medium": "C5", "number": "M1"},
    "report": {"seriesTitle": "T2", "type": "M3", "number": "SN", "ISBN": "", "ISSN": ""},
    "statute": {"code": "T2", "session": "ET", "number": "M1", "history": "OP", "codeNumber": "VL"},
    "thesis": {"type": "M3", "numPages": "SP", "ISSN": ""},
    "tvBroadcast": {"publicationTitle": "T2", "medium": "C5", "number": "M1"},
    "videoRecording": {"medium": "C5"},
    "webpage": {"publicationTitle": "T2", "type": "M3"},
}  # fmt: skip

_TITLED_BY_BT: Final = frozenset({"book", "manuscript"})

_ROLE_TAGS: Final[Mapping[str, Mapping[str, str]]] = {
    # Zotero           creator type: tag; "author" is AU and "translator" A4 wherever no other role takes the tag
    "artwork": {"artist": "AU"},
    "audioRecording": {"composer": "AU", "performer": "A2", "wordsBy": "C4"},
    "bill": {"sponsor": "A2", "cosponsor": "A3"},
    "blogPost": {"commenter": "C2"},
    "book": {"seriesEditor": "A2", "editor": "A3"},
    "bookSection": {"editor": "A2", "seriesEditor": "A3", "bookAuthor": "C2"},
    "case": {"counsel": "A4"},
    "computerProgram": {"programmer": "AU"},
    "conferencePaper": {"editor": "A2", "seriesEditor": "A3", "contributor": "A4", "translator": ""},
    "dataset": {"contributor": "A4"},
    "dictionaryEntry": {"editor": "A2", "seriesEditor": "A3"},
    "document": {"editor": "A2"},
    "email": {"recipient": "A2"},
    "encyclopediaArticle": {"editor": "A2", "seriesEditor": "A3"},
    "film": {"director": "AU", "producer": "A3", "contributor": "A4", "translator": ""},
    "instantMessage": {"recipient": "A2"},
    "interview": {"interviewee": "AU", "interviewer": "A2"},
    "journalArticle": {"editor": "A2"},
    "letter": {"recipient": "A2"},
    "map": {"cartographer": "AU", "seriesEditor": "A3"},
    "patent": {"inventor": "AU", "attorneyAgent": "C4"},
    "podcast": {"podcaster": "AU"},
    "presentation": {"presenter": "A2"},
    "radioBroadcast": {"director": "AU", "producer": "A3", "castMember": "C1"},
    "report": {"seriesEditor": "A2"},
    "thesis": {"contributor": "A3"},
    "tvBroadcast": {"director": "AU", "producer": "A3", "castMember": "C1"},
    "videoRecording": {"director": "AU", "producer": "A3", "castMember": "C1"},
}


@cache
def tags_of_fields(type_name: str) -> Mapping[str, str]:
    """The tag of each of a type's own fields that has one.

    >>> tags_of_fields("thesis")["university"], tags_of_fields("thesis").get("PMID")
    ('PB', None)
    """
    tags: dict[str, str] = {}
    special = _TAGS_BY_TYPE.get(type_name, {})
    for base, own in zotero_types()[type_name].fields.items():
        tag = special[base] if base in special else special.get(own, _TAGS.get(base, ""))
        if tag and tag not in tags.values():
            tags[own] = tag
    if "ST" in tags.values() and zotero_types()[type_name].fields["title"] != "title":
        # Zotero would take it for the title, which has another name in such types.
        tags.pop("shortTitle", None)
    first = _READ_FIRST.get(TYPES[type_name][0], type_name)
    if first != type_name:
        same = tags_of_fields(first)
        tags = {own: tag for own, tag in tags.items() if same.get(own) == tag}
    return tags


@cache
def fields_of_tags(type_name: str) -> Mapping[str, str]:
    """The field that each tag means in a type, older spellings of tags among them."""
    fields = {tag: own for own, tag in tags_of_fields(type_name).items()}
    for old, tag in (("T1", "TI"), ("PY", "DA"), ("Y1", "DA"), ("N2", "AB"), ("JO", "T2"), ("JF", "T2"), ("BT", "T2")):
        if tag in fields:
            fields.setdefault(old, fields[tag])
    own = zotero_types()[type_name].fields
    if type_name in _TITLED_BY_BT:
        fields["BT"] = fields.get("TI", "")
    if type_name == "conferencePaper":
        fields["JF"] = fields.get("C3", "")
    fields.setdefault("JA", fields.get("J2", ""))
    fields.setdefault("CT", fields.get("TI", ""))
    fields.setdefault("CR", own.get("rights", ""))
    fields.setdefault("AV", own.get("archiveLocation", ""))
    # Citavi's library and call number.
    fields.setdefault("H1", own.get("libraryCatalog", ""))
    fields.setdefault("H2", own.get("callNumber", ""))
    if type_name == "journalArticle":
        fields.setdefault("M1", fields.get("IS", ""))  # EndNote's place of the issue
    return {tag: own for tag, own in fields.items() if own}


@cache
def roles_of_tags(type_name: str) -> Mapping[str, str]:
    """The creator type that each tag means in a type."""
    roles = {tag: role for role, tag in _ROLE_TAGS.get(type_name, {}).items() if tag}
    creators = zotero_types()[type_name].creators
    if "author" in creators:
        roles.setdefault("AU", "author")
    if "translator" in creators:
        roles.setdefault("A4", "translator")
    first = _READ_FIRST.get(TYPES[type_name][0], type_name)
    if first != type_name:
        same = roles_of_tags(first)
        is_first = {"AU": creators[0] == roles.get("AU", "")}
        roles = {tag: role for tag, role in roles.items() if same.get(tag) == role or is_first.get(tag)}
    if "AU" in roles:
        roles["A1"] = roles["AU"]
    if "editor" in creators:
        roles.setdefault("ED", "editor")
    return roles
