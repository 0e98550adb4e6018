"""Values that LaTeX takes letter by letter, and the nesting of its braces."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["decode_verbatim", "is_one_group", "matching_brace"]

_VERBATIM_ESCAPE: Final = re.compile(r"\\(?:[_%&#${}~]|textasciitilde\b|textunderscore\b)(?:\{\})?|\{\\([_%&#$~])\}")


def decode_verbatim(source: str) -> str:
    r"""A value that LaTeX takes letter by letter (an address, an identifier); only its escapes are undone.

    >>> decode_verbatim(r"https://a.fr/x\_y\%20{\~{}}z")
    'https://a.fr/x_y%20~z'
    """
    text = source.strip()
    if text.startswith(("\\url{", "\\nolinkurl{")) and text.endswith("}"):
        text = text[text.index("{") + 1 : -1]
    elif text.startswith("{") and text.endswith("}") and matching_brace(text, 0) == len(text) - 1:
        text = text[1:-1]
    if "\\" not in text:
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    text = text.replace("{\\~{}}", "~").replace("{\\textasciitilde}", "~").replace("{\\textunderscore}", "_")
    return unicodedata.normalize("NFC", _VERBATIM_ESCAPE.sub(_undo_escape, text))


def _undo_escape(match: re.Match[str]) -> str:
    escape = match[1] or match[0].removeprefix("\\").removesuffix("{}")
    return {"textasciitilde": "~", "textunderscore": "_"}.get(escape, escape)


def is_one_group(source: str) -> bool:
    """Whether one pair of braces holds the whole text, which says nothing about any part of it.

    >>> is_one_group(" {A Title} "), is_one_group("{A} and {B}")
    (True, False)
    """
    text = source.strip()
    return text.startswith("{") and matching_brace(text, 0) == len(text) - 1


def matching_brace(text: str, start: int) -> int:
    """Where the brace that opens at `start` is closed; the end of the text where it never is."""
    depth = 0
    position = start
    while position < len(text):
        char = text[position]
        if char == "\\":
            position += 1
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    return len(text)
