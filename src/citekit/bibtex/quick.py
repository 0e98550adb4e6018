"""Well-formed entries, read by one expression for each field.

Nine entries in ten are a type, a key, and fields in braces. They need no search for where a broken block may end, so
they are read here at the speed of the expression engine; everything else goes through `scanner.py`,
and both ways give the same (a property test says so).
"""

from __future__ import annotations

import re
from typing import Final

from citekit.bibtex.scanner import Piece, ScannedEntry, ScannedField

__all__ = ["quick_entry"]


def _nested(depth: int) -> str:
    r"""What may stand between braces, with braces inside to a depth; a brace behind a backslash is text."""
    text = r"[^{}\\]++|\\++[{}]?+"
    inner = f"|\\{{{_nested(depth - 1)}\\}}" if depth else ""
    return f"(?:{text}{inner})*+"


_HEAD: Final = re.compile(r"@([A-Za-z][\w-]*+)[ \t]*+\{\s*+([^,={}\"\n%#@]*+),")
_FIELD: Final = re.compile(
    rf"\s*+([A-Za-z][\w:+.-]*+)\s*+=\s*+(?:\{{({_nested(4)})\}}|\"((?:[^\"{{}}\\]++|\\[^\"{{}}])*+)\"|([0-9]++)"
    r"|([A-Za-z][\w:+.-]*+))\s*+([,}])"
)
_END: Final = re.compile(r"[\s,]*+\}")
_BLOCK_INSIDE: Final = re.compile(r"^[ \t]*@\w*[ \t]*[{(]", re.MULTILINE)
_NO_ENTRIES: Final = frozenset(("comment", "string", "preamble"))


def quick_entry(text: str, start: int) -> ScannedEntry | None:
    """The entry that begins at `start`, or `None` where it needs a closer look.

    >>> entry = quick_entry("@Book{a1, title = {Es{sais}}, year = 1580}", 0)
    >>> (entry.type, entry.key, [piece.text for field in entry.fields for piece in field.pieces]) if entry else None
    ('book', 'a1', ['Es{sais}', '1580'])
    """
    head = _HEAD.match(text, start)
    if head is None:
        return None
    entry_type = head[1].lower()
    if entry_type.startswith("comment") or entry_type in _NO_ENTRIES:
        return None
    fields: list[ScannedField] = []
    position = head.end()
    while True:
        field = _FIELD.match(text, position)
        if field is None:
            end = _END.match(text, position)
            if end is None:
                return None
            position = end.end()
            break
        name, braces, quotes, number, macro, closing = field.groups()
        if braces is not None:
            piece = Piece("braces", braces, field.start(2))
        elif quotes is not None:
            piece = Piece("quotes", quotes, field.start(3))
        elif number is not None:
            piece = Piece("number", number, field.start(4))
        else:
            piece = Piece("macro", macro, field.start(5))
        fields.append(ScannedField(name.lower(), (piece,), field.start(1)))
        position = field.end()
        if closing == "}":
            break
    # An entry that swallowed the next one has a brace too few.
    if text.find("@", head.end(), position) >= 0 and _BLOCK_INSIDE.search(text, head.end(), position):
        return None
    return ScannedEntry(entry_type, head[2].strip(), tuple(fields), position)
