"""What every writer does: walk a settled stream, escape its text, look its marks up in a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, TypeAlias

from citekit.text.tokens import LINK, Mark, Token, Tokens, mark

__all__ = ["SUPERSCRIPTS", "MarkTable", "Writer", "find_superscript", "is_safe_link"]

MarkTable: TypeAlias = Mapping[tuple[str, str], tuple[str, str]]
"""(kind, value) of a mark → what opens it, what closes it."""

_SAFE_SCHEMES: Final = ("https://", "http://", "ftp://", "mailto:")

_SUPERSCRIPT_LETTERS: Final = (
    "\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0\u02b1\u02b2\u02b3\u02b4\u02b5\u02b6\u02b7\u02b8\u02e0\u02e1\u02e2\u02e3"
    "\u02e4\u1d2c\u1d2d\u1d2e\u1d30\u1d31\u1d32\u1d33\u1d34\u1d35\u1d36\u1d37\u1d38\u1d39\u1d3a\u1d3c\u1d3d\u1d3e"
    "\u1d3f\u1d40\u1d41\u1d42\u1d43\u1d44\u1d45\u1d46\u1d47\u1d48\u1d49\u1d4a\u1d4b\u1d4c\u1d4d\u1d4f\u1d50\u1d51"
    "\u1d52\u1d53\u1d54\u1d55\u1d56\u1d57\u1d58\u1d59\u1d5a\u1d5b\u1d5c\u1d5d\u1d5e\u1d5f\u1d60\u1d61\u2070\u2071"
    "\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e\u207f\u2120\u2122\u3192\u3193\u3194\u3195"
    "\u3196\u3197\u3198\u3199\u319a\u319b\u319c\u319d\u319e\u319f"
)
# Unicode gives these no compatibility letter.
_SUPERSCRIPTS_WITHOUT_DECOMPOSITION: Final = {
    "\u02c0": "\u0294",
    "\u02c1": "\u0295",
    "\u06e5": "\u0648",
    "\u06e6": "\u064a",
}

SUPERSCRIPTS: Final[Mapping[str, str]] = {
    **{letter: unicodedata.normalize("NFKC", letter) for letter in _SUPERSCRIPT_LETTERS},
    **_SUPERSCRIPTS_WITHOUT_DECOMPOSITION,
}
"""Superscript characters of Unicode → the letters that a format with real superscripts raises instead."""

find_superscript: Final = re.compile(f"[{''.join(SUPERSCRIPTS)}]").search
"""Finds a superscript character in a text."""


def is_safe_link(address: str) -> bool:
    """Whether an address may become a live link: nothing that a click could run."""
    return address.lower().startswith(_SAFE_SCHEMES)


class Writer:
    """Turns settled tokens into one format. `name` is what `writer()` knows it by."""

    __slots__ = ("_codes",)

    name: str = ""

    def __init__(self, table: MarkTable) -> None:
        self._codes: dict[Mark, str] = {}
        for (kind, value), (opening, closing) in table.items():
            one = mark(kind, value)
            self._codes[one] = opening
            self._codes[one.partner] = closing

    def write(self, tokens: Tokens | tuple[Token, ...]) -> str:
        """The text of settled tokens in this format; a mark that the format does not know prints nothing."""
        codes = self._codes
        out: list[str] = []
        for token in tokens:
            if isinstance(token, str):
                out.append(self.escape(token))
                continue
            code = codes.get(token)
            if code is not None:
                out.append(code)
            elif token.kind == LINK and is_safe_link(token.value):
                out.append(self.link(token.value, token.is_open))
        return "".join(out)

    def escape(self, text: str) -> str:
        """Plain text as this format spells it."""
        return text

    def link(self, address: str, is_open: bool) -> str:
        """What opens or closes a link to an address."""
        return ""
