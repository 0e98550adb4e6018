"""Attachments of an item: its addresses, its files, and what a Zotero file said of them.

The `file` field of BibTeX is read as JabRef and Zotero write it: `title:path:type`, several with semicolons between,
a backslash before a colon or semicolon that belongs to the text; or as a plain path.
"""

from __future__ import annotations

import json
import mimetypes
import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from citekit.export.zotero_work import ATTACHMENTS, LINKED_FILE, LINKED_URL, Attachment
from citekit.items.item import Item

__all__ = ["FILE", "attachments_from_json", "attachments_of", "attachments_to_json", "derived_attachments"]

FILE: Final = "file"
"""The key of `custom` where BibTeX's `file` field stands."""

_URL: Final = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_UNESCAPED_SEMICOLON: Final = re.compile(r"(?<!\\);")
_UNESCAPED_COLON: Final = re.compile(r"(?<!\\):")
_OTHER_TYPES: Final = {"pdf": "application/pdf", "html": "text/html", "epub": "application/epub+zip"}


def attachments_of(item: Item) -> list[Attachment]:
    """What is attached to an item: what it says in `custom`, else its addresses; and its files."""
    given = item.custom.get(ATTACHMENTS)
    kept = attachments_from_json(given) if given is not None else None
    return (derived_attachments(item) if kept is None else kept) + _files(item.custom.get(FILE, ""))


def derived_attachments(item: Item) -> list[Attachment]:
    """A link for each address of an item: its own and those in its note."""
    addresses = [item.text("URL").strip(), *_URL.findall(item.text("note"))]
    return [Attachment(_host(url), url) for url in dict.fromkeys(addresses) if url]


def _host(url: str) -> str:
    """What a link is called: the host that it leads to."""
    try:
        return urlsplit(url).hostname or "link"
    except ValueError:  # an unbalanced bracket where an IPv6 address would stand
        return "link"


def _files(text: str) -> list[Attachment]:
    """The files of a BibTeX `file` field.

    >>> _files("Texte:docs/a.pdf:application/pdf;b.pdf")[1].path
    'b.pdf'
    """
    return [_file(one.strip()) for one in _UNESCAPED_SEMICOLON.split(text) if one.strip()]


def _file(text: str) -> Attachment:
    parts = [re.sub(r"\\([:;\\])", r"\1", part).strip() for part in _UNESCAPED_COLON.split(text)]
    title, path, kind = parts if len(parts) == 3 else ("", re.sub(r"\\([:;])", r"\1", text), "")
    name = PurePosixPath(path.replace("\\", "/")).name
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    mime_type = kind if "/" in kind else _OTHER_TYPES.get(kind.casefold(), guessed)
    return Attachment(title or name, "", path, mime_type, LINKED_FILE)


def attachments_to_json(attachments: Sequence[Attachment]) -> str:
    """Attachments as the text that `custom` keeps."""
    return json.dumps(
        [
            {"title": one.title, "url": one.url, "path": one.path, "mimeType": one.mime_type, "linkMode": one.mode}
            for one in attachments
        ],
        ensure_ascii=False,
    )


def attachments_from_json(text: str) -> list[Attachment] | None:
    """The attachments in such a text, or `None` where it is something else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        return None
    return [
        Attachment(
            str(one.get("title") or ""),
            str(one.get("url") or ""),
            str(one.get("path") or ""),
            str(one.get("mimeType") or "text/html"),
            one["linkMode"] if one.get("linkMode") in (0, 1, 2, 3) else LINKED_URL,
        )
        for one in data
    ]
