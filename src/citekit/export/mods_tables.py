"""MODS against Zotero's fields and creator types.

MODS 3.7 User Guidelines; MARC relators, by term and code. What Zotero's reading of MODS does with each is the reason
for the tables of roles: it knows a role by its own name for it or by the code of a few relators.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["DETAILS", "HELD_FIELDS", "IDENTIFIERS", "RELATORS", "RESOURCES", "ROLES_ZOTERO_READS"]

RESOURCES: Final[Mapping[str, str]] = {
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

RELATORS: Final[Mapping[str, tuple[str, str]]] = {
    # Zotero             MARC relator term, code
    "artist": ("artist", "art"),
    "author": ("author", "aut"),
    "bookAuthor": ("author", "aut"),
    "cartographer": ("cartographer", "ctg"),
    "castMember": ("actor", "act"),
    "chair": ("moderator", "mod"),
    "commenter": ("commentator", "cmm"),
    "composer": ("composer", "cmp"),
    "contributor": ("contributor", "ctb"),
    "counsel": ("lawyer", "law"),
    "cosponsor": ("sponsor", "spn"),
    "creator": ("creator", "cre"),
    "director": ("director", "drt"),
    "editor": ("editor", "edt"),
    "executiveProducer": ("producer", "pro"),
    "guest": ("panelist", "pan"),
    "host": ("host", "hst"),
    "interviewee": ("interviewee", "ive"),
    "interviewer": ("interviewer", "ivr"),
    "inventor": ("inventor", "inv"),
    "narrator": ("narrator", "nrt"),
    "organizer": ("organizer", "orm"),
    "originalCreator": ("bibliographic antecedent", "ant"),
    "performer": ("performer", "prf"),
    "podcaster": ("broadcaster", "brd"),
    "presenter": ("presenter", "pre"),
    "producer": ("producer", "pro"),
    "programmer": ("programmer", "prg"),
    "recipient": ("addressee", "rcp"),
    "scriptwriter": ("screenwriter", "aus"),
    "seriesCreator": ("creator", "cre"),
    "seriesEditor": ("publishing director", "pbd"),
    "sponsor": ("sponsor", "spn"),
    "translator": ("translator", "trl"),
    "wordsBy": ("lyricist", "lyr"),
}
ROLES_ZOTERO_READS: Final = frozenset({"seriesEditor", "wordsBy"})
"""Roles that Zotero knows by the code of their relator; the others, where their name is one word in small letters."""

IDENTIFIERS: Final[Mapping[str, str]] = {
    # base field          type of identifier
    "DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "number": "local",
    "citationKey": "citekey",
}  # fmt: skip
DETAILS: Final[Mapping[str, str]] = {"volume": "volume", "issue": "issue", "section": "section", "partNumber": "part"}
"""Fields that are details of the part, by the type of the detail."""

HELD_FIELDS: Final = frozenset(
    """
    title shortTitle abstractNote rights date url accessDate archiveLocation callNumber publicationTitle
    journalAbbreviation series seriesTitle seriesText seriesNumber pages numPages edition place publisher language type
    medium originalDate originalPublisher originalPlace libraryCatalog numberOfVolumes scale
    """.split()
) | frozenset((*IDENTIFIERS, *DETAILS))
"""Fields, by their base names, that have an element of their own; the others are lines of a note."""
