"""Macros of BibTeX: those that `@string` defines, the twelve months, and values that are joined of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from citekit.bibtex.scanner import Piece
from citekit.report import Severity

__all__ = ["Macros"]

Tell: TypeAlias = Callable[[str, str, int, Severity, str], None]
"""Takes what there is to tell about a place in the source: rule, message, offset, severity, remedy."""

MONTH_MACROS: Final[Mapping[str, str]] = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
"""The macros that BibTeX's standard styles define; a file may define them anew."""


class Macros:
    """The macros of one source: the twelve months and what `@string` defines, in whatever order."""

    __slots__ = ("_defined", "_known", "_offsets", "_tell", "_undefined", "_values")

    def __init__(self, tell: Tell, known: Mapping[str, str]) -> None:
        self._tell = tell
        self._known = known
        self._defined: dict[str, tuple[Piece, ...]] = {}
        self._offsets: dict[str, int] = {}
        self._values: dict[str, str] = {}
        self._undefined: set[int] = set()

    def define(self, name: str, pieces: tuple[Piece, ...], offset: int) -> None:
        """Keep a definition; as in BibTeX, a later one replaces an earlier."""
        if name in self._defined and self._defined[name] != pieces:
            self._tell(
                "duplicate-macro", f"the macro {name!r} is defined again", offset, Severity.WARNING, "keep one of them"
            )
        self._defined[name] = pieces
        self._offsets[name] = offset

    def resolve_all(self) -> dict[str, str]:
        """Every macro of the file with its value."""
        return {name: self._value(name) for name in self._defined}

    def join(self, pieces: tuple[Piece, ...]) -> str:
        """The text of a value."""
        if len(pieces) == 1 and pieces[0].kind != "macro":
            return pieces[0].text
        return "".join(self._texts(pieces))

    def _texts(self, pieces: tuple[Piece, ...]) -> Iterator[str]:
        for piece in pieces:
            if piece.kind != "macro":
                yield piece.text
            else:
                yield self._macro_text(piece)

    def _macro_text(self, piece: Piece) -> str:
        name = piece.text.lower()
        if name in self._defined:
            return self._value(name)
        if name in self._known:
            return self._known[name]
        if name in MONTH_MACROS:
            return MONTH_MACROS[name]
        # The places where a value is used are many, the piece is one: tell it once.
        if piece.offset not in self._undefined:
            self._undefined.add(piece.offset)
            self._tell(
                "undefined-macro",
                f"{piece.text!r} is not a macro; it is taken as text",
                piece.offset,
                Severity.WARNING,
                "put it in braces, or define it with @string",
            )
        return piece.text

    def _value(self, name: str) -> str:
        """A macro's value, found from the innermost macro outwards and without recursion."""
        pending = [name]
        opened: set[str] = set()
        while pending:
            top = pending[-1]
            if top in self._values:
                pending.pop()
                continue
            opened.add(top)
            inner = [piece.text.lower() for piece in self._defined[top] if piece.kind == "macro"]
            missing = [one for one in inner if one in self._defined and one not in self._values]
            if not opened.isdisjoint(missing):
                self._tell(
                    "circular-macro",
                    f"the macro {top!r} is defined by itself",
                    self._offsets[top],
                    Severity.ERROR,
                    "define it by a value in braces",
                )
                self._values[top] = top
            elif missing:
                pending += missing
            else:
                self._values[top] = self.join(self._defined[top])
        return self._values[name]
