"""Titles of an item and of what contains it: titles, subtitles, titles of whole works, and their short forms.

Biblatex manual 2.2.2 and 2.3.5 (the main/book/plain titles of multi-volume works); CSL 1.0.2, "Title variables".
"""

from __future__ import annotations

from typing import Final

from citekit.bibtex.fields import Fields
from citekit.bibtex.tables import ARTICLES, BOOKS, ENTRY_TYPES, PARTS_OF_BOOKS

__all__ = ["take_titles"]

NBSP: Final = "\u00a0"
SEPARATOR: Final = ": "
FRENCH_SEPARATOR: Final = NBSP + ": "
_CLOSING: Final = "?!:…"
_WEB: Final = frozenset(name for name, (item_type, _) in ENTRY_TYPES.items() if item_type == "webpage")


def take_titles(fields: Fields) -> None:
    """Take every title field of an entry."""
    entry_type = fields.entry.type
    title = _joined(fields, "title", "subtitle")
    booktitle = _joined(fields, "booktitle", "booksubtitle", "booktitleaddon")
    maintitle = _joined(fields, "maintitle", "mainsubtitle", "maintitleaddon")
    journal = _joined(fields, "journaltitle", "journalsubtitle") or _joined(fields, "journal", "journalsubtitle")
    addon = fields.text("titleaddon")
    is_part = entry_type in PARTS_OF_BOOKS
    if maintitle and not is_part:
        # The title is that of one volume; the work is known by its main title.
        fields.set("volume-title", title, "title")
        title = maintitle
    if addon and entry_type in _WEB and not journal:
        # Zotero writes the site's name there.
        journal, addon = addon, ""
    fields.set("title", f"{title}. {addon}" if title and addon else title or addon, "title")
    if is_part and maintitle:
        fields.set("container-title", maintitle, "maintitle")
        fields.set("volume-title", booktitle, "booktitle")
    containers = (
        (journal, ("journaltitle", "journal", "journalsubtitle", "titleaddon")),
        (booktitle, ("booktitle", "booksubtitle", "booktitleaddon")),
    )
    for container, names in containers if entry_type in ARTICLES else reversed(containers):
        if container and container not in (
            fields.variables.get("container-title"),
            fields.variables.get("volume-title"),
        ):
            fields.set("container-title", container, *names)
    _take_short_title(fields, entry_type)


def _take_short_title(fields: Fields, entry_type: str) -> None:
    if fields.has("shorttitle"):
        fields.set("title-short", fields.text("shorttitle"), "shorttitle")
    elif fields.entry.value("subtitle").strip() and not (entry_type in BOOKS and fields.entry.value("maintitle")):
        fields.set("title-short", fields.text("title"), "title")


def _joined(fields: Fields, title_name: str, subtitle_name: str, addon_name: str = "") -> str:
    """A title with its subtitle, in the punctuation of the entry's language."""
    title = fields.text(title_name) if fields.has(title_name) else ""
    subtitle = fields.text(subtitle_name) if fields.has(subtitle_name) else ""
    if title and subtitle:
        separator = FRENCH_SEPARATOR if fields.language.startswith("fr") else SEPARATOR
        title += (" " if title[-1] in _CLOSING else separator) + subtitle
    else:
        title = title or subtitle
    addon = fields.text(addon_name) if addon_name and fields.has(addon_name) else ""
    return f"{title}. {addon}" if title and addon else title or addon
