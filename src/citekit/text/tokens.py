"""Rich text as a flat stream of tokens: strings, and paired marks that open and close something.

Rendering only ever appends to a list of tokens. Two neighbouring strings are two pieces of output, and the place
where they meet is a seam: punctuation is mended at seams and never inside a piece, so pieces are not joined before
the stream is settled. Marks nest properly. A mark is interned, so `is` compares it, and an opening mark knows its
closing partner and the other way round.
"""

from __future__ import annotations

from typing import Final, TypeAlias

__all__ = [
    "DISPLAY",
    "FIELD",
    "FIXED",
    "FORMATTING_KINDS",
    "GLYPH",
    "LINK",
    "NOCASE",
    "NODECOR",
    "OWN",
    "QUOTE",
    "Mark",
    "Token",
    "Tokens",
    "append_text",
    "has_letters_or_digits",
    "mark",
    "plain_text",
    "wrap",
]

FONT_STYLE: Final = "font-style"
FONT_VARIANT: Final = "font-variant"
FONT_WEIGHT: Final = "font-weight"
TEXT_DECORATION: Final = "text-decoration"
VERTICAL_ALIGN: Final = "vertical-align"
QUOTE: Final = "quote"
"""Quotation marks; the value is "" before the stream is settled. Which marks are printed depends on the depth."""
NOCASE: Final = "nocase"
"""Text that text-case leaves alone."""
NODECOR: Final = "nodecor"
"""Text that formatting around it does not reach."""
DISPLAY: Final = "display"
"""A block; the value is CSL's: block, left-margin, right-inline, indent."""
LINK: Final = "link"
"""A hyperlink; the value is the address."""
FIELD: Final = "field"
"""Where the output of names, a date, a locator … begins and ends; the value says which. Never printed."""

OWN: Final = "own"
"""The item's own text, where typography has to be told from the style's; the value says whether it is French."""
GLYPH: Final = "glyph"
"""A sign that each format spells in its own way, by the value; nothing stands between its marks."""

FIXED: Final = "fixed "
"""Before the value of a formatting mark that comes from a style and not from a field's markup: it does not flip."""

FORMATTING_KINDS: Final = frozenset({FONT_STYLE, FONT_VARIANT, FONT_WEIGHT, TEXT_DECORATION, VERTICAL_ALIGN})
"""The kinds that flip-flop: inside italics, italics of a field's markup are upright (CSL 1.0.2, "Formatting")."""


class Mark:
    """Opens or closes one stretch of rich text; made by `mark`, never directly."""

    __slots__ = ("is_open", "kind", "partner", "value")

    partner: Mark

    def __init__(self, kind: str, value: str, is_open: bool) -> None:
        self.kind = kind
        self.value = value
        self.is_open = is_open
        self.partner = self

    def __repr__(self) -> str:
        slash = "" if self.is_open else "/"
        return f"<{slash}{self.kind}={self.value}>" if self.value else f"<{slash}{self.kind}>"


Token: TypeAlias = str | Mark
Tokens: TypeAlias = list[Token]

_MARKS: dict[tuple[str, str], Mark] = {}


def mark(kind: str, value: str = "") -> Mark:
    """The one opening mark of a kind and value; `.partner` closes it.

    >>> italic = mark("font-style", "italic")
    >>> italic is mark("font-style", "italic"), italic.partner.is_open
    (True, False)
    """
    opening = _MARKS.get((kind, value))
    if opening is None:
        opening, closing = Mark(kind, value, True), Mark(kind, value, False)
        opening.partner, closing.partner = closing, opening
        # Addresses have no end, so keeping their marks would grow for ever; a link is never compared with `is`.
        if kind != LINK:
            _MARKS[kind, value] = opening
    return opening


def wrap(tokens: Tokens, start: int, opening: Mark) -> None:
    """Put a pair of marks around everything from `start` to the end."""
    tokens.insert(start, opening)
    tokens.append(opening.partner)


def append_text(tokens: Tokens, text: str) -> None:
    """Add text to a settled stream, joined to the text that stands last."""
    if not text:
        return
    last = tokens[-1] if tokens else None
    if isinstance(last, str):
        tokens[-1] = last + text
    else:
        tokens.append(text)


def plain_text(tokens: Tokens | tuple[Token, ...]) -> str:
    """The text alone, without marks.

    >>> plain_text(["Les ", mark("font-style", "italic"), "Essais", mark("font-style", "italic").partner])
    'Les Essais'
    """
    return "".join([token for token in tokens if isinstance(token, str)])


def has_letters_or_digits(text: str) -> bool:
    """Whether the text says something: punctuation and spaces alone do not.

    >>> has_letters_or_digits(". (2"), has_letters_or_digits("\u2014, ")
    (True, False)
    """
    for char in text:
        if char.isalnum():
            return True
    return False
