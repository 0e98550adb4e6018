"""What Zotero holds of one work, and the keys of `Item.custom` that keep what CSL has no variable for.

A field or a creator type of Zotero that no CSL variable stands for is kept in `custom` under Zotero's own name for it
(`seriesText`, `counsel`), which is also how a BibTeX or CSL-JSON file can give it. Names are then written
`Family || Given`, one on a line. The keys below keep what is neither field nor creator.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

__all__ = [
    "ACCESS_KEY",
    "ATTACHMENTS",
    "AUTOMATIC_TAGS",
    "EXTRA",
    "ITEM_TYPE",
    "LINKED_FILE",
    "LINKED_URL",
    "NOTES",
    "Attachment",
    "Creator",
    "ZoteroItem",
]

ACCESS_KEY: Final = "urldate"
"""The key of Extra for a date of access that is no whole day, which is biblatex's name for it."""
ITEM_TYPE: Final = "itemType"
"""Zotero's type, where the CSL type alone would lead to another ("radioBroadcast")."""
NOTES: Final = "notes"
"""Child notes as a JSON list of HTML, where they are not what abstract and note say."""
ATTACHMENTS: Final = "attachments"
"""Attachments as a JSON list of objects, where they are not the addresses of the item."""
AUTOMATIC_TAGS: Final = "automatic-tags"
"""Tags that a program gave, one on a line."""
EXTRA: Final = "extra"
"""The lines of Extra that are no `key: value`."""

LINKED_FILE: Final = 2
LINKED_URL: Final = 3


@dataclass(frozen=True, slots=True)
class Creator:
    """A person, or a body (`given` empty), in one of Zotero's roles."""

    role: str
    surname: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """An address or a file attached to an item; `mode` is Zotero's link mode (0 stored, 1 snapshot, 2 file, 3 URL)."""

    title: str
    url: str = ""
    path: str = ""
    mime_type: str = "text/html"
    mode: int = LINKED_URL


@dataclass(slots=True)
class ZoteroItem:
    """One item in Zotero's terms; `fields` in the order of Zotero's schema, notes in HTML."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[Creator] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    automatic_tags: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    groups: tuple[str, ...] = ()
