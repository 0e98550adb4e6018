"""Formatting inside formatting: italics in italics are upright (CSL 1.0.2, "Formatting", and fixtures `flipflop_*`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.text.tokens import (
    FIXED,
    FONT_STYLE,
    FONT_VARIANT,
    FONT_WEIGHT,
    TEXT_DECORATION,
    VERTICAL_ALIGN,
    Mark,
    mark,
)

__all__ = ["takes_font_style", "undoing_marks", "value_inside"]

_NORMAL: Final[dict[str, str]] = {
    FONT_STYLE: "normal",
    FONT_VARIANT: "normal",
    FONT_WEIGHT: "normal",
    TEXT_DECORATION: "none",
    VERTICAL_ALIGN: "baseline",
}
_FIRST_WITHOUT_ITALICS: Final = "\u2e80"
_LAST_WITHOUT_ITALICS: Final = "\U0003ffff"
"""East Asian scripts, from CJK radicals to the ideographic planes."""

_NODECOR_KINDS: Final = (FONT_STYLE, FONT_VARIANT, FONT_WEIGHT)


def value_inside(kind: str, value: str, before: str) -> str:
    """The value to print for a formatting mark inside `before`; empty when there is nothing to print.

    >>> value_inside("font-style", "italic", "italic"), value_inside("font-style", "normal", "")
    ('normal', '')

    What a style asks for is printed as it stands, and undone formatting only where there is some to undo:

    >>> value_inside("font-style", FIXED + "italic", "italic"), value_inside("font-style", FIXED + "normal", "")
    ('italic', '')
    """
    if value.startswith(FIXED):
        value = value[len(FIXED) :]
        # The reference prints "none" and "baseline" always, "normal" only against something around it.
        return "" if value == "normal" and not before else value
    normal = _NORMAL[kind]
    if value == normal:
        return normal if before and before != normal else ""
    if value == before and kind != VERTICAL_ALIGN:
        return normal
    return value


def undoing_marks(values: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks that undo the formatting in force, given by kind."""
    found: list[Mark] = []
    for kind in _NODECOR_KINDS:
        value = values.get(kind, "")
        if value and value != _NORMAL[kind]:
            found.append(mark(kind, _NORMAL[kind]))
    return tuple(found)


def takes_font_style(text: str) -> bool:
    """Whether a text has anything to slant: scripts such as Chinese have no italics, nor has mere punctuation."""
    for char in text:
        if not _FIRST_WITHOUT_ITALICS <= char <= _LAST_WITHOUT_ITALICS and char.isalnum():
            return True
    return False  # a generator would cost more than the whole loop usually does
