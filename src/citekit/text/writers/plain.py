"""Plain text: marks vanish, blocks become lines."""

from __future__ import annotations

from typing import Final

from citekit.text.tokens import DISPLAY
from citekit.text.writers.base import MarkTable, Writer

__all__ = ["PlainWriter"]

_TABLE: Final[MarkTable] = {
    (DISPLAY, "block"): ("\n", "\n"),
    (DISPLAY, "left-margin"): ("", " "),
    (DISPLAY, "indent"): ("\n    ", "\n"),
}


class PlainWriter(Writer):
    """Writes text without formatting."""

    __slots__ = ()

    name: str = "text"

    def __init__(self) -> None:
        super().__init__(_TABLE)
