"""Plain text: marks vanish, blocks become lines."""

from __future__ import annotations

from typing import Final

from citekit.text.tokens import GLYPH
from citekit.text.writers.base import MarkTable
from citekit.text.writers.lines import LineWriter

__all__ = ["PlainWriter"]

_TABLE: Final[MarkTable] = {
    (GLYPH, "numero"): ("\u00b0", ""),
    (GLYPH, "numeros"): ("\u00b0s", ""),
}


class PlainWriter(LineWriter):
    """Writes text without formatting."""

    __slots__ = ()

    name: str = "text"

    def __init__(self) -> None:
        super().__init__(_TABLE, line_end="\n", indent="    ", margin_gap=" ")
