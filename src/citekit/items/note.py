"""Variables written into an item's note, where a program had no field for them.

A convention of Zotero and citeproc-js ("Extra" field), not part of CSL: lines `original-date: 1964` at the top of the
note, or `{:original-date: 1964}` anywhere in it. Names are written `Family || Given`, one line a name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from citekit.items.item import Item, Value
from citekit.items.name import Name
from citekit.items.raw_date import parse_raw_date
from citekit.items.variables import DATE_VARIABLES, NAME_VARIABLES, VARIABLES

__all__ = ["unpack_note"]

_BRACED: Final = re.compile(r"\{:((?:[-_a-z]+|[A-Z]+):[^{}]+)\}")
_LINE: Final = re.compile(r"([-_a-z]+|[A-Z]+):\s*([^}]+)")
_SHORT_TITLES: Final = frozenset({"collection-title-short", "volume-title-short"})
_KEYS: Final = (VARIABLES | _SHORT_TITLES | {"type"}) - {"note"}


def unpack_note(item: Item) -> Item:
    """The item with the variables of its note set where it has none, and taken out of the note; `type` always wins.

    >>> item = Item("a", "book", {"note": "original-date: 1964\\nA fine copy."})
    >>> unpack_note(item).date("original-date").iso(), unpack_note(item).text("note")
    ('1964', 'A fine copy.')
    """
    note = item.text("note")
    if ":" not in note:
        return item
    kept: list[str] = []
    found: dict[str, Value] = {}
    names: dict[str, list[Name]] = {}
    item_type = item.type
    lines = _lines(note)
    for i, line in enumerate(lines):
        match = _LINE.fullmatch(line.strip())
        if match is None:
            kept.append(line)
            # Text may open a note; after any other text, colons are only colons.
            if i > 0 and line.strip():
                kept += lines[i + 1 :]
                break
            continue
        key, text = match[1], match[2].strip()
        if key == "type":
            item_type = text
        elif key not in _KEYS or key in item.variables or key in found:
            kept.append(line)
        elif key in NAME_VARIABLES:
            names.setdefault(key, []).append(_name(text))
        else:
            found[key] = parse_raw_date(text) if key in DATE_VARIABLES else text
    if not found and not names and item_type == item.type:
        return item
    changes: dict[str, Value | None] = {**found, **{key: tuple(some) for key, some in names.items()}}
    changes["note"] = "\n".join(kept).strip()
    return replace(item, type=item_type).with_variables(changes)


def _lines(note: str) -> list[str]:
    """The lines of a note, each braced variable on a line of its own."""
    lines: list[str] = []
    for line in note.split("\n"):
        before = 0
        for match in _BRACED.finditer(line):
            text = line[before : match.start()]
            if text.strip():
                # Braces after text, other than the text that opens the note, are taken for text.
                if lines and not _LINE.fullmatch(text.strip()):
                    break
                lines.append(text)
            lines.append(match[1].strip())
            before = match.end()
        if before < len(line) or not line:
            lines.append(line[before:])
    return lines


def _name(text: str) -> Name:
    family, bars, given = text.partition("||")
    return Name(family.strip(), given.strip()) if bars else Name(literal=text, is_institution=True)
