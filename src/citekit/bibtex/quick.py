"""Well-formed entries, read by one expression for each field.

Nine entries in ten are a type, a key, and fields in braces. They need no search for where a broken block may end, so
they are read here at the speed of the expression engine; everything else goes through `scanner.py`,
and both ways give the same (a property test says so).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from citekit.bibtex.scanner import Piece, PieceKind, ScannedEntry, ScannedField

__all__ = ["QuickEntry", "match_entry", "quick_entry"]


def _nested(depth: int) -> str:
    r"""What may stand between braces, with braces inside to a depth; a brace behind a backslash is text."""
    text = r"[^{}\\]++|\\++[{}]?+"
    inner = f"|\\{{{_nested(depth - 1)}\\}}" if depth else ""
    return f"(?:{text}{inner})*+"


_HEAD: Final = re.compile(r"@([A-Za-z][\w-]*+)[ \t]*+\{\s*+([^,={}\"\n%#@]*+),")
_FIELD: Final = re.compile(
    rf"\s*+([A-Za-z][\w:+.-]*+)\s*+=\s*+(?:\{{({_nested(4)})\}}|\"((?:[^\"{{}}\\]++|\\[^\"{{}}])*+)\"|([0-9]++)"
    r"|([A-Za-z][\w:+.-]*+))\s*+[,}]"
)
_KINDS: Final[Mapping[int, PieceKind]] = {2: "braces", 3: "quotes", 4: "number", 5: "macro"}
_END: Final = re.compile(r"[\s,]*+\}")
_BLOCK_INSIDE: Final = re.compile(r"^[ \t]*@\w*[ \t]*[{(]", re.MULTILINE)
_NO_ENTRIES: Final = frozenset(("comment", "string", "preamble"))


# Entries and their fields live for a moment and in great numbers: a match is all that is made of a field here.
@dataclass(slots=True)
class QuickEntry:
    """An entry of which only the extent of each part is known."""

    type: str
    key: str
    fields: list[re.Match[str]]
    end: int

    def scanned(self) -> ScannedEntry:
        """What the scanner would make of it."""
        fields = [ScannedField(match[1].lower(), (_piece(match),), match.start(1)) for match in self.fields]
        return ScannedEntry(self.type, self.key, tuple(fields), self.end)


def _piece(match: re.Match[str]) -> Piece:
    group = next(group for group in _KINDS if match[group] is not None)
    return Piece(_KINDS[group], match[group], match.start(group))


def quick_entry(text: str, start: int) -> ScannedEntry | None:
    """The entry that begins at `start`, or `None` where it needs a closer look.

    >>> entry = quick_entry("@Book{a1, title = {Es{sais}}, year = 1580}", 0)
    >>> (entry.type, entry.key, [piece.text for field in entry.fields for piece in field.pieces]) if entry else None
    ('book', 'a1', ['Es{sais}', '1580'])
    """
    entry = match_entry(text, start)
    return None if entry is None else entry.scanned()


def match_entry(text: str, start: int) -> QuickEntry | None:
    """The parts of the entry that begins at `start`, or `None` where it needs a closer look."""
    head = _HEAD.match(text, start)
    if head is None:
        return None
    entry_type = head[1].lower()
    if entry_type.startswith("comment") or entry_type in _NO_ENTRIES:
        return None
    fields: list[re.Match[str]] = []
    position = head.end()
    while True:
        field = _FIELD.match(text, position)
        if field is None:
            end = _END.match(text, position)
            if end is None:
                return None
            position = end.end()
            break
        fields.append(field)
        position = field.end()
        if text[position - 1] == "}":
            break
    # An entry that swallowed the next one has a brace too few.
    if text.find("@", head.end(), position) >= 0 and _BLOCK_INSIDE.search(text, head.end(), position):
        return None
    return QuickEntry(entry_type, head[2].strip(), fields, position)
