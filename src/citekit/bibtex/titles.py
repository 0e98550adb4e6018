"""Titles of an item and of what contains it: titles, subtitles, titles of whole works, and their short forms.

Biblatex manual 2.2.2 and 2.3.5 (the main/book/plain titles of multi-volume works); CSL 1.0.2, "Title variables".
"""

from __future__ import annotations

from typing import Final

from citekit.bibtex.fields import Fields
from citekit.bibtex.tables import ARTICLES, BOOKS, ENTRY_TYPES, PARTS_OF_BOOKS

__all__ = ["take_titles", "with_addon"]

NBSP: Final = "\u00a0"
SEPARATOR: Final = ": "
FRENCH_SEPARATOR: Final = NBSP + ": "
_CLOSING: Final = "?!:…"
_ISSUE_TITLE: Final = ("issuetitle", "issuesubtitle", "issuetitleaddon")
_WEB: Final = frozenset(name for name, (item_type, _) in ENTRY_TYPES.items() if item_type == "webpage")


def take_titles(fields: Fields) -> None:
    """Take every title field of an entry."""
    if fields.entry.type == "periodical":
        _take_periodical(fields)
        return
    entry_type = fields.entry.type
    short = _short_title(fields)
    title = _joined(fields, "title", "subtitle")
    booktitle = _joined(fields, "booktitle", "booksubtitle", "booktitleaddon")
    maintitle = _joined(fields, "maintitle", "mainsubtitle", "maintitleaddon")
    if fields.has("fjournal"):
        # MathSciNet: the whole title beside the abbreviated one.
        fields.set("container-title-short", fields.text("journal"), "journal")
        fields.set("container-title", fields.text("fjournal"), "fjournal")
    journal_name = "journaltitle" if fields.has("journaltitle") else "journal"
    journal = _joined(fields, journal_name, "journalsubtitle", "journaltitleaddon")
    addon = fields.text("titleaddon")
    is_part = entry_type in PARTS_OF_BOOKS
    if addon and entry_type in _WEB and not journal:
        # Zotero writes the site's name there.
        journal, addon = addon, ""
    title = with_addon(title, addon)
    if maintitle and not is_part:
        # The title is that of one volume; the work is known by its main title.
        fields.set("volume-title", title, "title")
        title = maintitle
    fields.set("title", title, "title")
    if is_part and maintitle:
        fields.set("container-title", maintitle, "maintitle")
        fields.set("volume-title", booktitle, "booktitle")
    if entry_type in BOOKS and not journal:
        # A book has no container; its own title is repeated there for BibTeX's cross-references.
        if booktitle and booktitle not in (title, fields.variables.get("volume-title")):
            fields.keep("booktitle")
        booktitle = ""
    if fields.has("issuetitle"):
        fields.set("volume-title", _joined(fields, *_ISSUE_TITLE), *_ISSUE_TITLE)
    containers = (
        (journal, (journal_name, "journalsubtitle", "journaltitleaddon", "titleaddon")),
        (booktitle, ("booktitle", "booksubtitle", "booktitleaddon")),
    )
    for container, names in containers if entry_type in ARTICLES else reversed(containers):
        if container and container not in (
            fields.variables.get("container-title"),
            fields.variables.get("volume-title"),
        ):
            fields.set("container-title", container, *names)
    if short:
        fields.set("title-short", short, "shorttitle")


def _take_periodical(fields: Fields) -> None:
    """An issue of a periodical: the issue has the title, the periodical is what contains it."""
    short = _short_title(fields)
    issue = _joined(fields, *_ISSUE_TITLE)
    periodical = with_addon(_joined(fields, "title", "subtitle"), fields.text("titleaddon"))
    fields.set("title", issue or periodical, "issuetitle")
    fields.set("container-title", periodical, "title")
    if short and not issue:
        fields.set("title-short", short, "shorttitle")
    if fields.entry.value("shorttitle"):
        fields.set("container-title-short", fields.text("shorttitle"), "shorttitle")


def _short_title(fields: Fields) -> str:
    """The short title that the entry gives, or its title up to the colon or without its subtitle."""
    has_maintitle = fields.has("maintitle")
    if fields.has("shorttitle"):
        if not has_maintitle or fields.entry.type in PARTS_OF_BOOKS:
            return fields.text("shorttitle")
        # It is short for the volume's title; CSL shortens the title of the work.
        fields.keep("shorttitle")
    elif "shorttitle" in fields.entry.fields:
        return ""
    # Pandoc takes what names the volume before a colon: "TeX: The Program".
    title = fields.peek("title")
    # The French colon has a space before it and often stands inside a title that nobody would cut there.
    head, colon, _ = title.partition(": ")
    if colon and not head[-1:].isspace() and head.count("</") * 2 == head.count("<"):
        return head
    is_longer = fields.has("subtitle") or (fields.entry.type not in _WEB and fields.has("titleaddon"))
    return title if is_longer and not has_maintitle else ""


def with_addon(title: str, addon: str) -> str:
    """A title with what biblatex sets behind it."""
    if title and addon:
        return f"{title} {addon}" if title[-1] in _CLOSING + "." else f"{title}. {addon}"
    return title or addon


def _joined(fields: Fields, title_name: str, subtitle_name: str, addon_name: str = "") -> str:
    """A title with its subtitle, in the punctuation of the entry's language."""
    has = fields.has
    title = fields.text(title_name) if has(title_name) else ""
    subtitle = fields.text(subtitle_name) if has(subtitle_name) else ""
    if title and subtitle:
        separator = FRENCH_SEPARATOR if fields.language.startswith("fr") else SEPARATOR
        title += (" " if title[-1] in _CLOSING else separator) + subtitle
    else:
        title = title or subtitle
    return with_addon(title, fields.text(addon_name) if has(addon_name) else "")
