"""What a format cannot hold of an item, told in one form by all writers.

Fields and roles go by the names that Zotero has for them, everything else by a plain word ("tags", "collections").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from citekit.export.zotero_work import ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = [
    "AUTOMATIC",
    "COLLECTIONS",
    "FILES",
    "KEPT",
    "LINKS",
    "NOTES",
    "TAGS",
    "Loss",
    "beside_fields",
    "lost_parts",
    "notices_of",
]

AUTOMATIC: Final = "automatic tags"
COLLECTIONS: Final = "collections"
FILES: Final = "files"
KEPT: Final = "kept-in-extra"
"""The rule of notices that tell of a line of Extra, which each format treats in its own way."""
LINKS: Final = "links"
NOTES: Final = "notes"
TAGS: Final = "tags"

_MESSAGE: Final = re.compile(r".*: (?:[^:()]*) (?:cannot hold|changes) (?P<what>[^()]+?)(?: \(.*\))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Loss:
    """One part of an item that does not come back as it was; `is_changed` where something of it does."""

    what: str
    why: str = ""
    is_changed: bool = False


def notices_of(item: Item, format_name: str, found: Iterable[Loss]) -> list[Notice]:
    """A notice for each loss, none twice.

    >>> [notice.message for notice in notices_of(Item("a"), "RIS", [Loss("collections", "A/B")])]
    ['a: RIS cannot hold collections (A/B)']
    """
    notices: dict[str, Notice] = {}
    for loss in found:
        verb, rule = ("changes", "changed") if loss.is_changed else ("cannot hold", "lost")
        why = f" ({loss.why})" if loss.why else ""
        message = f"{item.id}: {format_name} {verb} {loss.what}{why}"
        notices.setdefault(loss.what, Notice(rule, message, item.location))
    return list(notices.values())


def lost_parts(notices: Iterable[Notice]) -> set[str]:
    """The parts that such notices tell of.

    >>> sorted(lost_parts(notices_of(Item("a"), "RIS", [Loss("scale"), Loss("title", is_changed=True)])))
    ['scale', 'title']
    """
    parts: set[str] = set()
    for notice in notices:
        match = _MESSAGE.fullmatch(notice.message) if notice.rule in ("lost", "changed") else None
        parts |= {match["what"]} if match else set()
        parts |= {"citationKey"} if notice.rule == "changed-key" else set()
    return parts


def beside_fields(work: ZoteroItem, held: Mapping[str, bool]) -> list[Loss]:
    """The losses of what is neither field nor role, for a format that holds the parts named in `held`."""
    parts = {
        TAGS: ", ".join(work.tags),
        AUTOMATIC: ", ".join(work.automatic_tags),
        NOTES: "child notes" if work.notes else "",
        COLLECTIONS: ", ".join(work.groups),
        LINKS: ", ".join([one.url for one in work.attachments if one.url and one.url != work.fields.get("url")]),
        FILES: ", ".join([one.path for one in work.attachments if one.path]),
    }
    return [Loss(what, why) for what, why in parts.items() if why and not held.get(what, False)]
